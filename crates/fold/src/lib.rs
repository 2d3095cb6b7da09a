//! Text as people mean it, and the kinds of bytes that it is made of.

mod compact;
mod folded;
mod kinds;
mod letters;

pub use compact::{Compacted, compact};
pub use folded::{Border, Folded, folded, words};
pub use kinds::Kinds;
