//! Text as people mean it: without case, accents, punctuation and white space.
//!
//! What it finds: `Jané  DOE`, `jane_doe`, `JaneDoe` and `jane-doe` all fold to `janedoe`, with
//! the borders between the words kept beside it and a map back to the original bytes.
//! What it misses: spellings that differ in letters (`Müller` as `Mueller`); those are forms.

use crate::compact::compact;
use crate::letters::{decompose, is_combining_mark};

/// What stands between two neighbouring characters of folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Border {
    /// Nothing: they are of one word.
    None,
    /// A change of case, or from letter to digit: `JaneDoe`, `4B`.
    Soft,
    /// White space, punctuation, or the end of the text.
    Hard,
}

/// Folded text with its borders and its way back.
#[derive(Debug, Default)]
pub struct Folded {
    /// Lower-case letters and digits, UTF-8, nothing else.
    pub text: Vec<u8>,
    /// For each byte of `text`, what stands before it.
    before: Vec<Border>,
    /// For each byte of `text`, where its character stands in the original; one more for the end.
    origin: Vec<u32>,
}

impl Folded {
    /// Folds with borders and origins.
    pub fn new(bytes: &[u8]) -> Self {
        if bytes.is_ascii() {
            return Self::of_ascii(bytes);
        }
        let mut folded = Self::default();
        let mut previous = Class::Separator;
        let mut end = 0;
        for (start, length, character) in characters(bytes) {
            let class = Class::of(character);
            if class == Class::Mark {
                continue;
            }
            if class != Class::Separator {
                let border = border(previous, class);
                each_folded(character, &mut |byte, first| {
                    folded.text.push(byte);
                    folded
                        .before
                        .push(if first { border } else { Border::None });
                    folded.origin.push(start as u32);
                });
                end = start + length;
            }
            previous = class;
        }
        folded.origin.push(end as u32);
        folded
    }

    /// The same for what needs no normal form.
    fn of_ascii(bytes: &[u8]) -> Self {
        let mut text = vec![0; bytes.len()];
        let mut before = vec![Border::None; bytes.len()];
        let mut origin = vec![0; bytes.len() + 1];
        let mut previous = Class::Separator;
        let (mut length, mut end) = (0, 0);
        for (start, byte) in (0..).zip(bytes) {
            let class = CLASSES[usize::from(*byte)];
            if class != Class::Separator {
                text[length] = ASCII[usize::from(*byte)];
                before[length] = border(previous, class);
                origin[length] = start;
                length += 1;
                end = start + 1;
            }
            previous = class;
        }
        text.truncate(length);
        before.truncate(length);
        origin.truncate(length + 1);
        origin[length] = end;
        Self {
            text,
            before,
            origin,
        }
    }

    /// What stands before position `at` of the folded text.
    pub fn border(&self, at: usize) -> Border {
        self.before.get(at).copied().unwrap_or(Border::Hard)
    }

    /// Where a stretch of folded text stands in the original.
    pub fn origin(&self, start: usize, end: usize) -> std::ops::Range<usize> {
        let first = self.origin[start] as usize;
        // The last character's end is the next one's start, less what separates them; the
        // separators are harmless in a mask, so only the text's own end is exact.
        let last = if end >= self.text.len() {
            self.origin[self.text.len()]
        } else {
            self.origin[end - 1] + 1
        };
        first..(last as usize).max(first)
    }

    /// Number of words that start in `start..end`.
    pub fn words(&self, start: usize, end: usize) -> usize {
        self.before[start..end.min(self.before.len())]
            .iter()
            .filter(|border| **border == Border::Hard)
            .count()
    }

    /// The word that starts at `at` and ends before the next hard border.
    pub fn word_at(&self, at: usize) -> &[u8] {
        let rest = at + 1..self.text.len();
        let end = rest.clone().find(|&next| self.before[next] == Border::Hard);
        self.text
            .get(at..end.unwrap_or(self.text.len()))
            .unwrap_or_default()
    }

    /// The word that ends before `at`.
    pub fn word_before(&self, at: usize) -> &[u8] {
        let start = (0..at)
            .rev()
            .find(|&start| self.before[start] == Border::Hard);
        self.text.get(start.unwrap_or(0)..at).unwrap_or_default()
    }
}

/// The folded text alone.
pub fn folded(text: &str) -> String {
    let mut out = Vec::new();
    let end = compact(text.as_bytes(), None, &mut out, 0).end;
    out.truncate(end);
    String::from_utf8(out).unwrap_or_default()
}

