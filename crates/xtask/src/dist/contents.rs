//! What a package holds: nothing that the manifest does not lead to, and no word about the machine it was made on.

use std::collections::BTreeSet;
use std::env;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, bail};

use super::read;
use crate::checkout::Checkout;

/// Endings of files that others can lead to.
const ENDINGS: [&str; 8] = [
    ".js", ".json", ".html", ".css", ".png", ".svg", ".wasm", ".txt",
];

/// Fails where a file of `folder` is named by no other that the manifest leads to.
pub fn all_reached(folder: &Path, files: &[PathBuf]) -> Result<()> {
    let left = unreached(files, |file| read(&folder.join(file)))?;
    if !left.is_empty() {
        bail!(
            "nothing leads from the manifest to {}",
            left.iter()
                .map(|file| file.display().to_string())
                .collect::<Vec<_>>()
                .join(", ")
        );
    }
    Ok(())
}

/// Fails where a file names this checkout or the user's home.
pub fn names_no_machine(checkout: &Checkout, file: &Path, bytes: &[u8]) -> Result<()> {
    let places = [Some(checkout.root().to_path_buf()), env::home_dir()];
    for place in places.iter().flatten() {
        let name = place.as_os_str().as_encoded_bytes();
        // A home of `/` would be found everywhere.
        if name.len() > 1 && bytes.windows(name.len()).any(|window| window == name) {
            bail!("{} names a folder of this machine", file.display());
        }
    }
    Ok(())
}

/// The files to which nothing leads.
fn unreached(files: &[PathBuf], read: impl Fn(&Path) -> Result<Vec<u8>>) -> Result<Vec<PathBuf>> {
    let mut left: BTreeSet<PathBuf> = files
        .iter()
        // The browser itself looks for texts there.
        .filter(|file| !file.starts_with("_locales"))
        .cloned()
        .collect();
    let mut open: Vec<PathBuf> = left.take(Path::new("manifest.json")).into_iter().collect();
    while let Some(file) = open.pop() {
        // Pictures and wasm name no files.
        let Ok(text) = String::from_utf8(read(&file)?) else {
            continue;
        };
        let around = file.parent().unwrap_or(Path::new(""));
        for name in names(&text) {
            // Modules name each other from where they stand; the manifest and getURL name from the top.
            for path in [
                around.join(name),
                PathBuf::from(name.trim_start_matches('/')),
            ] {
                open.extend(left.take(&plain(&path)));
            }
        }
    }
    Ok(left.into_iter().collect())
}

/// Quoted names of files, as they stand in code, markup and style sheets; not those in comments.
fn names(text: &str) -> Vec<&str> {
    let part = |c: char| c.is_ascii_alphanumeric() || "_-./@".contains(c);
    let mut found = Vec::new();
    for ending in ENDINGS {
        for (at, _) in text.match_indices(ending) {
            let end = at + ending.len();
            let start = text[..at].trim_end_matches(part).len();
            let opened = text[..start].ends_with(['"', '\'', '`', '(']);
            let closed = text[end..].starts_with(['"', '\'', '`', ')', '?', '#']);
            if opened && closed {
                found.push(&text[start..end]);
            }
        }
    }
    found
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => {
                plain.pop();
            }
            Component::Normal(name) => plain.push(name),
            _ => {}
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lay;

    fn unreached_of(files: &[(&str, &str)]) -> Vec<PathBuf> {
        let paths: Vec<PathBuf> = files.iter().map(|(path, _)| PathBuf::from(path)).collect();
        unreached(&paths, |path| {
            let found = files.iter().find(|(name, _)| Path::new(name) == path);
            Ok(found.unwrap().1.as_bytes().to_vec())
        })
        .unwrap()
    }

    #[test]
    fn what_the_manifest_leads_to_by_any_way_is_reached() {
        let left = unreached_of(&[
            (
                "manifest.json",
                r#"{"page": "popup/popup.html", "scripts": ["background/main.js"]}"#,
            ),
            (
                "popup/popup.html",
                r#"<link href="../shared/theme.css"><img src="../icons/a.svg">"#,
            ),
            ("shared/theme.css", "a { background: url(b.png) }"),
            ("shared/b.png", ""),
            ("icons/a.svg", ""),
            (
                "background/main.js",
                r#"import "./one.js"; getURL(`report/report.html?tab=${tab}`)"#,
            ),
            ("background/one.js", ""),
            ("report/report.html", ""),
            ("_locales/en/messages.json", ""),
        ]);
        assert!(left.is_empty(), "{left:?}");
    }

    #[test]
    fn what_nothing_names_and_what_only_a_comment_names_is_not_reached() {
        let left = unreached_of(&[
            ("manifest.json", r#"{"scripts": ["main.js"]}"#),
            ("main.js", "// Wired in other.js, …other.js"),
            ("notes.json", ""),
            ("other.js", r#"import "./notes.json""#),
        ]);
        assert_eq!(left, ["notes.json", "other.js"].map(PathBuf::from));
    }

    #[test]
    fn a_file_that_names_this_checkout_is_refused() {
        let checkout = Checkout::find().unwrap();
        let bytes = format!("at {}/crates", checkout.root().display()).into_bytes();
        assert!(names_no_machine(&checkout, Path::new("a.wasm"), &bytes).is_err());
        names_no_machine(&checkout, Path::new("a.wasm"), b"at ./crates").unwrap();
    }

    #[test]
    fn nothing_of_the_extension_is_there_in_vain() {
        let checkout = Checkout::find().unwrap();
        let sources: Vec<PathBuf> = lay::sources(&checkout)
            .unwrap()
            .into_iter()
            .filter(|file| !file.starts_with("pkg"))
            .chain([PathBuf::from("manifest.json")])
            .collect();
        let left = unreached(&sources, |file| {
            let top = if file == Path::new("manifest.json") {
                checkout.root().to_path_buf()
            } else {
                checkout.extension()
            };
            read(&top.join(file))
        });
        assert_eq!(left.unwrap(), Vec::<PathBuf>::new());
    }
}
