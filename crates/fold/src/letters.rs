//! What letters are made of, by Unicode: their compatibility decompositions without marks, and which characters are
//! marks.
//!
//! `tables/letters.z` is written by `cargo xtask update-letters` from the crate unicode-normalization, whose own tables
//! are ten times as large: text, deflated. A row begins with a character's number in hex. Where a `-` follows, it is a
//! run of marks up to the number behind that; else a run of characters: what the first and each that follows are made
//! of, between spaces.

use std::sync::{LazyLock, OnceLock};

const SYLLABLES: u32 = 0xac00;
const VOWELS: u32 = 21;
const TAILS: u32 = 28;
const SYLLABLE_COUNT: u32 = 19 * VOWELS * TAILS;
const FIRST_MARK: u32 = 0x300;

/// Hands on what a character is made of, without marks: `ﬁ` is `f` and `i`, `é` is `e`. Of what is neither letter
/// nor digit some is left out.
pub fn decompose(character: char, mut emit: impl FnMut(char)) {
    let code = u32::from(character);
    let syllable = code.checked_sub(SYLLABLES);
    if let Some(syllable) = syllable.filter(|syllable| *syllable < SYLLABLE_COUNT) {
        jamo(syllable).for_each(emit);
    } else if let Some(parts) = LETTERS.parts(code) {
        parts.chars().for_each(emit);
    } else {
        emit(character);
    }
}

/// Whether it is a mark: an accent by itself, or the like.
pub fn is_combining_mark(character: char) -> bool {
    let code = u32::from(character);
    // Most are asked for before the first: that is not worth a search.
    code >= FIRST_MARK && LETTERS.is_mark(code)
}

/// The Unicode Standard, section 3.12: Hangul syllables are composed by arithmetic.
fn jamo(syllable: u32) -> impl Iterator<Item = char> {
    let tail = syllable % TAILS;
    let parts = [
        Some(0x1100 + syllable / (VOWELS * TAILS)),
        Some(0x1161 + syllable / TAILS % VOWELS),
        (tail > 0).then_some(0x11a7 + tail),
    ];
    parts.into_iter().flatten().filter_map(char::from_u32)
}

static TEXT: LazyLock<String> = LazyLock::new(|| {
    // The table is our own: a test compares it with where it is from.
    leaklight_unpack::table(include_bytes!("../tables/letters.z"))
});

static LETTERS: LazyLock<Letters> = LazyLock::new(|| Letters::read(&TEXT));

#[derive(Default)]
struct Letters {
    /// Runs of marks: the first and the last.
    marks: Vec<(u32, u32)>,
    runs: Vec<Run>,
}

/// A run of characters that are made of others.
struct Run {
    first: u32,
    row: &'static str,
    /// The row divided, once a character of it is met: hardly any text has any of most runs.
    parts: OnceLock<Vec<&'static str>>,
}

impl Letters {
    fn read(text: &'static str) -> Self {
        let mut letters = Self::default();
        let number = |text| u32::from_str_radix(text, 16).unwrap_or_default();
        for line in text.lines() {
            let (first, row) = line.split_once(' ').unwrap_or_default();
            let first = number(first);
            if let Some(last) = row.strip_prefix('-') {
                letters.marks.push((first, number(last)));
            } else {
                let parts = OnceLock::new();
                letters.runs.push(Run { first, row, parts });
            }
        }
        letters
    }

    fn is_mark(&self, code: u32) -> bool {
        let after = self.marks.partition_point(|run| run.0 <= code);
        let run = after.checked_sub(1).and_then(|at| self.marks.get(at));
        run.is_some_and(|run| code <= run.1)
    }

    fn parts(&self, code: u32) -> Option<&'static str> {
        let after = self.runs.partition_point(|run| run.first <= code);
        let run = self.runs.get(after.checked_sub(1)?)?;
        let parts = run.parts.get_or_init(|| run.row.split(' ').collect());
        parts.get((code - run.first) as usize).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_normalization::char as unicode;

    /// What matters of what a character is made of.
    fn told(parts: &[char]) -> String {
        let matters = |part: &char| part.is_alphanumeric() && !unicode::is_combining_mark(*part);
        parts.iter().copied().filter(matters).collect()
    }

    #[test]
    fn every_character_is_made_of_what_unicode_says() {
        for character in '\0'..=char::MAX {
            let is_mark = unicode::is_combining_mark(character);
            assert_eq!(is_combining_mark(character), is_mark, "{character:?}");
            let (mut expected, mut found) = (Vec::new(), Vec::new());
            unicode::decompose_compatible(character, |part| expected.push(part));
            decompose(character, |part| found.push(part));
            if !is_mark {
                assert_eq!(told(&found), told(&expected), "{character:?}");
            }
        }
    }
}
