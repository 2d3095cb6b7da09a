//! Entries without response bodies, kept from the first reading so that most HARs need no second one.

use crate::problem::Position;
use crate::scanner::{Cut, Value};
use std::ops::Range;

/// So many bytes of entries are kept: those of some thousand requests.
const MOST: usize = 3 * 1024 * 1024;

/// The entries of a HAR, unless they are too much.
#[derive(Default)]
pub(super) struct Kept {
    text: Vec<u8>,
    entries: Vec<KeptEntry>,
    /// There was more than may be kept.
    overflown: bool,
}

/// One entry.
struct KeptEntry {
    text: Range<usize>,
    start: Position,
    cut: Option<Cut>,
    /// Bytes read so far, as they lie there.
    consumed: u64,
}

impl Kept {
    /// Keeps an entry, before which so many bytes are read; where it is too much, lets go of all.
    pub(super) fn add(&mut self, value: &Value<'_>, consumed: u64) {
        let start = self.text.len();
        if self.overflown || start + value.text.len() > MOST {
            *self = Self {
                overflown: true,
                ..Self::default()
            };
            return;
        }
        self.text.extend_from_slice(value.text);
        self.entries.push(KeptEntry {
            text: start..self.text.len(),
            start: value.start,
            cut: value.cut,
            consumed,
        });
    }

    /// Whether the entries that came are all there.
    pub(super) fn is_whole(&self) -> bool {
        !self.overflown
    }

    /// Hands the entries out again, with what was read when they came.
    pub(super) fn replay(&self, on: &mut dyn FnMut(&Value<'_>, u64)) {
        for entry in &self.entries {
            let value = Value {
                text: &self.text[entry.text.clone()],
                start: entry.start,
                cut: entry.cut,
            };
            on(&value, entry.consumed);
        }
    }
}
