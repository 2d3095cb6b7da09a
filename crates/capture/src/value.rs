//! The text of a JSON value, and where in the stream it stood.

use crate::problem::{Cause, Fault, before};

/// A value's bytes and where they begin.
#[derive(Clone, Copy)]
pub(crate) struct Value<'a> {
    pub(crate) text: &'a [u8],
    /// Bytes of the stream before it.
    pub(crate) start: u64,
    /// What is missing of the text, in the order of its places.
    pub(crate) gaps: &'a [Gap],
}

/// A stretch that was left out.
#[derive(Clone, Copy)]
pub(crate) struct Gap {
    /// Where in the text it stood.
    pub(crate) at: usize,
    /// Bytes of the stream before that with which the text goes on.
    pub(crate) end: u64,
}

impl Value<'_> {
    /// A serde error in the text.
    pub(crate) fn fault(&self, error: &serde_json::Error) -> Fault {
        let before = before(self.text, error).len();
        let gap = self.gaps.iter().rfind(|gap| gap.at < before);
        let byte = match gap {
            Some(gap) => gap.end + (before - gap.at) as u64,
            None => self.start + before as u64,
        };
        Fault::new(byte, Cause::from_json(error))
    }
}
