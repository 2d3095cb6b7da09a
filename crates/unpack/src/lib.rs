//! Decompression, compiled once for all that need it: of what requests hold, and of tables that are part of the program.

mod brotli;
mod inflate;
mod table;

pub use brotli::{Unpacked, decompress as brotli};
pub use inflate::{Deflated, Inflated, inflate};
pub use table::table;
