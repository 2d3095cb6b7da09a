//! Digests: every form of every identifier under every recipe, and their look-up in bytes.

mod algorithm;
mod index;
mod murmur3;
mod placeholder;
mod recipe;
mod roll;

pub use index::Index;
pub use roll::{nibble, sextet};
