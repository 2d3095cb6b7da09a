//! The source archive: what is committed, which is all that a package is built from.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::archive::Entry;
use super::{read, version};
use crate::checkout::Checkout;
use crate::process;

/// The archive's name.
pub fn name() -> String {
    format!("{}.zip", folder())
}

/// The one folder in it.
pub fn folder() -> String {
    format!("leaklight-{}-source", version())
}

/// Every committed file; nothing where this is no git checkout, as in an unpacked source archive.
///
/// Fails where the work tree holds something else than the commit: the packages would not be built from the archive.
pub fn entries(checkout: &Checkout) -> Result<Option<Vec<Entry>>> {
    if !checkout.root().join(".git").exists() {
        return Ok(None);
    }
    let git = |arguments: &[&str]| {
        let mut git = process::command(checkout, "git");
        git.args(arguments);
        process::read(&mut git)
    };
    let changed = git(&["status", "--porcelain"])?;
    if !changed.is_empty() {
        bail!("packages are made of what is committed; commit or remove first:\n{changed}");
    }
    let listed = git(&["ls-files", "--stage", "-z"])?;
    listed
        .split_terminator('\0')
        .map(|line| entry(checkout.root(), line))
        .collect::<Result<Vec<_>>>()
        .map(Some)
}

/// One line of `git ls-files --stage`: mode, object and stage, a tab, the path.
fn entry(root: &Path, line: &str) -> Result<Entry> {
    let (facts, path) = line
        .split_once('\t')
        .with_context(|| format!("git listed {line:?}"))?;
    let entry = Entry::new(&Path::new(&folder()).join(path), read(&root.join(path))?);
    match facts.split(' ').next() {
        Some("100644") => Ok(entry),
        Some("100755") => Ok(entry.executable()),
        mode => bail!("{path} is no plain file (mode {mode:?}); the source archive holds no other"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_not_packed() {
        let root = Checkout::find().unwrap().root().to_path_buf();
        assert!(entry(&root, "120000 0123 0\tREADME.md").is_err());
        assert!(entry(&root, "100644 0123 0\tREADME.md").is_ok());
    }
}
