//! Findings as evidence: text, JSON, NDJSON, CSV and HTML, for the command line and the extension
//! alike.
//!
//! Nothing here judges; the rows are written as they come. No personal value comes in, so none can
//! get out.

mod columns;
mod format;
mod groups;
mod html;
mod plain;
mod row;
mod summary;
mod text;
pub mod words;
mod writer;

pub use format::{Format, UnknownFormat};
pub use row::{ProblemRow, Row, SkipRow};
pub use summary::{Conclusion, Summary};
pub use writer::{Report, Writer, render};
