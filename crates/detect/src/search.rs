//! One search for many texts at once, each at any place.
//!
//! How: a filter says of every four bytes whether one of the texts begins so, nearly always no; only where it does
//! are texts compared. They are found at a cost that hardly depends on how many there are, and a search for
//! thousands is made in microseconds. The filter is of one size, so that looking into it takes no check.

use leaklight_parameters::sort_by;
use std::fmt;

/// As many first bytes of a text are looked at before the text.
const WIDTH: usize = 4;
/// Texts of one byte less are in the filter with every fourth byte; in their slot's key that is zero.
const NARROW: usize = 3;
const NARROW_MASK: u32 = 0x00ff_ffff;
/// Words of the filter: 16 KiB, which stays in a processor's nearest cache. Of three thousand texts, one place in
/// forty passes it where no text begins.
const FILTER: usize = 1 << 11;
/// Slots for the texts: few share one.
const SLOT_BITS: u32 = 12;

/// Texts to be found in others.
pub struct Search {
    /// Sorted by their slots.
    texts: Vec<Text>,
    /// Where in `texts` those of each slot begin, and where the last one's end.
    slots: Vec<u32>,
    /// A bit for the first four bytes of each text.
    filter: Box<[u64; FILTER]>,
    /// Those of one or two bytes, which stand nearly everywhere.
    brief: Vec<Text>,
    has_narrow: bool,
}

/// A text, with the number that was given with it.
struct Text {
    /// Its first bytes.
    key: u32,
    number: u32,
    text: Box<[u8]>,
}

/// They may be personal.
impl fmt::Debug for Search {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Search").finish_non_exhaustive()
    }
}

/// A text that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Match {
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The number that was given with it.
    pub number: u32,
}

impl Search {
    /// Prepares to find texts, each with a number. Empty ones are never found.
    pub fn new<'t>(texts: impl Iterator<Item = (u32, &'t [u8])>) -> Self {
        let all = texts.filter(|(_, text)| !text.is_empty());
        let all = all.map(|(number, text)| Text {
            key: key_of(text),
            number,
            text: text.into(),
        });
        let (brief, mut texts): (Vec<_>, Vec<_>) = all.partition(|one| one.text.len() < NARROW);
        sort_by(&mut texts, |a, b| slot(a.key).cmp(&slot(b.key)));
        let mut filter = Box::new([0u64; FILTER]);
        let mut slots = vec![0u32; (1 << SLOT_BITS) + 1];
        let mut add = |key| {
            let (word, bit) = filter_place(key);
            filter[word] |= 1 << bit;
        };
        for one in &texts {
            slots[slot(one.key) + 1] += 1;
            if one.text.len() == NARROW {
                (0..=0xff).for_each(|last| add(one.key | last << 24));
            } else {
                add(one.key);
            }
        }
        for slot in 1..slots.len() {
            slots[slot] += slots[slot - 1];
        }
        Self {
            has_narrow: texts.iter().any(|one| one.text.len() == NARROW),
            texts,
            slots,
            filter,
            brief,
        }
    }

    /// Every text that stands in `place`, in the order of their starts.
    pub fn all_in(&self, place: &[u8]) -> Vec<Match> {
        let mut all = Vec::new();
        self.each(place, &mut |found| all.push(found));
        sort_by(&mut all, Match::cmp);
        all
    }

    /// Calls `found` with every text that stands in `place`.
    pub fn each(&self, place: &[u8], found: &mut dyn FnMut(Match)) {
        let mut next = 0;
        while let Some((at, key)) = self.candidate(place, next) {
            self.compare(place, at, key, found);
            if self.has_narrow {
                self.compare(place, at, key & NARROW_MASK, found);
            }
            next = at + 1;
        }
        if self.has_narrow && place.len() >= NARROW {
            let start = place.len() - NARROW;
            let key = key_of(&place[start..]);
            if self.may_begin(key) {
                self.compare(place, start, key, found);
            }
        }
        for one in &self.brief {
            for start in memchr::memmem::find_iter(place, &one.text) {
                found(one.at(start));
            }
        }
    }

    /// The next place from `from` on where a text may begin, and the four bytes there.
    fn candidate(&self, bytes: &[u8], from: usize) -> Option<(usize, u32)> {
        let mut windows = bytes.get(from..)?.windows(WIDTH);
        let at = windows.position(|window| self.may_begin(key_of(window)))?;
        Some((from + at, key_of(&bytes[from + at..])))
    }

    /// Whether a text may begin with such bytes.
    #[inline(always)]
    fn may_begin(&self, key: u32) -> bool {
        let (word, bit) = filter_place(key);
        self.filter[word] >> bit & 1 != 0
    }

    fn compare(&self, place: &[u8], start: usize, key: u32, found: &mut dyn FnMut(Match)) {
        let slot = slot(key);
        let here = &self.texts[self.slots[slot] as usize..self.slots[slot + 1] as usize];
        for one in here.iter().filter(|one| one.key == key) {
            if place[start..].starts_with(&one.text) {
                found(one.at(start));
            }
        }
    }
}

