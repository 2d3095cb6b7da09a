//! The licences of what others wrote and the extension ships: crates in the wasm, npm packages, tables made from lists.
//!
//! The same lock files give the same bytes.

mod expression;
mod parts;
mod texts;

use std::collections::BTreeMap;

use anyhow::{Result, bail};

use crate::checkout::Checkout;
use parts::Part;

/// The file beside the manifest.
pub const FILE: &str = "third-party-licences.txt";

/// Begins with a byte order mark: nothing else tells a browser that a file of an extension is UTF-8.
const HEAD: &str = "\u{feff}Leaklight, and what others wrote that ships with it: the crates in leaklight_bg.wasm, the npm
packages joined into the pages' scripts, and what Leaklight's tables are made from. Licences first, then their texts.
Where a licence leaves a choice, the text is of the one chosen.
";

/// Every package that ships, its licence, and all texts. Fails where a licence is not among those allowed, or a text is
/// missing.
pub fn text(checkout: &Checkout) -> Result<String> {
    let parts = parts::all(checkout)?;
    for part in &parts {
        if !expression::allowed(&part.licence) {
            bail!(
                "{} is under {:?}, which nobody allowed",
                part.title(),
                part.licence
            );
        }
    }
    Ok(written(&parts))
}

/// First the list of packages, then each different text once, with the packages it is of.
fn written(parts: &[Part]) -> String {
    let mut file = format!("{HEAD}\n");
    let mut owners: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for part in parts {
        file.push_str(&format!(
            "{}: {}\n    {}\n",
            part.title(),
            part.licence,
            part.source
        ));
        for text in &part.texts {
            owners.entry(text).or_default().push(part.title());
        }
    }
    // In the order of the packages, not of the texts' words.
    let mut texts: Vec<_> = owners.into_iter().collect();
    texts.sort_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
    for (text, titles) in texts {
        let rule = "=".repeat(80);
        file.push_str(&format!(
            "\n{rule}\n{}\n{rule}\n\n{text}\n",
            titles.join(", ")
        ));
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    /// The crates that the wasm is compiled from, of this workspace.
    const OURS: [&str; 6] = [
        "wasm",
        "core",
        "detect",
        "evidence",
        "parameters",
        "recipients",
    ];

    fn of_this_checkout() -> String {
        text(&Checkout::find().unwrap()).unwrap()
    }

    fn part(name: &str, texts: &[&str]) -> Part {
        Part {
            name: name.to_owned(),
            version: "1.0.0".to_owned(),
            licence: "MIT".to_owned(),
            source: format!("https://example.com/{name}"),
            texts: texts.iter().map(|text| (*text).to_owned()).collect(),
        }
    }

    #[test]
    fn every_crate_of_the_wasms_tree_is_named_with_its_version() {
        let checkout = Checkout::find().unwrap();
        let tree = parts::tree(&checkout).unwrap();
        assert!(tree.len() > 20, "{tree:?}");
        let text = of_this_checkout();
        for (name, version) in tree
            .iter()
            .filter(|(name, _)| !name.starts_with("leaklight"))
        {
            assert!(
                text.contains(&format!("\n{name} {version}: ")),
                "{name} {version}"
            );
        }
    }

    #[test]
    fn every_dependency_that_a_crate_of_the_wasm_declares_is_named() {
        let checkout = Checkout::find().unwrap();
        let text = of_this_checkout();
        for crate_name in OURS {
            let manifest = checkout
                .root()
                .join("crates")
                .join(crate_name)
                .join("Cargo.toml");
            let manifest: toml::Table =
                toml::from_str(&fs::read_to_string(manifest).unwrap()).unwrap();
            let Some(dependencies) = manifest.get("dependencies") else {
                continue;
            };
            for (name, facts) in dependencies.as_table().unwrap() {
                let optional = facts.get("optional").and_then(toml::Value::as_bool) == Some(true);
                if !optional && !name.starts_with("leaklight-") {
                    assert!(text.contains(&format!("\n{name} ")), "{crate_name}: {name}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_crate_is_named_too() {
        let text = of_this_checkout();
        for name in [
            "Leaklight 0.",
            "Rust standard library",
            "smol-toml 1.",
            "third-party-web 0.",
            "Public Suffix List",
        ] {
            assert!(text.contains(&format!("\n{name}")), "{name}");
        }
        assert!(
            text.contains("Copyright (c) 2019 Patrick Hulce"),
            "third-party-web's notice"
        );
        assert!(text.contains("Mozilla Public"), "the list's notice");
    }

    #[test]
    fn what_only_runs_at_compile_time_is_not_named() {
        let text = of_this_checkout();
        for name in ["syn", "quote", "serde_derive", "wasm-bindgen-macro"] {
            assert!(!text.contains(&format!("\n{name} ")), "{name}");
        }
    }

    #[test]
    fn the_same_checkout_gives_the_same_bytes() {
        assert_eq!(of_this_checkout(), of_this_checkout());
    }

    #[test]
    fn a_text_that_two_packages_share_stands_there_once_with_both() {
        let file = written(&[part("a", &["Permission"]), part("b", &["Permission"])]);
        assert_eq!(file.matches("Permission").count(), 1);
        assert!(file.contains("\na 1.0.0, b 1.0.0\n"), "{file}");
    }
}
