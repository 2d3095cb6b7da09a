//! The text of a JSON value, and where in the stream it stood.

use crate::problem::{Cause, Position, Problem, before};

/// A value's bytes and where they begin.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    pub(crate) text: &'a [u8],
    pub(crate) start: Position,
    /// What is missing of the text, in the order of its places.
    pub(crate) gaps: &'a [Gap],
}

/// A stretch that was left out.
#[derive(Clone, Copy)]
pub(crate) struct Gap {
    /// Where in the text it stood.
    pub(crate) at: usize,
    /// Where in the stream the text goes on.
    pub(crate) end: Position,
}

impl Value<'_> {
    /// A serde error in the text.
    pub(crate) fn problem(&self, error: &serde_json::Error) -> Problem {
        let before = before(self.text, error);
        let gap = self.gaps.iter().rfind(|gap| gap.at < before.len());
        let position = match gap {
            Some(gap) => gap.end.after(&before[gap.at..]),
            None => self.start.after(before),
        };
        Problem::new(position, Cause::from_json(error))
    }
}
