//! A parameter's name as it is compared: its words, lower-case, without accents, run together.

/// How much of a name is read, from its end, in bytes; longer paths end in the same words.
const LONGEST: usize = 96;

/// How many words are kept at most: enough for every byte pair of the tail.
const MOST_WORDS: usize = LONGEST / 2;

/// A name's tail, folded. Lives on the stack.
pub(crate) struct Folded {
    bytes: [u8; LONGEST],
    length: usize,
    starts: [(u8, bool); MOST_WORDS],
    words: usize,
}

/// What stands between two words.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Border {
    None,
    /// `_`, `-`, a space or a change of case.
    Word,
    /// Anything else: brackets, dots, `›`.
    Component,
}

impl Folded {
    pub(crate) fn new(name: &str) -> Self {
        let mut folded = Self {
            bytes: [0; LONGEST],
            length: 0,
            starts: [(0, false); MOST_WORDS],
            words: 0,
        };
        let mut from = name.len().saturating_sub(LONGEST);
        while !name.is_char_boundary(from) {
            from += 1;
        }
        // A tail that begins in the middle of a name does not begin a component.
        let mut border = if from == 0 {
            Border::Component
        } else {
            Border::Word
        };
        let (mut after_upper, mut after_other) = (false, false);
        let mut letters = name[from..].chars().peekable();
        while let Some(letter) = letters.next() {
            if !letter.is_alphanumeric() {
                let found = if matches!(letter, '-' | '_' | ' ') {
                    Border::Word
                } else {
                    Border::Component
                };
                border = if found > border { found } else { border };
                (after_upper, after_other) = (false, false);
                continue;
            }
            let upper = letter.is_uppercase();
            let ends_capitals =
                after_upper && letters.peek().is_some_and(|next| next.is_lowercase());
            if border == Border::None && upper && (after_other || ends_capitals) {
                border = Border::Word;
            }
            folded.take(letter, border);
            border = Border::None;
            (after_upper, after_other) = (upper, !upper);
        }
        folded.drop_index();
        folded
    }

    /// How many words there are.
    pub(crate) fn words(&self) -> usize {
        self.words
    }

    /// The words from `first` up to `end`, run together.
    pub(crate) fn text(&self, first: usize, end: usize) -> &str {
        let from = usize::from(self.starts[first].0);
        let to = if end < self.words {
            usize::from(self.starts[end].0)
        } else {
            self.length
        };
        // Bytes are taken letter by letter, so that they are always whole.
        std::str::from_utf8(&self.bytes[from..to]).unwrap_or_default()
    }

    /// Whether a word is the first of its component.
    pub(crate) fn begins_component(&self, word: usize) -> bool {
        self.starts[word].1
    }

    fn take(&mut self, letter: char, border: Border) {
        // A number belongs to the word before it: `address_1`, `last_4`.
        let joins = border == Border::Word && letter.is_ascii_digit() && self.words > 0;
        if border != Border::None && !joins {
            if border == Border::Component {
                self.drop_index();
            }
            if self.words < MOST_WORDS {
                // A start is below LONGEST, which fits.
                self.starts[self.words] = (self.length as u8, border == Border::Component);
                self.words += 1;
            }
        }
        let mut buffer = [0; 4];
        let text = fold(letter, &mut buffer);
        if let Some(free) = self.bytes.get_mut(self.length..self.length + text.len()) {
            free.copy_from_slice(text.as_bytes());
            self.length += text.len();
        }
    }

    /// Takes off a last component that only counts: `emails[0]`.
    fn drop_index(&mut self) {
        if self.words > 1 && self.begins_component(self.words - 1) {
            let start = usize::from(self.starts[self.words - 1].0);
            if self.bytes[start..self.length]
                .iter()
                .all(u8::is_ascii_digit)
            {
                self.length = start;
                self.words -= 1;
            }
        }
    }
}

/// A word without the digits at its end: `address` of `address1`.
pub(crate) fn without_digits(word: &str) -> &str {
    word.trim_end_matches(|letter: char| letter.is_ascii_digit())
}

/// A letter without case and accent; never longer in bytes than it was.
fn fold(letter: char, buffer: &mut [u8; 4]) -> &str {
    match letter {
        'à'..='å' | 'À'..='Å' => "a",
        'ç' | 'Ç' => "c",
        'è'..='ë' | 'È'..='Ë' => "e",
        'ì'..='ï' | 'Ì'..='Ï' => "i",
        'ñ' | 'Ñ' => "n",
        'ò'..='ö' | 'Ò'..='Ö' => "o",
        'ù'..='ü' | 'Ù'..='Ü' => "u",
        'ß' => "ss",
        other => other.to_ascii_lowercase().encode_utf8(buffer),
    }
}
