//! The licence texts that a package brings.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// How the names of such files begin.
const NAMES: [&str; 6] = [
    "LICENSE",
    "LICENCE",
    "COPYING",
    "COPYRIGHT",
    "NOTICE",
    "UNLICENSE",
];
/// What is kept whichever licence is chosen.
const NOTICES: [&str; 2] = ["COPYRIGHT", "NOTICE"];
/// The choices, most wanted first: the shorter text.
const CHOICES: [&str; 2] = ["MIT", "APACHE"];

/// The texts at the top of a package's folder: of one licence where its expression leaves the choice. May be none.
pub fn of_package(folder: &Path, licence: &str) -> Result<Vec<String>> {
    let mut names = fs::read_dir(folder)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
                .collect::<std::io::Result<Vec<_>>>()
        })
        .with_context(|| format!("cannot list {}", folder.display()))?;
    names.retain(|name| NAMES.iter().any(|begin| begins(name, begin)));
    names.sort();
    chosen(&names, licence)
        .iter()
        .map(|name| {
            let path = folder.join(name);
            let text = fs::read_to_string(&path)
                .with_context(|| format!("cannot read {}", path.display()))?;
            Ok(plain(&text))
        })
        .collect()
}

/// Leaklight's own copy of the Apache License, for whoever brings none.
pub fn apache(root: &Path) -> Result<String> {
    let text = fs::read_to_string(root.join("LICENSE-APACHE"))
        .context("cannot read this project's LICENSE-APACHE")?;
    Ok(plain(&text))
}

/// A text without what differs between checkouts: ends of lines, and what is empty around it.
pub fn plain(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

fn chosen<'n>(names: &'n [String], licence: &str) -> Vec<&'n String> {
    let of = |choice: &str| {
        names
            .iter()
            .any(|name| name.to_uppercase().contains(choice))
    };
    let choice = CHOICES.iter().find(|choice| of(choice));
    match choice {
        Some(choice) if !licence.contains(" AND ") => names
            .iter()
            .filter(|name| {
                name.to_uppercase().contains(choice)
                    || NOTICES.iter().any(|notice| begins(name, notice))
            })
            .collect(),
        _ => names.iter().collect(),
    }
}

fn begins(name: &str, begin: &str) -> bool {
    name.to_uppercase().starts_with(begin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen_of(names: &[&str], licence: &str) -> Vec<String> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        chosen(&names, licence).into_iter().cloned().collect()
    }

    #[test]
    fn of_a_choice_the_shorter_text_is_taken_and_notices_stay() {
        let files = ["COPYRIGHT", "LICENSE-APACHE", "LICENSE-MIT.md"];
        assert_eq!(
            chosen_of(&files, "MIT OR Apache-2.0"),
            ["COPYRIGHT", "LICENSE-MIT.md"]
        );
        assert_eq!(
            chosen_of(
                &["LICENSE-APACHE", "LICENSE-BOOST"],
                "Apache-2.0 OR BSL-1.0"
            ),
            ["LICENSE-APACHE"]
        );
    }

    #[test]
    fn where_several_licences_are_asked_for_all_texts_are_taken() {
        let files = ["LICENSE-MIT", "LICENSE-UNICODE"];
        assert_eq!(chosen_of(&files, "MIT AND Unicode-3.0"), files);
        assert_eq!(chosen_of(&["LICENSE"], "BSD-3-Clause"), ["LICENSE"]);
    }

    #[test]
    fn line_ends_make_no_other_text() {
        assert_eq!(plain("\r\none  \r\ntwo\r\n"), plain("one\ntwo\n"));
    }
}
