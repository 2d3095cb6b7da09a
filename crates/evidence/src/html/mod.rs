//! One self-contained page, for people: nothing is loaded, nothing runs.

mod explanation;
mod section;

use crate::groups::{Group, groups, recipients};
use crate::plain::readable;
use crate::summary::{Conclusion, Summary};
use crate::text::{extent, tally};
use crate::words;
use crate::writer::Report;
use leaklight_core::{Confidence, Kind, sort_by};
use maud::{DOCTYPE, Markup, PreEscaped, html};

/// The page's style.
const STYLE: &str = include_str!("report.css");

/// Nothing but the style above, which its SHA-256 names.
const POLICY: &str = "default-src 'none'; style-src \
    'sha256-xALHa/NZ0C/ytX9I/AsPG4ARrFiKgqtKIx+LZL2855o='; base-uri 'none'; form-action 'none'";

/// The report as a page.
pub(crate) fn page(report: &Report, summary: &Summary) -> String {
    let leaks = groups(&report.rows, false);
    let expected = groups(&report.rows, true);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="color-scheme" content="light dark";
                title { "Leaklight: " (headline(report, summary)) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header { (masthead(report, summary)) }
                main {
                    (overview(&leaks))
                    @if !leaks.is_empty() {
                        section aria-labelledby="leaks" {
                            h2 id="leaks" { "Who received what" }
                            @for group in &leaks { (section::recipient(group)) }
                        }
                    }
                    @if !expected.is_empty() {
                        section .quiet aria-labelledby="expected" {
                            h2 id="expected" { "Handed over on purpose, as far as can be told" }
                            p .note { "These went where the visitor sent them, in the field that is made for them." }
                            @for group in &expected { (section::recipient(group)) }
                        }
                    }
                    (unread(report))
                    (explanation::words())
                }
                footer {
                    p {
                        "Made by Leaklight " (env!("CARGO_PKG_VERSION"))
                        ". This report names the saved details by their number and masks them in addresses: it does not repeat their values."
                    }
                }
            }
        }
    };
    page.into_string()
}

fn headline(report: &Report, summary: &Summary) -> String {
    match summary.conclusion {
        Conclusion::Found => format!(
            "{} to {}",
            words::count(summary.leaks, "leak"),
            words::count(recipients(&report.rows), "recipient")
        ),
        Conclusion::NothingFound => "Nothing found".to_owned(),
        Conclusion::Inconclusive => "Inconclusive".to_owned(),
    }
}

/// The conclusion, and what it rests on.
fn masthead(report: &Report, summary: &Summary) -> Markup {
    let class = match summary.conclusion {
        Conclusion::Found => "found",
        Conclusion::NothingFound => "nothing",
        Conclusion::Inconclusive => "inconclusive",
    };
    html! {
        p .brand { (lamp()) "Leaklight report" }
        h1 .(class) { (headline(report, summary)) }
        p .lede { (lede(summary)) }
        dl .facts {
            (fact("Looked at", &extent(summary)))
            @if let Some((first, last)) = period(report) {
                @let (first, last) = (words::time(first), words::time(last));
                @if first == last { (fact("When", &first)) }
                @else { (fact("When", &format!("{first} to {last}"))) }
            }
            @if let Some(captures) = captures(report) { (fact("From", &captures)) }
            @let skips = tally(&report.skips).values().sum::<u64>();
            (fact("Not read", &if skips == 0 { "nothing".to_owned() } else { words::count(skips, "gap") }))
        }
    }
}

fn lede(summary: &Summary) -> &'static str {
    match summary.conclusion {
        Conclusion::Found => {
            "Web requests handed saved details of this person to the recipients below."
        }
        Conclusion::NothingFound => {
            "None of the saved details was found in any request that was looked at."
        }
        Conclusion::Inconclusive => {
            "None of the saved details was found, but not everything could be read. This is no proof that nothing leaked."
        }
    }
}

