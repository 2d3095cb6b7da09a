//! Streets: how one is taken apart when it is saved, and read around its own name in a request.
//!
//! What it finds: `123 Main St`, `123 N. MAIN STREET`, `123-main-st`, `Main Street 123`,
//! `Hauptstr. 5` for `Hauptstraße 5`, `P.O. Box 7`. What it refuses: the same name with another
//! house number, another suffix or another direction.

use super::street_words::{DIRECTIONS, SUFFIXES, same_word};
use crate::fold::{self, Border, Folded};
use crate::{Secret, weight};

pub use super::street_words::UNIT_WORDS;

/// More spellings of one name than this are not looked for.
const MOST_SPELLINGS: usize = 64;

/// A street, taken apart.
#[derive(Clone, Debug)]
pub struct Street {
    /// The street's own name, folded.
    pub core: Secret,
    /// The same in words.
    words: String,
    /// What the name proves.
    pub core_bits: f32,
    /// The house number or box; may be empty.
    number: Secret,
    /// Whether the number was saved behind the name.
    number_last: bool,
    /// Spellings of what stands between number and name (`N`, `rue`), longest first, `""` last.
    leads: Vec<Surrounding>,
    /// Spellings of what stands behind the name (`St`, `Ave NW`), longest first, `""` last.
    tails: Vec<Surrounding>,
}

/// A spelling of what surrounds a street's own name.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Surrounding {
    words: String,
    folded: String,
}

/// A street that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StreetMatch {
    /// Where it starts in the folded text.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// What it proves.
    pub bits: f32,
    /// Whether the house number was there too.
    pub numbered: bool,
}

impl Street {
    /// What the whole street proves.
    pub fn bits(&self) -> f32 {
        self.core_bits + weight::house_number(self.number.expose())
    }

    /// The street spelled out in words, with each spelling of what surrounds the name.
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
        for lead in &self.leads {
            for tail in &self.tails {
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
            if let Some(before) = rest.strip_suffix(number).filter(|_| !number.is_empty())
                && folded.border(before.len()) > Border::None
            {
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
        if !numbered && !number.is_empty() && text[last..].starts_with(number) {
            let after = last + number.len();
            if folded.border(after) > Border::None {
                (last, numbered) = (after, true);
                reversed = !self.number_last;
            }
        }
        if !led || self.contradicted(folded, first, last, tail, numbered) {
            return None;
        }
        let number_bits = if numbered {
            weight::house_number(self.number.expose())
        } else {
            0.0
        };
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
            numbered,
        })
    }

    /// Whether what surrounds the match says that it is another street or house.
    fn contradicted(
        &self,
        folded: &Folded,
        first: usize,
        last: usize,
        tail: &str,
        numbered: bool,
    ) -> bool {
        let after = folded.word_at(last);
        let before = folded.word_before(first);
        let is_number = |word: &[u8]| {
            !word.is_empty() && word.len() <= 5 && word.iter().all(u8::is_ascii_digit)
        };
        let other_suffix = tail.is_empty() && self.tails.len() > 1 && is_listed(SUFFIXES, after);
        let other_direction = !numbered && self.leads.len() > 1 && is_listed(DIRECTIONS, before);
        let other_number = !numbered
            && !self.number.expose().is_empty()
            && (is_number(before) || self.number_last && is_number(after));
        other_suffix || other_direction || other_number
    }
}

/// Takes a street apart. Several, where its name has several spellings (`5th`, `Fifth`).
pub fn streets(line: &str) -> Vec<Street> {
    let mut words = fold::words(line);
    if words.starts_with(&["p".to_owned(), "o".to_owned()]) {
        words.splice(..2, ["po".to_owned()]);
    }
    let first_is_number = words.first().is_some_and(|word| is_house_number(word));
    let last_is_number = words.len() > 1 && words.last().is_some_and(|word| is_house_number(word));
    let number = if first_is_number && words.len() > 1 {
        words.remove(0)
    } else if last_is_number {
        words.pop().unwrap_or_default()
    } else {
        String::new()
    };
    let number_last = !first_is_number && last_is_number;
    let mut lead = Vec::new();
    let mut tail = Vec::new();
    while words.len() > 1 && (is_word(DIRECTIONS, &words[0]) || is_word(LEADING_TYPES, &words[0])) {
        lead.push(words.remove(0));
    }
    while words.len() > 1 && words.last().is_some_and(|word| is_word(DIRECTIONS, word)) {
        tail.insert(0, words.pop().unwrap_or_default());
    }
    if words.len() > 1 && words.last().is_some_and(|word| is_word(SUFFIXES, word)) {
        tail.insert(0, words.pop().unwrap_or_default());
    } else if let Some(word) = words.last_mut()
        && let Some(stem) = word.strip_suffix("strasse").or(word.strip_suffix("str"))
        && stem.len() >= 3
    {
        *word = stem.to_owned();
        tail.insert(0, "strasse".to_owned());
    }
    spelled(&words)
        .into_iter()
        .filter(|core| !core.is_empty())
        .map(|words| Street {
            core_bits: weight::street_name(&words),
            core: Secret::new(words.replace(' ', "")),
            words,
            number: Secret::new(number.clone()),
            number_last,
            leads: surroundings(&lead),
            tails: surroundings(&tail),
        })
        .collect()
}

