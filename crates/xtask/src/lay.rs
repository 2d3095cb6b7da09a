//! dist/chrome and dist/firefox: manifest.json, beside it what is in extension/ with its modules joined, and the licences of
//! what others wrote.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::browser::Browser;
use crate::checkout::Checkout;
use crate::replace::Unfinished;
use crate::{join, licences, wasm};

/// Scripts that run in pages: they cannot import, and are named one by one.
const IN_PAGES: &str = "page";

/// What happens to a file of extension/.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Shipped,
    /// Ships within what imports it.
    Joined,
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

/// Lays what ships into an empty folder. Gives the bytes.
pub fn lay(checkout: &Checkout, folder: &Path) -> Result<u64> {
    copy(
        &checkout.root().join("manifest.json"),
        &folder.join("manifest.json"),
    )?;
    for file in sources(checkout)? {
        if fate(&file) == Fate::Shipped {
            copy(&checkout.extension().join(&file), &folder.join(&file))?;
        }
    }
    join::join(checkout, folder)?;
    let licences = folder.join(licences::FILE);
    fs::write(&licences, licences::text(checkout)?)
        .with_context(|| format!("cannot write {}", licences.display()))?;
    weight(folder)
}

/// The files of extension/ of which something ships, as paths below it. Fails at a kind of file that nobody decided on.
pub fn sources(checkout: &Checkout) -> Result<Vec<PathBuf>> {
    let mut sources = Vec::new();
    for file in files(&checkout.extension(), Path::new(""))? {
        match fate(&file) {
            Fate::Shipped | Fate::Joined => sources.push(file),
            Fate::LeftOut => {}
            Fate::Unknown => bail!(
                "extension/{}: this kind of file is neither shipped nor left out; decide in lay.rs",
                file.display()
            ),
        }
    }
    Ok(sources)
}

/// Bytes of all files in a folder.
fn weight(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for file in files(folder, Path::new(""))? {
        let file = folder.join(file);
        bytes += fs::metadata(&file)
            .with_context(|| format!("cannot read {}", file.display()))?
            .len();
    }
    Ok(bytes)
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
    const SHIPPED: [&str; 6] = [".json", ".html", ".css", ".png", ".svg", ".wasm"];
    const LEFT_OUT: [&str; 6] = [".cjs", ".test.js", ".map", ".d.ts", ".md", "package.json"];
    let Some(name) = file.file_name().and_then(|name| name.to_str()) else {
        return Fate::Unknown;
    };
    let ends = |endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    if name.starts_with('.') || ends(&LEFT_OUT) {
        Fate::LeftOut
    } else if ends(&SHIPPED) || (ends(&[".js"]) && file.starts_with(IN_PAGES)) {
        Fate::Shipped
    } else if ends(&[".js"]) {
        Fate::Joined
    } else {
        Fate::Unknown
    }
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)
            .with_context(|| format!("cannot create {}", folder.display()))?;
    }
    fs::copy(from, to)
        .with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wasm_pages_pictures_words_and_what_runs_in_pages_ship() {
        for file in [
            "page/relay.js",
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
    fn modules_ship_within_what_imports_them() {
        for file in ["background/main.js", "pkg/leaklight.js", "shared/page.js"] {
            assert_eq!(fate(Path::new(file)), Fate::Joined, "{file}");
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
