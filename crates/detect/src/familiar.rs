//! What goes on from one request to the next: headers in which nothing was found, since browsers send the same ones
//! with every request, and room to look.
//!
//! Of headers keyed fingerprints are kept, no values. Detectors have keys of their own, so that nothing is believed that
//! another one has seen.

use crate::room::Room;
use crate::view::Spent;

/// A power of two: what a site's requests have in common is some dozens of headers.
const SLOTS: usize = 1 << 10;

/// What is kept from one request to the next. Each thread has its own.
#[derive(Debug, Default)]
pub struct Familiar {
    /// Headers that held nothing. A fingerprint's slot is told by its last bits; the newest one has it.
    slots: Vec<Option<Known>>,
    /// None while it is used, and behind a large request.
    room: Option<Room>,
}

/// What it took to see that nothing is there.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    /// Words that were looked at.
    pub words: u32,
    /// Values that were looked at.
    pub values: u32,
    /// What of the budgets it took.
    pub spent: Spent,
}

#[derive(Clone, Copy, Debug)]
struct Known {
    fingerprint: u64,
    cost: Cost,
}

impl Familiar {
    /// What it took, if it is known that nothing is there.
    pub(crate) fn get(&self, fingerprint: u64) -> Option<Cost> {
        let known = (*self.slots.get(slot(fingerprint))?)?;
        (known.fingerprint == fingerprint).then_some(known.cost)
    }

    pub(crate) fn add(&mut self, fingerprint: u64, cost: Cost) {
        self.slots.resize(SLOTS, None);
        self.slots[slot(fingerprint)] = Some(Known { fingerprint, cost });
    }

    /// Room that was used before.
    pub(crate) fn take_room(&mut self) -> Room {
        self.room.take().unwrap_or_default()
    }

    /// Keeps room for the next request, unless it is large.
    pub(crate) fn keep_room(&mut self, room: Room) {
        self.room = room.emptied();
    }
}

fn slot(fingerprint: u64) -> usize {
    fingerprint as usize & (SLOTS - 1)
}
