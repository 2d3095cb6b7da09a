//! `cargo xtask test`: every test, counted.

mod count;
mod e2e;
mod js;
pub mod lint;
mod native;
mod outcome;
mod tee;
mod wasm;

pub use js::types;
pub use native::{clippy, formatting};
pub use outcome::Outcome;

use std::process::ExitCode;

use anyhow::Result;
use clap::ValueEnum;

use crate::browser::Browser;
use crate::checkout::Checkout;
use crate::install::{self, Need};
use crate::lay;
use outcome::{closing, failed, table};

/// Tests that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Suite {
    /// Formatting, clippy, the tests of every crate, and the instructions of the core cases
    Native,
    /// The wasm's tests in headless browsers, through wasm-pack
    Wasm,
    /// Types, the tests of the extension's modules and the bench's, web-ext lint
    Js,
    /// The built extension in real browsers on real pages
    E2e,
}

impl Suite {
    const ALL: [Suite; 4] = [Suite::Native, Suite::Wasm, Suite::Js, Suite::E2e];

    /// What it needs, for these browsers.
    fn needs(self, browsers: &[Browser]) -> Vec<Need> {
        let browsers = browsers.iter().copied().map(Need::Browser);
        match self {
            Suite::Native => vec![Need::RustChecks, Need::Valgrind],
            Suite::Wasm => browsers
                .chain([Need::RustChecks, Need::WasmTarget, Need::WasmTests])
                .collect(),
            Suite::Js => Need::BUILD.to_vec(),
            Suite::E2e => browsers.chain(Need::BUILD).collect(),
        }
    }

    /// Whether it looks at the built extension.
    fn needs_extension(self) -> bool {
        matches!(self, Suite::Js | Suite::E2e)
    }
}

/// Runs one suite or all, in one browser or all; a failure does not stop what comes after it.
/// An error only when something that the tests need cannot be installed.
pub fn run(
    checkout: &Checkout,
    suite: Option<Suite>,
    browser: Option<Browser>,
) -> Result<ExitCode> {
    let suites = suite.map_or(Suite::ALL.to_vec(), |suite| vec![suite]);
    let browsers = browser.map_or(Browser::ALL.to_vec(), |browser| vec![browser]);
    let needs: Vec<Need> = suites
        .iter()
        .flat_map(|suite| suite.needs(&browsers))
        .collect();
    install::all(checkout, &needs)?;

    let mut outcomes = Vec::new();
    let mut built = None;
    for suite in suites {
        if suite.needs_extension() && built.is_none() {
            let build = Outcome::of_check("build", || lay::build(checkout));
            built = Some(build.passed());
            outcomes.push(build);
        }
        let is_built = built == Some(true);
        outcomes.extend(match suite {
            Suite::Native => native::run(checkout),
            Suite::Wasm => wasm::run(checkout, &browsers),
            Suite::Js => js::run(checkout, is_built),
            Suite::E2e => e2e::run(checkout, &browsers, is_built),
        });
    }
    Ok(conclude(&outcomes))
}

/// Prints the table and the closing line. The exit status says whether everything passed.
pub fn conclude(outcomes: &[Outcome]) -> ExitCode {
    println!("\n{}\n{}", table(outcomes), closing(outcomes));
    if failed(outcomes) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    }
}
