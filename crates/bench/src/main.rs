//! `cargo xtask bench` runs this: prints one line of comma-separated values for each case; with words, for those whose
//! names hold one of them.

mod captures;
mod clock;
mod detection;
mod inputs;

use clock::Figure;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let wanted = |case: &str| words.is_empty() || words.iter().any(|word| case.contains(word));
    let show = |figure: Figure| println!("{}", figure.row());
    println!("{}", Figure::HEAD);
    detection::run(&wanted, &show)?;
    captures::run(&wanted, &show)
}
