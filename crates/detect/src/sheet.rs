//! The sheet: folded text of values, those of a framing behind each other and behind those of the framings around it.
//! What stands side by side on it is searched like one text.

use crate::needles::{Needles, Seen};
use leaklight_fold::{Compacted, Kinds, compact};
use std::fmt;
use std::ops::Range;

/// Room for the values of a usual request.
const USUAL: usize = 1 << 11;

/// Folded text, and where on it the present framing's values begin.
pub struct Sheet {
    text: Vec<u8>,
    floor: usize,
    /// What stands behind is old.
    end: usize,
}

/// They are personal.
impl fmt::Debug for Sheet {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Sheet").finish_non_exhaustive()
    }
}

/// What the sheet holds of some bytes.
#[derive(Clone, Copy, Debug)]
pub struct Folding {
    /// Where it stands on the sheet.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Number of words.
    pub words: usize,
    /// The kinds of the bytes.
    pub kinds: Kinds,
}

/// The framing around the present one.
#[derive(Debug)]
pub struct Around {
    floor: usize,
}

impl Default for Sheet {
    fn default() -> Self {
        Self {
            text: vec![0; USUAL],
            floor: 0,
            end: 0,
        }
    }
}

impl Sheet {
    /// Begins a framing behind what stands there.
    pub fn open(&mut self) -> Around {
        Around {
            floor: std::mem::replace(&mut self.floor, self.end),
        }
    }

    /// Ends the present framing, and goes on with the one around it.
    pub fn close(&mut self, around: Around) {
        self.clear();
        self.floor = around.floor;
    }

    /// Forgets the present framing's values.
    pub fn clear(&mut self) {
        self.end = self.floor;
    }

    /// Overwrites all that stood there.
    pub fn wipe(&mut self) {
        self.text.clear();
        self.text.resize(self.text.capacity(), 0);
        (self.floor, self.end) = (0, 0);
    }

    /// Whether nothing stands there, not even what is old.
    #[cfg(test)]
    pub fn is_blank(&self) -> bool {
        self.text.iter().all(|byte| *byte == 0)
    }

    /// How much it has room for, in bytes.
    pub fn room(&self) -> usize {
        self.text.capacity()
    }

    /// Folds bytes behind what stands there; their kinds may be known.
    pub fn fold(&mut self, bytes: &[u8], known: Option<Kinds>) -> Folding {
        let start = self.end;
        let Compacted { end, words, kinds } = compact(bytes, known, &mut self.text, start);
        self.end = end;
        Folding {
            start,
            end,
            words,
            kinds,
        }
    }

    /// What was folded.
    pub fn folded(&self, folding: &Folding) -> &[u8] {
        &self.text[folding.start..folding.end]
    }

    /// Calls `each` with every place on the sheet where a form stands in the present framing's values, one behind
    /// the other.
    pub fn each(&self, needles: &Needles, each: &mut dyn FnMut(Range<usize>, Seen)) {
        needles.each(&self.text[self.floor..self.end], &mut |place, seen| {
            each(self.floor + place.start..self.floor + place.end, seen);
        });
    }
}
