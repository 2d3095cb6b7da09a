//! Where in its lines a byte of a capture stands: asked only where something is wrong, and read again for that.

use crate::problem::{Fault, Position, Problem};
use crate::source::{Lasting, skip_byte_order_mark};
use std::io::{self, BufRead, ErrorKind};

/// The places of a capture.
pub(crate) struct Places<'s> {
    source: &'s Lasting,
    reader: Option<Box<dyn BufRead + 's>>,
    /// Where the reader stands.
    position: Position,
}

impl<'s> Places<'s> {
    /// Nothing is read until a place is asked for.
    pub(crate) fn new(source: &'s Lasting) -> Self {
        Self {
            source,
            reader: None,
            position: Position::START,
        }
    }

    /// The problem that a fault is. Faults come in their order, and cost one reading together.
    pub(crate) fn problem(&mut self, fault: Fault) -> Problem {
        debug_assert!(
            fault.byte >= self.position.byte,
            "faults come in their order"
        );
        let position = match self.advance(fault.byte) {
            Ok(()) => self.position,
            // What could be read a moment ago: then all is taken for one line, as most HARs are.
            Err(_) => Position {
                byte: fault.byte,
                line: 1,
                column: fault.byte + 1,
            },
        };
        Problem::new(position, fault.cause)
    }

    /// Reads on to a byte.
    fn advance(&mut self, byte: u64) -> io::Result<()> {
        let reader = match &mut self.reader {
            Some(reader) => reader,
            None => {
                let mut reader = self.source.read_uncounted()?;
                // It is no column.
                self.position.byte = skip_byte_order_mark(&mut reader)?;
                self.reader.insert(reader)
            }
        };
        while self.position.byte < byte {
            let chunk = match reader.fill_buf() {
                Ok([]) => return Err(ErrorKind::UnexpectedEof.into()),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                chunk => chunk?,
            };
            let missing = usize::try_from(byte - self.position.byte).unwrap_or(usize::MAX);
            let length = chunk.len().min(missing);
            self.position = self.position.after(&chunk[..length]);
            reader.consume(length);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::Cause;

    #[test]
    fn where_nothing_can_be_read_again_the_byte_is_told() {
        let gone = Lasting::File("no/such.har".into());
        let problem = Places::new(&gone).problem(Fault::new(41, Cause::Truncated));
        assert_eq!(
            problem.to_string(),
            "line 1, column 42: the capture ends in the middle"
        );
    }
}