/// The folded words of a text, divided at hard borders.
pub fn words(text: &str) -> Vec<String> {
    text.split(|character: char| Class::of(character) == Class::Separator)
        .map(folded)
        .filter(|word| !word.is_empty())
        .collect()
}

/// For each ASCII byte its folded form, 0 for separators.
pub(crate) static ASCII: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 128 {
        let folded = (byte as u8).to_ascii_lowercase();
        if folded.is_ascii_alphanumeric() {
            table[byte] = folded;
        }
        byte += 1;
    }
    table
};

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Separator,
    Mark,
    Lower,
    Upper,
    Digit,
}

impl Class {
    const fn of_ascii(byte: u8) -> Self {
        match byte {
            b'a'..=b'z' => Self::Lower,
            b'A'..=b'Z' => Self::Upper,
            b'0'..=b'9' => Self::Digit,
            _ => Self::Separator,
        }
    }

    pub(crate) fn of(character: char) -> Self {
        if character.is_ascii() {
            return Self::of_ascii(character as u8);
        }
        if is_combining_mark(character) {
            Self::Mark
        } else if character.is_uppercase() {
            Self::Upper
        } else if character.is_numeric() {
            Self::Digit
        } else if character.is_alphanumeric() {
            Self::Lower
        } else {
            Self::Separator
        }
    }
}

/// The class of each ASCII byte.
const CLASSES: [Class; 256] = {
    let mut table = [Class::Separator; 256];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = Class::of_ascii(byte as u8);
        byte += 1;
    }
    table
};

fn border(previous: Class, class: Class) -> Border {
    match (previous, class) {
        (Class::Separator, _) => Border::Hard,
        (Class::Lower, Class::Upper) => Border::Soft,
        (Class::Digit, Class::Digit) => Border::None,
        (Class::Digit, _) | (_, Class::Digit) => Border::Soft,
        _ => Border::None,
    }
}

/// Hands on a character's folded bytes: compatibility decomposition without marks, lower-case.
pub(crate) fn each_folded(character: char, emit: &mut dyn FnMut(u8, bool)) {
    if character.is_ascii() {
        emit(character.to_ascii_lowercase() as u8, true);
        return;
    }
    let mut first = true;
    decompose(character, |part| {
        for lower in part.to_lowercase() {
            // Letters that Unicode does not decompose, under the letters people type for them.
            let plain = match lower {
                'ß' => "ss",
                'ø' => "o",
                'æ' => "ae",
                'œ' => "oe",
                'ł' => "l",
                'đ' | 'ð' => "d",
                'þ' => "th",
                'ı' => "i",
                _ => "",
            };
            let mut buffer = [0; 4];
            let text = if plain.is_empty() {
                &*lower.encode_utf8(&mut buffer)
            } else {
                plain
            };
            if !lower.is_alphanumeric() || is_combining_mark(lower) {
                continue;
            }
            for byte in text.bytes() {
                emit(byte, first);
                first = false;
            }
        }
    });
}

/// The characters of a text with their offsets and lengths. Bytes that are not UTF-8 are read as
/// ISO 8859-1, as pages of that charset send their forms.
pub(crate) fn characters(bytes: &[u8]) -> impl Iterator<Item = (usize, usize, char)> + '_ {
    let mut at = 0;
    bytes.utf8_chunks().flat_map(move |chunk| {
        let start = at;
        let end = start + chunk.valid().len();
        at = end + chunk.invalid().len();
        let latin1 = chunk
            .invalid()
            .iter()
            .zip(end..)
            .map(|(byte, at)| (at, 1, char::from(*byte)));
        chunk
            .valid()
            .char_indices()
            .map(move |(offset, character)| (start + offset, character.len_utf8(), character))
            .chain(latin1)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_punctuation_do_not_matter() {
        for spelling in [
            "Jané  DOE",
            "jane_doe",
            "JaneDoe",
            "J.A.N.E-doe",
            "Ｊａｎｅ Doe",
        ] {
            assert_eq!(folded(spelling), "janedoe", "{spelling}");
        }
        assert_eq!(folded("Hauptstraße"), "hauptstrasse");
        assert_eq!(folded("Łódź"), "lodz");
    }

    #[test]
    fn borders_tell_words_apart() {
        let folded = Folded::new(b"JaneDoe, 4B");
        assert_eq!(folded.border(0), Border::Hard);
        assert_eq!(folded.border(4), Border::Soft);
        assert_eq!(folded.border(7), Border::Hard);
        assert_eq!(folded.border(8), Border::Soft);
        assert_eq!(folded.border(9), Border::Hard);
        assert_eq!(folded.words(0, 9), 2);
    }
}
