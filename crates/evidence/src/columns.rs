//! The columns of CSV.

use crate::plain::{for_spreadsheet, readable};
use crate::row::Row;
use crate::words;
use leaklight_core::{Carrier, Disguise, Outcome, Part, Party, Purpose, Witness};
use serde::Serialize;

/// The columns' names, in their order; later ones are only ever added at the end.
pub(crate) const HEADER: [&str; 36] = [
    "capture",
    "entry",
    "time",
    "page",
    "method",
    "url",
    "resource",
    "outcome",
    "host",
    "domain",
    "entity",
    "product",
    "account",
    "category",
    "role",
    "party",
    "disguise",
    "tracker",
    "expected",
    "identifier",
    "kind",
    "parts",
    "carrier",
    "name",
    "chain",
    "digest",
    "confidence",
    "bits",
    "event",
    "action",
    "cname",
    "purpose",
    "meaning",
    "context",
    "witness",
    "count",
];

/// A row as CSV's fields.
pub(crate) fn fields(row: &Row) -> [String; 36] {
    let finding = &row.finding;
    let recipient = &finding.recipient;
    let text = |text: &str| for_spreadsheet(&readable(text)).into_owned();
    let maybe = |value: &Option<String>| value.as_deref().map(text).unwrap_or_default();
    let context: Vec<&str> = finding
        .context
        .iter()
        .map(|one| one.kind.as_str())
        .collect();
    let parts: Vec<String> = finding.parts.iter().map(|part: &Part| word(part)).collect();
    [
        maybe(&row.capture),
        row.entry.map(|entry| entry.to_string()).unwrap_or_default(),
        maybe(&finding.time),
        maybe(&finding.page),
        text(&finding.method),
        text(&finding.url),
        maybe(&finding.resource),
        finding
            .outcome
            .as_ref()
            .map(word::<Outcome>)
            .unwrap_or_default(),
        text(&recipient.host),
        text(&recipient.domain),
        maybe(&recipient.entity),
        maybe(&recipient.product),
        maybe(&recipient.account),
        maybe(&recipient.category),
        maybe(&recipient.role),
        word::<Party>(&recipient.party),
        recipient
            .disguise
            .as_ref()
            .map(word::<Disguise>)
            .unwrap_or_default(),
        recipient.tracker.to_string(),
        finding.expected.to_string(),
        text(&finding.identifier.id),
        finding.identifier.kind.as_str().to_owned(),
        parts.join(" "),
        word::<Carrier>(&finding.carrier),
        maybe(&finding.name),
        text(&finding.chain.join(" ")),
        maybe(&finding.digest),
        words::confidence(finding.confidence).to_owned(),
        format!("{:.1}", finding.bits),
        maybe(&recipient.event),
        maybe(&recipient.action),
        maybe(&recipient.cname),
        word::<Purpose>(&finding.purpose),
        maybe(&finding.meaning),
        context.join(" "),
        word::<Witness>(&finding.witness),
        row.count.to_string(),
    ]
}

/// The word that a value without fields is serialised as.
fn word<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}
