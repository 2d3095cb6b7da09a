//! Text, for people at a terminal.

use crate::groups::{Folded, Group, groups, recipients};
use crate::plain::readable;
use crate::row::SkipRow;
use crate::summary::{Conclusion, Summary};
use crate::words;
use crate::writer::Report;
use leaklight_core::{Confidence, Reason};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Columns wider than this push the rest of their own line aside, and nobody else's.
const WIDEST: usize = 60;

/// More kinds of requests to one recipient are counted, not listed.
const LISTED: usize = 3;

/// A terminal's ways to write, or none.
struct Style(bool);

impl Style {
    fn paint(&self, code: &str, text: &str) -> String {
        if self.0 {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    fn bold(&self, text: &str) -> String {
        self.paint("1", text)
    }

    fn dim(&self, text: &str) -> String {
        self.paint("2", text)
    }

    fn confidence(&self, confidence: Confidence) -> String {
        let code = match confidence {
            Confidence::Certain => "31",
            Confidence::Likely => "33",
            Confidence::Possible => "2",
        };
        self.paint(code, words::confidence(confidence))
    }
}

/// The report as text.
pub(crate) fn report(report: &Report, summary: &Summary, styled: bool) -> String {
    let style = Style(styled);
    let mut text = conclusion(report, summary, &style);
    for group in groups(&report.rows, false) {
        text.push_str(&section(&group, &style));
    }
    let expected = groups(&report.rows, true);
    if !expected.is_empty() {
        let title = style.bold("Handed over on purpose, as far as can be told");
        text.push_str(&format!("\n{title}\n"));
        for group in expected {
            text.push_str(&section(&group, &style));
        }
    }
    text.push_str(&unread(report, &style));
    text.push_str(&format!(
        "\n{}\n",
        style.dim(&format!("Read {}", extent(summary)))
    ));
    text
}

/// What it comes to, said first.
fn conclusion(report: &Report, summary: &Summary, style: &Style) -> String {
    match summary.conclusion {
        Conclusion::Found => {
            let leaks = words::count(summary.leaks, "leak");
            let recipients = words::count(recipients(&report.rows), "recipient");
            format!("{}\n", style.bold(&format!("{leaks} to {recipients}")))
        }
        Conclusion::NothingFound => format!("{}\n", style.bold("Nothing found")),
        Conclusion::Inconclusive => format!(
            "{}: nothing was found, but not everything could be read\n",
            style.bold("Inconclusive")
        ),
    }
}

/// What was read.
pub(crate) fn extent(summary: &Summary) -> String {
    let mut text = words::count(summary.requests, "request");
    if summary.bytes > 0 {
        text.push_str(&format!(" ({})", words::bytes(summary.bytes)));
    }
    if summary.captures > 0 {
        text.push_str(&format!(
            " in {}",
            words::count(summary.captures, "capture")
        ));
    }
    text
}

/// One recipient's findings.
fn section(group: &Group<'_>, style: &Style) -> String {
    let mut text = format!(
        "\n{}{}\n",
        style.bold(&readable(group.title())),
        about(group)
    );
    for action in group.actions.iter().take(LISTED) {
        text.push_str(&format!("  {}\n", readable(action)));
    }
    if group.actions.len() > LISTED {
        let more = (group.actions.len() - LISTED) as u64;
        text.push_str(&format!(
            "  and {}\n",
            words::count(more, "other kind of request")
        ));
    }
    let lines: Vec<_> = group.findings.iter().map(columns).collect();
    let widths: Vec<_> = (0..3)
        .map(|column| {
            let widths = lines.iter().map(|line| line[column].chars().count());
            widths.filter(|width| *width <= WIDEST).max().unwrap_or(0)
        })
        .collect();
    for (line, folded) in lines.iter().zip(&group.findings) {
        text.push(' ');
        for (cell, width) in line.iter().zip(&widths) {
            // Writing to a string cannot fail.
            let _infallible = write!(text, " {cell:<width$} ");
        }
        text.push_str(&format!(
            " {}{}\n",
            style.confidence(folded.confidence),
            rest(folded)
        ));
    }
    if let Some(context) = words::went_along(&group.context) {
        text.push_str(&style.dim(&format!("  Went along: {context}")));
        text.push('\n');
    }
    text
}

/// The recipient in the words after its name.
fn about(group: &Group<'_>) -> String {
    let recipient = group.recipient;
    let mut text = String::new();
    if let Some(product) = recipient
        .product
        .as_deref()
        .filter(|product| *product != group.title())
    {
        text.push_str(&format!(" — {}", readable(product)));
    }
    match recipient.entity {
        Some(_) => text.push_str(&format!(" ({})", readable(&recipient.domain))),
        // Unknown is not harmless.
        None => text.push_str(", unknown"),
    }
    text.push_str(&format!(
        ", {}",
        words::party(recipient.party, recipient.disguise)
    ));
    if let Some(disguise) = recipient.disguise {
        text.push_str(&format!(", {}", words::disguise(disguise)));
    }
    if let Some(category) = &recipient.category {
        text.push_str(&format!(", {}", readable(&words::category(category))));
    }
    text
}

/// The columns that stand under each other: which detail, how hidden, where.
fn columns(folded: &Folded<'_>) -> [String; 3] {
    let finding = &folded.first.finding;
    let id = &finding.identifier;
    let place = match &finding.name {
        Some(name) => format!("{}: {}", words::carrier(finding.carrier), readable(name)),
        None => words::carrier(finding.carrier).to_owned(),
    };
    [
        format!(
            "{} ({})",
            readable(&id.id),
            words::detail(id, &folded.parts)
        ),
        words::hiding(&finding.chain, finding.digest.as_deref()),
        place,
    ]
}

/// What follows the columns: the page, and how often.
fn rest(folded: &Folded<'_>) -> String {
    let mut text = String::new();
    if let [page, others @ ..] = folded.pages.as_slice() {
        text.push_str(&format!("  on {}", readable(page)));
        if !others.is_empty() {
            text.push_str(&format!(
                " and {}",
                words::count(others.len() as u64, "other page")
            ));
        }
    }
    text.push_str(&format!("  {}", words::count(folded.count, "request")));
    if let Some(outcome) = folded.outcome.and_then(words::outcome) {
        text.push_str(&format!(", {outcome}"));
    }
    if let Some(witness) = words::witness(folded.first.finding.witness) {
        text.push_str(&format!(", {witness}"));
    }
    text
}

/// How often each reason was given.
pub(crate) fn tally(skips: &[SkipRow]) -> BTreeMap<Reason, u64> {
    let mut tally = BTreeMap::new();
    for skip in skips {
        *tally.entry(skip.reason).or_default() += skip.count;
    }
    tally
}

/// What could not be read.
fn unread(report: &Report, style: &Style) -> String {
    if report.skips.is_empty() && report.problems.is_empty() {
        return String::new();
    }
    let mut text = format!("\n{}\n", style.bold("Not read"));
    for problem in &report.problems {
        let (capture, message) = (readable(&problem.capture), readable(&problem.message));
        text.push_str(&format!("  {capture}: {message}\n"));
    }
    for (reason, count) in tally(&report.skips) {
        let code = words::reason_code(reason);
        text.push_str(&format!("  {count} × {code}: {}\n", words::reason(reason)));
    }
    text
}
