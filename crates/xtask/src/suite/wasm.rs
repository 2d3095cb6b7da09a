//! The tests of crates/wasm in headless browsers, through wasm-pack.

use std::env;
use std::process::Command;

use anyhow::{Context, Result};

use super::Outcome;
use super::count::Runner;
use crate::browser::Browser;
use crate::checkout::Checkout;
use crate::install::browsers;
use crate::process;
use crate::wasm::TARGET;

/// Runs them in each of these browsers.
pub fn run(checkout: &Checkout, in_browsers: &[Browser]) -> Vec<Outcome> {
    let mut outcomes = vec![clippy(checkout)];
    for browser in in_browsers {
        outcomes.push(Outcome::of_tests(
            &format!("wasm: {}", browser.name()),
            Runner::Cargo,
            command(checkout, *browser),
        ));
    }
    outcomes
}

/// Clippy on what is compiled for wasm only, and so is not seen with the native crates.
fn clippy(checkout: &Checkout) -> Outcome {
    let mut clippy = process::cargo(checkout);
    clippy
        .args([
            "clippy",
            "--package",
            "leaklight-wasm",
            "--no-deps",
            "--all-targets",
        ])
        .args(["--target", TARGET, "--quiet", "--", "-D", "warnings"]);
    Outcome::of_check("wasm: clippy", || process::run(&mut clippy))
}

fn command(checkout: &Checkout, browser: Browser) -> Result<Command> {
    let tools = checkout.tools();
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(
        [tools.join("bin")]
            .into_iter()
            .chain(env::split_paths(&path)),
    )
    .context("target/tools cannot be put on the PATH")?;
    let flag = match browser {
        Browser::Chromium => "--chrome",
        Browser::Firefox => "--firefox",
    };
    let mut wasm_pack = process::command(checkout, checkout.tool("wasm-pack"));
    // The test runner takes the first driver that any of these variables names, whatever the flag says.
    for other in Browser::ALL {
        wasm_pack.env_remove(other.driver_variable());
    }
    wasm_pack
        .args([
            "test",
            "--headless",
            flag,
            "--mode",
            "no-install",
            "crates/wasm",
        ])
        .env("PATH", path)
        .env("WASM_PACK_CACHE", tools.join("wasm-pack"))
        .env(
            browser.driver_variable(),
            browsers::driver(checkout, browser)?,
        )
        // Seconds. The defaults, 5 and 20, are short for a browser's first start on a busy machine.
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    Ok(wasm_pack)
}
