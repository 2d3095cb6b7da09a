//! Digests: every form of every identifier under every recipe, and their look-up in bytes.

mod algorithm;
mod index;
mod indexes;
mod murmur3;
mod placeholder;
mod recipe;
mod roll;

pub use algorithm::Algorithm;
pub use index::Index;
pub use indexes::Indexes;
pub use recipe::Encoding;
pub use roll::{NIBBLES, SEXTETS, find, is_nibble, is_sextet, runs};
