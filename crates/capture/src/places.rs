//! Where in its lines a byte of a capture stands: asked only where something is wrong, and read again for that.

use crate::problem::{Fault, Position, Problem};
use crate::source::Lasting;
use std::cell::Cell;
use std::io::{BufRead, ErrorKind};

/// The places of a capture.
pub(crate) struct Places<'s> {
    source: &'s Lasting,
    /// Nobody asks how many bytes were read.
    consumed: &'s Cell<u64>,
    reader: Option<Box<dyn BufRead + 's>>,
    /// Where the reader stands.
    position: Position,
}

impl<'s> Places<'s> {
    /// Nothing is read until a place is asked for.
    pub(crate) fn new(source: &'s Lasting, consumed: &'s Cell<u64>) -> Self {
        Self {
            source,
            consumed,
            reader: None,
            position: Position::START,
        }
    }

    /// The problem that a fault is. Faults that come in their order cost one reading together.
    pub(crate) fn problem(&mut self, fault: Fault) -> Problem {
        if fault.byte < self.position.byte {
            self.reader = None;
        }
        if self.reader.is_none() {
            self.open();
        }
        while self.step(fault.byte) {}
        Problem::new(self.position, fault.cause)
    }

    fn open(&mut self) {
        const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";
        self.position = Position::START;
        self.reader = self.source.read(self.consumed).ok();
        if let Some(reader) = &mut self.reader
            && matches!(reader.fill_buf(), Ok(chunk) if chunk.starts_with(BYTE_ORDER_MARK))
        {
            // It is no column.
            reader.consume(BYTE_ORDER_MARK.len());
            self.position.byte += BYTE_ORDER_MARK.len() as u64;
        }
    }

    /// Reads on towards a byte; says whether there is more to read before it.
    fn step(&mut self, byte: u64) -> bool {
        let missing = byte.saturating_sub(self.position.byte);
        let Some(reader) = self.reader.as_mut().filter(|_| missing > 0) else {
            return false;
        };
        let chunk = match reader.fill_buf() {
            Ok(chunk) => chunk,
            Err(error) => return error.kind() == ErrorKind::Interrupted,
        };
        let length = chunk
            .len()
            .min(usize::try_from(missing).unwrap_or(usize::MAX));
        self.position = self.position.after(&chunk[..length]);
        reader.consume(length);
        length > 0
    }
}
