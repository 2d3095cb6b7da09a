//! Bad input: an error that names file, line and cause, and never the content.

use crate::run::{Ran, captures, run_in, scan, scan_for_jane};
use std::fs;

/// Scans with a profile of this text.
fn with_profile(text: &str) -> Ran {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("p.toml"), text).expect("the folder takes it");
    fs::copy(captures().join("hours.har"), folder.path().join("x.har"))
        .expect("the folder takes it");
    run_in(
        folder.path(),
        &["scan", "--profile", "p.toml", "x.har"],
        b"",
    )
}

/// Scans a capture of this name and content.
fn with_capture(name: &str, content: &str) -> Ran {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(name), content).expect("the folder takes it");
    fs::copy(
        captures().join("profile.toml"),
        folder.path().join("p.toml"),
    )
    .expect("the folder takes it");
    run_in(folder.path(), &["scan", "--profile", "p.toml", name], b"")
}

#[test]
fn a_bad_profile_is_named_with_line_and_cause() {
    for (text, complaint) in [
        (
            "emails = [\"jane@example.com\"\nphones = []",
            "p.toml: line 2, column 1: this is not valid TOML: missing comma between array elements, expected `,`",
        ),
        (
            "mails = [\"jane@example.com\"]",
            "p.toml: line 1, column 1: unknown key: expected one of `country`, `emails`, `phones`, `birth_dates`, `national_ids`, `names`, `addresses`, `cards`, `others`",
        ),
        (
            "[[addresses]]\nstreet = \"1 Main St\"\nzip = \"62704\"",
            "p.toml: line 3, column 1: unknown key: expected one of `person`, `street`, `unit`, `city`, `region`, `postal_code`, `country`",
        ),
        (
            "phones = [2125550143]",
            "p.toml: line 1, column 11: wrong kind of value: expected a string",
        ),
        (
            "emails = \"jane@example.com\"",
            "p.toml: line 1, column 10: wrong kind of value: expected a list",
        ),
    ] {
        let ran = with_profile(text);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{text}");
        assert_eq!(ran.stderr, format!("leaklight: {complaint}\n"), "{text}");
    }
}

#[test]
fn every_bad_value_of_a_profile_is_named() {
    let ran = with_profile(
        "emails = [\"jane\", \"jane@example.com\"]\nbirth_dates = [\n  \"7 March\",\n]\n[[cards]]\nnumber = \"1234\"\n",
    );
    assert_eq!(ran.status, 2);
    let places: Vec<_> = ran
        .stderr
        .lines()
        .map(|line| {
            line.split(": ")
                .skip(1)
                .take(3)
                .collect::<Vec<_>>()
                .join(": ")
        })
        .collect();
    assert_eq!(
        places,
        [
            "p.toml: line 1, column 11: emails[0]",
            "p.toml: line 6, column 10: cards[0].number",
            "p.toml: line 3, column 3: birth_dates[0]",
        ]
    );
    for value in ["jane", "March", "1234"] {
        assert!(!ran.stderr.contains(value), "{}", ran.stderr);
    }
}

#[test]
fn a_missing_profile_or_capture_is_named() {
    let ran = scan(&["--profile", "nobody.toml", "hours.har"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.stderr.starts_with("leaklight: nobody.toml: "),
        "{}",
        ran.stderr
    );
    let ran = scan_for_jane(&["--format", "ndjson", "nowhere.har", "hours.har"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.stderr.starts_with("leaklight: nowhere.har: "),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stdout.contains(r#""captures":1,"requests":3"#),
        "the other one is scanned: {}",
        ran.stdout
    );
}

#[test]
fn a_bad_capture_is_named_with_line_and_cause() {
    for (name, content, complaint) in [
        (
            "x.har",
            "",
            "x.har: line 1, column 1: the capture ends in the middle",
        ),
        (
            "x.har",
            "<html>secret",
            "x.har: line 1, column 1: not valid JSON: a HAR is a JSON object",
        ),
        (
            "x.har",
            "{\"secret\":\n 1}",
            "x.har: line 2, column 4: this is not a HAR: it has no log.entries",
        ),
        (
            "x.har",
            "{\"log\":{\"entries\":[\n{\"request\":{\"url\":1}}]}}",
            "x.har: line 2, column 19: a value of the wrong kind: expected a string",
        ),
        (
            "x.ndjson",
            "{\"url\":\"https://t.example/secret\"",
            "x.ndjson: line 1, column 33: not valid JSON: the value ends too early",
        ),
        (
            "x.jsonl",
            "\n{\"secret\":1}",
            "x.jsonl: line 2, column 12: missing field `url`",
        ),
    ] {
        let ran = with_capture(name, content);
        assert_eq!(ran.status, 2, "{content}");
        assert_eq!(ran.stderr, format!("leaklight: {complaint}\n"), "{content}");
    }
}

#[test]
fn bad_arguments_end_with_2() {
    for arguments in [
        &["scan"][..],
        &["scan", "--profile", "profile.toml"],
        &["scan", "hours.har"],
        &[
            "scan",
            "--profile",
            "profile.toml",
            "--party",
            "second",
            "hours.har",
        ],
        &[
            "scan",
            "--profile",
            "profile.toml",
            "--format",
            "pdf",
            "hours.har",
        ],
        &["look"],
        &[],
    ] {
        let ran = run_in(&captures(), arguments, b"");
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(!ran.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn standard_input_is_read_once() {
    let ran = scan_for_jane(&["-", "-"]);
    assert_eq!(
        (ran.status, ran.stderr.as_str()),
        (2, "leaklight: standard input (-) can be read only once\n")
    );
}

#[test]
fn a_report_does_not_overwrite_what_it_is_made_from() {
    for file in ["hours.har", "profile.toml"] {
        let ran = scan_for_jane(&["--output", file, "hours.har"]);
        assert_eq!(ran.status, 2);
        assert_eq!(
            ran.stderr,
            format!("leaklight: {file}: the report would overwrite what it is made from\n")
        );
    }
}

#[test]
fn a_report_that_cannot_be_written_is_said() {
    let ran = scan_for_jane(&["--output", "no/such/folder/report.html", "hours.har"]);
    assert_eq!(ran.status, 2);
    assert!(
        ran.stderr
            .starts_with("leaklight: no/such/folder/report.html: "),
        "{}",
        ran.stderr
    );
}
