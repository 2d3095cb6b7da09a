//! Finds the borders of JSON values in a stream, so that only one entry is in memory at a time.
//!
//! It checks structure, not content: whatever is handed out is parsed by `serde_json`, and what is
//! passed over (most of a HAR is response bodies) is not worth the time.

use crate::nested::Nested;
use crate::problem::{Cause, Fault};
use crate::source::skip_byte_order_mark;
use crate::value::{Gap, Value};
use crate::way::Member;
use std::io::{BufRead, ErrorKind};

/// A stream of JSON.
pub(crate) struct Scanner<R> {
    reader: R,
    /// How many bytes of the stream it has taken.
    byte: u64,
    /// What is kept of the last value.
    text: Vec<u8>,
    /// What is left out of it.
    gaps: Vec<Gap>,
}

impl<R: BufRead> Scanner<R> {
    pub(crate) fn new(reader: R) -> Self {
        Self {
            reader,
            byte: 0,
            text: Vec::new(),
            gaps: Vec::new(),
        }
    }

    /// Passes over a byte order mark at the stream's beginning.
    pub(crate) fn skip_byte_order_mark(&mut self) -> Result<(), Fault> {
        let length = skip_byte_order_mark(&mut self.reader);
        self.byte += length.map_err(|error| self.fault(Cause::Io(error)))?;
        Ok(())
    }

