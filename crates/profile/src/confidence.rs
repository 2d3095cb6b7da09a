//! How sure a match is.

use serde::{Deserialize, Serialize};

/// How sure it is that the identifier stands there: thresholds on bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// It may be chance.
    Possible,
    /// Chance is an unlikely explanation.
    Likely,
    /// Chance is no explanation.
    Certain,
}
