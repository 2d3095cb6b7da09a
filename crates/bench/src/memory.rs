//! The most memory that a scan of captures takes: in a process of its own, since none gives back what it had.

use crate::captures::scan;
use crate::detection::household;
use crate::har::{First, har};
use leaklight_capture::Capture;
use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The case's name.
const CASE: &str = "peak-memory";
/// So many HARs, of so many bytes each, are scanned.
const FILES: usize = 6;
const LENGTH: usize = 6_500_000;
/// What the ratio is to: the most that it should be, in bytes.
const TARGET: f64 = 20e6;

/// The case's line, where it is wanted and the system tells what a process has had; it takes no time.
pub fn row(wanted: &dyn Fn(&str) -> bool) -> Result<Option<String>, Box<dyn Error>> {
    if !wanted(CASE) {
        return Ok(None);
    }
    let folder = std::env::temp_dir().join(format!("leaklight-bench-peak-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    // Of unknown pages, whose entries wait: the most memory that a HAR takes.
    let har = har(LENGTH, First::Script);
    let files: Vec<PathBuf> = (0..FILES)
        .map(|number| folder.join(format!("{number}.har")))
        .collect();
    for file in &files {
        fs::write(file, &har)?;
    }
    let output = Command::new(std::env::current_exe()?)
        .arg("--peak")
        .args(&files)
        .output()?;
    fs::remove_dir_all(&folder)?;
    let peak: Option<f64> = String::from_utf8(output.stdout)?.trim().parse().ok();
    Ok(peak.map(|peak| {
        let bytes = har.len() * FILES;
        format!("native,{CASE},{bytes},,,,{:.3},20-MB", peak / TARGET)
    }))
}

/// Scans captures, one after the other, and prints the most memory that was resident, in bytes.
pub fn peak(files: &[String]) -> Result<(), Box<dyn Error>> {
    let inspector = household()?;
    for file in files {
        scan(&inspector, Capture::open(file.as_ref())?);
    }
    if let Some(kilobytes) = high_water_mark() {
        println!("{}", kilobytes * 1024);
    }
    Ok(())
}

/// The high water mark in kilobytes; Linux alone tells it here.
fn high_water_mark() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix("kB")?.trim().parse().ok()
}
