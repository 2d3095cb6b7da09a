//! The way through nested values to the one string that is not wanted: a response's body.
//!
//! It goes by the strings before opening brackets and colons, whatever else is between: what it passes need not be
//! sound.

use std::ops::Range;

/// How far the way has led. Places are counted from the outermost bracket on.
pub(crate) struct Way<'k> {
    keys: &'k [&'k [u8]],
    /// How many of the keys have been followed.
    followed: usize,
    /// How many brackets are open.
    pub(crate) depth: usize,
    /// The last string.
    last: Range<usize>,
}

impl<'k> Way<'k> {
    /// To the string that stands under these keys; nowhere without keys.
    pub(crate) fn new(keys: &'k [&'k [u8]]) -> Self {
        Self {
            keys,
            followed: 0,
            depth: 0,
            last: 0..0,
        }
    }

    /// Passes a string.
    pub(crate) fn pass(&mut self, string: Range<usize>) {
        self.last = string;
    }

    /// Goes into an object or an array, before which this text stands.
    pub(crate) fn open(&mut self, before: &[u8]) {
        if self.depth == self.followed + 1
            && self.followed + 1 < self.keys.len()
            && self.follows(before)
        {
            self.followed += 1;
        }
        self.depth += 1;
    }

    /// Goes out of one.
    pub(crate) fn close(&mut self) {
        self.depth -= 1;
        self.followed = self.followed.min(self.depth.saturating_sub(1));
    }

    /// Whether the string behind this text is the one.
    pub(crate) fn ends(&self, before: &[u8]) -> bool {
        self.depth == self.keys.len() && self.followed + 1 == self.depth && self.follows(before)
    }

    /// Whether the text ends in the next key and a colon.
    fn follows(&self, before: &[u8]) -> bool {
        before.get(self.last.clone()) == Some(self.keys[self.followed])
            && before
                .get(self.last.end + 1..)
                .is_some_and(|between| between.trim_ascii() == b":")
    }
}
