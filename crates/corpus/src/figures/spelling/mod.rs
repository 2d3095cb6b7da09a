//! How real code writes a detail down: in clear in many spellings, and as digests of vendors' normal forms.

mod address;
mod hashed;
mod identity;
mod mail;
mod number;

use super::chance::Chance;
use super::people::Person;

/// One identifier of a person as it is sent.
#[derive(Clone, Debug)]
pub struct Clue {
    /// The identifier's id in the person's profile.
    pub identifier: &'static str,
    /// What the spelling is called in the figures.
    pub spelling: String,
    /// One field or several, each with the name that the sender gives it.
    pub fields: Vec<(String, String)>,
    /// Whether it says what it is only by its name.
    pub named: bool,
}

impl Clue {
    fn one(
        identifier: &'static str,
        spelling: impl Into<String>,
        names: &[&str],
        value: impl Into<String>,
        chance: &mut Chance,
    ) -> Self {
        Self {
            identifier,
            spelling: spelling.into(),
            fields: vec![((chance.pick(names)).to_owned(), value.into())],
            named: false,
        }
    }

    fn split(
        identifier: &'static str,
        spelling: impl Into<String>,
        fields: Vec<(&str, String)>,
    ) -> Self {
        Self {
            identifier,
            spelling: spelling.into(),
            fields: fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
            named: true,
        }
    }

    fn named(mut self) -> Self {
        self.named = true;
        self
    }

    /// The value, if it can stand without its name.
    pub fn alone(&self) -> Option<&str> {
        match &self.fields[..] {
            [(_, value)] if !self.named => Some(value),
            _ => None,
        }
    }
}

/// One of a person's details, in clear three times in five.
pub fn clue(person: &Person, chance: &mut Chance) -> Clue {
    if chance.below(5) < 2 {
        return hashed::clue(person, chance);
    }
    match chance.below(12) {
        0..=2 => mail::clue(person, chance),
        3..=4 => number::phone(person, chance),
        5..=7 => address::clue(person, chance),
        8 => identity::name(person, chance),
        9 => number::card(person, chance),
        10 => identity::birth(person, chance),
        _ => match chance.below(2) {
            0 => number::national_id(person, chance),
            _ => number::other(person, chance),
        },
    }
}

/// The word with a capital letter.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
