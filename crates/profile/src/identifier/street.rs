//! Streets: how one is read around its own name in a request.
//!
//! What it finds: `123 Main St`, `123 N. MAIN STREET`, `123-main-st`, `Main Street 123`,
//! `Hauptstr. 5` for `Hauptstraße 5`, `P.O. Box 7`. What it refuses: the same name with another
//! house number, another suffix or another direction.

use super::street_line::joined;
use super::street_words::{DIRECTIONS, REPEATS, SUFFIXES};
use crate::{Secret, weight};
use leaklight_fold::{Border, Folded};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A street, taken apart.
#[derive(Clone, Debug)]
pub struct Street {
    /// The street's own name, folded.
    pub core: Secret,
    /// The same in words.
    pub(super) words: String,
    /// What the name proves.
    pub core_bits: f32,
    /// The house number or box; may be empty.
    pub(super) number: Secret,
    /// The same, where it is a number of ten at most, written the other way: `One Main Plaza`.
    pub(super) spelled: Option<Secret>,
    /// What that proves.
    pub(super) number_bits: f32,
    /// Whether the number was saved behind the name.
    pub(super) number_last: bool,
    /// Spellings of what stands between number and name (`N`, `rue`), longest first, `""` last.
    pub(super) leads: Vec<Surrounding>,
    /// Spellings of what stands behind the name (`St`, `Ave NW`), longest first, `""` last.
    pub(super) tails: Vec<Surrounding>,
}

/// A spelling of what surrounds a street's own name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Surrounding {
    /// In words.
    pub words: String,
    /// Folded.
    pub folded: String,
    /// Whether it is worth a digest.
    pub usual: bool,
}

/// A street that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StreetMatch {
    /// Where it starts in the folded text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it proves; nothing where it names another house.
    pub bits: f32,
    /// Whose house it is.
    pub house: House,
}

/// What is said of the house beside a street.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum House {
    /// It is the saved one.
    Own,
    /// It is another: a neighbour's.
    Other,
    /// Nothing, or it is no street.
    #[default]
    Unsaid,
}

impl Street {
    /// What the whole street proves.
    pub fn bits(&self) -> f32 {
        self.core_bits + self.number_bits
    }

    /// The street spelled out in words, with each usual spelling of what surrounds the name.
    pub fn spellings(&self) -> Vec<String> {
        self.spelled(self.number.expose())
    }

    /// The same without the house number.
    pub fn unnumbered(&self) -> Vec<String> {
        self.spelled("")
    }

    fn spelled(&self, number: &str) -> Vec<String> {
        let core = self.words.as_str();
        let mut spellings = Vec::new();
        for lead in self.leads.iter().filter(|lead| lead.usual) {
            for tail in self.tails.iter().filter(|tail| tail.usual) {
                let (lead, tail) = (lead.words.as_str(), tail.words.as_str());
                let words = if self.number_last {
                    [lead, core, tail, number]
                } else {
                    [number, lead, core, tail]
                };
                spellings.push(joined(words));
            }
        }
        spellings
    }

    /// Whether anything (`N`, `rue`, `St`) belongs to the name.
    fn is_surrounded(&self) -> bool {
        self.leads.len() + self.tails.len() > 2
    }

    /// Folded texts one of which stands wherever the street is read, though its name alone may stand everywhere: the
    /// name with what is before or behind it. Of digits alone only the house number before them makes a street.
    pub fn anchors(&self) -> Vec<String> {
        let core = self.core.expose();
        let numbers = [Some(&self.number), self.spelled.as_ref()];
        let numbers = numbers.into_iter().flatten().map(Secret::expose);
        let numbers: Vec<&str> = numbers.filter(|number| !number.is_empty()).collect();
        let leads = || self.leads.iter().map(|lead| lead.folded.as_str());
        let numbered = leads().flat_map(|lead| {
            let numbers = numbers.iter();
            numbers.map(move |number| format!("{number}{lead}{core}"))
        });
        let mut anchors: Vec<String> = numbered.collect();
        if !core.bytes().all(|byte| byte.is_ascii_digit()) {
            let tails = self.tails.iter().map(|tail| tail.folded.as_str());
            let led = leads().filter(|lead| !lead.is_empty());
            anchors.extend(led.map(|lead| format!("{lead}{core}")));
            let tails = tails.filter(|tail| !tail.is_empty());
            anchors.extend(tails.map(|tail| format!("{core}{tail}")));
            anchors.extend(numbers.iter().map(|number| format!("{core}{number}")));
        }
        anchors
    }

