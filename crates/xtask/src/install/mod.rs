//! What tasks need from outside this repository, and how it gets here.
//!
//! Everything is installed inside the checkout except browsers (apt) and Rust's own parts (rustup).
//! Only what a task needs is installed, and each installation says in one line what it is and why.

mod apt;
pub mod browsers;
mod packages;
mod rust;
pub mod tools;
pub mod valgrind;

use std::env;

use anyhow::Result;

use crate::browser::Browser;
use crate::checkout::Checkout;

/// Something that a task needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A browser with its driver.
    Browser(Browser),
    /// Rust's standard library for wasm.
    WasmTarget,
    /// rustfmt and clippy.
    RustChecks,
    /// Node and the development packages of package.json.
    Packages,
    /// wasm-pack and wasm-bindgen's test runner.
    WasmTests,
    /// valgrind, where it can be had.
    Valgrind,
}

impl Need {
    /// What the extension is built with.
    pub const BUILD: [Need; 2] = [Need::WasmTarget, Need::Packages];
}

/// Installs what is missing of these needs, or says exactly what to install and fails.
pub fn all(checkout: &Checkout, needs: &[Need]) -> Result<()> {
    // First what may need another user's rights, so that nobody waits for an error.
    let browsers: Vec<Browser> = Browser::ALL
        .into_iter()
        .filter(|browser| needs.contains(&Need::Browser(*browser)))
        .collect();
    browsers::install(checkout, &browsers)?;
    let has = |need| needs.contains(&need);
    if has(Need::Valgrind) {
        valgrind::install(checkout)?;
    }
    if has(Need::WasmTarget) {
        rust::wasm_target(checkout)?;
    }
    if has(Need::RustChecks) {
        rust::checks(checkout)?;
    }
    if has(Need::Packages) {
        packages::install(checkout)?;
    }
    if has(Need::WasmTests) {
        tools::install(checkout, tools::wasm_bindgen(checkout)?)?;
        tools::install(checkout, tools::WASM_PACK)?;
    }
    let driver_is_given = env::var_os(Browser::Firefox.driver_variable()).is_some();
    if has(Need::Browser(Browser::Firefox)) && !driver_is_given {
        tools::install(checkout, tools::GECKODRIVER)?;
    }
    tools::tidy(checkout)
}

/// One line that says what is being installed and why.
fn announce(what: &str, why: &str) {
    println!("installing {what}: {why}");
}
