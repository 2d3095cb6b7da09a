//! The capture: its format, and the one way to read it.

use crate::source::{Lasting, Source};
use crate::{Entry, Problem, har, list};
use leaklight_core::Reason;
use std::io::{self, Read};
use std::path::Path;

/// How a capture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// HTTP Archive, as browsers' developer tools save it.
    Har,
    /// One JSON object a line.
    RequestList,
}

impl Format {
    /// The format that a file's name tells: `.ndjson` and `.jsonl` are request lists, with or
    /// without a further `.gz`; anything else is taken for HAR.
    pub fn from_path(path: &Path) -> Self {
        let name = path.to_string_lossy().to_ascii_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        if name.ends_with(".ndjson") || name.ends_with(".jsonl") {
            Self::RequestList
        } else {
            Self::Har
        }
    }
}

/// A capture that is open and not yet read.
pub struct Capture {
    source: Source,
    format: Format,
}

impl Capture {
    /// Opens the file at a path; its name tells the format.
    ///
    /// # Errors
    /// Where the file cannot be opened.
    pub fn open(path: &Path) -> io::Result<Self> {
        Ok(Self {
            source: Source::open(path)?,
            format: Format::from_path(path),
        })
    }

    /// A capture from a stream, such as standard input.
    pub fn from_reader(format: Format, reader: impl Read + 'static) -> Self {
        Self {
            source: Source::Stream(Box::new(reader)),
            format,
        }
    }

    /// A capture in memory.
    pub fn from_bytes(format: Format, bytes: Vec<u8>) -> Self {
        Self {
            source: Source::Lasting(Lasting::Memory(bytes)),
            format,
        }
    }

    /// Hands each entry, and each problem, to `on` as they come, and says at the end what the
    /// capture as a whole leaves out.
    ///
    /// After a problem come the entries that can still be read. Requests that never leave the
    /// machine (`data:`, `blob:`, …) are counted in the index and not handed out.
    pub fn read(self, mut on: impl FnMut(Result<Entry<'_>, Problem>)) -> Vec<Reason> {
        let cookies = match self.format {
            Format::Har => har::read(self.source, &mut on),
            Format::RequestList => list::read(self.source, &mut on),
        };
        match cookies {
            Cookies::Absent => vec![Reason::HeadersStripped],
            Cookies::Present | Cookies::NoRequests => Vec::new(),
        }
    }
}

/// Whether a capture holds any cookie. Exports that leave out cookies leave out all of them, and
/// often more; a capture of the web without a single one is not taken for complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cookies {
    /// Not one request was read.
    NoRequests,
    /// There are requests, and no cookie in any.
    Absent,
    /// There is one.
    Present,
}

impl Cookies {
    /// The same after one more request.
    pub(crate) fn seen(self, present: bool) -> Self {
        if present || self == Self::Present {
            Self::Present
        } else {
            Self::Absent
        }
    }
}
