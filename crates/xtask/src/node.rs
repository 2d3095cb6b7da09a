//! Commands that run in Node.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::checkout::Checkout;
use crate::process;

/// A Node command in the checkout's top folder.
pub fn node(checkout: &Checkout) -> Command {
    quiet(process::command(checkout, "node"))
}

/// A program that an npm package brought.
pub fn program(checkout: &Checkout, name: &str) -> Command {
    quiet(process::command(checkout, checkout.npm_program(name)))
}

/// The tests right in one folder, as Node's own test runner runs them.
pub fn tests(checkout: &Checkout, folder: &str, options: &[&str]) -> Result<Command> {
    let mut node = node(checkout);
    node.args(["--test", "--test-reporter=spec"])
        .args(options)
        .args(test_files(&checkout.root().join(folder))?);
    Ok(node)
}

/// `*.test.js` right in a folder, in order; an error when there is none.
fn test_files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry?.path();
        if path.to_string_lossy().ends_with(".test.js") {
            files.push(path);
        }
    }
    if files.is_empty() {
        bail!("no *.test.js in {}", folder.display());
    }
    files.sort();
    Ok(files)
}

/// Without what such programs like to do on the network: look for newer versions, count their users.
fn quiet(mut command: Command) -> Command {
    command
        .env("NO_UPDATE_NOTIFIER", "1")
        .env("SE_AVOID_STATS", "true")
        .env("SE_OFFLINE", "true");
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn test_files_are_those_that_say_so_in_order() {
        let folder = std::env::temp_dir().join(format!("leaklight-tests-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for name in ["two.test.js", "one.test.js", "site.js", "one.test.js.map"] {
            fs::write(folder.join(name), "").unwrap();
        }
        let files = test_files(&folder).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(
            files,
            [folder.join("one.test.js"), folder.join("two.test.js")]
        );
    }

    #[test]
    fn a_folder_without_tests_is_an_error() {
        let folder = std::env::temp_dir().join(format!("leaklight-none-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let files = test_files(&folder);
        fs::remove_dir_all(&folder).unwrap();
        assert!(files.is_err());
    }
}
