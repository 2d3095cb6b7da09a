//! Finds the borders of JSON values in a stream, so that only one entry is in memory at a time.
//!
//! It checks structure, not content: whatever is handed out is parsed by `serde_json`, and what is
//! passed over (most of a HAR is response bodies) is not worth the time.

use crate::problem::{Cause, Position, Problem};
use crate::way::Way;
use std::io::Read;

/// How much is read at once.
const CHUNK: usize = 64 * 1024;

/// A stream of JSON.
pub(crate) struct Scanner<R> {
    reader: R,
    buffer: Vec<u8>,
    /// First byte of the buffer that is still wanted.
    kept: usize,
    /// First byte of the buffer that is not scanned.
    next: usize,
    /// Where `next` stands in the stream.
    position: Position,
}

/// A value's bytes and where they begin.
pub(crate) struct Value<'a> {
    pub(crate) text: &'a [u8],
    pub(crate) start: Position,
    /// What is missing of the text.
    pub(crate) cut: Option<Cut>,
}

/// A stretch that was left out.
#[derive(Clone, Copy)]
pub(crate) struct Cut {
    /// Where in the text it stood.
    at: usize,
    length: usize,
}

impl Value<'_> {
    /// A serde error in the text.
    pub(crate) fn problem(&self, error: &serde_json::Error) -> Problem {
        let mut problem = Problem::from_json(self.start, self.text, error);
        let before = (problem.position.byte - self.start.byte) as usize;
        if let Some(cut) = self.cut.filter(|cut| before > cut.at) {
            problem.position.byte += cut.length as u64;
            if !self.text[cut.at..before].contains(&b'\n') {
                problem.position.column += cut.length as u64;
            }
        }
        problem
    }
}

impl<R: Read> Scanner<R> {
    pub(crate) fn new(reader: R) -> Self {
        Self {
            reader,
            buffer: Vec::new(),
            kept: 0,
            next: 0,
            position: Position::START,
        }
    }

    /// Passes over a byte order mark at the stream's beginning.
    pub(crate) fn skip_byte_order_mark(&mut self) -> Result<(), Problem> {
        const MARK: &[u8] = b"\xEF\xBB\xBF";
        while self.buffer.len() < MARK.len() && self.fill()? {}
        if self.buffer.starts_with(MARK) {
            self.next = MARK.len();
            self.position.byte = MARK.len() as u64;
        }
        Ok(())
    }

    /// The next byte that is not white space, without taking it; none at the end.
    pub(crate) fn peek(&mut self) -> Result<Option<u8>, Problem> {
        loop {
            let rest = &self.buffer[self.next..];
            let blank = rest
                .iter()
                .position(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n'));
            self.advance(blank.unwrap_or(rest.len()));
            self.kept = self.next;
            match self.buffer.get(self.next).copied() {
                Some(byte) => return Ok(Some(byte)),
                None if !self.fill()? => return Ok(None),
                None => {}
            }
        }
    }

    /// Takes this byte, after white space.
    pub(crate) fn expect(&mut self, byte: u8, expected: &'static str) -> Result<(), Problem> {
        match self.peek()? {
            Some(found) if found == byte => {
                self.advance(1);
                Ok(())
            }
            found => Err(self.unexpected(found, expected)),
        }
    }

    /// The next key of an object that is open, or none at its end.
    pub(crate) fn key(&mut self, first: bool) -> Result<Option<String>, Problem> {
        if !self.more(first, b'}')? {
            return Ok(None);
        }
        let found = self.peek()?;
        if found != Some(b'"') {
            return Err(self.unexpected(found, "a key should stand here"));
        }
        let value = self.value()?;
        let key = serde_json::from_slice(value.text).map_err(|error| value.problem(&error))?;
        self.expect(b':', "a colon should stand here")?;
        Ok(Some(key))
    }

    /// Whether an array that is open has one more value.
    pub(crate) fn item(&mut self, first: bool) -> Result<bool, Problem> {
        self.more(first, b']')
    }

    /// Takes a value and keeps its bytes.
    pub(crate) fn value(&mut self) -> Result<Value<'_>, Problem> {
        self.value_without(&[])
    }

