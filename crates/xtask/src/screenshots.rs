//! `cargo xtask screenshots`: pictures of every page of the extension in every state.

use anyhow::Result;

use crate::browser::Browser;
use crate::checkout::Checkout;
use crate::install::{self, Need};
use crate::{lay, node, process};

/// Builds the extension and pictures it, in every look, in each of these browsers, into target/screenshots.
pub fn run(checkout: &Checkout, in_browsers: &[Browser]) -> Result<()> {
    let browsers = in_browsers.iter().copied().map(Need::Browser);
    let needs: Vec<Need> = browsers.chain(Need::BUILD).collect();
    install::all(checkout, &needs)?;
    lay::build(checkout)?;
    for browser in in_browsers {
        let mut pictures = node::node(checkout);
        pictures
            .args(["tests/e2e/screenshots.js", "--browser", browser.name()])
            .arg("--out")
            .arg(checkout.target().join("screenshots"))
            .env(
                browser.driver_variable(),
                install::browsers::driver(checkout, *browser)?,
            );
        process::run(&mut pictures)?;
    }
    Ok(())
}