    /// Reads the street around its name, which stands at `start..end`.
    pub fn read(&self, folded: &Folded, start: usize, end: usize) -> Option<StreetMatch> {
        let text = &folded.text;
        let number = self.number.expose().as_bytes();
        let (mut first, mut numbered, mut reversed) = (start, false, false);
        let mut led = folded.border(start) > Border::None;
        let mut found = "";
        for lead in self.leads.iter().map(|lead| lead.folded.as_str()) {
            let Some(rest) = text[..start].strip_suffix(lead.as_bytes()) else {
                continue;
            };
            let at = rest.len();
            let own = [Some(&self.number), self.spelled.as_ref()];
            let mut own = own
                .into_iter()
                .flatten()
                .map(|number| number.expose().as_bytes());
            let before = own.find_map(|number| {
                let before = rest.strip_suffix(number).filter(|_| !number.is_empty())?;
                (folded.border(before.len()) > Border::None).then_some(before)
            });
            if let Some(before) = before {
                (first, numbered, led, found) = (before.len(), true, true, lead);
                break;
            }
            if !lead.is_empty() && folded.border(at) > Border::None {
                (first, led, found) = (at, true, lead);
                break;
            }
        }
        let tail = self
            .tails
            .iter()
            .map(|tail| tail.folded.as_str())
            .find(|tail| {
                text[end..].starts_with(tail.as_bytes())
                    && folded.border(end + tail.len()) > Border::None
            })?;
        let mut last = end + tail.len();
        // A bare number stands in every text.
        if text[start..end].iter().all(u8::is_ascii_digit) && (tail.is_empty() || !numbered) {
            return None;
        }
        if !numbered && !number.is_empty() && text[last..].starts_with(number) {
            let after = last + number.len();
            if folded.border(after) > Border::None {
                (last, numbered) = (after, true);
                reversed = !self.number_last;
            }
        }
        if !led || self.is_another(folded, first, last, tail, numbered) {
            return None;
        }
        if let Some(number) = self.other_number(folded, first, last, numbered) {
            return Some(StreetMatch {
                start: first.min(number.start),
                end: last.max(number.end),
                bits: 0.0,
                house: House::Other,
            });
        }
        let number_bits = if numbered { self.number_bits } else { 0.0 };
        let bare = if tail.is_empty() && found.is_empty() && self.is_surrounded() {
            weight::BARE_STREET
        } else {
            0.0
        };
        let reversed = if reversed { weight::REVERSED } else { 0.0 };
        let bits = self.core_bits + number_bits - bare - reversed;
        Some(StreetMatch {
            start: first,
            end: last,
            bits,
            house: if numbered { House::Own } else { House::Unsaid },
        })
    }

    /// Whether what surrounds the match says that it is another street.
    fn is_another(
        &self,
        folded: &Folded,
        first: usize,
        last: usize,
        tail: &str,
        numbered: bool,
    ) -> bool {
        let after = folded.word_at(last);
        let before = folded.word_before(first);
        let other_suffix = tail.is_empty() && self.tails.len() > 1 && is_listed(SUFFIXES, after);
        let other_direction = !numbered && self.leads.len() > 1 && is_listed(DIRECTIONS, before);
        other_suffix || other_direction
    }

    /// Where a number says that it is another house.
    fn other_number(
        &self,
        folded: &Folded,
        first: usize,
        last: usize,
        numbered: bool,
    ) -> Option<Range<usize>> {
        if numbered {
            return is_continued(folded, last, self.number_last).then_some(first..last);
        }
        if self.number.expose().is_empty() {
            return None;
        }
        let before = folded.word_before(first);
        let mut start = first - before.len();
        if is_addition(before) {
            start -= folded.word_before(start).len();
        }
        if [first - before.len(), start]
            .into_iter()
            .any(|at| is_number(folded.word_at(at), LONGEST_NUMBER))
        {
            return Some(start..first);
        }
        let after = folded.word_at(last);
        (self.number_last && is_number(after, LONGEST_NUMBER_LAST))
            .then(|| last..last + after.len())
    }
}

/// House numbers have five digits at most; where they stand behind the street three, and what has
/// more is a postal code.
const LONGEST_NUMBER: usize = 5;
const LONGEST_NUMBER_LAST: usize = 3;

/// Whether a word is a house number.
fn is_number(word: &[u8], longest: usize) -> bool {
    let digits = word.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (1..=longest).contains(&digits) && (digits == word.len() || is_addition(&word[digits..]))
}

/// Whether a word makes another number of the house number before it: `12 b`, `12 bis`.
pub(super) fn is_addition(word: &[u8]) -> bool {
    matches!(word, [b'a'..=b'z']) || REPEATS.iter().any(|repeat| repeat.as_bytes() == word)
}

