//! What a report comes to.

use serde::{Deserialize, Serialize};

/// What a report comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Captures read; 0 in a browser.
    pub captures: u64,
    /// Requests read.
    pub requests: u64,
    /// Bytes of these requests, as far as they were there to be read: URLs, headers, bodies and messages.
    pub bytes: u64,
    /// Findings, less those that were handed over on purpose.
    pub leaks: u64,
    /// Requests, or whole captures, of which something could not be read.
    pub skips: u64,
    /// The conclusion.
    #[serde(rename = "verdict")]
    pub conclusion: Conclusion,
}

/// What may be concluded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// There are leaks.
    Found,
    /// There are none, and everything was read.
    NothingFound,
    /// None was found, and not everything was read.
    Inconclusive,
}

impl Conclusion {
    /// What may be concluded from so many leaks, where everything was read or not.
    pub const fn new(leaks: u64, complete: bool) -> Self {
        match (leaks, complete) {
            (1.., _) => Self::Found,
            (0, true) => Self::NothingFound,
            (0, false) => Self::Inconclusive,
        }
    }
}
