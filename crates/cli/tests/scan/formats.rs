//! Every format, over a capture that has something of everything.

use crate::run::scan_for_jane;

/// The report on the receipt page.
fn report(format: &str) -> String {
    let ran = scan_for_jane(&["--format", format, "receipt.har"]);
    assert_eq!(ran.status, 1, "{}", ran.stderr);
    ran.stdout
}

/// Compares with the snapshot, but for bits: the weights are held by the detector's own tests.
macro_rules! assert_report {
    ($report:expr) => {
        insta::with_settings!({filters => vec![
            (r#""bits": ?[0-9.]+"#, r#""bits":[bits]"#),
            (r",(possible|likely|certain),[0-9.]+,", ",$1,[bits],"),
            (r"[0-9]+ bits", "[bits]"),
        ]}, {
            insta::assert_snapshot!($report);
        });
    };
}

#[test]
fn text() {
    assert_report!(report("text"));
}

#[test]
fn json() {
    assert_report!(report("json"));
}

#[test]
fn ndjson() {
    assert_report!(report("ndjson"));
}

#[test]
fn csv() {
    assert_report!(report("csv"));
}

#[test]
fn html() {
    let page = report("html");
    let (head, rest) = page.split_once("<style>").expect("it has a style");
    let (_, body) = rest.split_once("</style>").expect("it has a style");
    assert_report!(format!("{head}{body}").replace("><", ">\n<"));
}

#[test]
fn no_report_repeats_a_value() {
    for format in ["text", "json", "ndjson", "csv", "html"] {
        let report = report(format).to_lowercase();
        for value in [
            "marlowe",
            "main st",
            "springfield",
            "62704",
            "555",
            "9400111",
            "0143",
        ] {
            assert!(!report.contains(value), "{format} repeats {value}");
        }
    }
}