/// Whether a house number goes on behind `at`: `12b`, `12 bis`; where it stands behind the street,
/// `12 b` too, but for a letter that names a country before its postal code (`D-10115`).
fn is_continued(folded: &Folded, at: usize, number_last: bool) -> bool {
    let next = (at + 1..folded.text.len()).find(|next| folded.border(*next) > Border::None);
    let end = next.unwrap_or(folded.text.len());
    let piece = folded.text.get(at..end).unwrap_or_default();
    if folded.border(at) == Border::Soft {
        return is_addition(piece);
    }
    let country =
        matches!(piece, b"d" | b"f") && folded.text.get(end).is_some_and(u8::is_ascii_digit);
    let letter = matches!(piece, [b'a'..=b'h']) && !country;
    is_addition(piece) && (piece.len() > 1 || number_last && letter)
}

/// Whether a word stands in one of the rows.
pub(super) fn is_word(rows: &[&[&str]], word: &str) -> bool {
    rows.iter().any(|row| row.contains(&word))
}

fn is_listed(rows: &[&[&str]], word: &[u8]) -> bool {
    std::str::from_utf8(word).is_ok_and(|word| is_word(rows, word))
}

#[cfg(test)]
mod tests {
    use super::super::street_line::streets;
    use super::*;

    fn read(saved: &str, text: &str) -> Option<bool> {
        let folded = Folded::new(text.as_bytes());
        streets(saved).iter().find_map(|street| {
            let core = street.core.expose().as_bytes();
            (0..folded.text.len())
                .filter(|start| folded.text[*start..].starts_with(core))
                .find_map(|start| street.read(&folded, start, start + core.len()))
                .filter(|found| found.house != House::Other)
                .map(|found| found.house == House::Own)
        })
    }

    #[test]
    fn spellings_of_the_same_street_are_read() {
        for (saved, text) in [
            ("123 Main St", "123 MAIN STREET"),
            ("123 Main Street", "ship to 123-main-st, now"),
            ("123 Main Street", "123MainSt"),
            ("123 N Main St", "123 North Main Street"),
            ("123 North Main St", "123 Main St"),
            ("350 5th Ave", "350 Fifth Avenue"),
            ("350 Fifth Avenue", "350 5TH AVE"),
            ("Hauptstraße 5", "Hauptstr. 5"),
            ("Hauptstr. 5", "HAUPTSTRASSE 5"),
            ("12 rue de la Paix", "12, Rue de la Paix"),
            ("Calle Mayor 7", "C/ Mayor, 7"),
            ("PO Box 77", "P.O. Box 77"),
            ("123 St James Pl", "123 Saint James Place"),
            (
                "1600 Pennsylvania Ave NW",
                "1600 Pennsylvania Avenue Northwest",
            ),
            ("123 Main St", "Main St 123"),
            ("12 W Twenty-First St", "12 West 21st Street"),
            ("12 E 123rd St", "12 East One Hundred Twenty-Third Street"),
            ("37-12 82nd St", "37-12 82ND STREET"),
            ("123 1/2 Oak Blvd", "123½ Oak Boulevard"),
            ("1400 C Street NW", "1400 C St Northwest"),
            ("55 Avenue B", "55 Ave B"),
            ("12 bis rue de la Paix", "12BIS R DE LA PAIX"),
            ("8 bd Saint-Michel", "8 Boulevard St Michel"),
            ("Hauptstraße 12 a", "Hauptstr. 12a"),
            ("Hauptstraße 12", "Hauptstr. 12, D-10115 Berlin"),
            ("Rathausplatz 3", "Rathauspl. 3"),
            ("P.O. Box 77", "POB 77"),
            ("123 rue Sainte-Catherine Ouest", "123 Rue Ste-Catherine O"),
            ("9 Mill Crossing", "9 MILL XING"),
        ] {
            assert_eq!(read(saved, text), Some(true), "{saved} in {text}");
        }
        assert_eq!(read("123 Main St", "Main Street"), Some(false));
    }

    #[test]
    fn another_street_or_house_is_refused() {
        for (saved, text) in [
            ("123 Main St", "456 Main St"),
            ("123 Main St", "1123 Main St"),
            ("123 Main St", "123 Main Ave"),
            ("123 Main St", "domain street"),
            ("123 N Main St", "123 S Main St"),
            ("Hauptstraße 5", "Hauptstraße 55"),
            ("PO Box 77", "PO Box 777"),
            ("Hauptstraße 12", "Hauptstraße 12a"),
            ("Hauptstraße 12", "Hauptstr. 12 b, 10115 Berlin"),
            ("Hauptstraße 12 a", "Hauptstraße 12"),
            ("12 rue de la Paix", "12 bis rue de la Paix"),
            ("12 bis rue de la Paix", "12 ter rue de la Paix"),
        ] {
            assert_ne!(read(saved, text), Some(true), "{saved} in {text}");
        }
        assert_eq!(read("123 Main St", "456 Main St"), None);
        assert_eq!(read("123 Main St", "domains"), None);
        assert_eq!(read("12 rue de la Paix", "12 bis rue de la Paix"), None);
        assert_eq!(read("Hauptstraße 12", "Hauptstraße 14b"), None);
    }
}
