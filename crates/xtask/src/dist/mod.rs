//! dist/packages: what the stores are handed, the same bytes from the same commit.

mod archive;
mod budget;
mod contents;
mod prove;
mod source;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::browser::Browser;
use crate::checkout::Checkout;
use crate::replace::Unfinished;
use crate::suite::lint;
use crate::{lay, node, process};
use archive::Entry;

/// Sums of all packages, as `sha256sum --check` reads them.
const SUMS: &str = "SHA256SUMS";
/// What the packages were built with: another compiler makes other bytes.
const TOOLS: &str = "BUILT_WITH";

/// Builds, packs and checks. Fails where a package holds what it should not, is too large, or the lint complains.
pub fn run(checkout: &Checkout, prove: bool) -> Result<()> {
    let source = source::entries(checkout)?;
    lay::build(checkout)?;
    let packages = Unfinished::new(&checkout.unfinished(), "packages")?;
    let mut names = Vec::new();
    for browser in Browser::ALL {
        let name = format!("leaklight-{}-{}", version(), browser.package());
        let bytes = archive::pack(extension(checkout, browser)?)?;
        budget::check(&name, bytes.len())?;
        write(packages.path(), &name, &bytes)?;
        names.push(name);
    }
    if let Some(source) = source {
        let name = source::name();
        write(packages.path(), &name, &archive::pack(source)?)?;
        names.push(name);
    } else {
        println!("no source archive: this is not a git checkout");
    }
    let sums = sums(packages.path(), &names)?;
    write(packages.path(), SUMS, sums.as_bytes())?;
    write(packages.path(), TOOLS, tools(checkout)?.as_bytes())?;
    let place = checkout.packages();
    packages.finish(&place)?;
    print!("{sums}");
    if prove {
        prove::run(&place, &names)?;
    }
    Ok(())
}

/// The files of the extension as laid for a browser, checked.
fn extension(checkout: &Checkout, browser: Browser) -> Result<Vec<Entry>> {
    let folder = checkout.dist(browser);
    lint::run(checkout, &folder)?;
    let files = lay::files(&folder, Path::new(""))?;
    contents::all_reached(&folder, &files)?;
    files
        .iter()
        .map(|file| {
            let bytes = read(&folder.join(file))?;
            contents::names_no_machine(checkout, file, &bytes)?;
            Ok(Entry::new(file, bytes))
        })
        .collect()
}

/// This workspace's version, which all packages carry.
fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

fn sums(folder: &Path, names: &[String]) -> Result<String> {
    names
        .iter()
        .map(|name| {
            let digest = Sha256::digest(read(&folder.join(name))?);
            let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
            Ok(format!("{hex}  {name}\n"))
        })
        .collect()
}

fn tools(checkout: &Checkout) -> Result<String> {
    let mut rustc = process::command(checkout, "rustc");
    rustc.arg("--version");
    let mut wasm_opt = node::program(checkout, "wasm-opt");
    wasm_opt.arg("--version");
    let mut node = node::node(checkout);
    node.arg("--version");
    let of = |command: &mut Command| process::read(command);
    Ok(format!(
        "{}{}node {}",
        of(&mut rustc)?,
        of(&mut wasm_opt)?,
        of(&mut node)?
    ))
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path: PathBuf = folder.join(name);
    fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("dist/packages/{name}: {} KB", bytes.len() / 1000);
    Ok(())
}
