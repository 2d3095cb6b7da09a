//! `cargo xtask update-recipients`: writes the recipients' tables from the facts in `data/` and from npm's
//! `third-party-web`. The same facts give the same bytes; where they come from is said in `data/SOURCES.md`.

mod domains;
mod endpoints;
mod names;
mod suffixes;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::packed::packed;

/// One table of a crate's.
struct Table {
    path: &'static str,
    bytes: Vec<u8>,
}

/// Writes every table.
///
/// # Errors
/// A fact that is missing, cannot be read, or contradicts another.
pub fn run(root: &Path) -> Result<()> {
    let mut total = 0;
    for table in tables(root)? {
        let path = root.join(table.path);
        fs::write(&path, &table.bytes)
            .with_context(|| format!("cannot write {}", path.display()))?;
        println!("{:>7} bytes  {}", table.bytes.len(), table.path);
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
            path: "crates/recipients/tables/suffixes.z",
            bytes: packed(&suffixes.table())?,
        },
        Table {
            path: "crates/recipients/tables/entities.z",
            bytes: packed(&entities.table()?)?,
        },
        Table {
            path: "crates/recipients/tables/endpoints.z",
            bytes: packed(&endpoints)?,
        },
        Table {
            path: "crates/recipients/tables/products.z",
            bytes: packed(&products)?,
        },
        Table {
            path: "crates/parameters/tables/names.z",
            bytes: packed(&names::read(root)?)?,
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
            let committed = fs::read(root().join(table.path))?;
            assert!(
                committed == table.bytes,
                "{}: run `cargo xtask update-recipients`",
                table.path
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
            assert!(first.bytes == second.bytes, "{}", first.path);
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
