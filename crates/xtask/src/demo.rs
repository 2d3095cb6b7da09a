//! `cargo xtask demo`: the reproduction, seen as a visitor would see it.

use anyhow::Result;

use crate::browser::Browser;
use crate::checkout::Checkout;
use crate::install::{self, Need};
use crate::{lay, node, process};

/// Builds the extension and walks through the site in a real browser.
/// Findings go to the terminal, pictures and the report to target/demo.
pub fn run(checkout: &Checkout, browser: Browser, headed: bool) -> Result<()> {
    install::all(
        checkout,
        &[&Need::BUILD[..], &[Need::Browser(browser)]].concat(),
    )?;
    lay::build(checkout)?;
    let mut walk = node::node(checkout);
    walk.args(["tests/e2e/demo.js", "--browser", browser.name()])
        .args(headed.then_some("--headed"))
        .arg("--out")
        .arg(checkout.target().join("demo"))
        .env(
            browser.driver_variable(),
            install::browsers::driver(checkout, browser)?,
        );
    process::run(&mut walk)
}