/// A street line without the unit that stands in it, and that unit.
pub fn without_unit(line: &str) -> (String, String) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let unit = words.iter().skip(2).position(|word| {
        word.starts_with('#') || UNIT_WORDS.contains(&fold::folded(word).as_str())
    });
    match unit {
        Some(at) => (
            words[..at + 2].join(" ").trim_end_matches(',').to_owned(),
            words[at + 2..].join(" "),
        ),
        None => (line.to_owned(), String::new()),
    }
}

/// A street with its number and all but the first letter of each word masked.
pub fn masked(line: &str) -> String {
    let words = line.split_whitespace();
    words
        .map(|word| {
            if word.chars().any(char::is_numeric) {
                "•••".to_owned()
            } else {
                super::spelling::masked(word)
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Street types that stand before the name (French, Spanish, Italian, Portuguese).
#[rustfmt::skip]
const LEADING_TYPES: &[&[&str]] = &[
    &["rue", "r"], &["avenue", "av", "ave"], &["boulevard", "bd", "blvd", "boul"], &["place", "pl"],
    &["chemin", "ch", "che"], &["allee", "all"], &["impasse", "imp"], &["quai"], &["route", "rte"],
    &["calle", "c", "cl"], &["avenida", "av", "avda"], &["plaza", "pza", "pl"], &["paseo"],
    &["via", "v"], &["viale"], &["piazza", "pzza"], &["corso"], &["rua"],
];

/// Every spelling of a row of surrounding words, longest first, the empty one last.
fn surroundings(words: &[String]) -> Vec<Surrounding> {
    let mut spellings: Vec<_> = spelled(words)
        .into_iter()
        .chain([String::new()])
        .map(|words| Surrounding {
            folded: words.replace(' ', ""),
            words,
        })
        .collect();
    spellings.sort_by_key(|spelling| std::cmp::Reverse(spelling.folded.len()));
    spellings.dedup();
    spellings
}

/// Every spelling of a row of words.
fn spelled(words: &[String]) -> Vec<String> {
    words.iter().fold(vec![String::new()], |spellings, word| {
        let same = same_word(word);
        spellings
            .iter()
            .flat_map(|before| same.iter().map(move |word| joined([before, word])))
            .take(MOST_SPELLINGS)
            .collect()
    })
}

fn joined<const WORDS: usize>(words: [&str; WORDS]) -> String {
    let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A house number: digits, and a letter at most (`12`, `12b`), unlike `5th`.
fn is_house_number(word: &str) -> bool {
    let letters = word.trim_start_matches(|letter: char| letter.is_ascii_digit());
    letters.len() < word.len() && letters.len() <= 1
}

fn is_word(rows: &[&[&str]], word: &str) -> bool {
    rows.iter().any(|row| row.contains(&word))
}

fn is_listed(rows: &[&[&str]], word: &[u8]) -> bool {
    std::str::from_utf8(word).is_ok_and(|word| is_word(rows, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(saved: &str, text: &str) -> Option<bool> {
        let folded = Folded::new(text.as_bytes());
        streets(saved).iter().find_map(|street| {
            let core = street.core.expose().as_bytes();
            (0..folded.text.len())
                .filter(|start| folded.text[*start..].starts_with(core))
                .find_map(|start| street.read(&folded, start, start + core.len()))
                .map(|found| found.numbered)
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
        ] {
            assert_ne!(read(saved, text), Some(true), "{saved} in {text}");
        }
        assert_eq!(read("123 Main St", "456 Main St"), None);
        assert_eq!(read("123 Main St", "domains"), None);
    }
}
