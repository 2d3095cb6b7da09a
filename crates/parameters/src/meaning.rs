//! From a parameter's name to what it says.

use crate::folded::{Folded, without_digits};
use crate::table::{Entry, Note, Table, table};
use crate::{Kind, Part};

/// What a parameter's name says about its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Meaning {
    /// Which kind of detail it holds.
    pub kind: Kind,
    /// Which part of that detail; none where it holds the whole, or that is not said.
    pub part: Option<Part>,
    /// How specific the name is.
    pub strength: Strength,
}

/// How specific a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// The name is used for other things too: `st`, `name`, `code`.
    Vague,
    /// The name is hardly ever used for anything else: `email`, `zip`, `udff[em]`.
    Clear,
}

/// How many words a listed name may have at most, as cut by borders: `num_de_securite_sociale_2`.
const LONGEST_NAME: usize = 5;

/// How many words a prefix may have at most: `user_data`.
const LONGEST_PREFIX: usize = 3;

/// How many words that only describe the writing are taken off a name's end: `email[value][sha256]`.
const MOST_DECORATIONS: usize = 3;

/// What `name` says about its value, or nothing where it is not known.
///
/// `name` is a full name, the way a place is named in a report: `udff[em]`,
/// `data › $.context.user.email`, `billing-postal-code`. Its last words count; case, `-`, `_`, camelCase
/// and digits at the end do not. Short and common names count as [`Strength::Clear`] only under a prefix
/// that says what they are (`ud[st]`, `address.state`). Takes no memory; about a microsecond.
pub fn meaning(name: &str) -> Option<Meaning> {
    looked_up(name).map(|(meaning, _)| meaning)
}

/// What the table has to tell of a name's meaning, the listed name's note and its prefix's.
pub(crate) type Notes = [Note; 2];

/// The same, with what the table tells people about it.
pub(crate) fn looked_up(name: &str) -> Option<(Meaning, Notes)> {
    let table = table();
    let folded = Folded::new(name);
    let mut words = folded.words();
    for _ in 0..=MOST_DECORATIONS {
        if words == 0 {
            return None;
        }
        if let Some(entry) = words_meaning(table, &folded, words) {
            return entry;
        }
        let last = folded.text(words - 1, words);
        if words == 1 || !either(last, |text| table.is_decoration(text)) {
            return run_together_meaning(table, last);
        }
        words -= 1;
    }
    None
}

/// What the longest listed name says with which the first `words` words end; a name that is listed with
/// its digits (`last4`) before one that is without them (`user.last`).
///
/// `None`: none is listed. `Some(None)`: the listed one says that it is nothing of a person's.
fn words_meaning(table: &Table, folded: &Folded, words: usize) -> Option<Option<(Meaning, Notes)>> {
    let all = || {
        (words.saturating_sub(LONGEST_NAME)..words).map(|first| (first, folded.text(first, words)))
    };
    let counted = all().filter(|(_, text)| text.ends_with(|last: char| last.is_ascii_digit()));
    let bare = counted.map(|(first, text)| (first, without_digits(text)));
    for (first, text) in all().chain(bare) {
        let Some(entry) = table.entry(text) else {
            continue;
        };
        let Entry::Meaning(meaning, group, note) = entry else {
            return Some(None);
        };
        let of_strength = |strength, prefix| {
            let meaning = Meaning {
                strength,
                ..meaning
            };
            Some(Some((meaning, [note, prefix])))
        };
        if let Some(prefix) = follows_prefix(table, folded, first, group) {
            return of_strength(Strength::Clear, prefix);
        }
        if meaning.strength == Strength::Clear && group.is_empty() {
            return of_strength(Strength::Clear, Note::NONE);
        }
        if only_qualifiers_before(table, folded, first) {
            return of_strength(Strength::Vague, Note::NONE);
        }
    }
    None
}

/// Whether it holds of the word, or of the word without the digits at its end: `md5`, `billing2`.
fn either(word: &str, holds: impl Fn(&str) -> bool) -> bool {
    holds(word) || holds(without_digits(word))
}

/// The note of the group's prefix that stands right before the word `first`, if one does.
fn follows_prefix(table: &Table, folded: &Folded, first: usize, group: &str) -> Option<Note> {
    if group.is_empty() {
        return None;
    }
    (first.saturating_sub(LONGEST_PREFIX)..first)
        .find_map(|start| table.prefix(folded.text(start, first), group))
}

/// Whether the word `first` begins its component, but for words that change nothing: `st`, `billing_st`.
fn only_qualifiers_before(table: &Table, folded: &Folded, first: usize) -> bool {
    let mut word = first;
    while !folded.begins_component(word) {
        // A name longer than is read has no beginning.
        let Some(before) = word.checked_sub(1) else {
            return false;
        };
        if !either(folded.text(before, word), |text| table.is_qualifier(text)) {
            return false;
        }
        word = before;
    }
    true
}

/// What a word says that runs together what others write apart: `billingzip`, `useremail`, `emailsha256`.
fn run_together_meaning(table: &Table, word: &str) -> Option<(Meaning, Notes)> {
    let mut rest = word;
    while let Some(shorter) = table
        .without_decoration(rest)
        .or_else(|| table.without_decoration(without_digits(rest)))
    {
        rest = shorter;
    }
    rest = without_digits(rest);
    let mut qualifier = "";
    loop {
        if rest.len() < word.len()
            && let Some(entry) = table.entry(rest)
        {
            let Entry::Meaning(meaning, group, note) = entry else {
                return None;
            };
            let prefix = table.prefix(qualifier, group);
            let clear = meaning.strength == Strength::Clear && group.is_empty() || prefix.is_some();
            let meaning = Meaning {
                strength: Strength::Clear,
                ..meaning
            };
            return clear.then_some((meaning, [note, prefix.unwrap_or(Note::NONE)]));
        }
        (qualifier, rest) = table.split_qualifier(rest)?;
    }
}
