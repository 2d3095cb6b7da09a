//! Captures of web traffic, read into [`Request`](leaklight_core::Request)s one at a time.
//!
//! Two formats: HAR, and request lists (one JSON object a line); either may be gzip'd. Memory
//! holds one entry where its page is known, else some MiB of entries; of a stream that is a HAR it
//! holds all. A broken capture gives a [`Problem`] that names the place, never the content, and what
//! can still be read is handed out all the same.

mod block;
mod body;
mod capture;
mod entry;
mod har;
mod list;
mod nested;
mod places;
mod problem;
mod run;
mod scanner;
mod source;
mod text;
mod value;
mod way;

pub use capture::{Capture, Format};
pub use entry::Entry;
pub use problem::{Cause, Position, Problem};