fn fact(name: &str, value: &str) -> Markup {
    html! { div { dt { (name) } dd { (readable(value)) } } }
}

/// The mark: a lamp that is lit.
fn lamp() -> Markup {
    html! {
        svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" {
            circle .glow cx="12" cy="12" r="11" {}
            circle .bulb cx="12" cy="12" r="5.5" {}
        }
    }
}

/// First and last time of the findings, where all are told in UTC and so compare as text.
fn period(report: &Report) -> Option<(&str, &str)> {
    let times: Option<Vec<&str>> = report
        .rows
        .iter()
        .map(|row| {
            row.finding
                .time
                .as_deref()
                .filter(|time| time.ends_with('Z'))
        })
        .collect();
    let times = times?;
    Some((times.iter().min()?, times.iter().max()?))
}

/// The captures that something is said about.
fn captures(report: &Report) -> Option<String> {
    let rows = report.rows.iter().filter_map(|row| row.capture.as_deref());
    let skips = report
        .skips
        .iter()
        .filter_map(|skip| skip.capture.as_deref());
    let problems = report
        .problems
        .iter()
        .map(|problem| problem.capture.as_str());
    let mut names: Vec<&str> = Vec::new();
    for name in rows.chain(skips).chain(problems) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// Recipients down, details across.
fn overview(groups: &[Group<'_>]) -> Markup {
    let findings = groups.iter().flat_map(|group| &group.findings);
    let mut details: Vec<(Kind, &str)> = findings
        .map(|folded| &folded.first.finding.identifier)
        .map(|identifier| (identifier.kind, identifier.id.as_str()))
        .collect();
    sort_by(&mut details, |a, b| a.cmp(b));
    details.dedup();
    if groups.len() < 2 && details.len() < 2 {
        return html! {};
    }
    html! {
        section aria-labelledby="overview" {
            h2 id="overview" { "At a glance" }
            div .scroll {
                table .matrix {
                    thead {
                        tr {
                            th scope="col" { "Recipient" }
                            @for (kind, id) in &details {
                                th scope="col" { (words::kind(*kind)) span .id { (readable(id)) } }
                            }
                        }
                    }
                    tbody {
                        @for group in groups {
                            tr {
                                th scope="row" { (section::title(group)) }
                                @for (_, id) in &details { (cell(group, id)) }
                            }
                        }
                    }
                }
            }
            p .note { "● at least once in clear; ◐ only hidden: encoded, compressed or as a digest." }
        }
    }
}

/// One detail of one recipient.
fn cell(group: &Group<'_>, detail: &str) -> Markup {
    let of_detail = || {
        group
            .findings
            .iter()
            .filter(|folded| folded.first.finding.identifier.id == detail)
    };
    let Some(confidence) = of_detail().map(|folded| folded.confidence).max() else {
        return html! { td .none { "–" } };
    };
    let clear = of_detail()
        .flat_map(|folded| &folded.places)
        .any(|place| place.digest.is_none() && place.chain.is_empty());
    html! {
        td {
            span .mark.(confidence_class(confidence)) {
                (if clear { "● " } else { "◐ " }) (words::confidence(confidence))
            }
        }
    }
}

/// A confidence as a class.
fn confidence_class(confidence: Confidence) -> &'static str {
    words::confidence(confidence)
}

/// What could not be read.
fn unread(report: &Report) -> Markup {
    if report.skips.is_empty() && report.problems.is_empty() {
        return html! {};
    }
    html! {
        section aria-labelledby="unread" {
            h2 id="unread" { "What could not be read" }
            p .note { "Something may have been handed over there, too." }
            ul .unread {
                @for problem in &report.problems {
                    li { strong { (readable(&problem.capture)) } ": " (readable(&problem.message)) }
                }
                @for (reason, count) in tally(&report.skips) {
                    li { strong { (count) "×" } " " (words::reason(reason)) " " code { (words::reason_code(reason)) } }
                }
            }
        }
    }
}
