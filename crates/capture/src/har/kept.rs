//! Entries without response bodies, kept from the first reading so that few HARs need a second one.

use crate::value::{Gap, Value};
use std::ops::Range;

/// So many bytes of entries are kept: those of some thousand requests.
const MOST: usize = 8 * 1024 * 1024;

/// The entries of a HAR, as long as they are not too much.
#[derive(Default)]
pub(super) struct Kept {
    text: Vec<u8>,
    gaps: Vec<Gap>,
    entries: Vec<KeptEntry>,
}

/// One entry.
struct KeptEntry {
    text: Range<usize>,
    gaps: Range<usize>,
    start: u64,
    /// Bytes read so far, as they lie there.
    consumed: u64,
}

impl Kept {
    /// How many they are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether an entry is too much beside those that are kept.
    pub(super) fn is_too_much(&self, value: &Value<'_>) -> bool {
        self.text.len() + value.text.len() > MOST
    }

    /// Keeps an entry, before which so many bytes are read.
    pub(super) fn add(&mut self, value: &Value<'_>, consumed: u64) {
        let (text, gaps) = (self.text.len(), self.gaps.len());
        self.text.extend_from_slice(value.text);
        self.gaps.extend_from_slice(value.gaps);
        self.entries.push(KeptEntry {
            text: text..self.text.len(),
            gaps: gaps..self.gaps.len(),
            start: value.start,
            consumed,
        });
    }

    /// The entries, and for each what was read when it came.
    pub(super) fn entries(&self) -> impl Iterator<Item = (Value<'_>, u64)> {
        self.entries.iter().map(|entry| {
            let value = Value {
                text: &self.text[entry.text.clone()],
                start: entry.start,
                gaps: &self.gaps[entry.gaps.clone()],
            };
            (value, entry.consumed)
        })
    }
}