impl Text {
    fn at(&self, start: usize) -> Match {
        Match {
            start,
            end: start + self.text.len(),
            number: self.number,
        }
    }
}

/// The first four bytes, or three.
#[inline(always)]
fn key_of(text: &[u8]) -> u32 {
    match *text {
        [first, second, third, fourth, ..] => u32::from_le_bytes([first, second, third, fourth]),
        [first, second, third] => u32::from_le_bytes([first, second, third, 0]),
        _ => 0,
    }
}

/// Reference: D. E. Knuth, "Sorting and Searching", section 6.4, multiplicative hashing.
#[inline(always)]
const fn spread(key: u32) -> u32 {
    key.wrapping_mul(0x9e37_79b1)
}

/// A word of the filter, and a bit in it.
#[inline(always)]
const fn filter_place(key: u32) -> (usize, u32) {
    let hash = spread(key);
    (
        (hash >> (32 - FILTER.trailing_zeros())) as usize,
        hash >> 8 & 63,
    )
}

#[inline(always)]
const fn slot(key: u32) -> usize {
    (spread(key) >> (32 - SLOT_BITS)) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str], place: &str) -> Vec<(usize, usize, u32)> {
        let search = Search::new((0..).zip(texts.iter().map(|text| text.as_bytes())));
        let all = search.all_in(place.as_bytes()).into_iter();
        all.map(|found| (found.start, found.end, found.number))
            .collect()
    }

    #[test]
    fn every_text_is_found_at_every_place() {
        let texts = ["janedoe", "jane", "doe", "springfield", "jane", "do", "e"];
        assert_eq!(
            found(&texts, "xjanedoejane"),
            [
                (1, 5, 1),
                (1, 5, 4),
                (1, 8, 0),
                (4, 5, 6),
                (5, 7, 5),
                (5, 8, 2),
                (7, 8, 6),
                (8, 12, 1),
                (8, 12, 4),
                (11, 12, 6)
            ]
        );
        assert_eq!(found(&texts, "jan d springfi"), []);
        assert_eq!(found(&["ab", ""], "ab"), [(0, 2, 0)]);
        assert_eq!(found(&["doe"], "adoe"), [(1, 4, 0)]);
        assert_eq!(found(&["doe"], "doe"), [(0, 3, 0)]);
        assert_eq!(found(&["doe"], "do"), []);
        assert_eq!(found(&[], "ab"), []);
    }

    #[test]
    fn thousands_of_texts_are_told_apart() {
        let texts: Vec<String> = (0..5000).map(|number| format!("{number:04}text")).collect();
        let search = Search::new((0..).zip(texts.iter().map(|text| text.as_bytes())));
        for (number, text) in (0..).zip(&texts) {
            let all = search.all_in(text.as_bytes());
            assert_eq!(all.len(), 1);
            assert_eq!((all[0].number, all[0].start), (number, 0));
        }
    }
}
