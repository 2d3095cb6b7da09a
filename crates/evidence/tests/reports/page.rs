use crate::sample::{report, summary};
use data_encoding::BASE64;
use leaklight_evidence::{Format, Report, render};
use sha2::{Digest, Sha256};

fn page() -> String {
    render(Format::Html, report(), &summary(4, 3)).expect("memory takes all")
}

/// What stands between two marks.
fn between<'p>(page: &'p str, before: &str, after: &str) -> &'p str {
    let start = page.find(before).expect("the mark is there") + before.len();
    let length = page[start..].find(after).expect("the mark is there");
    &page[start..start + length]
}

#[test]
fn the_page_tells_everything() {
    let page = page();
    // The style is no news.
    let style = between(&page, "<style>", "</style>");
    insta::assert_snapshot!(page.replace(style, "…").replace("><", ">\n<"));
}

#[test]
fn the_policy_allows_this_style_and_nothing_else() {
    let page = page();
    let style = between(&page, "<style>", "</style>");
    let digest = BASE64.encode(&Sha256::digest(style.as_bytes()));
    let policy = between(&page, "Content-Security-Policy\" content=\"", "\"");
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )
    );
}

#[test]
fn nothing_is_loaded_and_nothing_runs() {
    let page = page();
    assert!(
        !page.contains("<script"),
        "what a page calls its parameters is text"
    );
    for mark in ["src=", "href=", "url(", "@import", " style=", " on"] {
        let tags = page
            .split('<')
            .map(|tag| tag.split('>').next().unwrap_or_default());
        let offenders: Vec<_> = tags.filter(|tag| tag.contains(mark)).collect();
        assert_eq!(offenders, Vec::<&str>::new(), "{mark}");
    }
}

#[test]
fn a_page_without_findings_says_what_it_looked_at() {
    let page = render(Format::Html, Report::default(), &summary(0, 0)).expect("memory takes all");
    assert!(page.contains("<h1 class=\"nothing\">Nothing found</h1>"));
    assert!(page.contains("170 requests (91.2 kB) in 2 captures"));
    assert!(!page.contains("Who received what"));
}
