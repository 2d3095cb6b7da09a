//! Invented people of five countries, as many as are asked for.

mod home;
mod names;
mod numbers;
mod places;

pub use home::{Home, Road};
pub use numbers::Phone;

use super::chance::Chance;
use leaklight_core::{Address, Card, Inspector, Name, Other, ProfileSource, Secret};

/// Where somebody lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Country {
    UnitedStates,
    Canada,
    UnitedKingdom,
    Germany,
    France,
}

impl Country {
    /// The United States twice: most of what is observed is theirs.
    const ALL: [Self; 6] = [
        Self::UnitedStates,
        Self::UnitedStates,
        Self::Canada,
        Self::UnitedKingdom,
        Self::Germany,
        Self::France,
    ];

    /// ISO 3166.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnitedStates => "US",
            Self::Canada => "CA",
            Self::UnitedKingdom => "GB",
            Self::Germany => "DE",
            Self::France => "FR",
        }
    }
}

/// Somebody with everything that a profile can hold.
#[derive(Clone, Debug)]
pub struct Person {
    pub country: Country,
    pub given: &'static str,
    pub middle: Option<&'static str>,
    pub family: &'static str,
    pub email: String,
    pub phone: Phone,
    pub home: Home,
    pub card: String,
    /// Year, month, day.
    pub birth: (usize, usize, usize),
    pub national_id: String,
    /// What it is called, and how it is written.
    pub other: (&'static str, String),
}

impl Person {
    /// Somebody from anywhere.
    pub fn draw(chance: &mut Chance) -> Self {
        let country = chance.pick(&Country::ALL);
        Self::of(country, chance)
    }

    /// Somebody from a country.
    pub fn of(country: Country, chance: &mut Chance) -> Self {
        let (given_names, family_names) = names::of(country);
        let (given, family) = (chance.pick(given_names), chance.pick(family_names));
        let middle = chance.once_in(3).then(|| chance.pick(given_names));
        Self {
            country,
            given,
            middle: middle.filter(|middle| *middle != given),
            family,
            email: numbers::email(given, family, chance),
            phone: Phone::draw(country, chance),
            home: Home::draw(country, chance),
            card: numbers::card(chance),
            birth: (
                chance.between(1938, 2006),
                chance.between(1, 12),
                chance.between(1, 28),
            ),
            national_id: numbers::national_id(country, chance),
            other: numbers::other(chance),
        }
    }

    /// The profile that this person would save.
    pub fn source(&self) -> ProfileSource {
        let secret = |text: &str| Some(Secret::new(text));
        let (year, month, day) = self.birth;
        let home = &self.home;
        ProfileSource {
            country: Some(self.country.code().to_owned()),
            emails: vec![Secret::new(&self.email)],
            phones: vec![Secret::new(self.phone.international())],
            birth_dates: vec![Secret::new(format!("{year}-{month:02}-{day:02}"))],
            national_ids: vec![Secret::new(&self.national_id)],
            names: vec![Name {
                given: secret(self.given),
                middle: self.middle.map(Secret::new),
                family: secret(self.family),
                ..Name::default()
            }],
            addresses: vec![Address {
                street: Some(Secret::new(home.street(Road::Full))),
                unit: home
                    .unit
                    .as_ref()
                    .map(|(word, number)| Secret::new(format!("{} {number}", word.1))),
                city: secret(home.city),
                region: home.region.map(|region| Secret::new(region.1)),
                postal_code: secret(&home.code),
                ..Address::default()
            }],
            cards: vec![Card {
                number: secret(&self.card),
                ..Card::default()
            }],
            others: vec![Other {
                label: Some(self.other.0.to_owned()),
                value: Secret::new(&self.other.1),
                ..Other::default()
            }],
        }
    }

    /// What looks for this person.
    ///
    /// # Errors
    /// What is wrong with the profile, which is a fault of the draw.
    pub fn inspector(&self) -> Result<Inspector, String> {
        super::inspector(&self.source())
    }
}
