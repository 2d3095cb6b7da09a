//! One object or array, taken chunk by chunk, whatever is in it.

use crate::block::{BLOCK, Block, Strings};
use crate::run;
use crate::value::Gap;
use crate::way::{Member, Turn, Way};

/// An object or array under way.
pub(crate) struct Nested<'v> {
    way: Way,
    strings: Strings,
    /// Whether anything of it is kept.
    keep: bool,
    /// Whether what comes next is.
    keeps: bool,
    text: &'v mut Vec<u8>,
    gaps: &'v mut Vec<Gap>,
}

impl<'v> Nested<'v> {
    /// One whose bytes are kept here, if at all, but for what is not wanted of them.
    pub(crate) fn new(
        keep: bool,
        unwanted: &'static [Member],
        text: &'v mut Vec<u8>,
        gaps: &'v mut Vec<Gap>,
    ) -> Self {
        Self {
            way: Way::to(unwanted),
            strings: Strings::default(),
            keep,
            keeps: keep,
            text,
            gaps,
        }
    }

    /// Takes as much of it as there is in a chunk, before which the stream has so many bytes. Gives the end of the
    /// value where that is reached.
    pub(crate) fn take(&mut self, chunk: &[u8], before: u64) -> Option<usize> {
        // What stands before it is kept or left out.
        let mut from = 0;
        let mut start = 0;
        while start < chunk.len() {
            if self.strings.is_inside() {
                start += run::length(chunk, start);
            }
            let block = Block::new(&chunk[start..]);
            let (quotes, strings) = self.strings.read(&block);
            let brackets = block.brackets() & !strings;
            let mut ahead = u64::MAX;
            loop {
                let stops = self.way.stops(brackets, quotes, strings) & ahead;
                if stops == 0 {
                    break;
                }
                let at = start + stops.trailing_zeros() as usize;
                // All bits behind the lowest one.
                ahead = !(stops ^ (stops - 1));
                if self.way.is_at_fork() {
                    self.keep(&chunk[from..at]);
                    from = at;
                }
                match self.way.pass(chunk[at], self.text) {
                    Turn::On => {}
                    Turn::Away => {
                        self.keep(&chunk[from..=at]);
                        self.keeps = false;
                    }
                    Turn::Back => {
                        from = at;
                        self.gaps.push(Gap {
                            at: self.text.len(),
                            end: before + at as u64,
                        });
                        self.keeps = self.keep;
                    }
                    Turn::End => {
                        self.keep(&chunk[from..=at]);
                        return Some(at + 1);
                    }
                }
            }
            start += BLOCK;
        }
        self.keep(&chunk[from..]);
        None
    }

    fn keep(&mut self, bytes: &[u8]) {
        if self.keeps {
            self.text.extend_from_slice(bytes);
        }
    }
}
