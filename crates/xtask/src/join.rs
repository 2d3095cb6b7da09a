//! Joins the extension's modules, so that each page and the background load one file: a worker that loads every module by
//! itself takes half as long again to its first verdict.

use std::path::Path;

use anyhow::Result;

use crate::checkout::Checkout;
use crate::{node, process};

/// What the manifest and the pages load, below extension/.
const ENTRIES: [&str; 6] = [
    "background/main.js",
    "ledger/ledger.js",
    "options/options.js",
    "popup/popup.js",
    "report/report.js",
    "welcome/welcome.js",
];

/// Writes each entry with all that it imports into `folder`, under its own name: readable, and with the notices of what
/// others wrote.
pub fn join(checkout: &Checkout, folder: &Path) -> Result<()> {
    let extension = checkout.extension();
    let mut esbuild = node::program(checkout, "esbuild");
    esbuild
        .args(ENTRIES.map(|entry| extension.join(entry)))
        .args(["--bundle", "--format=esm", "--target=es2023"])
        .args(["--charset=utf8", "--legal-comments=inline"])
        .arg("--log-level=warning")
        .arg(format!("--outbase={}", extension.display()))
        .arg(format!("--outdir={}", folder.display()));
    process::run(&mut esbuild)
}
