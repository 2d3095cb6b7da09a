//! How many tests passed, as the runners' closing lines say.

/// Tests that passed and tests that failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub passed: u32,
    pub failed: u32,
}

/// Who ran the tests, and so how they were counted.
#[derive(Clone, Copy, Debug)]
pub enum Runner {
    /// `cargo test`, and wasm-bindgen's runner, which speaks like it: one closing line a program.
    Cargo,
    /// `node --test`: one closing paragraph.
    Node,
}

impl Runner {
    /// Takes one line of the runner's output into account.
    pub fn read(self, line: &str, count: &mut Count) {
        match self {
            Runner::Cargo => {
                if let Some((passed, failed)) = cargo(line) {
                    count.passed += passed;
                    count.failed += failed;
                }
            }
            Runner::Node => match node(line) {
                // Set and not added: a test may print such a line too, and the runner's is the last.
                Some(("pass", number)) => count.passed = number,
                Some(("fail", number)) => count.failed = number,
                // A test that was cancelled, by its time limit or with its parent, is no longer in `fail`.
                Some(("cancelled", number)) => count.failed += number,
                _ => {}
            },
        }
    }
}

/// `test result: ok. 3 passed; 0 failed; 1 ignored; …` -> (3, 0)
fn cargo(line: &str) -> Option<(u32, u32)> {
    let (_, counts) = line
        .trim()
        .strip_prefix("test result: ")?
        .split_once(". ")?;
    let mut counts = counts.split("; ");
    let passed = counts.next()?.strip_suffix(" passed")?.parse().ok()?;
    let failed = counts.next()?.strip_suffix(" failed")?.parse().ok()?;
    Some((passed, failed))
}

/// `ℹ pass 3` or `# pass 3` -> ("pass", 3)
fn node(line: &str) -> Option<(&str, u32)> {
    let (key, number) = line
        .strip_prefix("ℹ ")
        .or_else(|| line.strip_prefix("# "))?
        .split_once(' ')?;
    Some((key, number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(runner: Runner, output: &str) -> Count {
        let mut count = Count::default();
        for line in output.lines() {
            runner.read(line, &mut count);
        }
        count
    }

    #[test]
    fn cargo_test_has_one_closing_line_a_program() {
        let output = "running 2 tests\n\
            test a ... ok\n\
            test result: ok. 2 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 3 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s\n";
        assert_eq!(
            count(Runner::Cargo, output),
            Count {
                passed: 5,
                failed: 1
            }
        );
    }

    #[test]
    fn wasm_bindgen_closes_as_cargo_does() {
        let output =
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 filtered out; finished in 0.31s\n";
        assert_eq!(
            count(Runner::Cargo, output),
            Count {
                passed: 12,
                failed: 0
            }
        );
    }

    #[test]
    fn node_closes_with_a_paragraph() {
        let output = "✔ a (1 ms)\nℹ tests 7\nℹ suites 1\nℹ pass 4\nℹ fail 1\nℹ cancelled 2\nℹ skipped 0\nℹ duration_ms 66.1\n";
        assert_eq!(
            count(Runner::Node, output),
            Count {
                passed: 4,
                failed: 3
            }
        );
    }

    #[test]
    fn node_closes_in_tap_too() {
        assert_eq!(
            count(Runner::Node, "# pass 2\n# fail 0\n# cancelled 0\n"),
            Count {
                passed: 2,
                failed: 0
            }
        );
    }

    #[test]
    fn a_line_that_a_test_prints_does_not_add_to_what_node_counts() {
        assert_eq!(count(Runner::Node, "# pass 99\nℹ pass 1\n").passed, 1);
    }

    #[test]
    fn other_lines_count_nothing() {
        let output = "test result: ok\nℹ duration_ms 12.5\n# pass\ntest passes ... ok\n";
        assert_eq!(count(Runner::Cargo, output), Count::default());
        assert_eq!(count(Runner::Node, output), Count::default());
    }
}
