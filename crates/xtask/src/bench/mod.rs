//! `cargo xtask bench`: what everything takes, printed, kept and compared.

mod figures;
mod machine;

use std::fs;
use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::checkout::Checkout;
use crate::process;
use figures::{Figures, table};

/// Measures the cases that are wanted, in every place; fails where one is slower than in `old`.
pub fn run(
    checkout: &Checkout,
    cases: &[String],
    old: Option<&Path>,
    output: Option<&Path>,
) -> Result<ExitCode> {
    // Read first: it may be the file that is written.
    let old = old.map(Figures::read).transpose()?;
    let mut figures = measure(checkout, cases)?;
    let mut slower = slower(old.as_ref(), &figures);
    if !slower.is_empty() {
        println!("again, since they seem slower: {}", slower.join(", "));
        figures.keep_faster(measure(checkout, &slower)?);
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
    println!("slower by more than a tenth: {}", slower.join(", "));
    Ok(ExitCode::FAILURE)
}

fn slower(old: Option<&Figures>, new: &Figures) -> Vec<String> {
    old.map(|old| new.slower_than(old)).unwrap_or_default()
}

fn measure(checkout: &Checkout, cases: &[String]) -> Result<Figures> {
    let mut cargo = process::cargo(checkout);
    cargo.args(["build", "--release", "--package", "leaklight-bench"]);
    process::run(&mut cargo)?;
    let mut native = Command::new(checkout.target().join("release").join("leaklight-bench"));
    native.args(cases);
    Figures::parse(&process::read(&mut native)?)
}
