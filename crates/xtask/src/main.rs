//! Leaklight's own tasks, as `cargo xtask --help` lists them.
//!
//! Every task installs what it needs and is missing, or says exactly what to install.

mod bench;
mod browser;
mod check;
mod checkout;
mod demo;
mod dist;
mod install;
mod join;
mod lay;
mod licences;
mod lock;
mod node;
mod packed;
mod process;
mod replace;
mod screenshots;
mod size;
mod suite;
mod update_letters;
mod update_recipients;
mod wasm;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use bench::{Place, Wishes};
use browser::Browser;
use checkout::Checkout;
use install::Need;
use suite::Suite;

#[derive(Parser)]
#[command(
    name = "xtask",
    bin_name = "cargo xtask",
    about = "Leaklight's own tasks"
)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Walk through the reproduction in a real browser and show what a visitor would see
    Demo {
        /// Which browser to open
        #[arg(long, value_enum, default_value_t = Browser::Chromium)]
        browser: Browser,
        /// Show the browser's window
        #[arg(long)]
        headed: bool,
    },
    /// Picture every page of the extension in every state: light, dark, narrow, right to left, in Spanish
    Screenshots {
        /// Only in this browser
        #[arg(long, value_enum)]
        browser: Option<Browser>,
    },
    /// Run every test, or one suite
    Test {
        /// Only this suite
        #[arg(value_enum)]
        suite: Option<Suite>,
        /// Only this browser, in the suites that need one
        #[arg(long, value_enum)]
        browser: Option<Browser>,
    },
    /// Build the extension into dist/chrome and dist/firefox, ready to load unpacked
    Build,
    /// Make what the stores are handed, in dist/packages: the same bytes from the same commit
    Dist {
        /// Make everything once more from the source archive, elsewhere, and compare
        #[arg(long)]
        prove: bool,
    },
    /// Print what each dependency weighs in the wasm, and hold the wasm to its budget
    Size,
    /// The fast checks: formatting, clippy, types, the extension's lint
    Check,
    /// Print how long everything takes, as ratios to reference work done by turns
    Bench {
        /// Only cases whose names hold one of these words
        cases: Vec<String>,
        /// Only in these places
        #[arg(long = "place", value_enum)]
        places: Vec<Place>,
        /// Browse with and without the extension as well, which takes some minutes
        #[arg(long)]
        browsers: bool,
        /// Hold the scan of this capture against ripgrep's too
        #[arg(long = "capture", value_name = "CAPTURE")]
        captures: Vec<PathBuf>,
        /// Fail where a ratio is worse than in this file by a tenth
        #[arg(long, value_name = "OLD.csv")]
        compare: Option<PathBuf>,
        /// Write the figures to this file, with the machine's description
        #[arg(long, value_name = "NEW.csv")]
        output: Option<PathBuf>,
        /// Count the instructions of the core cases instead, and write the tests' budget anew
        #[arg(long, exclusive = true)]
        instructions: bool,
    },
    /// Write the recipients' tables from the facts in data/ and npm's third-party-web
    UpdateRecipients,
    /// Write the table of what letters are made of, from the crate unicode-normalization
    UpdateLetters,
}

fn main() -> ExitCode {
    match run(Arguments::parse().task) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result<ExitCode> {
    let checkout = Checkout::find()?;
    match task {
        Task::Demo { browser, headed } => demo::run(&checkout, browser, headed)?,
        Task::Screenshots { browser } => {
            let browsers = browser.map_or(Browser::ALL.to_vec(), |browser| vec![browser]);
            screenshots::run(&checkout, &browsers)?;
        }
        Task::Test { suite, browser } => return suite::run(&checkout, suite, browser),
        Task::Build => {
            install::all(&checkout, &Need::BUILD)?;
            lay::build(&checkout)?;
        }
        Task::Dist { prove } => {
            install::all(&checkout, &Need::BUILD)?;
            dist::run(&checkout, prove)?;
        }
        Task::Size => {
            install::all(&checkout, &Need::BUILD)?;
            lay::build(&checkout)?;
            size::run(&checkout)?;
        }
        Task::UpdateRecipients => {
            install::all(&checkout, &[Need::Packages])?;
            update_recipients::run(checkout.root())?;
        }
        Task::UpdateLetters => update_letters::run(checkout.root())?,
        Task::Bench {
            instructions: true, ..
        } => bench::instructions::write(&checkout)?,
        Task::Bench {
            cases,
            places,
            browsers: browsing,
            captures,
            compare,
            output,
            ..
        } => {
            let wishes = Wishes {
                cases,
                places,
                browsing,
                captures,
            };
            return bench::run(&checkout, wishes, compare.as_deref(), output.as_deref());
        }
        Task::Check => return check::run(&checkout),
    }
    Ok(ExitCode::SUCCESS)
}
