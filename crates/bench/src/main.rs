//! `cargo xtask bench` runs this. With words, only for cases whose names hold one of them.
//!
//!     leaklight-bench [WORD...]                          a line of comma-separated values for each case
//!     leaklight-bench --against-rg RG LEAKLIGHT [CAPTURE...]   the same for the cases of `grep.rs`
//!     leaklight-bench --inputs FOLDER                    the inputs as files, for other places
//!     leaklight-bench --times N CASE                     one case's work so often, for whoever counts instructions
//!     leaklight-bench --peak FILE...                     the memory that scanning these took: it calls itself so

mod captures;
mod clock;
mod detection;
mod files;
mod grep;
mod har;
mod inputs;
mod memory;
mod patterns;

use clock::Figure;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let show = |figure: Figure| println!("{}", figure.row());
    match words.split_first() {
        Some((option, [times, case])) if option == "--times" => {
            let times = times.parse()?;
            if captures::repeat(case, times)? {
                return Ok(());
            }
            detection::repeat(case, times)
        }
        Some((option, files)) if option == "--peak" => memory::peak(files),
        Some((option, [folder])) if option == "--inputs" => files::write(folder.as_ref()),
        Some((option, [rg, leaklight, captures @ ..])) if option == "--against-rg" => {
            let programs = grep::Programs {
                rg: rg.into(),
                leaklight: leaklight.into(),
            };
            println!("{}", Figure::HEAD);
            grep::run(&programs, captures, &show)
        }
        _ => measure(&words, &show),
    }
}

/// Every case of one process whose name holds one of these words; all of them where there are none.
fn measure(words: &[String], show: &dyn Fn(Figure)) -> Result<(), Box<dyn Error>> {
    let wanted = |case: &str| words.is_empty() || words.iter().any(|word| case.contains(word));
    println!("{}", Figure::HEAD);
    detection::run(&wanted, show)?;
    captures::run(&wanted, show)?;
    if let Some(row) = memory::row(&wanted)? {
        println!("{row}");
    }
    Ok(())
}
