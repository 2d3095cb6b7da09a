//! A parameter's name in words, for people.

use crate::context::listed;
use crate::meaning::looked_up;
use crate::{Kind, Part};

/// What `name` holds in a request of `vendor`'s, in words: `udff[em]` is "email, collected automatically from
/// a form, SHA-256". Nothing where it is not known. `vendor` as for [`context`](crate::context()).
pub fn explanation(vendor: &str, name: &str) -> Option<String> {
    if let Some((context, words)) = listed(vendor, name) {
        return Some(
            if words.is_empty() {
                context.words()
            } else {
                words
            }
            .to_owned(),
        );
    }
    let (meaning, notes) = looked_up(name)?;
    let mut text = match meaning.part {
        Some(part) => part_words(part),
        None => kind_words(meaning.kind),
    }
    .to_owned();
    // What is said of the name itself says more than what is said of its prefix.
    let note = notes
        .iter()
        .find(|note| !note.words.is_empty() && note.vendor == vendor);
    match note.map(|note| note.words.strip_prefix('=').ok_or(note.words)) {
        Some(Ok(instead)) => text = instead.to_owned(),
        Some(Err(further)) => text = format!("{text}, {further}"),
        None => {
            if let Some(digest) = digest_in(name) {
                text = format!("{text}, {digest}");
            }
        }
    }
    Some(text)
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

fn kind_words(kind: Kind) -> &'static str {
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

fn part_words(part: Part) -> &'static str {
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
