//! What may surround a form so that it counts.

use crate::fold::{Border, Folded};

/// Numbers with more groups than this are lists of numbers.
const MOST_GROUPS: usize = 6;
/// How far a word may be from the digits that it explains.
const WORD_REACH: usize = 3;

/// Whether an email address stands for itself: nothing that continues it stands before or behind.
pub fn is_email(folded: &Folded, bytes: &[u8], start: usize, end: usize) -> bool {
    let origin = folded.origin(start, end);
    let before = origin.start.checked_sub(1).map(|at| bytes[at]);
    let continues = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    if folded.border(end) == Border::None || before.is_some_and(continues) {
        return false;
    }
    // `example.com.` ends a sentence, `example.com.au` is another domain.
    let mut after = bytes[origin.end..].iter();
    match after.next() {
        Some(b'.' | b'-') => !after.next().is_some_and(u8::is_ascii_alphanumeric),
        _ => true,
    }
}

/// Whether a number stands for itself: no digit adjoins, but for a prefix and its country code.
pub fn is_number(folded: &Folded, start: usize, end: usize, prefixes: &[&str], code: &str) -> bool {
    if folded.is_digit(end) && folded.border(end) == Border::None {
        return false;
    }
    if folded.words(start + 1, end) >= MOST_GROUPS {
        return false;
    }
    let mut first = start;
    while first > 0 && folded.border(first) == Border::None && folded.is_digit(first - 1) {
        first -= 1;
    }
    let lead = &folded.text[first..start];
    if lead.is_empty() {
        return true;
    }
    if prefixes.is_empty() {
        return false;
    }
    let international = |prefix: &str| lead.strip_prefix(prefix.as_bytes()) == Some(code.as_bytes());
    lead == b"0" || international("") || prefixes.iter().any(|prefix| international(prefix))
}

/// Whether one of some words, or a mask (`****`, `••••`), stands near.
pub fn is_beside(folded: &Folded, bytes: &[u8], start: usize, end: usize, words: &[&str]) -> bool {
    let origin = folded.origin(start, end).start;
    let masked = bytes[..origin].trim_ascii_end();
    if masked.ends_with(b"*") || masked.ends_with("•".as_bytes()) {
        return true;
    }
    let says = |word: &[u8]| words.iter().any(|one| one.as_bytes() == word);
    let mut at = start;
    for _ in 0..WORD_REACH {
        let word = folded.word_before(at);
        if says(word) {
            return true;
        }
        at -= word.len();
    }
    let mut at = end;
    for _ in 0..WORD_REACH {
        let word = folded.word_at(at);
        if says(word) {
            return true;
        }
        at += word.len();
    }
    false
}
