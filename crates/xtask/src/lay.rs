//! dist/chrome and dist/firefox: manifest.json, beside it what is in extension/, and the licences of what others wrote.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::browser::Browser;
use crate::checkout::Checkout;
use crate::replace::Unfinished;
use crate::{licences, wasm};

/// A kept npm package that ships as it is: its modules, from node_modules into `vendor/` beside our own. Each begins with
/// its licence (BSD-3-Clause).
const VENDORED: [(&str, &str); 1] = [("node_modules/smol-toml/dist", "vendor/smol-toml")];

/// What happens to a file of extension/.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Shipped,
    LeftOut,
    /// Neither known to belong into the extension nor known to stay outside.
    Unknown,
}

/// Builds the wasm and lays the extension for every browser.
pub fn build(checkout: &Checkout) -> Result<()> {
    wasm::build(checkout)?;
    for browser in Browser::ALL {
        let dist = checkout.dist(browser);
        let unfinished = Unfinished::new(&checkout.unfinished(), browser.folder())?;
        let bytes = lay(checkout, unfinished.path())?;
        unfinished.finish(&dist)?;
        println!(
            "dist/{}: {} KB, loads unpacked",
            browser.folder(),
            bytes / 1000
        );
    }
    Ok(())
}

/// Copies what ships into an empty folder. Gives the bytes.
pub fn lay(checkout: &Checkout, folder: &Path) -> Result<u64> {
    let mut bytes = copy(
        &checkout.root().join("manifest.json"),
        &folder.join("manifest.json"),
    )?;
    let extension = checkout.extension();
    for file in shipped(checkout)? {
        bytes += copy(&extension.join(&file), &folder.join(&file))?;
    }
    for (from, to) in VENDORED {
        bytes += vendor(&checkout.root().join(from), &folder.join(to))?;
    }
    let licences = licences::text(checkout)?;
    let file = folder.join(licences::FILE);
    fs::write(&file, &licences).with_context(|| format!("cannot write {}", file.display()))?;
    Ok(bytes + licences.len() as u64)
}

/// Copies a package's modules. Gives the bytes.
fn vendor(from: &Path, to: &Path) -> Result<u64> {
    let mut bytes = 0;
    for file in files(from, Path::new(""))? {
        if fate(&file) == Fate::Shipped {
            bytes += copy(&from.join(&file), &to.join(&file))?;
        }
    }
    Ok(bytes)
}

/// The files of extension/ that ship, as paths below it. Fails at a kind of file that nobody decided on.
pub fn shipped(checkout: &Checkout) -> Result<Vec<PathBuf>> {
    let mut shipped = Vec::new();
    for file in files(&checkout.extension(), Path::new(""))? {
        match fate(&file) {
            Fate::Shipped => shipped.push(file),
            Fate::LeftOut => {}
            Fate::Unknown => bail!(
                "extension/{}: this kind of file is neither shipped nor left out; decide in lay.rs",
                file.display()
            ),
        }
    }
    Ok(shipped)
}

/// The files under `top/folder`, as paths below `top`, in order.
pub fn files(top: &Path, folder: &Path) -> Result<Vec<PathBuf>> {
    let place = top.join(folder);
    let mut names = fs::read_dir(&place)
        .and_then(|entries| {
            entries
                .map(|entry| Ok(entry?.file_name()))
                .collect::<std::io::Result<Vec<_>>>()
        })
        .with_context(|| format!("cannot list {}", place.display()))?;
    names.sort();
    let mut found = Vec::new();
    for name in names {
        let path = folder.join(name);
        if top.join(&path).is_dir() {
            found.extend(files(top, &path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn fate(file: &Path) -> Fate {
    const SHIPPED: [&str; 7] = [".js", ".json", ".html", ".css", ".png", ".svg", ".wasm"];
    const LEFT_OUT: [&str; 6] = [".cjs", ".test.js", ".map", ".d.ts", ".md", "package.json"];
    let Some(name) = file.file_name().and_then(|name| name.to_str()) else {
        return Fate::Unknown;
    };
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if name.starts_with('.') || ends(&LEFT_OUT) {
        Fate::LeftOut
    } else if ends(&SHIPPED) {
        Fate::Shipped
    } else {
        Fate::Unknown
    }
}

fn copy(from: &Path, to: &Path) -> Result<u64> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::copy(from, to)
        .with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_pages_pictures_and_words_ship() {
        for file in [
            "background/main.js",
            "pkg/leaklight.js",
            "pkg/leaklight_bg.wasm",
            "popup/popup.html",
            "popup/popup.css",
            "icons/lit-128.png",
            "icons/lamp.svg",
            "_locales/en/messages.json",
        ] {
            assert_eq!(fate(Path::new(file)), Fate::Shipped, "{file}");
        }
    }

    #[test]
    fn tests_maps_types_and_notes_stay_outside() {
        for file in [
            "background/ledger.test.js",
            "popup/popup.js.map",
            "pkg/leaklight.d.ts",
            "pkg/leaklight_bg.wasm.d.ts",
            "pkg/package.json",
            "pkg/.gitignore",
            "icons/README.md",
        ] {
            assert_eq!(fate(Path::new(file)), Fate::LeftOut, "{file}");
        }
    }

    #[test]
    fn an_unknown_kind_of_file_is_not_decided_silently() {
        for file in [
            "background/main.ts",
            "profile.toml",
            "capture.har",
            "LICENSE",
        ] {
            assert_eq!(fate(Path::new(file)), Fate::Unknown, "{file}");
        }
    }

    #[test]
    fn files_of_every_depth_are_listed_in_order() {
        let top = std::env::temp_dir().join(format!("leaklight-files-{}", std::process::id()));
        fs::create_dir_all(top.join("b/c")).unwrap();
        for file in ["b/c/two.js", "b/one.js", "a.js"] {
            fs::write(top.join(file), "").unwrap();
        }
        let listed = files(&top, Path::new("")).unwrap();
        fs::remove_dir_all(&top).unwrap();
        assert_eq!(
            listed,
            ["a.js", "b/c/two.js", "b/one.js"].map(PathBuf::from)
        );
    }
}