    /// The next byte that is not white space, without taking it; none at the end.
    pub(crate) fn peek(&mut self) -> Result<Option<u8>, Fault> {
        loop {
            let chunk = self.chunk()?;
            let length = chunk.len();
            let found = chunk
                .iter()
                .position(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n'));
            let byte = found.map(|at| chunk[at]);
            self.advance(found.unwrap_or(length));
            if byte.is_some() || length == 0 {
                return Ok(byte);
            }
        }
    }

    /// Takes this byte, after white space.
    pub(crate) fn expect(&mut self, byte: u8, expected: &'static str) -> Result<(), Fault> {
        match self.peek()? {
            Some(found) if found == byte => {
                self.advance(1);
                Ok(())
            }
            found => Err(self.unexpected(found, expected)),
        }
    }

    /// The next key of an object that is open, or none at its end.
    pub(crate) fn key(&mut self, first: bool) -> Result<Option<String>, Fault> {
        if !self.more(first, b'}')? {
            return Ok(None);
        }
        let found = self.peek()?;
        if found != Some(b'"') {
            return Err(self.unexpected(found, "a key should stand here"));
        }
        let value = self.value(&[])?;
        let key = serde_json::from_slice(value.text).map_err(|error| value.fault(&error))?;
        self.expect(b':', "a colon should stand here")?;
        Ok(Some(key))
    }

    /// Whether an array that is open has one more value.
    pub(crate) fn item(&mut self, first: bool) -> Result<bool, Fault> {
        self.more(first, b']')
    }

    /// Takes a value and keeps its bytes, but for what is not wanted of it: of that nothing is ever in memory.
    pub(crate) fn value(&mut self, unwanted: &'static [Member]) -> Result<Value<'_>, Fault> {
        let found = self.peek()?;
        let start = self.byte;
        self.text.clear();
        self.gaps.clear();
        self.scan(found, true, unwanted)?;
        Ok(Value {
            text: &self.text,
            start,
            gaps: &self.gaps,
        })
    }

    /// Passes over a value.
    pub(crate) fn skip(&mut self) -> Result<(), Fault> {
        let found = self.peek()?;
        self.scan(found, false, &[])
    }

    /// Nothing but white space may follow.
    pub(crate) fn end(&mut self) -> Result<(), Fault> {
        match self.peek()? {
            None => Ok(()),
            found => Err(self.unexpected(found, "the capture should end here")),
        }
    }

    /// A fault where the scanner stands.
    pub(crate) fn fault(&self, cause: Cause) -> Fault {
        Fault::new(self.byte, cause)
    }

    fn unexpected(&self, found: Option<u8>, expected: &'static str) -> Fault {
        self.fault(match found {
            None => Cause::Truncated,
            Some(_) => Cause::Syntax(expected),
        })
    }

    /// Takes the comma before a further member, or the closing byte.
    fn more(&mut self, first: bool, close: u8) -> Result<bool, Fault> {
        match self.peek()? {
            Some(byte) if byte == close => {
                self.advance(1);
                Ok(false)
            }
            Some(b',') if !first => {
                self.advance(1);
                Ok(true)
            }
            Some(_) if first => Ok(true),
            found => Err(self.unexpected(found, "a comma or a closing bracket should stand here")),
        }
    }

    /// Takes the value that begins with `found`, which is there.
    fn scan(
        &mut self,
        found: Option<u8>,
        keep: bool,
        unwanted: &'static [Member],
    ) -> Result<(), Fault> {
        match found {
            Some(b'"') => self.string(keep),
            Some(b'{' | b'[') => self.nested(keep, unwanted),
            Some(b'-' | b'0'..=b'9' | b'a'..=b'z') => self.scalar(keep),
            found => Err(self.unexpected(found, "a value should stand here")),
        }
    }

    /// Takes a string.
    fn string(&mut self, keep: bool) -> Result<(), Fault> {
        self.take(1, keep)?;
        let mut escaped = false;
        loop {
            let chunk = self.chunk()?;
            if chunk.is_empty() {
                return Err(self.fault(Cause::Truncated));
            }
            let end = chunk.iter().position(|byte| {
                let ends = !escaped && *byte == b'"';
                escaped = !escaped && *byte == b'\\';
                ends
            });
            let length = end.map_or(chunk.len(), |end| end + 1);
            self.take(length, keep)?;
            if end.is_some() {
                return Ok(());
            }
        }
    }

    /// Takes an object or an array, whatever is in it, but for what is not wanted.
    fn nested(&mut self, keep: bool, unwanted: &'static [Member]) -> Result<(), Fault> {
        let mut nested = Nested::new(keep, unwanted, &mut self.text, &mut self.gaps);
        loop {
            let chunk = fill(&mut self.reader, self.byte)?;
            if chunk.is_empty() {
                return Err(Fault::new(self.byte, Cause::Truncated));
            }
            let end = nested.take(chunk, self.byte);
            let length = end.unwrap_or(chunk.len());
            self.reader.consume(length);
            self.byte += length as u64;
            if end.is_some() {
                return Ok(());
            }
        }
    }

    /// Takes a number, `true`, `false` or `null`.
    fn scalar(&mut self, keep: bool) -> Result<(), Fault> {
        loop {
            let chunk = self.chunk()?;
            let end = chunk.iter().position(
                |byte| !matches!(byte, b'-' | b'+' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'E'),
            );
            let length = chunk.len();
            self.take(end.unwrap_or(length), keep)?;
            if end.is_some() || length == 0 {
                return Ok(());
            }
        }
    }

    /// Passes over so many bytes of the chunk, and keeps them.
    fn take(&mut self, length: usize, keep: bool) -> Result<(), Fault> {
        if keep {
            let chunk = fill(&mut self.reader, self.byte)?;
            self.text.extend_from_slice(&chunk[..length]);
        }
        self.advance(length);
        Ok(())
    }

    /// Passes over so many bytes of the chunk.
    fn advance(&mut self, length: usize) {
        self.reader.consume(length);
        self.byte += length as u64;
    }

    /// What is read and not taken; nothing at the end.
    fn chunk(&mut self) -> Result<&[u8], Fault> {
        fill(&mut self.reader, self.byte)
    }
}

/// What is read and not taken, nothing at the end, by a reader that has taken so many bytes.
fn fill(reader: &mut impl BufRead, byte: u64) -> Result<&[u8], Fault> {
    loop {
        match reader.fill_buf() {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(Fault::new(byte, Cause::Io(error))),
            // What it gave is there still.
            Ok(_) => break,
        }
    }
    reader
        .fill_buf()
        .map_err(|error| Fault::new(byte, Cause::Io(error)))
}
