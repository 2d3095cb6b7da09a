//! What a parameter's name says about its value: vendors' names and common ones, as one table.
//!
//! Detection takes context from it ("`zip` holds a postal code"), display its meaning.

mod kind;

pub use kind::{Kind, Part};
