//! The sheet: folded text of values, those of a framing behind each other and behind those of the framings around it.
//! What stands side by side on it is searched like one text.

use crate::fold;
use crate::needles::{Needles, Seen};

/// Room for the values of a usual request.
const USUAL: usize = 1 << 11;

/// Folded text, and where on it the present framing's values begin.
#[derive(Debug)]
pub struct Sheet {
    text: Vec<u8>,
    floor: usize,
}

/// What the sheet holds of some bytes, and what was seen there.
#[derive(Clone, Copy, Debug)]
pub struct Folding {
    start: usize,
    end: usize,
    /// Number of words.
    pub words: usize,
    /// What was seen.
    pub seen: Seen,
}

/// The framing around the present one.
#[derive(Debug)]
pub struct Around {
    floor: usize,
}

impl Folding {
    /// Whether no form was seen in it, disguised or not.
    pub fn saw_nothing(&self) -> bool {
        !self.seen.plain && !self.seen.disguised
    }
}

impl Default for Sheet {
    fn default() -> Self {
        Self {
            text: Vec::with_capacity(USUAL),
            floor: 0,
        }
    }
}

impl Sheet {
    /// Begins a framing behind what stands there.
    pub fn open(&mut self) -> Around {
        Around {
            floor: std::mem::replace(&mut self.floor, self.text.len()),
        }
    }

    /// Ends the present framing, and goes on with the one around it.
    pub fn close(&mut self, around: Around) {
        self.clear();
        self.floor = around.floor;
    }

    /// Forgets the present framing's values.
    pub fn clear(&mut self) {
        self.text.truncate(self.floor);
    }

    /// Folds bytes behind what stands there, and looks at them.
    pub fn fold(&mut self, bytes: &[u8], needles: &Needles) -> Folding {
        let start = self.text.len();
        let words = fold::compact(bytes, &mut self.text);
        Folding {
            start,
            end: self.text.len(),
            words,
            seen: needles.see(&self.text, self.floor, start),
        }
    }

    /// What was folded.
    pub fn folded(&self, folding: &Folding) -> &[u8] {
        &self.text[folding.start..folding.end]
    }

    /// Whether a form stands in the present framing's values, one behind the other.
    pub fn holds(&self, needles: &Needles) -> bool {
        needles.see(&self.text, self.floor, self.floor).plain
    }
}
