//! A parameter's name in words, for people.

use crate::context::listed;
use crate::meaning::looked_up;
use crate::{Context, Kind, Part};

/// One thing that a name says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// The kind of a person's detail.
    Kind(Kind),
    /// The part of one.
    Part(Part),
    /// What goes along with details.
    Context(Context),
    /// What the table tells besides: `collected automatically from a form`.
    Listed(&'static str),
}

impl Word {
    /// By which every language knows it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind.as_str(),
            Self::Part(part) => part.as_str(),
            Self::Context(context) => context.as_str(),
            Self::Listed(words) => words,
        }
    }

    /// What it is called in a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Kind(kind) => kind_words(kind),
            Self::Part(part) => part_words(part),
            Self::Context(context) => context.words(),
            Self::Listed(words) => words,
        }
    }
}

/// What `name` holds in a request of `vendor`'s: `udff[em]` is an email, collected automatically from a form,
/// SHA-256. Empty where it is not known. `vendor` as for [`context`](crate::context()).
pub fn explanation(vendor: &str, name: &str) -> Vec<Word> {
    if let Some((context, words)) = listed(vendor, name) {
        return if words.is_empty() {
            vec![Word::Context(context)]
        } else {
            every(words)
        };
    }
    let Some((meaning, notes)) = looked_up(name) else {
        return Vec::new();
    };
    let mut said = vec![meaning.part.map_or(Word::Kind(meaning.kind), Word::Part)];
    // What is said of the name itself says more than what is said of its prefix.
    let note = notes
        .iter()
        .find(|note| !note.words.is_empty() && note.vendor == vendor);
    match note.map(|note| note.words.strip_prefix('=').ok_or(note.words)) {
        Some(Ok(instead)) => said = every(instead),
        Some(Err(further)) => said.extend(every(further)),
        None => said.extend(digest_in(name).map(Word::Listed)),
    }
    said
}

/// What the table tells, one by one.
fn every(words: &'static str) -> Vec<Word> {
    words.split(", ").map(Word::Listed).collect()
}

/// The digest that a name says its value to be: `sha256_email_address`.
fn digest_in(name: &str) -> Option<&'static str> {
    let name = name.to_ascii_lowercase().replace(['-', '_'], "");
    let known = [
        ("sha256", "SHA-256"),
        ("sha512", "SHA-512"),
        ("sha1", "SHA-1"),
        ("md5", "MD5"),
    ];
    known
        .into_iter()
        .find(|(written, _)| name.contains(written))
        .map(|(_, words)| words)
}

const fn kind_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "name",
        Kind::Email => "email",
        Kind::Phone => "phone number",
        Kind::Address => "address",
        Kind::Card => "card number",
        Kind::BirthDate => "date of birth",
        Kind::NationalId => "national id",
        Kind::Other => "another detail",
    }
}

const fn part_words(part: Part) -> &'static str {
    match part {
        Part::Given => "given name",
        Part::Middle => "middle name",
        Part::Family => "family name",
        Part::Street => "street",
        Part::Unit => "apartment or floor",
        Part::City => "city",
        Part::Region => "state or province",
        Part::PostalCode => "postal code",
        Part::Country => "country",
        Part::LocalPart => "email before the @",
        Part::Domain => "domain of the email",
        Part::First6 => "first six digits of the card",
        Part::Last4 => "last four digits of the card",
    }
}
