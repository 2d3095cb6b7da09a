//! `cargo xtask bench`: what everything takes, printed, kept and compared.

mod figures;
pub mod instructions;
mod machine;
mod place;

pub use place::{Place, Wishes};

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};

use crate::checkout::Checkout;
use figures::{Figures, Slower, table};

/// Measures what is wanted; fails where something is slower than in `old`.
pub fn run(
    checkout: &Checkout,
    wishes: Wishes,
    old: Option<&Path>,
    output: Option<&Path>,
) -> Result<ExitCode> {
    // Read first: it may be the file that is written.
    let old = old.map(Figures::read).transpose()?;
    place::prepare(checkout, &wishes)?;
    let mut figures = measure(checkout, &wishes)?;
    let mut slower = slower(old.as_ref(), &figures);
    if !slower.is_empty() {
        println!("again, since they seem slower: {}", list(&slower));
        let places = wishes.places().into_iter();
        let again = Wishes {
            cases: slower.iter().map(|one| one.case.clone()).collect(),
            places: places
                .filter(|place| slower.iter().any(|one| one.place == place.name()))
                .collect(),
            ..wishes
        };
        figures.keep_faster(measure(checkout, &again)?);
        slower = self::slower(old.as_ref(), &figures);
    }
    print!("{}", table(&figures, old.as_ref()));
    if let Some(path) = output {
        let text = format!("{}{}", machine::description(checkout)?, figures.to_csv());
        fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))?;
    }
    if slower.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    println!("slower by more than a tenth: {}", list(&slower));
    Ok(ExitCode::FAILURE)
}

fn slower(old: Option<&Figures>, new: &Figures) -> Vec<Slower> {
    old.map(|old| new.slower_than(old)).unwrap_or_default()
}

fn list(slower: &[Slower]) -> String {
    let names: Vec<_> = slower.iter().map(Slower::to_string).collect();
    names.join(", ")
}

fn measure(checkout: &Checkout, wishes: &Wishes) -> Result<Figures> {
    let mut figures = Figures::default();
    for place in wishes.places() {
        figures.append(place::measure(checkout, wishes, place)?);
    }
    Ok(figures)
}
