//! The built extension in real browsers, on real pages.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, anyhow, bail};

use super::Outcome;
use super::count::Runner;
use crate::browser::Browser;
use crate::checkout::Checkout;
use crate::install::browsers;
use crate::{node, process};

/// One file after the other: they share the machine with a whole browser each.
/// Ten minutes (in milliseconds) for a file, so that a browser that hangs does not hide the other tests.
const OPTIONS: [&str; 2] = ["--test-concurrency=1", "--test-timeout=600000"];

/// Runs the tests in each of these browsers. Fails at once without a built extension.
pub fn run(checkout: &Checkout, in_browsers: &[Browser], extension_is_built: bool) -> Vec<Outcome> {
    let command_line = build_command_line(checkout);
    let mut outcomes = Vec::new();
    let ready = extension_is_built && command_line.passed();
    outcomes.push(command_line);
    for browser in in_browsers {
        let tests = if ready {
            command(checkout, *browser)
        } else {
            Err(anyhow!("nothing to test: the build failed"))
        };
        outcomes.push(Outcome::of_tests(
            &format!("e2e: {}", browser.name()),
            Runner::Node,
            tests,
        ));
    }
    outcomes
}

/// The tests hold the extension's verdict against the command line's.
fn build_command_line(checkout: &Checkout) -> Outcome {
    Outcome::of_check("e2e: command line", || {
        let mut cargo = process::cargo(checkout);
        cargo.args(["build", "--package", "leaklight"]);
        process::run(&mut cargo)?;
        let program = program(checkout);
        if !program.is_file() {
            bail!("cargo built no {}", program.display());
        }
        Ok(())
    })
}

fn program(checkout: &Checkout) -> PathBuf {
    checkout.target().join("debug/leaklight")
}

fn command(checkout: &Checkout, browser: Browser) -> Result<Command> {
    let mut node = node::tests(checkout, "tests/e2e", &OPTIONS)?;
    node.env("LEAKLIGHT_BROWSER", browser.name())
        .env("LEAKLIGHT_CLI", program(checkout))
        .env(
            browser.driver_variable(),
            browsers::driver(checkout, browser)?,
        );
    Ok(node)
}
