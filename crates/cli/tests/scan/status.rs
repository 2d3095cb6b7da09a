//! Exit statuses, selections and outputs.

use crate::run::{Ran, captures, lines, run_in, scan, scan_for_jane};
use std::fs;

fn summary(ran: &Ran) -> serde_json::Value {
    lines(&ran.stdout, "summary").remove(0)
}

#[test]
fn leaks_end_with_1() {
    let ran = scan_for_jane(&["--format", "ndjson", "receipt.har"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (1, ""));
    let summary = summary(&ran);
    assert_eq!(summary["verdict"], "found");
    assert_eq!(summary["requests"], 8, "the data: URL is no request");
    assert_eq!(lines(&ran.stdout, "leak").len(), 9);
}

#[test]
fn nothing_found_ends_with_0_even_when_strict() {
    let ran = scan_for_jane(&["--strict", "--format", "ndjson", "hours.har"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert_eq!(summary(&ran)["verdict"], "nothing_found");
}

#[test]
fn inconclusive_ends_with_0_and_with_3_when_strict() {
    let ran = scan_for_jane(&["--format", "ndjson", "stripped.har"]);
    assert_eq!(ran.status, 0);
    assert_eq!(summary(&ran)["verdict"], "inconclusive");
    let reasons: Vec<_> = lines(&ran.stdout, "skip")
        .iter()
        .map(|skip| skip["reason"].clone())
        .collect();
    assert_eq!(reasons, ["body_not_captured", "headers_stripped"]);
    assert_eq!(scan_for_jane(&["--strict", "stripped.har"]).status, 3);
    assert_eq!(scan_for_jane(&["--strict", "receipt.har"]).status, 1);
}

#[test]
fn another_person_gets_nothing() {
    let ran = scan(&[
        "--profile",
        "stranger.toml",
        "--party",
        "all",
        "--min-confidence",
        "possible",
        "--format",
        "ndjson",
        "receipt.har",
        "hours.har",
        "stripped.har",
        "requests.ndjson",
    ]);
    assert_eq!(ran.status, 0, "{}", ran.stdout);
    assert_eq!(lines(&ran.stdout, "leak").len(), 0);
    assert_eq!(summary(&ran)["captures"], 4);
}

#[test]
fn the_page_itself_counts_only_when_asked_for() {
    let first_parties = |party: &str| {
        let ran = scan_for_jane(&["--party", party, "--format", "ndjson", "receipt.har"]);
        let leaks = lines(&ran.stdout, "leak");
        leaks
            .iter()
            .filter(|leak| leak["recipient"]["party"] == "first")
            .count()
    };
    assert_eq!(first_parties("all"), 1);
    assert_eq!(first_parties("third"), 0);
    assert_eq!(first_parties("tracker"), 0);
}

#[test]
fn captures_come_in_their_order_and_under_their_files_names() {
    let receipt = captures().join("receipt.har");
    let ran = scan_for_jane(&[
        "--format",
        "ndjson",
        "requests.ndjson",
        receipt.to_str().expect("UTF-8"),
    ]);
    let captures: Vec<_> = lines(&ran.stdout, "leak")
        .iter()
        .map(|leak| leak["capture"].clone())
        .collect();
    assert_eq!(captures.first().expect("leaks"), "requests.ndjson");
    assert_eq!(captures.last().expect("leaks"), "receipt.har");
    assert!(captures.is_sorted_by_key(|name| name != "requests.ndjson"));
}

#[test]
fn standard_input_is_a_request_list() {
    let list = fs::read(captures().join("requests.ndjson")).expect("the capture is there");
    let from_input = run_in(
        &captures(),
        &[
            "scan",
            "--profile",
            "profile.toml",
            "--format",
            "ndjson",
            "-",
        ],
        &list,
    );
    let from_file = scan_for_jane(&["--format", "ndjson", "requests.ndjson"]);
    assert_eq!(from_input.status, 1);
    assert_eq!(
        from_input
            .stdout
            .replace(r#""capture":"-""#, r#""capture":"requests.ndjson""#),
        from_file.stdout
    );
}

#[test]
fn a_gzip_har_is_a_har() {
    use std::io::Write;
    let folder = tempfile::tempdir().expect("a folder");
    let har = fs::read(captures().join("receipt.har")).expect("the capture is there");
    let file = fs::File::create(folder.path().join("receipt.har.gz")).expect("the folder takes it");
    let mut encoder = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
    encoder.write_all(&har).expect("the file takes it");
    encoder.finish().expect("the file takes it");
    fs::copy(
        captures().join("profile.toml"),
        folder.path().join("profile.toml"),
    )
    .expect("the folder takes it");
    let packed = run_in(
        folder.path(),
        &[
            "scan",
            "--profile",
            "profile.toml",
            "--format",
            "ndjson",
            "receipt.har.gz",
        ],
        b"",
    );
    let plain = scan_for_jane(&["--format", "ndjson", "receipt.har"]);
    assert_eq!(
        packed.stdout.replace("receipt.har.gz", "receipt.har"),
        plain.stdout
    );
}

#[test]
fn a_broken_capture_ends_with_2_and_what_came_before_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let har = fs::read_to_string(captures().join("receipt.har")).expect("the capture is there");
    let cut = &har[..har.find("px.ads.linkedin.com").expect("it is in there")];
    fs::write(folder.path().join("cut.har"), cut).expect("the folder takes it");
    for file in ["profile.toml", "hours.har"] {
        fs::copy(captures().join(file), folder.path().join(file)).expect("the folder takes it");
    }
    let ran = run_in(
        folder.path(),
        &[
            "scan",
            "--profile",
            "profile.toml",
            "--format",
            "ndjson",
            "cut.har",
            "hours.har",
        ],
        b"",
    );
    let (line, column) = (
        cut.lines().count(),
        cut.lines().last().expect("lines").len() + 1,
    );
    assert_eq!(ran.status, 2);
    assert_eq!(
        ran.stderr,
        format!(
            "leaklight: cut.har: line {line}, column {column}: the capture ends in the middle\n"
        )
    );
    assert_eq!(lines(&ran.stdout, "leak").len(), 4);
    assert_eq!(
        summary(&ran)["requests"],
        7,
        "the whole capture after it is scanned"
    );
}

#[test]
fn the_report_replaces_a_file_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let report = folder.path().join("report.txt");
    fs::write(&report, "old").expect("the folder takes it");
    let path = report.to_str().expect("UTF-8");
    let ran = scan_for_jane(&["--output", path, "receipt.har"]);
    assert_eq!(
        (ran.status, ran.stdout.as_str(), ran.stderr.as_str()),
        (1, "", "")
    );
    let written = fs::read_to_string(&report).expect("it is there");
    assert_eq!(written, scan_for_jane(&["receipt.har"]).stdout);
    assert_eq!(
        fs::read_dir(folder.path()).expect("a folder").count(),
        1,
        "nothing is left beside it"
    );
}

#[test]
fn csv_says_on_standard_error_that_something_was_not_read() {
    let ran = scan_for_jane(&["--format", "csv", "stripped.har"]);
    assert_eq!(
        ran.stderr,
        "leaklight: not everything could be read (2 gaps): the other formats tell what\n"
    );
    assert_eq!(ran.stdout.lines().count(), 1);
}

#[test]
fn weak_values_are_warned_about_and_still_looked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(
        folder.path().join("weak.toml"),
        "\n[[others]]\nvalue = \"test\"\n",
    )
    .expect("the folder takes it");
    let har = captures().join("hours.har");
    let ran = run_in(
        folder.path(),
        &[
            "scan",
            "--profile",
            "weak.toml",
            har.to_str().expect("UTF-8"),
        ],
        b"",
    );
    assert_eq!(ran.status, 0);
    assert_eq!(
        ran.stderr,
        "leaklight: warning: weak.toml: line 3, column 9: others[0].value: so short or common a value is found everywhere\n"
    );
}

#[test]
fn help_and_version_are_true() {
    let help = run_in(&captures(), &["scan", "--help"], b"");
    assert_eq!(help.status, 0);
    for said in [
        "--profile",
        "--party",
        "--min-confidence",
        "--format",
        "--output",
        "--strict",
        "[default: third]",
        "[default: likely]",
        "[default: text]",
        "Example:",
        "Exit status:",
    ] {
        assert!(help.stdout.contains(said), "{said}");
    }
    let version = run_in(&captures(), &["--version"], b"");
    assert_eq!(
        version.stdout,
        concat!("leaklight ", env!("CARGO_PKG_VERSION"), "\n")
    );
}
