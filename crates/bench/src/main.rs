//! `cargo xtask bench` runs this: prints one line of comma-separated values for each case; with words, for those whose
//! names hold one of them. With `--times N CASE` it does the
//! work of one case so often and no more, for whoever counts instructions. With `--peak FILE...` it scans these captures and prints how much memory
//! that took: it calls itself so.

mod captures;
mod clock;
mod detection;
mod har;
mod inputs;
mod memory;

use clock::Figure;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let [option, times, case] = words.as_slice()
        && option == "--times"
    {
        let times = times.parse()?;
        if captures::repeat(case, times)? {
            return Ok(());
        }
        return detection::repeat(case, times);
    }
    if let [option, files @ ..] = words.as_slice()
        && option == "--peak"
    {
        return memory::peak(files);
    }
    let wanted = |case: &str| words.is_empty() || words.iter().any(|word| case.contains(word));
    let show = |figure: Figure| println!("{}", figure.row());
    println!("{}", Figure::HEAD);
    detection::run(&wanted, &show)?;
    captures::run(&wanted, &show)?;
    if let Some(row) = memory::row(&wanted)? {
        println!("{row}");
    }
    Ok(())
}
