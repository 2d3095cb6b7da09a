//! A program's output, shown and read at once.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

use crate::process;

/// How long after the program's end its last lines may take to come through the pipe.
const QUIET: Duration = Duration::from_secs(1);

/// Runs a program, prints what it writes to standard output and hands it over line by line.
pub fn run(command: &mut Command, mut read: impl FnMut(&str)) -> Result<ExitStatus> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .with_context(|| format!("cannot start {}", process::shown(command)))?;
    let (sender, lines) = channel();
    if let Some(output) = child.stdout.take() {
        thread::spawn(move || send_lines(output, &sender));
    }
    loop {
        match lines.recv_timeout(QUIET) {
            Ok(line) => {
                println!("{line}");
                read(&line);
            }
            Err(RecvTimeoutError::Disconnected) => break,
            // A browser or driver that outlived its test holds the pipe open: the program's own end counts.
            Err(RecvTimeoutError::Timeout) => {
                if child.try_wait()?.is_some() {
                    break;
                }
            }
        }
    }
    Ok(child.wait()?)
}

fn send_lines(output: impl Read, lines: &Sender<String>) {
    let mut output = BufReader::new(output);
    let mut line = Vec::new();
    while output
        .read_until(b'\n', &mut line)
        .is_ok_and(|read| read > 0)
    {
        let text = String::from_utf8_lossy(&line);
        if lines
            .send(text.trim_end_matches(['\r', '\n']).to_owned())
            .is_err()
        {
            return;
        }
        line.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Instant;

    fn shell(script: &str) -> Command {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        shell
    }

    #[test]
    fn every_line_is_read_and_the_status_is_the_programs() {
        let mut lines = Vec::new();
        let status = run(&mut shell("echo one; printf two; exit 3"), |line| {
            lines.push(line.to_owned());
        })
        .unwrap();
        assert_eq!(lines, ["one", "two"]);
        assert_eq!(status.code(), Some(3));
    }

    #[test]
    fn a_process_left_behind_with_the_pipe_does_not_hold_the_tests_up() {
        let started = Instant::now();
        let mut orphan = String::new();
        run(&mut shell("sleep 60 & echo $!"), |line| {
            orphan = line.to_owned()
        })
        .unwrap();
        Command::new("kill").arg(&orphan).status().unwrap();
        assert!(started.elapsed() < Duration::from_secs(30));
    }
}
