//! What a parameter's name says about its value: vendors' names and common ones, as one table.
//!
//! Detection takes context from it ("`zip` holds a postal code"), display its meaning.
//! The table is `names.tsv`; adding a name is adding a row.

mod folded;
mod kind;
mod meaning;
mod table;

pub use kind::{Kind, Part};
pub use meaning::{Meaning, Strength, meaning};
