//! What a parameter's name says about its value: vendors' names and common ones, as one table.
//!
//! Detection takes its context from it ("`zip` holds a postal code"), display the words for people.
//! The table is `data/names.tsv`, written into `tables/names.z` by `cargo xtask update-recipients`; adding a
//! name is adding a row.

mod context;
mod explanation;
mod folded;
mod kind;
mod meaning;
mod order;
mod table;

pub use context::{Context, context};
pub use explanation::{Word, explanation};
pub use kind::{Kind, Part};
pub use meaning::{Meaning, Strength, meaning};
pub use order::sort_by;
