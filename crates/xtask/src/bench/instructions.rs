//! How many instructions the core cases take, counted by valgrind's callgrind and held to a budget: a count is the same
//! on a busy machine and on an idle one, and so may fail a test where a time may not.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;
use std::thread;

use anyhow::{Context, Result, bail};

use super::place;
use crate::checkout::Checkout;
use crate::install::valgrind;
use crate::process;

/// The core cases.
const CASES: [&str; 4] = ["url-mix", "json-100k", "json-100k-gzip64", "dense-list-1m"];

/// What a budget allows beyond what was counted: compilers and libraries differ by a few hundredths.
const ROOM: f64 = 1.05;

/// Rounds in a short and in a long run. Their difference is without what is done once, set-up and all.
const ROUNDS: [u64; 2] = [1, 2];

const HEAD: &str = "case,instructions";

/// Counts, and fails beyond the budget.
pub fn check(checkout: &Checkout) -> Result<()> {
    let path = budget(checkout);
    let text =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let counts = count_all(checkout)?;
    for (case, counted) in &counts {
        println!(
            "{case}: {counted} instructions of {}",
            allowed(&text, case)?
        );
    }
    let beyond = beyond(&text, &counts)?;
    if !beyond.is_empty() {
        bail!(
            "more instructions than are allowed: {}; if they are worth it, `cargo xtask bench --instructions` allows them",
            beyond.join(", ")
        );
    }
    Ok(())
}

/// Counts, and allows what was counted and a little more.
pub fn write(checkout: &Checkout) -> Result<()> {
    if !valgrind::is_there() {
        bail!("valgrind is missing: install it with this system's package manager, then try again");
    }
    let mut lines = vec![
        format!(
            "# Instructions of one round, and {:.0} in a hundred more.",
            (ROOM - 1.0) * 100.0
        ),
        "# Written by `cargo xtask bench --instructions`.".to_owned(),
        HEAD.to_owned(),
    ];
    for (case, counted) in count_all(checkout)? {
        println!("{case}: {counted} instructions");
        lines.push(format!("{case},{:.0}", counted as f64 * ROOM));
    }
    let path = budget(checkout);
    fs::write(&path, lines.join("\n") + "\n")
        .with_context(|| format!("cannot write {}", path.display()))
}

fn budget(checkout: &Checkout) -> PathBuf {
    checkout.root().join("crates/bench/instructions.csv")
}

/// The cases that took more than they may.
fn beyond<'a>(budget: &str, counts: &[(&'a str, u64)]) -> Result<Vec<&'a str>> {
    let mut beyond = Vec::new();
    for (case, counted) in counts {
        if *counted > allowed(budget, case)? {
            beyond.push(*case);
        }
    }
    Ok(beyond)
}

fn allowed(budget: &str, case: &str) -> Result<u64> {
    let mut lines = budget.lines().filter_map(|line| line.split_once(','));
    let line = lines.find(|(known, _)| *known == case);
    let (_, number) = line.with_context(|| format!("no budget for {case}"))?;
    number
        .parse()
        .with_context(|| format!("no number for {case}"))
}

/// The instructions of one round of each case.
fn count_all(checkout: &Checkout) -> Result<Vec<(&'static str, u64)>> {
    let mut cargo = process::cargo(checkout);
    cargo.args(["build", "--release", "--package", "leaklight-bench"]);
    process::run(&mut cargo)?;
    let [short, long] = ROUNDS;
    let mut counts = Vec::new();
    for case in CASES {
        let (once, more) = thread::scope(|scope| {
            let other = scope.spawn(|| count(checkout, case, long));
            (count(checkout, case, short), other.join())
        });
        let Ok(more) = more else {
            bail!("counting {case} ended early");
        };
        counts.push((case, more?.saturating_sub(once?) / (long - short)));
    }
    Ok(counts)
}

/// The instructions of a whole run of so many rounds.
fn count(checkout: &Checkout, case: &str, rounds: u64) -> Result<u64> {
    let bench = place::bench(checkout);
    let mut valgrind = process::command(checkout, "valgrind");
    let output = valgrind
        .args(["--tool=callgrind", "--callgrind-out-file=/dev/null"])
        .arg(bench.get_program())
        .args(["--times", &rounds.to_string(), case])
        .stdout(Stdio::null())
        .output()
        .context("cannot start valgrind")?;
    let report = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        bail!("valgrind failed: {report}");
    }
    collected(&report).with_context(|| format!("valgrind counted nothing: {report}"))
}

/// `==1== Collected : 3500` -> 3500
fn collected(report: &str) -> Option<u64> {
    let mut counts = report
        .lines()
        .filter_map(|line| line.split_once("Collected : "));
    counts.next_back()?.1.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_read_from_the_report() {
        let report = "==7== Callgrind, a call-graph generating cache profiler\n==7== Events    : Ir\n==7== Collected : 3500\n";
        assert_eq!(collected(report), Some(3500));
        assert_eq!(collected("==7== Events    : Ir\n"), None);
    }

    #[test]
    fn a_case_is_beyond_its_budget_by_one_instruction() {
        let counts = [("url-mix", 100), ("json-100k", 101)];
        let budget = "# allowed\ncase,instructions\nurl-mix,100\njson-100k,100\n";
        assert_eq!(beyond(budget, &counts).unwrap(), ["json-100k"]);
        assert!(beyond("case,instructions\n", &counts).is_err());
    }

    #[test]
    fn every_core_case_has_a_budget() {
        let checkout = Checkout::find().unwrap();
        let text = fs::read_to_string(budget(&checkout)).unwrap();
        for case in CASES {
            assert!(allowed(&text, case).unwrap() > 0, "{case}");
        }
        assert!(allowed(&text, "json").is_err());
    }
}
