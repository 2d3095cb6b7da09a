//! One recipient, and what it got.

use super::confidence_class;
use crate::groups::{Folded, Group};
use crate::plain::readable;
use crate::words;
use leaklight_core::{Context, Finding, Place};
use maud::{Markup, html};

/// Pages and places beyond these are counted, not listed.
const LISTED: usize = 12;

/// The recipient's name, with its product.
pub(super) fn title(group: &Group<'_>) -> Markup {
    let product = group.recipient.product.as_deref();
    html! {
        (readable(group.title()))
        @if let Some(product) = product.filter(|product| *product != group.title()) {
            span .product { " " (readable(product)) }
        }
    }
}

/// One recipient's section.
pub(super) fn recipient(group: &Group<'_>) -> Markup {
    let recipient = group.recipient;
    html! {
        article {
            h3 { (title(group)) }
            ul .chips {
                li { (words::party(recipient.party, recipient.disguise)) }
                @if let Some(disguise) = recipient.disguise {
                    li .alert { (words::disguise(disguise)) }
                }
                @if let Some(category) = &recipient.category { li { (readable(&words::category(category))) } }
                @if let Some(role) = recipient.role.as_ref().filter(|role| recipient.category.as_ref() != Some(role)) {
                    li { (readable(&words::category(role))) }
                }
                @if recipient.entity.is_none() { li .alert { "unknown" } }
                @if recipient.tracker { li { "known tracker" } }
                @for host in &group.hosts { li { (readable(host)) } }
                @for account in &group.accounts { li { "account " code { (readable(account)) } } }
            }
            div .scroll {
                table .findings {
                    thead {
                        tr {
                            th scope="col" { "Detail" }
                            th scope="col" { "How it was hidden" }
                            th scope="col" { "Where" }
                            th scope="col" { "How sure" }
                            th scope="col" .number { "Requests" }
                        }
                    }
                    @for folded in &group.findings { (finding(folded)) }
                }
            }
        }
    }
}

/// One finding: a line, and its evidence under it.
fn finding(folded: &Folded<'_>) -> Markup {
    let finding = &folded.first.finding;
    let hiding = words::hiding(&finding.chain, finding.digest.as_deref());
    html! {
        tbody {
            tr {
                td {
                    strong { (words::detail(&finding.identifier, &folded.parts)) }
                    " " span .id { (finding.identifier.id) }
                }
                td {
                    @if hiding == "in clear" { span .clear { (hiding) } } @else { (hiding) }
                }
                td { (place(finding.carrier, finding.name.as_deref())) }
                td {
                    span .mark.(confidence_class(folded.confidence)) title=(format!("{:.0} bits", finding.bits)) {
                        (words::confidence(folded.confidence))
                    }
                }
                td .number { (folded.count) }
            }
            tr .evidence { td colspan="5" { (evidence(folded)) } }
        }
    }
}

/// What the finding rests on.
fn evidence(folded: &Folded<'_>) -> Markup {
    let row = folded.first;
    let finding = &row.finding;
    html! {
        dl {
            @if let Some(action) = &finding.recipient.action {
                div { dt { "What it was" } dd { (readable(action)) } }
            }
            @if let Some(meaning) = &finding.meaning {
                div { dt { "The name means" } dd { (readable(meaning)) } }
            }
            @if let Some(purpose) = words::purpose(finding.purpose) {
                div { dt { "On purpose" } dd { (purpose) } }
            }
            @if let Some(witness) = words::witness(finding.witness) {
                div { dt { "Witness" } dd { (witness) } }
            }
            @for page in folded.pages.iter().take(LISTED) {
                div { dt { "Page" } dd { code { (readable(page)) } } }
            }
            @if folded.pages.len() > LISTED {
                div { dt {} dd { "and " (words::count((folded.pages.len() - LISTED) as u64, "other page")) } }
            }
            @if folded.pages.is_empty() { div { dt { "Page" } dd { "not known" } } }
            div {
                dt { @if folded.count > 1 { "First request" } @else { "Request" } }
                dd {
                    code { (readable(&finding.method)) " " (readable(&finding.url)) }
                    (when(folded))
                }
            }
            @if let Some(context) = words::went_along(&kinds(finding)) {
                div { dt { "Went along" } dd { (context) } }
            }
            @for script in finding.initiator.iter().take(3) {
                div { dt { "Sent by" } dd { code { (readable(script)) } } }
            }
            @for also in folded.places.iter().skip(1).take(LISTED) {
                div { dt { "Also in" } dd { (also_in(also)) } }
            }
            @if folded.places.len() > LISTED + 1 {
                div { dt {} dd { "and " (words::count((folded.places.len() - LISTED - 1) as u64, "other place")) } }
            }
        }
    }
}

/// What else the request told.
fn kinds(finding: &Finding) -> Vec<Context> {
    finding.context.iter().map(|one| one.kind).collect()
}

/// Time, kind and fate of the request, and its place in the capture.
fn when(folded: &Folded<'_>) -> Markup {
    let row = folded.first;
    let finding = &row.finding;
    let mut words_of: Vec<String> = Vec::new();
    words_of.extend(finding.time.as_deref().map(words::time));
    words_of.extend(finding.resource.as_deref().map(words::category));
    words_of.extend(folded.outcome.and_then(words::outcome).map(str::to_owned));
    if let (Some(capture), Some(entry)) = (&row.capture, row.entry) {
        words_of.push(format!("entry {entry} of {capture}"));
    }
    html! { @if !words_of.is_empty() { span .meta { (readable(&words_of.join(" · "))) } } }
}

fn also_in(also: &Place) -> Markup {
    html! {
        (place(also.carrier, also.name.as_deref()))
        ", " (words::hiding(&also.chain, also.digest.as_deref()))
    }
}

/// A place in words.
fn place(carrier: leaklight_core::Carrier, name: Option<&str>) -> Markup {
    html! {
        (words::carrier(carrier))
        @if let Some(name) = name { " " code { (readable(name)) } }
    }
}
