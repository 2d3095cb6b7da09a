//! Reports for JavaScript.

use crate::error::coded;
use crate::types::{JsFindings, JsFormat, JsSummary};
use wasm_bindgen::prelude::*;

/// Renders findings as a report.
#[wasm_bindgen]
pub fn report(
    _format: JsFormat,
    _findings: JsFindings,
    _summary: JsSummary,
) -> Result<String, JsValue> {
    Err(coded("not_yet", "no report yet").into())
}