    /// Takes a value and keeps its bytes, but for those of the string that stands under these keys: of a long one
    /// nothing is ever in memory.
    pub(crate) fn value_without(&mut self, keys: &[&[u8]]) -> Result<Value<'_>, Problem> {
        let found = self.peek()?;
        let start = self.position;
        let cut = self.scan(found, true, keys)?;
        Ok(Value {
            text: &self.buffer[self.kept..self.next],
            start,
            cut,
        })
    }

    /// Passes over a value.
    pub(crate) fn skip(&mut self) -> Result<(), Problem> {
        let found = self.peek()?;
        self.scan(found, false, &[])?;
        Ok(())
    }

    /// Nothing but white space may follow.
    pub(crate) fn end(&mut self) -> Result<(), Problem> {
        match self.peek()? {
            None => Ok(()),
            found => Err(self.unexpected(found, "the capture should end here")),
        }
    }

    /// A problem where the scanner stands.
    pub(crate) fn problem(&self, cause: Cause) -> Problem {
        Problem::new(self.position, cause)
    }

    fn unexpected(&self, found: Option<u8>, expected: &'static str) -> Problem {
        self.problem(match found {
            None => Cause::Truncated,
            Some(_) => Cause::Syntax(expected),
        })
    }

    /// Takes the comma before a further member, or the closing byte.
    fn more(&mut self, first: bool, close: u8) -> Result<bool, Problem> {
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

    /// Takes the value that begins with `found`.
    fn scan(
        &mut self,
        found: Option<u8>,
        keep: bool,
        without: &[&[u8]],
    ) -> Result<Option<Cut>, Problem> {
        match found {
            Some(b'"') => {
                self.advance(1);
                self.string(keep)?;
            }
            Some(b'{' | b'[') => return self.nested(keep, without),
            Some(b'-' | b'0'..=b'9' | b'a'..=b'z') => self.scalar(keep)?,
            found => return Err(self.unexpected(found, "a value should stand here")),
        }
        Ok(None)
    }

    /// Takes the rest of a string, its opening quote taken.
    fn string(&mut self, keep: bool) -> Result<(), Problem> {
        while !self.string_in_buffer() {
            self.release(keep);
            self.rest_of_string()?;
        }
        Ok(())
    }

    /// Takes a string as [`Scanner::string`] does, and keeps nothing between its quotes.
    fn hollow_string(&mut self) -> Result<Cut, Problem> {
        let at = self.next - self.kept;
        let mut length = 0;
        loop {
            let ended = self.string_in_buffer();
            let gap = self.kept + at..self.next - usize::from(ended);
            length += gap.len();
            self.next -= gap.len();
            self.buffer.drain(gap);
            if ended {
                return Ok(Cut { at, length });
            }
            self.rest_of_string()?;
        }
    }

    /// Takes as much of a string as is in the buffer; true where it ends there.
    fn string_in_buffer(&mut self) -> bool {
        let rest = &self.buffer[self.next..];
        let mut at = 0;
        // Texts are full of escapes: these are stepped over without further ado.
        while let Some(mark) = memchr::memchr2(b'"', b'\\', &rest[at..]) {
            at += mark + 1;
            if rest[at - 1] == b'"' {
                self.advance(at);
                return true;
            }
            if at == rest.len() {
                // The escaped byte is not here yet: come back to its backslash.
                at -= 1;
                break;
            }
            at += 1;
        }
        let pending = rest.get(at) == Some(&b'\\');
        self.advance(if pending { at } else { rest.len() });
        false
    }

    /// Reads on within a string.
    fn rest_of_string(&mut self) -> Result<(), Problem> {
        if self.fill()? {
            return Ok(());
        }
        self.advance(self.buffer.len() - self.next);
        Err(self.problem(Cause::Truncated))
    }

    /// Takes an object or an array, whatever is in it, but for what stands in the string under `without`.
    fn nested(&mut self, keep: bool, without: &[&[u8]]) -> Result<Option<Cut>, Problem> {
        let mut way = Way::new(without);
        let mut cut = None;
        loop {
            self.need(keep)?;
            let rest = &self.buffer[self.next..];
            let mark = rest
                .iter()
                .position(|byte| matches!(byte, b'"' | b'{' | b'}' | b'[' | b']'));
            let Some(at) = mark else {
                self.advance(self.buffer.len() - self.next);
                continue;
            };
            let byte = rest[at];
            self.advance(at + 1);
            match byte {
                b'"' if cut.is_none() && way.ends(&self.buffer[self.kept..self.next - 1]) => {
                    cut = Some(self.hollow_string()?);
                }
                b'"' => {
                    let start = self.next.saturating_sub(self.kept);
                    self.string(keep)?;
                    way.pass(start..(self.next - 1).saturating_sub(self.kept));
                }
                b'{' | b'[' => way.open(&self.buffer[self.kept..self.next - 1]),
                _ => way.close(),
            }
            if way.depth == 0 {
                return Ok(cut);
            }
        }
    }

    /// Takes a number, `true`, `false` or `null`.
    fn scalar(&mut self, keep: bool) -> Result<(), Problem> {
        loop {
            let rest = &self.buffer[self.next..];
            let end = rest.iter().position(
                |byte| !matches!(byte, b'-' | b'+' | b'.' | b'0'..=b'9' | b'a'..=b'z' | b'E'),
            );
            self.advance(end.unwrap_or(rest.len()));
            if end.is_some() {
                return Ok(());
            }
            self.release(keep);
            if !self.fill()? {
                return Ok(());
            }
        }
    }

    /// Makes sure that there is a byte to look at, within a value.
    fn need(&mut self, keep: bool) -> Result<(), Problem> {
        self.release(keep);
        if self.next == self.buffer.len() && !self.fill()? {
            return Err(self.problem(Cause::Truncated));
        }
        Ok(())
    }

    fn release(&mut self, keep: bool) {
        if !keep {
            self.kept = self.next;
        }
    }

    fn advance(&mut self, count: usize) {
        let end = self.next + count;
        self.position = self.position.after(&self.buffer[self.next..end]);
        self.next = end;
    }

    /// Reads on; false at the end.
    fn fill(&mut self) -> Result<bool, Problem> {
        if self.kept > 0 {
            self.buffer.drain(..self.kept);
            self.next -= self.kept;
            self.kept = 0;
        }
        let filled = self.buffer.len();
        self.buffer.resize(filled + CHUNK, 0);
        let read = loop {
            match self.reader.read(&mut self.buffer[filled..]) {
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                other => break other,
            }
        };
        self.buffer.truncate(filled + *read.as_ref().unwrap_or(&0));
        read.map(|read| read > 0)
            .map_err(|error| self.problem(Cause::Io(error)))
    }
}
