//! web-ext lint: what addons.mozilla.org would say.

use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::checkout::Checkout;
use crate::{node, process};

/// web-ext finds nothing in a laid extension: no error, no warning, no notice.
pub fn run(checkout: &Checkout, extension: &Path) -> Result<()> {
    let mut lint = node::program(checkout, "web-ext");
    lint.args([
        "lint",
        "--no-input",
        "--no-config-discovery",
        "--output",
        "json",
    ])
    .arg("--source-dir")
    .arg(extension);
    // It exits with an error after errors, and with none after warnings: the report says all.
    let output = lint
        .output()
        .with_context(|| format!("cannot start {}", process::shown(&lint)))?;
    let report = serde_json::from_slice(&output.stdout).with_context(|| {
        format!(
            "web-ext lint gave no report: {}",
            String::from_utf8_lossy(&output.stderr)
        )
    })?;
    let found = complaints(&report)?;
    if !found.is_empty() {
        bail!("web-ext lint found\n{}", found.join("\n"));
    }
    Ok(())
}

/// One line a complaint in web-ext's JSON report.
fn complaints(report: &Value) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    for kind in ["errors", "warnings", "notices"] {
        let complaints = report
            .get(kind)
            .and_then(Value::as_array)
            .with_context(|| format!("web-ext's report has no {kind}"))?;
        for complaint in complaints {
            let of = |key| complaint.get(key).and_then(Value::as_str).unwrap_or("?");
            lines.push(format!(
                "  {kind}: {}: {} ({})",
                of("file"),
                of("message"),
                of("code")
            ));
        }
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_clean_report_has_no_complaint() {
        let report = json!({"count": 0, "errors": [], "warnings": [], "notices": []});
        assert!(complaints(&report).unwrap().is_empty());
    }

    #[test]
    fn a_notice_is_a_complaint() {
        let notice = json!({"code": "MINIFIED", "message": "minified", "file": "a.js", "line": 1});
        let report = json!({"errors": [], "warnings": [], "notices": [notice]});
        assert_eq!(
            complaints(&report).unwrap(),
            ["  notices: a.js: minified (MINIFIED)"]
        );
    }

    #[test]
    fn a_report_without_warnings_to_read_is_an_error() {
        assert!(complaints(&json!({"errors": []})).is_err());
    }
}
