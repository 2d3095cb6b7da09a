//! What a report consists of.

use leaklight_core::{Finding, Reason};
use serde::{Deserialize, Serialize};

/// A finding, and where it is from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// The capture's name; none in a browser.
    pub capture: Option<String>,
    /// The request's 0-based index in the capture.
    pub entry: Option<usize>,
    /// The finding; the first of them, where there are more.
    #[serde(flatten)]
    pub finding: Finding,
    /// How many requests this row stands for.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub count: u64,
}

/// Something that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkipRow {
    /// The capture's name; none in a browser.
    pub capture: Option<String>,
    /// The request's 0-based index in the capture; none where it is the whole capture.
    pub entry: Option<usize>,
    /// Why it could not be read.
    pub reason: Reason,
    /// How many requests this row stands for.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub count: u64,
}

/// A capture that could not be read to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemRow {
    /// The capture's name.
    pub capture: String,
    /// Where it broke, and why; without any of its content.
    pub message: String,
}

fn one() -> u64 {
    1
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands references")]
fn is_one(count: &u64) -> bool {
    *count == 1
}
