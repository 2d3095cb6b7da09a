//! The one door for every front end: an [`Inspector`] joins detection, recipients and policy.

mod action;
mod context;
mod finding;
mod inspector;
mod look;
mod purpose;
mod size;

pub use context::Surrounding;
pub use finding::{Finding, IdentifierRef, Verdict};
pub use inspector::Inspector;
pub use leaklight_detect::*;
pub use leaklight_parameters::{Context, Word, explanation, sort_by};
pub use leaklight_recipients::{
    Counted, Disguise, NoRoom, Party, Reach, Recipient, Trackers, reach, registrable_domain,
};
pub use look::Look;
pub use purpose::Purpose;
pub use size::size;
