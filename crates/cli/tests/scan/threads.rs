//! Many threads write what one writes.

use crate::run::{Ran, captures, run_in};
use std::fs;
use std::path::Path;

/// Whole captures, captures that break, one that is not there and one that holds nothing, several times.
fn lay(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for round in 0..4 {
        for name in [
            "receipt.har",
            "hours.har",
            "stripped.har",
            "requests.ndjson",
        ] {
            let bytes = fs::read(captures().join(name)).expect("the capture is there");
            let cut = bytes.len() * 2 / 3;
            for (kind, bytes) in [
                ("whole", &bytes[..]),
                ("cut", &bytes[..cut]),
                ("empty", b""),
            ] {
                let name = format!("{kind}-{round}-{name}");
                fs::write(folder.join(&name), bytes).expect("the folder takes it");
                names.push(name);
            }
        }
        names.push(format!("absent-{round}.har"));
    }
    names
}

fn scan(folder: &Path, threads: &str, format: &str, names: &[&str]) -> Ran {
    let profile = captures().join("profile.toml");
    let profile = profile.to_str().expect("the path is UTF-8");
    let options = ["scan", "--profile", profile, "--format", format];
    let threads = ["--threads", threads, "--strict"];
    run_in(folder, &[&options[..], &threads, names].concat(), b"")
}

#[test]
fn any_number_of_threads_gives_the_same_report_complaints_and_status() {
    let folder = tempfile::tempdir().expect("there is room");
    let names = lay(folder.path());
    let names: Vec<_> = names.iter().map(String::as_str).collect();
    for format in ["text", "json", "ndjson", "csv", "html"] {
        let one = scan(folder.path(), "1", format, &names);
        assert_eq!(one.status, 2, "{format}");
        assert!(one.stderr.contains("absent-3.har"), "{format}");
        for threads in ["2", "5", "64"] {
            let many = scan(folder.path(), threads, format, &names);
            assert_eq!(many.stdout, one.stdout, "{format}, {threads} threads");
            assert_eq!(many.stderr, one.stderr, "{format}, {threads} threads");
            assert_eq!(many.status, one.status, "{format}, {threads} threads");
        }
    }
}

#[test]
fn leaks_stand_in_the_order_of_the_arguments() {
    let folder = tempfile::tempdir().expect("there is room");
    lay(folder.path());
    let names = [
        "whole-1-requests.ndjson",
        "whole-0-receipt.har",
        "whole-0-requests.ndjson",
    ];
    let ran = scan(folder.path(), "3", "ndjson", &names);
    let leaks = crate::run::lines(&ran.stdout, "leak");
    let mut told: Vec<_> = leaks.iter().map(|leak| leak["capture"].as_str()).collect();
    told.dedup();
    assert_eq!(told, names.map(Some));
    assert_eq!(ran.status, 1);
}

#[test]
fn more_findings_than_may_wait_are_all_written() {
    let folder = tempfile::tempdir().expect("there is room");
    let list = fs::read_to_string(captures().join("requests.ndjson")).expect("it is there");
    let long = format!("{}\n", list.trim_end()).repeat(400);
    for name in ["a.ndjson", "b.ndjson", "c.ndjson"] {
        fs::write(folder.path().join(name), &long).expect("the folder takes it");
    }
    let names = ["a.ndjson", "b.ndjson", "c.ndjson"];
    let many = scan(folder.path(), "3", "ndjson", &names);
    let leaks = crate::run::lines(&many.stdout, "leak");
    assert_eq!(leaks.len(), 3 * 400 * 2);
    assert_eq!(
        many.stdout,
        scan(folder.path(), "1", "ndjson", &names).stdout
    );
}
