//! Values that stand beside each other: what is split over several parameters.
//!
//! What it finds: a house number and a street, a card's four groups, area code and number, in
//! fields of their own. Short values of one framing are joined in their order and scanned once
//! more; only what spans two of them counts.

use crate::found::Found;
use crate::hit::Hit;
use crate::identifier::{House, Parts};
use crate::view::Name;
use crate::{Kind, Part, weight};
use leaklight_parameters::{Strength, meaning};
use std::ops::Range;

/// Longer values are looked at alone only.
const LONGEST: usize = 48;

/// So many fields away a field may belong to the same address.
const REACH: usize = 8;

/// The short values of one framing, joined.
#[derive(Debug, Default)]
pub struct Siblings {
    text: Vec<u8>,
    /// Where each starts, and what it is called.
    starts: Vec<(usize, String)>,
    /// What was found in single values.
    known: Vec<(u16, Parts)>,
}

impl Siblings {
    /// Adds a value, if it is short.
    pub fn add(&mut self, name: &Name<'_>, bytes: &[u8]) {
        if bytes.is_empty() || bytes.len() > LONGEST {
            return;
        }
        self.starts.push((self.text.len(), name.render()));
        self.text.extend_from_slice(bytes);
        self.text.push(b'\n');
    }

    /// Whether there is anything to join.
    pub fn are_several(&self) -> bool {
        self.starts.len() > 1
    }

    /// The joined values.
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// Lessens streets beside which a field names another city or postal code.
    pub fn lessen_elsewhere(&self, hits: &mut [Hit]) {
        for at in 0..hits.len() {
            let hit = &hits[at];
            let same = hits
                .iter()
                .filter(|other| other.identifier == hit.identifier);
            let known = same.map(|other| other.parts).any(names_place);
            if hit.is_street() && !known && self.is_elsewhere(hit) {
                hits[at].bits -= weight::ELSEWHERE;
            }
        }
    }

    /// Whether a field near a hit's own is one for a city or a postal code.
    fn is_elsewhere(&self, hit: &Hit) -> bool {
        let own = |(_, name): &(usize, String)| Some(name) == hit.name.as_ref();
        let Some(at) = self.starts.iter().position(own) else {
            return false;
        };
        let near = at.saturating_sub(REACH)..(at + REACH).min(self.starts.len());
        self.starts[near]
            .iter()
            .filter_map(|(_, name)| meaning(name))
            .any(|meaning| {
                meaning.strength == Strength::Clear
                    && meaning
                        .part
                        .is_some_and(|part| names_place(Parts::of(part)))
            })
    }

    /// Notes what was found in single values: to find it again would prove nothing.
    pub fn known(&mut self, hits: &[Hit]) {
        let found = hits.iter().filter(|hit| hit.house != House::Other);
        self.known = found.map(|hit| (hit.identifier, hit.parts)).collect();
    }

    /// The name of the first value that a match spans, if it spans several, fills them or finds one
    /// of them named for it, and is news.
    pub fn spanned(&self, origin: &Range<usize>, one: &Found<'_>, kind: Kind) -> Option<&str> {
        let first = self
            .starts
            .partition_point(|(start, _)| *start <= origin.start)
            - 1;
        let last = self
            .starts
            .partition_point(|(start, _)| *start < origin.end);
        let named =
            |(_, name): &(usize, String)| meaning(name).is_some_and(|meaning| meaning.kind == kind);
        let fills = self.starts[first].0 == origin.start
            && self.starts.get(last).map_or(self.text.len(), |next| next.0) == origin.end + 1;
        let several = last - first > 1 && (fills || self.starts[first..last].iter().any(named));
        if one.house == House::Other {
            // A number in a field of any other name is no house's.
            let is_number = |(start, _): &&(usize, String)| self.text[*start].is_ascii_digit();
            let fields = &self.starts[first..last];
            let numbers = fields.iter().filter(is_number).all(named);
            return (last - first > 1 && numbers).then(|| self.starts[first].1.as_str());
        }
        let found = self
            .known
            .iter()
            .filter(|(identifier, _)| *identifier == one.needle.identifier);
        let whole = found.clone().any(|(_, parts)| *parts == Parts::NONE);
        let parts = found.fold(Parts::NONE, |all, (_, parts)| all.and(*parts));
        let wanted = one.needle.form.parts;
        let known = whole || (wanted != Parts::NONE && parts.covers(wanted));
        (several && !known).then(|| self.starts[first].1.as_str())
    }
}

fn names_place(parts: Parts) -> bool {
    parts.has(Part::City) || parts.has(Part::PostalCode)
}
