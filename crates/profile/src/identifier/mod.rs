//! The kinds of identifiers, one file each: how a saved detail is checked, which forms it can
//! take in a request, and what each form proves.

mod address;
mod birth_date;
mod card;
mod email;
mod form;
mod name;
mod national_id;
mod numbering;
mod ordinal;
mod ordinary;
mod other;
mod parts;
mod phone;
mod places;
mod spelling;
mod street;
mod street_line;
mod street_names;
mod street_words;

pub use form::{Form, Normal, Number, Rule, Usage, Written};
pub use name::is_particle;
pub use parts::Parts;
pub use street::{House, Street, StreetMatch};

use crate::profile::{Numbers, Problems, ProfileSource};
use crate::{Identifier, Kind};

/// Checks every value of a profile and works out its forms.
pub fn identifiers(
    source: &ProfileSource,
    numbers: &Numbers,
    problems: &mut Problems,
) -> Vec<Identifier> {
    let country = source.country.as_deref().unwrap_or("US");
    if !is_country(country) {
        problems.error(
            "country",
            "not_a_country",
            "a country is two letters, as in US",
        );
    }
    let mut list = List {
        identifiers: Vec::new(),
        numbers,
        problems,
    };
    list.each(
        "names",
        Kind::Name,
        &source.names,
        |name, path, problems| (name.person.clone(), name::written(name, path, problems)),
    );
    list.each(
        "emails",
        Kind::Email,
        &source.emails,
        |email, path, problems| (None, email::written(email.expose(), path, problems)),
    );
    list.each(
        "phones",
        Kind::Phone,
        &source.phones,
        |phone, path, problems| {
            (
                None,
                phone::written(phone.expose(), country, path, problems),
            )
        },
    );
    list.each(
        "addresses",
        Kind::Address,
        &source.addresses,
        |address, path, problems| {
            (
                address.person.clone(),
                address::written(address, country, path, problems),
            )
        },
    );
    list.each(
        "cards",
        Kind::Card,
        &source.cards,
        |card, path, problems| (card.person.clone(), card::written(card, path, problems)),
    );
    list.each(
        "birth_dates",
        Kind::BirthDate,
        &source.birth_dates,
        |date, path, problems| (None, birth_date::written(date.expose(), path, problems)),
    );
    list.each(
        "national_ids",
        Kind::NationalId,
        &source.national_ids,
        |id, path, problems| {
            (
                None,
                national_id::written(id.expose(), country, path, problems),
            )
        },
    );
    list.each(
        "others",
        Kind::Other,
        &source.others,
        |other, path, problems| (other.person.clone(), other::written(other, path, problems)),
    );
    list.identifiers
}

struct List<'a> {
    identifiers: Vec<Identifier>,
    numbers: &'a Numbers,
    problems: &'a mut Problems,
}

impl List<'_> {
    fn each<T>(
        &mut self,
        key: &str,
        kind: Kind,
        values: &[T],
        written: impl Fn(&T, &str, &mut Problems) -> (Option<String>, Option<Written>),
    ) {
        for (index, value) in values.iter().enumerate() {
            let path = format!("{key}[{index}]");
            if let (person, Some(written)) = written(value, &path, self.problems) {
                let id = format!("{}-{}", kind.as_str(), self.numbers.of(key, index));
                self.identifiers.push(Identifier {
                    id,
                    index,
                    kind,
                    person,
                    written,
                });
            }
        }
    }
}

/// Whether a text is a country's two letters.
fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_alphabetic())
}
