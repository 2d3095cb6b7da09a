//! A set of an identifier's parts.

use crate::Part;
use serde::{Deserialize, Serialize};

/// A set of parts; the empty set stands for the whole of an identifier that has none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Parts(u16);

impl Parts {
    /// No part.
    pub const NONE: Self = Self(0);

    /// One part.
    pub const fn of(part: Part) -> Self {
        Self(1 << part as u16)
    }

    /// Both sets together.
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether `part` is in the set.
    pub const fn has(self, part: Part) -> bool {
        self.0 & Self::of(part).0 != 0
    }

    /// Whether every part of `other` is in the set.
    pub const fn covers(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// The parts, in the order of [`Part`].
    pub fn list(self) -> Vec<Part> {
        const ALL: [Part; 13] = [
            Part::Given,
            Part::Middle,
            Part::Family,
            Part::Street,
            Part::Unit,
            Part::City,
            Part::Region,
            Part::PostalCode,
            Part::Country,
            Part::LocalPart,
            Part::Domain,
            Part::First6,
            Part::Last4,
        ];
        ALL.into_iter().filter(|part| self.has(*part)).collect()
    }
}
