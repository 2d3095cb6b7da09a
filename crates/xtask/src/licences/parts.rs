//! What ships that others wrote, and who says under which licence.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::texts;
use crate::checkout::Checkout;
use crate::{process, wasm};

/// npm packages of which something ships: modules joined into ours (join.rs), or tables made from them.
const NPM: [&str; 2] = ["smol-toml", "third-party-web"];

/// A package that ships, or something of it.
pub struct Part {
    pub name: String,
    /// May be empty where there are none.
    pub version: String,
    /// An SPDX expression.
    pub licence: String,
    /// Where its source is.
    pub source: String,
    /// The licence's texts and notices.
    pub texts: Vec<String>,
}

impl Part {
    /// Name and version.
    pub fn title(&self) -> String {
        format!("{} {}", self.name, self.version)
            .trim_end()
            .to_owned()
    }
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// A crate as `cargo metadata` tells of it.
#[derive(Deserialize)]
struct Package {
    name: String,
    version: String,
    license: Option<String>,
    manifest_path: PathBuf,
    repository: Option<String>,
    /// None where it is of this workspace.
    source: Option<String>,
}

impl Package {
    fn texts(&self) -> Result<Vec<String>> {
        let folder = self.manifest_path.parent().unwrap_or(Path::new(""));
        texts::of_package(folder, self.license.as_deref().unwrap_or_default())
    }
}

/// package.json of an npm package.
#[derive(Deserialize)]
struct Manifest {
    version: String,
    license: String,
}

/// Leaklight, what the compiler adds, the crates, the npm packages, the public suffix list.
pub fn all(checkout: &Checkout) -> Result<Vec<Part>> {
    let root = checkout.root();
    let mut parts = vec![leaklight(root)?, standard_library(root)?];
    parts.extend(crates(checkout)?);
    for name in NPM {
        parts.push(npm(root, name)?);
    }
    parts.push(suffixes(root)?);
    Ok(parts)
}

/// Names and versions of the crates that are compiled into the wasm, ours among them; nothing that only runs while it
/// is compiled.
pub fn tree(checkout: &Checkout) -> Result<BTreeSet<(String, String)>> {
    let mut cargo = process::cargo(checkout);
    cargo
        .args(["tree", "--locked", "--package", "leaklight-wasm"])
        .args(["--target", wasm::TARGET, "--edges", "normal,no-proc-macro"])
        .args(["--prefix", "none", "--format", "{p}"]);
    let listed = process::read(&mut cargo)?;
    listed
        .lines()
        .map(|line| {
            // `memchr v2.8.3`, with more behind it for crates of this workspace.
            let mut words = line.split(' ');
            let name = words.next().unwrap_or_default();
            let version = words.next().and_then(|word| word.strip_prefix('v'));
            let version = version.with_context(|| format!("cargo tree listed {line:?}"))?;
            Ok((name.to_owned(), version.to_owned()))
        })
        .collect()
}

/// Crates of the wasm that are not of this workspace, by name and version.
fn crates(checkout: &Checkout) -> Result<Vec<Part>> {
    let mut cargo = process::cargo(checkout);
    cargo
        .args(["metadata", "--locked", "--format-version", "1"])
        .args(["--filter-platform", wasm::TARGET]);
    let metadata: Metadata = serde_json::from_str(&process::read(&mut cargo)?)
        .context("cargo metadata wrote something else")?;
    let mut packages = Vec::new();
    for (name, version) in tree(checkout)? {
        let package = metadata
            .packages
            .iter()
            .find(|package| package.name == name && package.version == version)
            .with_context(|| format!("cargo metadata does not know {name} {version}"))?;
        if package.source.is_some() {
            packages.push(package);
        }
    }
    packages
        .iter()
        .map(|package| of_crate(checkout.root(), package, &packages))
        .collect()
}

fn of_crate(root: &Path, package: &Package, others: &[&Package]) -> Result<Part> {
    let (name, version) = (package.name.clone(), package.version.clone());
    let Some(licence) = package.license.clone() else {
        bail!("{name} {version} names no licence");
    };
    let mut texts = package.texts()?;
    // Some leave the text at the top of their repository: then another package of the same may have it.
    let siblings = others
        .iter()
        .filter(|other| other.repository.is_some() && other.repository == package.repository);
    for sibling in siblings {
        if texts.is_empty() && sibling.license == package.license {
            texts = sibling.texts()?;
        }
    }
    if texts.is_empty() && licence.contains("Apache-2.0") && !licence.contains(" AND ") {
        texts.push(texts::apache(root)?);
    }
    if texts.is_empty() {
        bail!("{name} {version} brings no licence text");
    }
    Ok(Part {
        source: format!("https://crates.io/crates/{name}/{version}"),
        name,
        version,
        licence,
        texts,
    })
}

fn npm(root: &Path, name: &str) -> Result<Part> {
    let folder = root.join("node_modules").join(name);
    let manifest: Manifest = serde_json::from_str(&text(&folder.join("package.json"))?)
        .with_context(|| format!("cannot read {name}'s package.json"))?;
    let texts = texts::of_package(&folder, &manifest.license)?;
    if texts.is_empty() {
        bail!("{name} brings no licence text");
    }
    Ok(Part {
        name: name.to_owned(),
        texts,
        source: format!(
            "https://www.npmjs.com/package/{name}/v/{}",
            manifest.version
        ),
        version: manifest.version,
        licence: manifest.license,
    })
}

fn leaklight(root: &Path) -> Result<Part> {
    Ok(Part {
        name: "Leaklight".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        licence: "MIT OR Apache-2.0".to_owned(),
        source: "the source archive of the same version".to_owned(),
        texts: vec![
            texts::plain(&text(&root.join("LICENSE-MIT"))?),
            texts::apache(root)?,
        ],
    })
}

/// Linked into everything that rustc compiles; its sources are not among a toolchain's usual files.
fn standard_library(root: &Path) -> Result<Part> {
    Ok(Part {
        name: "Rust standard library".to_owned(),
        version: String::new(),
        licence: "MIT OR Apache-2.0".to_owned(),
        source: "https://github.com/rust-lang/rust (Copyright (c) The Rust Project Contributors)"
            .to_owned(),
        texts: vec![texts::apache(root)?],
    })
}

/// Of which a table is compiled into the wasm.
fn suffixes(root: &Path) -> Result<Part> {
    let list = text(&root.join("data/public_suffix_list.dat"))?;
    let notice: Vec<&str> = list
        .lines()
        .take_while(|line| line.starts_with("//"))
        .collect();
    if notice.is_empty() {
        bail!("the public suffix list begins with no notice");
    }
    Ok(Part {
        name: "Public Suffix List".to_owned(),
        version: String::new(),
        licence: "MPL-2.0".to_owned(),
        source:
            "https://publicsuffix.org/list/, and data/public_suffix_list.dat in the source archive"
                .to_owned(),
        texts: vec![texts::plain(&notice.join("\n"))],
    })
}

fn text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
