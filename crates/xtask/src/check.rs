//! `cargo xtask check`: what can be told without a browser, in seconds.

use std::process::ExitCode;

use anyhow::Result;

use crate::checkout::Checkout;
use crate::install::{self, Need};
use crate::lay;
use crate::replace::Unfinished;
use crate::suite::{self, Outcome};

/// Formatting, clippy, types, lint. The wasm is built only if it never was.
pub fn run(checkout: &Checkout) -> Result<ExitCode> {
    install::all(checkout, &[&Need::BUILD[..], &[Need::RustChecks]].concat())?;
    if !checkout.pkg().is_dir() {
        lay::build(checkout)?;
    }
    Ok(suite::conclude(&[
        suite::formatting(checkout),
        suite::clippy(checkout),
        suite::types(checkout),
        Outcome::of_check("js: lint", || lint(checkout)),
    ]))
}

/// Lints the sources as they are now, which dist may be older than.
fn lint(checkout: &Checkout) -> Result<()> {
    let laid = Unfinished::new(&checkout.unfinished(), "lint")?;
    lay::lay(checkout, laid.path())?;
    suite::lint::run(checkout, laid.path())
}
