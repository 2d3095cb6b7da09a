//! Parts of the Rust toolchain, through rustup.

use std::path::Path;

use anyhow::{Result, bail};

use super::announce;
use crate::checkout::Checkout;
use crate::process;
use crate::wasm;

/// Rust's standard library for wasm.
pub fn wasm_target(checkout: &Checkout) -> Result<()> {
    let mut rustc = process::command(checkout, "rustc");
    rustc.args(["--print", "target-libdir", "--target", wasm::TARGET]);
    if Path::new(process::read(&mut rustc)?.trim()).is_dir() {
        return Ok(());
    }
    rustup(
        checkout,
        &["target", "add", wasm::TARGET],
        "the extension's core is compiled to wasm",
    )
}

/// rustfmt and clippy.
pub fn checks(checkout: &Checkout) -> Result<()> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let mut version = process::cargo(checkout);
        version.args([subcommand, "--version"]);
        if !process::succeeds(&mut version) {
            rustup(
                checkout,
                &["component", "add", component],
                "part of the checks",
            )?;
        }
    }
    Ok(())
}

fn rustup(checkout: &Checkout, arguments: &[&str], why: &str) -> Result<()> {
    let mut rustup = process::command(checkout, "rustup");
    rustup.args(arguments);
    let typed = process::shown(&rustup);
    if process::on_path(&["rustup"]).is_none() {
        bail!(
            "{why}: install rustup (https://rustup.rs), or what `{typed}` would add, then try again"
        );
    }
    announce(&arguments[2..].join(" "), why);
    process::run(&mut rustup)
}
