//! Reports for JavaScript.

use crate::error::coded;
use crate::types::{JsFormat, JsRepeated, JsSummary};
use leaklight_core::{Finding, Reason};
use leaklight_evidence::{Conclusion, Format, Report, Row, SkipRow, Summary, render};
use serde::Deserialize;
use wasm_bindgen::prelude::*;

/// What is known of the requests that a report is about.
#[derive(Deserialize)]
struct Totals {
    requests: u64,
    bytes: u64,
    skips: Vec<Skipped>,
}

/// A finding of so many requests.
#[derive(Deserialize)]
struct Repeated {
    finding: Finding,
    count: u64,
}

#[derive(Deserialize)]
struct Skipped {
    reason: Reason,
    count: u64,
}

/// Renders findings as a report.
#[wasm_bindgen]
pub fn report(
    format: JsFormat,
    findings: JsRepeated,
    summary: JsSummary,
) -> Result<String, JsValue> {
    let refused = |message: &str| JsValue::from(coded("bad_report", message));
    let format: Format = JsValue::from(format)
        .as_string()
        .and_then(|name| name.parse().ok())
        .ok_or_else(|| refused("there is no such format"))?;
    let findings: Vec<Repeated> = serde_wasm_bindgen::from_value(findings.into())
        .map_err(|_| refused("these are no findings of this version"))?;
    let totals: Totals = serde_wasm_bindgen::from_value(summary.into())
        .map_err(|_| refused("this is no summary of this version"))?;
    render_all(format, findings, &totals).map_err(|_| refused("the report cannot be written"))
}

fn render_all(format: Format, findings: Vec<Repeated>, totals: &Totals) -> std::io::Result<String> {
    let leaks = findings
        .iter()
        .filter(|repeated| !repeated.finding.expected)
        .map(|repeated| repeated.count)
        .sum();
    let unread = totals.skips.iter().map(|skip| skip.count).sum();
    let summary = Summary {
        captures: 0,
        requests: totals.requests,
        bytes: totals.bytes,
        leaks,
        skips: unread,
        conclusion: Conclusion::new(leaks, unread == 0),
    };
    let rows = findings.into_iter().map(|Repeated { finding, count }| Row {
        capture: None,
        entry: None,
        finding,
        count,
    });
    let skips = totals.skips.iter().map(|skip| SkipRow {
        capture: None,
        entry: None,
        reason: skip.reason,
        count: skip.count,
    });
    let report = Report {
        rows: rows.collect(),
        skips: skips.collect(),
        problems: Vec::new(),
    };
    render(format, report, &summary)
}
