use crate::sample::{report, summary};
use leaklight_core::Witness;
use leaklight_evidence::{Format, Report, Writer, render};
use std::str::FromStr;

fn rendered(format: Format) -> String {
    render(format, report(), &summary(4, 3)).expect("memory takes all")
}

#[test]
fn text_groups_by_recipient() {
    insta::assert_snapshot!(rendered(Format::Text));
}

#[test]
fn json_is_one_object() {
    insta::assert_snapshot!(rendered(Format::Json));
}

#[test]
fn ndjson_is_an_object_a_line() {
    insta::assert_snapshot!(rendered(Format::Ndjson));
}

#[test]
fn csv_is_a_row_a_finding() {
    insta::assert_snapshot!(rendered(Format::Csv));
}

#[test]
fn ndjson_comes_as_the_rows_come() {
    let mut written = Vec::new();
    let mut writer = Writer::new(Format::Ndjson, &mut written).expect("memory takes all");
    let Report {
        rows, mut skips, ..
    } = report();
    writer.skip(skips.remove(0)).expect("memory takes all");
    for row in rows {
        writer.leak(row).expect("memory takes all");
    }
    drop(writer);
    let text = String::from_utf8(written).expect("JSON is UTF-8");
    assert!(text.starts_with(
        r#"{"type":"skip","capture":"x.har","entry":4,"reason":"body_not_captured"}"#
    ));
    assert_eq!(text.lines().count(), 6);
}

#[test]
fn inconclusive_is_said_first() {
    let Report { skips, .. } = report();
    let report = Report {
        skips,
        ..Report::default()
    };
    let text = render(Format::Text, report, &summary(0, 3)).expect("memory takes all");
    assert!(
        text.starts_with("Inconclusive: nothing was found, but not everything could be read\n"),
        "{text}"
    );
    let text = render(Format::Text, Report::default(), &summary(0, 0)).expect("memory takes all");
    assert!(text.starts_with("Nothing found\n"), "{text}");
}

#[test]
fn colours_are_only_for_terminals() {
    let text = |styled| {
        let mut writer = Writer::new(Format::Text, Vec::new())
            .expect("memory takes all")
            .styled(styled);
        for row in report().rows {
            writer.leak(row).expect("memory takes all");
        }
        let bytes = writer.finish(&summary(4, 0)).expect("memory takes all");
        String::from_utf8(bytes).expect("text is UTF-8")
    };
    assert!(text(true).contains("\u{1b}[1m"));
    assert!(!text(false).contains('\u{1b}'));
}

#[test]
fn a_pages_own_word_is_called_that() {
    let mut told = report();
    told.rows[0].finding.witness = Witness::Page;
    for format in [Format::Text, Format::Html] {
        let text = render(format, told.clone(), &summary(4, 0)).expect("memory takes all");
        assert_eq!(text.matches("the page's own word").count(), 1, "{text}");
    }
}

#[test]
fn a_row_that_stands_for_several_requests_says_so_in_every_format() {
    let mut told = report();
    told.rows.truncate(1);
    told.rows[0].count = 7;
    for (format, words) in [
        (Format::Text, "7 requests"),
        (Format::Html, "<td class=\"number\">7</td>"),
        (Format::Json, "\"count\": 7"),
        (Format::Ndjson, "\"count\":7"),
        (Format::Csv, ",7\n"),
    ] {
        let text = render(format, told.clone(), &summary(7, 0)).expect("memory takes all");
        assert!(text.contains(words), "{format:?}: {text}");
    }
}

#[test]
fn formats_are_known_by_name() {
    for format in Format::ALL {
        assert_eq!(Format::from_str(format.as_str()), Ok(format));
    }
    assert!(Format::from_str("HTML").is_err());
}
