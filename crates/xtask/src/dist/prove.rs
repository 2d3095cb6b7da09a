//! Proof that the packages follow from the source archive: it is unpacked elsewhere, built, and compared.

use std::env;
use std::fs::{self, File};
use std::path::Path;
use std::process::{self as this_process, Command};

use anyhow::{Context, Result, bail};
use zip::ZipArchive;

use super::{read, source};
use crate::process;

/// Builds the packages again in a folder of another name and depth. Needs what any first build needs.
pub fn run(packages: &Path, names: &[String]) -> Result<()> {
    let place = env::temp_dir().join(format!("leaklight-prove-{}", this_process::id()));
    let proof = again(packages, names, &place);
    // The proof's outcome counts; what it leaves behind is a folder for temporary files.
    let _ = fs::remove_dir_all(&place);
    proof
}

fn again(packages: &Path, names: &[String], place: &Path) -> Result<()> {
    let archive = packages.join(source::name());
    let file = File::open(&archive).with_context(|| {
        format!(
            "there is no {}: prove from a git checkout",
            archive.display()
        )
    })?;
    ZipArchive::new(file)
        .and_then(|mut zip| zip.extract(place))
        .with_context(|| format!("cannot unpack {}", archive.display()))?;
    let top = place.join(source::folder());
    println!("building once more from the source archive");
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    process::run(
        Command::new(cargo)
            .args(["xtask", "dist"])
            .current_dir(&top)
            .env_remove("CARGO_TARGET_DIR")
            .env_remove("CARGO_MANIFEST_DIR"),
    )?;
    for name in names.iter().filter(|name| **name != source::name()) {
        if read(&packages.join(name))? != read(&top.join("dist/packages").join(name))? {
            bail!("{name} has other bytes when it is built from the source archive");
        }
        println!("{name}: the same bytes from the source archive");
    }
    Ok(())
}
