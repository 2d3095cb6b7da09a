//! Room in which a request is read, used again for the next one: to ask for memory takes longer than to read a short URL.

use crate::sheet::Sheet;
use crate::siblings::Siblings;

/// More than most requests need; what needed more gives it back.
const LARGE: usize = 1 << 16;
/// Framings in each other: a query string's parameter that holds JSON, and so on.
const DEEP: usize = 4;

/// Room for folded text, and for the values of framings.
#[derive(Debug, Default)]
pub struct Room {
    pub sheet: Sheet,
    /// Siblings that no framing uses.
    pub idle: Vec<Siblings>,
}

impl Room {
    /// The same without what was in it, unless it is large.
    pub fn emptied(mut self) -> Option<Self> {
        self.sheet.clear();
        self.idle.retain(|siblings| siblings.room() <= LARGE);
        self.idle.truncate(DEEP);
        (self.sheet.room() <= LARGE).then_some(self)
    }
}
