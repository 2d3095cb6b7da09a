//! What is wrong with a capture, and where. Nothing here quotes the capture's content.

use std::{fmt, io};

/// A place in a capture, after gzip is undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Bytes before it.
    pub byte: u64,
    /// Its line, from 1.
    pub line: u64,
    /// Its byte in that line, from 1.
    pub column: u64,
}

impl Position {
    /// Where a capture begins.
    pub(crate) const START: Self = Self {
        byte: 0,
        line: 1,
        column: 1,
    };

    /// The position after these bytes.
    pub(crate) fn after(self, bytes: &[u8]) -> Self {
        let length = bytes.len() as u64;
        let (line, column) = match memchr::memchr_iter(b'\n', bytes).count() as u64 {
            0 => (self.line, self.column + length),
            newlines => {
                let last = memchr::memrchr(b'\n', bytes).map_or(0, |last| last as u64);
                (self.line + newlines, length - last)
            }
        };
        Self {
            byte: self.byte + length,
            line,
            column,
        }
    }

    /// The beginning of the next line, where this is the beginning of one of so many bytes, its line feed among them.
    pub(crate) fn next_line(self, length: usize) -> Self {
        Self {
            byte: self.byte + length as u64,
            line: self.line + 1,
            column: 1,
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}, column {}", self.line, self.column)
    }
}

/// Why a capture, or a part of it, cannot be read.
#[derive(Debug)]
pub enum Cause {
    /// The file could not be read, or its gzip undone.
    Io(io::Error),
    /// The capture stops in the middle.
    Truncated,
    /// It is not JSON: what should stand here.
    Syntax(&'static str),
    /// It is JSON of another shape.
    Shape(String),
}

impl Cause {
    /// What serde says of a JSON text.
    ///
    /// Its own message is not passed on as it is: messages about types quote the value.
    pub(crate) fn from_json(error: &serde_json::Error) -> Self {
        match error.classify() {
            serde_json::error::Category::Data => Self::Shape(shape(&error.to_string())),
            serde_json::error::Category::Eof => Self::Syntax("the value ends too early"),
            _ => Self::Syntax("this is not a JSON value"),
        }
    }
}

impl fmt::Display for Cause {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(formatter, "{error}"),
            Self::Truncated => formatter.write_str("the capture ends in the middle"),
            Self::Syntax(expected) => write!(formatter, "not valid JSON: {expected}"),
            Self::Shape(what) => formatter.write_str(what),
        }
    }
}

/// Something in a capture that could not be read, and where it stands.
#[derive(Debug)]
pub struct Problem {
    /// Where.
    pub position: Position,
    /// Why.
    pub cause: Cause,
}

impl Problem {
    pub(crate) fn new(position: Position, cause: Cause) -> Self {
        Self { position, cause }
    }
}

/// A problem whose line nobody has counted yet.
#[derive(Debug)]
pub(crate) struct Fault {
    /// Bytes before it, after gzip is undone.
    pub(crate) byte: u64,
    /// Why.
    pub(crate) cause: Cause,
}

impl Fault {
    pub(crate) fn new(byte: u64, cause: Cause) -> Self {
        Self { byte, cause }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.position, self.cause)
    }
}

impl std::error::Error for Problem {}

/// The bytes before serde's line (from 1) and column (bytes read of that line).
pub(crate) fn before<'t>(text: &'t [u8], error: &serde_json::Error) -> &'t [u8] {
    let start = match error.line() {
        0 | 1 => 0,
        line => memchr::memchr_iter(b'\n', text)
            .nth(line - 2)
            .map_or(0, |newline| newline + 1),
    };
    let end = (start + error.column().saturating_sub(1)).min(text.len());
    &text[..end]
}

/// What serde says about a value of the wrong shape, less what it quotes of the value.
fn shape(message: &str) -> String {
    let message = message
        .rsplit_once(" at line ")
        .map_or(message, |(message, _)| message);
    if message.starts_with("missing field") || message.starts_with("duplicate field") {
        return message.to_owned();
    }
    // "invalid type: string "…", expected a sequence": what is expected comes from our own types.
    match message.rsplit_once(", expected ") {
        Some((_, expected)) => format!("a value of the wrong kind: expected {expected}"),
        None => "a value that does not belong here".to_owned(),
    }
}
