//! The one door for every front end: an [`Inspector`] joins detection, recipients and policy.

mod finding;
mod inspector;

pub use finding::{Finding, IdentifierRef, Verdict};
pub use inspector::Inspector;
pub use leaklight_detect::*;
pub use leaklight_recipients::{Disguise, Party, Recipient};
