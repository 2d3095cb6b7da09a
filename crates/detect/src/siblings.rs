//! Values that stand beside each other: what is split over several parameters.
//!
//! What it finds: a house number and a street, a card's four groups, area code and number, in
//! fields of their own. Short values of one framing are joined in their order and scanned once
//! more; only what spans two of them counts.

use crate::found::Found;
use crate::hit::Hit;
use crate::needles::Seen;
use crate::sheet::Folding;
use crate::view::Name;
use crate::{Kind, Part};
use leaklight_parameters::{Strength, meaning};
use leaklight_profile::{House, Parts, weight};
use std::fmt;
use std::ops::Range;

/// Longer values are looked at alone only.
const LONGEST: usize = 48;

/// So many fields away a field may belong to the same address.
const REACH: usize = 8;

/// So much folded text around a form is scanned with it: more than the parts of an address ever have between them.
const AROUND: usize = 1 << 9;

/// The short values of one framing, joined.
pub struct Siblings {
    text: Vec<u8>,
    /// Their names, one behind the other.
    names: Vec<u8>,
    fields: Vec<Field>,
    /// What was found in single values.
    known: Vec<(u16, Parts)>,
}

/// A short value.
#[derive(Debug)]
pub struct Field {
    /// Where it starts in the joined text.
    start: usize,
    /// Where its name stands.
    name: Range<usize>,
    /// Its folded text.
    pub folding: Folding,
    /// What was seen there.
    pub seen: Seen,
    /// Whether a form was seen that begins there and goes on in the next.
    goes_on: bool,
    /// Its view's number, if forms in it are left to be looked for with the others.
    pub waits: Option<u32>,
}

/// They are personal.
impl fmt::Debug for Siblings {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Siblings").finish_non_exhaustive()
    }
}

impl Default for Siblings {
    /// Of a framing that is not large.
    fn default() -> Self {
        Self {
            text: Vec::with_capacity(1 << 9),
            names: Vec::with_capacity(1 << 9),
            fields: Vec::with_capacity(1 << 5),
            known: Vec::new(),
        }
    }
}

impl Siblings {
    /// Whether a value is so short that it is joined with others.
    pub fn fits(bytes: &[u8]) -> bool {
        (1..=LONGEST).contains(&bytes.len())
    }

    /// Adds a value with its name within the framing, and its folded text.
    pub fn add(&mut self, name: &[u8], bytes: &[u8], folding: Folding) {
        let before = self.names.len();
        self.names.extend_from_slice(name);
        self.fields.push(Field {
            start: self.text.len(),
            name: before..self.names.len(),
            folding,
            seen: Seen::default(),
            goes_on: false,
            waits: None,
        });
        self.text.extend_from_slice(bytes);
        self.text.push(b'\n');
    }

    /// Lets the last value wait for a look at all of them; it may be a short form.
    pub fn wait(&mut self, number: u32, is_form: bool) {
        if let Some(field) = self.fields.last_mut() {
            field.waits = Some(number);
            field.seen.plain = is_form;
        }
    }

    /// Notes what was seen at such a place of the folded text.
    pub fn note(&mut self, place: &Range<usize>, seen: Seen) {
        let behind = self
            .fields
            .partition_point(|field| field.folding.start <= place.start);
        if let Some(field) = self.fields[..behind].last_mut() {
            if place.end <= field.folding.end {
                field.seen |= seen;
            } else {
                field.goes_on |= seen.plain;
            }
        }
    }

    /// How much they have room for, in bytes.
    pub fn room(&self) -> usize {
        let fields = self.fields.capacity() * size_of::<Field>();
        self.text.capacity() + self.names.capacity() + fields
    }

    /// Forgets them all: their text is overwritten.
    pub fn clear(&mut self) {
        for text in [&mut self.text, &mut self.names] {
            text.fill(0);
            text.clear();
        }
        self.fields.clear();
        self.known.clear();
    }

    /// All values.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// Stretches of the joined text, values as a whole, around every form that was seen.
    pub fn stretches(&self) -> Vec<Range<usize>> {
        let mut stretches: Vec<Range<usize>> = Vec::new();
        for field in &self.fields {
            if !field.seen.plain && !field.goes_on {
                continue;
            }
            let (start, end) = (field.folding.start, field.folding.end + AROUND);
            let first = self
                .fields
                .partition_point(|field| field.folding.end + AROUND < start);
            let last = self
                .fields
                .partition_point(|field| field.folding.start <= end);
            let (start, end) = (self.fields[first].start, self.end_of(last - 1) + 1);
            match stretches.last_mut() {
                Some(before) if start <= before.end => before.end = end,
                _ => stretches.push(start..end),
            }
        }
        stretches
    }

