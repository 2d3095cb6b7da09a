//! What became of one part of the tests.

use std::fmt::Write;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::count::{Count, Runner};
use super::tee;

/// How one part of the tests ended.
pub struct Outcome {
    name: String,
    count: Count,
    took: Duration,
}

impl Outcome {
    /// Something that as a whole passes or fails: it counts as one test.
    pub fn of_check(name: &str, check: impl FnOnce() -> Result<()>) -> Self {
        Self::measured(name, || {
            check()?;
            Ok(Count {
                passed: 1,
                failed: 0,
            })
        })
    }

    /// Something that this machine cannot do: it counts as no test, and says why.
    pub fn skipped(name: &str, why: &str) -> Self {
        println!("\n== {name}\nskipped: {why}");
        Self {
            name: name.to_owned(),
            count: Count::default(),
            took: Duration::ZERO,
        }
    }

    /// A runner of many tests.
    pub fn of_tests(name: &str, runner: Runner, command: Result<Command>) -> Self {
        Self::measured(name, || {
            let mut count = Count::default();
            let status = tee::run(&mut command?, |line| runner.read(line, &mut count))?;
            if count.failed == 0 && !status.success() {
                // It did not compile, or died before it could count.
                count.failed = 1;
            } else if count == Count::default() {
                bail!("not one test ran");
            }
            Ok(count)
        })
    }

    fn measured(name: &str, run: impl FnOnce() -> Result<Count>) -> Self {
        println!("\n== {name}");
        let started = Instant::now();
        let count = run().unwrap_or_else(|error| {
            println!("error: {error:#}");
            Count {
                passed: 0,
                failed: 1,
            }
        });
        let outcome = Self {
            name: name.to_owned(),
            count,
            took: started.elapsed(),
        };
        println!(
            "== {name}: {} passed, {} failed in {:.1} s",
            count.passed,
            count.failed,
            outcome.took.as_secs_f64()
        );
        outcome
    }

    /// Whether nothing failed.
    pub fn passed(&self) -> bool {
        self.count.failed == 0
    }
}

/// Whether anything failed.
pub fn failed(outcomes: &[Outcome]) -> bool {
    !outcomes.iter().all(Outcome::passed)
}

/// One line an outcome: name, passed, failed, seconds.
pub fn table(outcomes: &[Outcome]) -> String {
    let width = outcomes
        .iter()
        .map(|outcome| outcome.name.len())
        .max()
        .unwrap_or(0);
    let mut table = format!("{:width$}  passed  failed  seconds\n", "");
    for Outcome { name, count, took } in outcomes {
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "{name:width$}  {:6}  {:6}  {:7.1}",
            count.passed,
            count.failed,
            took.as_secs_f64()
        );
    }
    table
}

/// The line that ends every run.
pub fn closing(outcomes: &[Outcome]) -> String {
    let sum =
        |of: fn(&Count) -> u32| -> u32 { outcomes.iter().map(|outcome| of(&outcome.count)).sum() };
    format!(
        "{} passed, {} failed",
        sum(|count| count.passed),
        sum(|count| count.failed)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str) -> Result<Command> {
        let mut shell = Command::new("sh");
        shell.args(["-c", script]);
        Ok(shell)
    }

    fn count(script: &str) -> (u32, u32) {
        let Count { passed, failed } = Outcome::of_tests("t", Runner::Node, shell(script)).count;
        (passed, failed)
    }

    #[test]
    fn a_runner_is_believed() {
        assert_eq!(count("echo '# pass 5'; echo '# fail 2'; exit 1"), (5, 2));
    }

    #[test]
    fn a_runner_that_dies_before_it_counts_has_failed() {
        assert_eq!(count("exit 101"), (0, 1));
        assert_eq!(count("echo '# pass 5'; exit 1"), (5, 1));
    }

    #[test]
    fn a_runner_that_runs_nothing_has_failed() {
        assert_eq!(count("echo '# pass 0'"), (0, 1));
    }

    #[test]
    fn a_check_counts_as_one_test() {
        let good = Outcome::of_check("good", || Ok(()));
        let bad = Outcome::of_check("bad", || bail!("no"));
        assert_eq!(closing(&[good, bad]), "1 passed, 1 failed");
    }

    #[test]
    fn what_is_skipped_counts_as_no_test() {
        let outcomes = [Outcome::skipped("odd", "no such thing here")];
        assert_eq!(closing(&outcomes), "0 passed, 0 failed");
        assert!(!failed(&outcomes));
    }

    #[test]
    fn the_table_has_a_line_an_outcome() {
        let outcomes = [
            Outcome {
                name: "native: tests".into(),
                count: Count {
                    passed: 210,
                    failed: 0,
                },
                took: Duration::from_millis(31_240),
            },
            Outcome {
                name: "js: types".into(),
                count: Count {
                    passed: 0,
                    failed: 1,
                },
                took: Duration::from_secs(2),
            },
        ];
        assert_eq!(
            table(&outcomes),
            "               passed  failed  seconds\n\
             native: tests     210       0     31.2\n\
             js: types           0       1      2.0\n"
        );
        assert!(failed(&outcomes));
    }
}
