//! Against ripgrep: whole processes on one core, the command line over captures and `rg -j1 -F` with no more than the
//! profile's patterns of depth one over the same files, and with the plain ones of these alone.

use crate::clock::{Figure, measure};
use crate::detection::HOUSEHOLD;
use crate::har::{First, har};
use crate::patterns;
use leaklight_core::ProfileSource;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Bytes of the HAR: so much that the start of a process is little beside it.
const LENGTH: usize = 65_000_000;
/// Bytes of given captures, which are searched over and over until it is as much.
const LEAST: u64 = 65_000_000;

/// The two programs.
#[derive(Debug)]
pub struct Programs {
    /// ripgrep.
    pub rg: PathBuf,
    /// The command line, `leaklight`.
    pub leaklight: PathBuf,
}

/// Measures a HAR with response bodies, and captures if any are given.
pub fn run(
    programs: &Programs,
    captures: &[String],
    show: &dyn Fn(Figure),
) -> Result<(), Box<dyn Error>> {
    let folder = std::env::temp_dir().join(format!("leaklight-bench-rg-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let profile = folder.join("profile.toml");
    let source: ProfileSource = serde_json::from_str(HOUSEHOLD)?;
    let table: toml::Table = serde_json::from_str(HOUSEHOLD)?;
    fs::write(&profile, toml::to_string(&table)?)?;
    let sets = [
        ("", patterns::depth_one(&source)),
        ("-plain", patterns::plain(&source)),
    ];
    let against = |case: &str, files: &[PathBuf]| -> Result<(), Box<dyn Error>> {
        let mut bytes = 0;
        for file in files {
            bytes += fs::metadata(file)?.len();
        }
        let mut ours = Command::new(&programs.leaklight);
        ours.args(["scan", "--threads", "1", "--profile"])
            .arg(&profile)
            .args(files);
        for (ending, set) in &sets {
            let patterns = folder.join("patterns");
            let lines: Vec<_> = set.iter().map(String::as_str).collect();
            fs::write(&patterns, lines.join("\n"))?;
            let mut rg = Command::new(&programs.rg);
            rg.args(["--no-config", "-j1", "-F", "-f"])
                .arg(&patterns)
                .args(files);
            // What was found is 1 of the one and 0 of the other: either is no failure, and 2 is one of both.
            for command in [&mut ours, &mut rg] {
                if !matches!(command.output()?.status.code(), Some(0 | 1)) {
                    return Err(format!("{command:?} failed").into());
                }
            }
            show(measure(
                format!("{case}{ending}"),
                usize::try_from(bytes)?,
                "rg",
                || run_through(&mut ours),
                || run_through(&mut rg),
            ));
        }
        Ok(())
    };
    let path = folder.join("bodies.har");
    fs::write(&path, har(LENGTH, First::Document))?;
    against("rg-har", &[path])?;
    if !captures.is_empty() {
        against("rg-captures", &repeated(captures)?)?;
    }
    Ok(fs::remove_dir_all(&folder)?)
}

/// The same files again and again, until they are as much as is measured.
fn repeated(captures: &[String]) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let mut length = 0;
    for capture in captures {
        length += fs::metadata(capture)?.len();
    }
    let times = LEAST.div_ceil(length.max(1));
    let files = (0..times).flat_map(|_| captures.iter());
    Ok(files.map(|file| Path::new(file).to_path_buf()).collect())
}

fn run_through(command: &mut Command) -> bool {
    let command = command.stdout(Stdio::null()).stderr(Stdio::null());
    command.status().is_ok()
}
