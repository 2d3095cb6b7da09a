//! Leaklight for the browser: thin bindings, no decisions. `types.rs` has their TypeScript.

mod check;
mod error;
mod inspector;
mod part;
mod reach;
mod report;
mod text;
mod trackers;
mod types;

pub use check::check_profile;
pub use inspector::Inspector;
pub use reach::{reach, site};
pub use report::report;
pub use trackers::Trackers;
