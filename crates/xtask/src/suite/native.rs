//! Formatting, clippy, the tests of every crate on this machine, and what the core cases take there.

use std::process::Command;

use super::Outcome;
use super::count::Runner;
use crate::bench::instructions;
use crate::checkout::Checkout;
use crate::install::valgrind;
use crate::process;

/// Runs them all.
pub fn run(checkout: &Checkout) -> Vec<Outcome> {
    let mut test = process::cargo(checkout);
    test.args(["test", "--workspace", "--no-fail-fast"]);
    vec![
        formatting(checkout),
        clippy(checkout),
        Outcome::of_tests("native: tests", Runner::Cargo, Ok(test)),
        instructions(checkout),
    ]
}

/// The core cases take no more instructions than they may, where the machine can count them.
fn instructions(checkout: &Checkout) -> Outcome {
    const NAME: &str = "native: instructions";
    if valgrind::is_there() {
        Outcome::of_check(NAME, || instructions::check(checkout))
    } else {
        Outcome::skipped(NAME, "no valgrind")
    }
}

/// Every crate is formatted as rustfmt would.
pub fn formatting(checkout: &Checkout) -> Outcome {
    check(checkout, "native: formatting", &["fmt", "--all", "--check"])
}

/// Clippy finds nothing.
pub fn clippy(checkout: &Checkout) -> Outcome {
    check(
        checkout,
        "native: clippy",
        &[
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "-D",
            "warnings",
        ],
    )
}

fn check(checkout: &Checkout, name: &str, arguments: &[&str]) -> Outcome {
    let mut cargo: Command = process::cargo(checkout);
    cargo.args(arguments);
    Outcome::of_check(name, || process::run(&mut cargo))
}
