//! `cargo xtask update-recipients`: writes the recipients' tables from the facts in `data/` and from npm's
//! `third-party-web`. The same facts give the same bytes; where they come from is said in `data/SOURCES.md`.

mod domains;
mod endpoints;
mod suffixes;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// One file of `crates/recipients/tables`.
struct Table {
    name: &'static str,
    bytes: Vec<u8>,
}

/// Writes every table.
///
/// # Errors
/// A fact that is missing, cannot be read, or contradicts another.
pub fn run(root: &Path) -> Result<()> {
    let folder = root.join("crates/recipients/tables");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut total = 0;
    for table in tables(root)? {
        let path = folder.join(table.name);
        fs::write(&path, &table.bytes)
            .with_context(|| format!("cannot write {}", path.display()))?;
        println!("{:>7} bytes  {}", table.bytes.len(), table.name);
        total += table.bytes.len();
    }
    println!("{total:>7} bytes  in all");
    Ok(())
}

fn tables(root: &Path) -> Result<Vec<Table>> {
    let suffixes = suffixes::Suffixes::read(root)?;
    let entities = domains::Entities::read(root, &suffixes)?;
    let (endpoints, products) = endpoints::read(root, &entities)?;
    Ok(vec![
        Table {
            name: "suffixes.fst",
            bytes: suffixes.automaton()?,
        },
        Table {
            name: "domains.fst",
            bytes: entities.domains()?,
        },
        Table {
            name: "entities.bin",
            bytes: entities.names()?,
        },
        Table {
            name: "endpoints.tsv",
            bytes: endpoints.into_bytes(),
        },
        Table {
            name: "products.tsv",
            bytes: products.into_bytes(),
        },
    ])
}

/// The text of a file below the checkout.
fn text(root: &Path, path: &str) -> Result<String> {
    fs::read_to_string(root.join(path)).with_context(|| format!("cannot read {path}"))
}

/// The facts in a TOML file of `data/`.
fn facts<T: serde::de::DeserializeOwned>(root: &Path, path: &str) -> Result<T> {
    toml::from_str(&text(root, path)?).with_context(|| format!("{path} is not as it should be"))
}

/// A name's bytes from its end, which is how the automata hold them.
fn backwards(name: &str) -> Vec<u8> {
    name.bytes().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> &'static Path {
        Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
    }

    /// Without `npm ci` there is nothing to compare with.
    fn is_installed() -> bool {
        let installed = root().join(domains::THIRD_PARTY_WEB).exists();
        if !installed {
            eprintln!("skipped: npm's packages are not installed");
        }
        installed
    }

    #[test]
    fn committed_tables_are_those_of_the_facts() -> Result<()> {
        if !is_installed() {
            return Ok(());
        }
        for table in tables(root())? {
            let committed = fs::read(root().join("crates/recipients/tables").join(table.name))?;
            assert!(
                committed == table.bytes,
                "{}: run `cargo xtask update-recipients`",
                table.name
            );
        }
        Ok(())
    }

    #[test]
    fn the_same_facts_give_the_same_bytes() -> Result<()> {
        if !is_installed() {
            return Ok(());
        }
        for (first, second) in tables(root())?.iter().zip(&tables(root())?) {
            assert!(first.bytes == second.bytes, "{}", first.name);
        }
        Ok(())
    }

    #[test]
    fn sources_name_the_versions_in_use() -> Result<()> {
        let sources = text(root(), "data/SOURCES.md")?;
        let list = text(root(), suffixes::PATH)?;
        let version = list
            .lines()
            .find_map(|line| line.strip_prefix("// VERSION: "))
            .context("no version")?;
        assert!(
            sources.contains(version),
            "the public suffix list is of {version}"
        );
        if is_installed() {
            let package: serde_json::Value =
                serde_json::from_str(&text(root(), "node_modules/third-party-web/package.json")?)?;
            let version = package["version"].as_str().context("no version")?;
            assert!(
                sources.contains(&format!("third-party-web {version}")),
                "third-party-web is {version}"
            );
        }
        Ok(())
    }
}
