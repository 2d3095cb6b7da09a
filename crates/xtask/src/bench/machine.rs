//! On what was measured: figures of two machines do not compare, ratios nearly do.

use std::fs;
use std::thread;

use anyhow::Result;

use crate::checkout::Checkout;
use crate::process;

/// Lines of comment for the head of a file of figures.
pub fn description(checkout: &Checkout) -> Result<String> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut rustc = process::command(checkout, "rustc");
    rustc.arg("--version");
    Ok(format!(
        "# machine: {}, {cores} cores, {} {}\n# {}\n",
        processor().unwrap_or_else(|| "unknown processor".to_owned()),
        std::env::consts::OS,
        std::env::consts::ARCH,
        process::read(&mut rustc)?.trim()
    ))
}

fn processor() -> Option<String> {
    let text = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = text.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}
