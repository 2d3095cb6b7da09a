//! Development tools from crates.io, installed into target/tools.

use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use super::announce;
use crate::checkout::Checkout;
use crate::{lock, process};

/// A tool at one version.
pub struct Tool {
    package: &'static str,
    version: Cow<'static, str>,
    /// A program that it brings.
    program: &'static str,
    /// Most run for seconds: compiling them without optimisation saves more than it costs.
    optimised: bool,
    why: &'static str,
}

/// Steers Firefox.
pub const GECKODRIVER: Tool = Tool {
    package: "geckodriver",
    version: Cow::Borrowed("0.37.1"),
    program: "geckodriver",
    optimised: false,
    why: "steers Firefox",
};

/// Runs the tests of crates/wasm in browsers.
pub const WASM_PACK: Tool = Tool {
    package: "wasm-pack",
    version: Cow::Borrowed("0.15.1"),
    program: "wasm-pack",
    optimised: false,
    why: "runs the wasm's tests in browsers",
};

/// What scanning captures is held against.
pub const RIPGREP: Tool = Tool {
    package: "ripgrep",
    version: Cow::Borrowed("15.2.0"),
    program: "rg",
    optimised: true,
    why: "the bench holds the command line against it",
};

/// wasm-pack's test runner, in the version of the crate that the tests are compiled with.
pub fn wasm_bindgen(checkout: &Checkout) -> Result<Tool> {
    Ok(Tool {
        package: "wasm-bindgen-cli",
        version: Cow::Owned(lock::wasm_bindgen(checkout)?),
        program: "wasm-bindgen-test-runner",
        optimised: false,
        why: "binds the wasm's tests for browsers",
    })
}

/// Installs a tool unless this very version is there.
pub fn install(checkout: &Checkout, tool: Tool) -> Result<()> {
    let record = fs::read_to_string(checkout.tools().join(".crates.toml")).unwrap_or_default();
    if checkout.tool(tool.program).is_file() && holds(&record, &tool) {
        return Ok(());
    }
    announce(&format!("{} {}", tool.package, tool.version), tool.why);
    // The tool's own lock file may name a version that has been withdrawn since.
    let locked = process::run(&mut cargo_install(checkout, &tool, true));
    locked.or_else(|error| {
        println!("{error:#}; trying without the tool's own lock file");
        process::run(&mut cargo_install(checkout, &tool, false))
    })
}

fn cargo_install(checkout: &Checkout, tool: &Tool, locked: bool) -> Command {
    let mut cargo = process::cargo(checkout);
    cargo
        .args(["install", tool.package, "--quiet", "--force"])
        .args(["--version", &format!("={}", tool.version)])
        .args(locked.then_some("--locked"))
        .arg("--root")
        .arg(checkout.tools())
        .args((!tool.optimised).then_some("--debug"))
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env("CARGO_TARGET_DIR", build(checkout));
    cargo
}

/// Where they are compiled: one folder, since they share dependencies.
fn build(checkout: &Checkout) -> PathBuf {
    checkout.tools().join("build")
}

/// Deletes what compiling them left behind, which is a gigabyte.
pub fn tidy(checkout: &Checkout) -> Result<()> {
    let build = build(checkout);
    if build.exists() {
        fs::remove_dir_all(&build).with_context(|| format!("cannot delete {}", build.display()))?;
    }
    Ok(())
}

/// Whether cargo's record of what it installed names this tool at this version.
fn holds(record: &str, tool: &Tool) -> bool {
    let entry = format!("\"{} {} (", tool.package, tool.version);
    record.lines().any(|line| line.starts_with(&entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RECORD: &str = "[v1]\n\
        \"geckodriver 0.37.1 (registry+https://github.com/rust-lang/crates.io-index)\" = [\"geckodriver\"]\n";

    #[test]
    fn the_installed_version_is_found() {
        assert!(holds(RECORD, &GECKODRIVER));
    }

    #[test]
    fn another_version_or_another_tool_is_not() {
        let newer = Tool {
            version: "0.37.2".into(),
            ..GECKODRIVER
        };
        assert!(!holds(RECORD, &newer));
        assert!(!holds(RECORD, &WASM_PACK));
    }
}
