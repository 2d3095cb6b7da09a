//! Whatever real code wraps a detail in, up to five deep, it is found; and nothing panics.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod posted;
mod steps;

use leaklight_detect::{Confidence, Detector};
use posted::{jane, posted};
use proptest::prelude::*;
use std::sync::LazyLock;
use steps::Step;

static JANE: LazyLock<Detector> = LazyLock::new(jane);

const EMAIL: &[u8] = posted::EMAIL.as_bytes();

/// Whether the email address is found in a body, for sure.
fn finds(body: &[u8]) -> bool {
    let report = JANE.inspect(&posted(body));
    report
        .leaks
        .iter()
        .any(|leak| leak.identifier == "email-1" && leak.confidence >= Confidence::Likely)
}

/// Puts the steps around a detail that take it, the first innermost.
fn wrapped(steps: &[Step], detail: &[u8]) -> (Vec<Step>, Vec<u8>) {
    let mut taken = Vec::new();
    let mut bytes = detail.to_vec();
    for step in steps {
        // Two escapes that make eight of a byte, five deep, are 30,000 times the detail.
        if step.takes(&bytes) && bytes.len() < 20_000 {
            bytes = step.around(&bytes);
            taken.push(*step);
        }
    }
    (taken, bytes)
}

#[test]
fn each_step_alone_is_undone() {
    for step in steps::ALL.iter().filter(|step| step.takes(EMAIL)) {
        let body = step.around(EMAIL);
        assert!(finds(&body), "{step:?}: {}", String::from_utf8_lossy(&body));
    }
}

#[test]
fn each_step_around_each_other_is_undone() {
    let mut missed = Vec::new();
    for inner in steps::ALL {
        for outer in steps::ALL {
            let (taken, body) = wrapped(&[*inner, *outer], EMAIL);
            if !finds(&body) {
                missed.push(format!("{taken:?}"));
            }
        }
    }
    missed.dedup();
    assert!(
        missed.is_empty(),
        "{} of {}:\n{}",
        missed.len(),
        steps::ALL.len().pow(2),
        missed.join("\n")
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn five_steps_are_undone(steps in prop::collection::vec(steps::any(), 1..=5)) {
        let detail = br#"{"email":"jane.doe@example.com","name":"Jos\u00e9"}"#;
        let (taken, body) = wrapped(&steps, detail);
        prop_assert!(finds(&body), "{:?}", taken);
    }

    #[test]
    fn arbitrary_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        finds(&bytes);
    }

    #[test]
    fn damaged_bytes_are_read_without_panic(
        steps in prop::collection::vec(steps::any(), 1..=4),
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        end in any::<prop::sample::Index>(),
    ) {
        let (_, mut body) = wrapped(&steps, EMAIL);
        for (at, byte) in damage {
            let at = at.index(body.len());
            body[at] = byte;
        }
        body.truncate(end.index(body.len()) + 1);
        finds(&body);
    }
}

#[test]
fn rotations_and_reversal_of_a_value_are_undone() {
    // tr a-z n-za-m, and rev.
    for body in [
        "{\"u\":\"wnar.qbr@rknzcyr.pbz\"}",
        "d=moc.elpmaxe@eod.enaj",
        "kbof.epf@fybnqmf.dpn",
    ] {
        assert!(finds(body.as_bytes()), "{body}");
    }
}

#[test]
fn long_text_of_nothing_but_code_points_is_resolved() {
    let detail = br#"{"email":"jane.doe@example.com","name":"Jos\u00e9"}"#;
    let steps = [Step::PercentLower, Step::Html, Step::CodePoints];
    let (taken, body) = wrapped(&steps, detail);
    assert_eq!(taken, steps);
    assert!(finds(&body));
}

#[test]
fn compressed_data_behind_a_line_that_looks_like_a_field_is_read() {
    // Protocol Buffers' field 14 of 101 bytes starts with "re"; what follows them here are more fields.
    let detail = br#"{"email":"jane.doe@example.com","name":"Jos\u00e9"}"#;
    let steps = [Step::Jwt, Step::Html, Step::Gzip, Step::HeaderAndRest];
    let (taken, body) = wrapped(&steps, detail);
    assert_eq!(taken, steps);
    assert!(finds(&body));
}

#[test]
fn a_message_that_looks_like_a_line_and_compressed_data_is_read() {
    // Field 6 is a message of ten bytes, as many as a line feed's code says: its field 15 is true, which is how zlib
    // starts, and what follows can be inflated. The email address is in field 5.
    let mut body = b"\x32\x0a\x78\x01\x8a\x01\x03\x75\x6d\x75\x3a\x00\x2a\x14".to_vec();
    body.extend(EMAIL);
    assert!(finds(&body));
}

#[test]
fn compressed_data_behind_several_lines_is_read() {
    for header in ["replay 1\n", "replay 1\n2 3\n", "replay x^2\n\n"] {
        let packed = Step::Gzip.around(&Step::Html.around(EMAIL));
        assert!(finds(&[header.as_bytes(), &packed].concat()), "{header:?}");
    }
}
