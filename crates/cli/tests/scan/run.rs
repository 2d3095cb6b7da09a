//! Runs the program.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How a run ended.
#[derive(Debug)]
pub struct Ran {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

/// Runs `leaklight scan` in the folder of captures.
pub fn scan(arguments: &[&str]) -> Ran {
    run_in(&captures(), &[&["scan"], arguments].concat(), b"")
}

/// Runs `leaklight scan` in the folder of captures, with the person's profile.
pub fn scan_for_jane(arguments: &[&str]) -> Ran {
    scan(&[&["--profile", "profile.toml"], arguments].concat())
}

/// Runs the program in a folder, with something on standard input.
pub fn run_in(folder: &Path, arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_leaklight"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("CLICOLOR_FORCE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // A program that refuses its arguments closes its input before it has read it.
    let _unread = child.stdin.take().expect("it is piped").write_all(input);
    let output = child.wait_with_output().expect("the program ends");
    Ran {
        status: output.status.code().expect("it ends by itself"),
        stdout: String::from_utf8(output.stdout).expect("it writes UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("it writes UTF-8"),
    }
}

/// The folder of captures.
pub fn captures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/captures")
}

/// The lines of an NDJSON report, of one type.
pub fn lines(report: &str, kind: &str) -> Vec<serde_json::Value> {
    report
        .lines()
        .map(|line| serde_json::from_str(line).expect("each line is JSON"))
        .filter(|line: &serde_json::Value| line["type"] == kind)
        .collect()
}