    /// A value's bytes.
    pub fn bytes(&self, field: usize) -> &[u8] {
        &self.text[self.fields[field].start..self.end_of(field)]
    }

    fn end_of(&self, field: usize) -> usize {
        let next = self.fields.get(field + 1);
        next.map_or(self.text.len(), |next| next.start) - 1
    }

    /// A value's name, from the outermost framing on.
    pub fn name<'a>(&'a self, outer: Option<&'a Name<'a>>, field: &Field) -> Name<'a> {
        let piece = &self.names[field.name.clone()];
        Name { outer, piece }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty()
    }

    /// Whether there is anything to join.
    pub fn are_several(&self) -> bool {
        self.fields.len() > 1
    }

    /// The joined values.
    pub fn text(&self) -> &[u8] {
        &self.text
    }

    /// Lessens streets beside which a field names another city or postal code.
    pub fn lessen_elsewhere(&self, outer: Option<&Name<'_>>, hits: &mut [Hit]) {
        for at in 0..hits.len() {
            let hit = &hits[at];
            if !hit.is_street() {
                continue;
            }
            let same = hits
                .iter()
                .filter(|other| other.identifier == hit.identifier && is_of_one(other, hit));
            let known = same.map(|other| other.parts).any(names_place);
            if !known && self.is_elsewhere(outer, hit) {
                hits[at].bits -= weight::ELSEWHERE;
            }
        }
    }

    /// Whether a field near a hit's own is one for a city or a postal code.
    fn is_elsewhere(&self, outer: Option<&Name<'_>>, hit: &Hit) -> bool {
        let name = hit.name.as_deref().unwrap_or_default();
        let own = |field: &Field| {
            let own = self.name(outer, field);
            // Of thousands hardly one is so worth rendering.
            name.as_bytes().ends_with(own.piece) && name == own.render()
        };
        let Some(at) = self.fields.iter().position(own) else {
            return false;
        };
        let near = at.saturating_sub(REACH)..(at + REACH).min(self.fields.len());
        self.fields[near]
            .iter()
            .filter_map(|field| meaning(&self.name(outer, field).render()))
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
    pub fn spanned<'a>(
        &'a self,
        outer: Option<&'a Name<'a>>,
        origin: &Range<usize>,
        one: &Found<'_>,
        kind: Kind,
    ) -> Option<Name<'a>> {
        let first = self
            .fields
            .partition_point(|field| field.start <= origin.start)
            - 1;
        let last = self
            .fields
            .partition_point(|field| field.start < origin.end);
        let spanned = &self.fields[first..last];
        let name = self.name(outer, &self.fields[first]);
        let named = |field: &Field| {
            let meaning = meaning(&self.name(outer, field).render());
            meaning.is_some_and(|meaning| meaning.kind == kind)
        };
        let fills = self.fields[first].start == origin.start && self.end_of(last - 1) == origin.end;
        let several = spanned.len() > 1 && (fills || spanned.iter().any(named));
        if one.house == House::Other {
            // A number in a field of any other name is no house's.
            let is_number = |field: &&Field| self.text[field.start].is_ascii_digit();
            let numbers = spanned.iter().filter(is_number).all(named);
            return (spanned.len() > 1 && numbers).then_some(name);
        }
        let found = self
            .known
            .iter()
            .filter(|(identifier, _)| *identifier == one.needle.identifier);
        let whole = found.clone().any(|(_, parts)| *parts == Parts::NONE);
        let parts = found.fold(Parts::NONE, |all, (_, parts)| all.and(*parts));
        let wanted = one.needle.form.parts;
        let known = whole || (wanted != Parts::NONE && parts.covers(wanted));
        (several && !known).then_some(name)
    }
}

/// Whether two hits stand in the same element of a list, if they stand in one: in
/// `customers[1].street` and `customers[1].city`, and not in `customers[2].city`.
fn is_of_one(one: &Hit, other: &Hit) -> bool {
    let [one, other] = [one, other].map(|hit| hit.name.as_deref().unwrap_or_default());
    indices(one)
        .zip(indices(other))
        .all(|(one, other)| one == other)
}

/// The numbers in a name's brackets.
fn indices(name: &str) -> impl Iterator<Item = &str> {
    let pieces = name.split('[').skip(1);
    let held = pieces.filter_map(|piece| Some(piece.split_once(']')?.0));
    held.filter(|held| held.bytes().all(|byte| byte.is_ascii_digit()))
}

fn names_place(parts: Parts) -> bool {
    parts.has(Part::City) || parts.has(Part::PostalCode)
}
