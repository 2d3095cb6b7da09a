//! Digests: every form of every identifier under every algorithm, and their look-up in text.

mod algorithm;
mod index;

pub use algorithm::Algorithm;
pub use index::{Index, nibble, sextet};
