//! One search for many texts at once, each at any place.
//!
//! How: a small filter says of every few bytes whether one of the texts begins so, nearly always no; the texts that
//! do are compared. Texts are found at a cost that hardly depends on how many there are, and a search for thousands
//! is made in microseconds.

use std::fmt;

/// As many first bytes of a text are looked at before the text, if all texts have so many.
const WIDEST: usize = 4;
/// Bits of the filter for each text: one place in dozens passes it where no text begins.
const FILTER_BITS_EACH: usize = 32;
const LEAST_FILTER_BITS: usize = 1 << 12;

/// Texts to be found in others.
pub struct Search {
    /// Sorted by their first bytes.
    texts: Vec<(u32, Box<[u8]>)>,
    /// Where in `texts` those of each slot begin, and where the last one's end.
    slots: Vec<u32>,
    /// A bit for the first bytes of each text.
    filter: Vec<u64>,
    /// How many first bytes of a text are looked at.
    width: usize,
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
        let mut texts: Vec<(u32, Box<[u8]>)> = texts
            .filter(|(_, text)| !text.is_empty())
            .map(|(number, text)| (number, text.into()))
            .collect();
        let shortest = texts.iter().map(|(_, text)| text.len()).min();
        let width = shortest.unwrap_or(WIDEST).min(WIDEST);
        let bits = (texts.len() * FILTER_BITS_EACH)
            .next_power_of_two()
            .max(LEAST_FILTER_BITS);
        let mut search = Self {
            texts: Vec::new(),
            slots: vec![0; bits / FILTER_BITS_EACH + 1],
            filter: vec![0; bits / 64],
            width,
        };
        texts.sort_by_key(|(number, text)| (search.slot(search.hash(text)), *number));
        for (_, text) in &texts {
            let hash = search.hash(text);
            let (slot, (word, bit)) = (search.slot(hash), search.bit(hash));
            search.slots[slot + 1] += 1;
            search.filter[word] |= bit;
        }
        for slot in 1..search.slots.len() {
            search.slots[slot] += search.slots[slot - 1];
        }
        search.texts = texts;
        search
    }

    /// Whether any text stands in `place`.
    pub fn is_in(&self, place: &[u8]) -> bool {
        self.all_in(place).next().is_some()
    }

    /// Every text that stands in `place`, in the order of their starts.
    pub fn all_in(&self, place: &[u8]) -> impl Iterator<Item = Match> {
        let mut next = 0;
        let candidates = std::iter::from_fn(move || {
            let (start, hash) = self.candidate(place, next)?;
            next = start + 1;
            Some((start, hash))
        });
        candidates.flat_map(move |(start, hash)| {
            let slot = self.slot(hash);
            let texts = &self.texts[self.slots[slot] as usize..self.slots[slot + 1] as usize];
            let here = texts
                .iter()
                .filter(move |(_, text)| place[start..].starts_with(text));
            here.map(move |(number, text)| Match {
                start,
                end: start + text.len(),
                number: *number,
            })
        })
    }

    /// The next place from `from` on where a text may begin, and the hash of the bytes there.
    fn candidate(&self, place: &[u8], from: usize) -> Option<(usize, u32)> {
        let mask = self.mask();
        let (before, rest) = place.get(from..)?.split_at_checked(self.width - 1)?;
        let mut key = key(before);
        for (start, byte) in (from..).zip(rest) {
            key = (key << 8 | u32::from(*byte)) & mask;
            let hash = spread(key);
            let (word, bit) = self.bit(hash);
            if self.filter[word] & bit != 0 {
                return Some((start, hash));
            }
        }
        None
    }

    /// The hash of a text's first bytes.
    fn hash(&self, text: &[u8]) -> u32 {
        spread(key(&text[..self.width]))
    }

    /// The bits of so many bytes.
    fn mask(&self) -> u32 {
        u32::MAX >> (32 - 8 * self.width)
    }

    /// The filter's length is a power of two.
    fn bit(&self, hash: u32) -> (usize, u64) {
        let bit = hash as usize >> 8;
        (bit >> 6 & (self.filter.len() - 1), 1 << (bit & 63))
    }

    fn slot(&self, hash: u32) -> usize {
        hash as usize >> 8 & (self.slots.len() - 2)
    }
}

fn key(bytes: &[u8]) -> u32 {
    bytes
        .iter()
        .fold(0, |key, byte| key << 8 | u32::from(*byte))
}

/// Reference: D. E. Knuth, "Sorting and Searching", section 6.4, multiplicative hashing.
fn spread(key: u32) -> u32 {
    key.wrapping_mul(0x9e37_79b1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(texts: &[&str], place: &str) -> Vec<(usize, usize, u32)> {
        let search = Search::new((0..).zip(texts.iter().map(|text| text.as_bytes())));
        let all = search.all_in(place.as_bytes());
        all.map(|found| (found.start, found.end, found.number))
            .collect()
    }

    #[test]
    fn every_text_is_found_at_every_place() {
        let texts = ["janedoe", "jane", "doe", "springfield", "jane"];
        assert_eq!(
            found(&texts, "xjanedoejane"),
            [
                (1, 8, 0),
                (1, 5, 1),
                (1, 5, 4),
                (5, 8, 2),
                (8, 12, 1),
                (8, 12, 4)
            ]
        );
        assert_eq!(found(&texts, "jan do springfiel"), []);
        assert_eq!(found(&texts, "ja"), []);
        assert_eq!(found(&["ab", ""], "ab"), [(0, 2, 0)]);
        assert_eq!(found(&[], "ab"), []);
    }

    #[test]
    fn thousands_of_texts_are_told_apart() {
        let texts: Vec<String> = (0..5000).map(|number| format!("{number:04}text")).collect();
        let search = Search::new((0..).zip(texts.iter().map(|text| text.as_bytes())));
        for (number, text) in (0..).zip(&texts) {
            let all: Vec<_> = search.all_in(text.as_bytes()).collect();
            assert_eq!(all.len(), 1);
            assert_eq!((all[0].number, all[0].start), (number, 0));
        }
    }
}
