//! Where people live, and the words of its parts.

use super::places::{self, Region};
use super::{Country, numbers};
use crate::figures::chance::Chance;

/// A postal address.
#[derive(Clone, Debug)]
pub struct Home {
    pub country: Country,
    /// House number.
    pub number: String,
    road: Words,
    /// What a flat is called, long and short, and its number.
    pub unit: Option<((&'static str, &'static str), String)>,
    pub city: &'static str,
    /// Long and short.
    pub region: Option<Region>,
    /// Postal code.
    pub code: String,
}

/// How a street is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Road {
    /// In full.
    Full,
    /// As the post office abbreviates it.
    Short,
    /// The same with a full stop.
    Dotted,
}

/// A street's words.
#[derive(Clone, Debug)]
enum Words {
    American {
        direction: Option<(&'static str, &'static str)>,
        core: &'static str,
        suffix: (&'static str, &'static str),
    },
    European(&'static str),
}

impl Home {
    /// A home somewhere in a country.
    pub fn draw(country: Country, chance: &mut Chance) -> Self {
        let unit = chance.once_in(2).then(|| unit(country, chance));
        match country {
            Country::UnitedStates => {
                let (city, region, zip) = chance.pick(places::AMERICAN_CITIES);
                let road = american(places::AMERICAN_STREETS, chance);
                let code = format!("{zip}{}", chance.digits(2));
                Self::new(
                    country,
                    chance.between(3, 19_999),
                    road,
                    unit,
                    city,
                    Some(region),
                    code,
                )
            }
            Country::Canada => {
                let (city, region, start) = chance.pick(places::CANADIAN_CITIES);
                let road = american(places::CANADIAN_STREETS, chance);
                // Canada Post: no D, F, I, O, Q or U.
                let letter = |chance: &mut Chance| chance.letters(b"ABCEGHJKLMNPRSTVWXYZ", 1);
                let code = format!(
                    "{start}{}{} {}{}{}",
                    chance.digits(1),
                    letter(chance),
                    chance.digits(1),
                    letter(chance),
                    chance.digits(1)
                );
                Self::new(
                    country,
                    chance.between(3, 4_999),
                    road,
                    unit,
                    city,
                    Some(region),
                    code,
                )
            }
            Country::UnitedKingdom => {
                let (city, area) = chance.pick(places::BRITISH_TOWNS);
                let road = Words::European(chance.pick(places::BRITISH_STREETS));
                let code = format!(
                    "{area}{} {}{}",
                    chance.between(1, 19),
                    chance.digits(1),
                    chance.letters(b"ABDEFGHJLNPQRSTUWXYZ", 2)
                );
                Self::new(
                    country,
                    chance.between(1, 299),
                    road,
                    unit,
                    city,
                    None,
                    code,
                )
            }
            Country::Germany => {
                let (city, area) = chance.pick(places::GERMAN_TOWNS);
                let road = Words::European(chance.pick(places::GERMAN_STREETS));
                let code = format!("{area}{}", chance.digits(3));
                let mut home = Self::new(
                    country,
                    chance.between(1, 199),
                    road,
                    None,
                    city,
                    None,
                    code,
                );
                if chance.once_in(5) {
                    home.number.push_str(chance.pick(&["a", "b", " c"]));
                }
                home
            }
            Country::France => {
                let (city, area) = chance.pick(places::FRENCH_TOWNS);
                let road = Words::European(chance.pick(places::FRENCH_STREETS));
                let code = format!("{area}{}", chance.digits(3));
                let mut home = Self::new(
                    country,
                    chance.between(1, 299),
                    road,
                    None,
                    city,
                    None,
                    code,
                );
                if chance.once_in(8) {
                    home.number.push_str(chance.pick(&[" bis", " ter"]));
                }
                home
            }
        }
    }

    fn new(
        country: Country,
        number: usize,
        road: Words,
        unit: Option<((&'static str, &'static str), String)>,
        city: &'static str,
        region: Option<Region>,
        code: String,
    ) -> Self {
        Self {
            country,
            number: number.to_string(),
            road,
            unit,
            city,
            region,
            code,
        }
    }

    /// House number and street, in the country's order.
    pub fn street(&self, how: Road) -> String {
        let road = self.road(how);
        let number = &self.number;
        match self.country {
            Country::Germany => format!("{road} {number}"),
            _ => format!("{number} {road}"),
        }
    }

    /// The street without its house number.
    pub fn road(&self, how: Road) -> String {
        match &self.road {
            Words::American {
                direction,
                core,
                suffix,
            } => {
                let direction =
                    direction.map(|(long, short)| if how == Road::Full { long } else { short });
                let suffix = match how {
                    Road::Full => suffix.0.to_owned(),
                    Road::Short => suffix.1.to_owned(),
                    Road::Dotted => format!("{}.", suffix.1),
                };
                let words = [direction.unwrap_or_default(), core, &suffix];
                words
                    .iter()
                    .filter(|word| !word.is_empty())
                    .copied()
                    .collect::<Vec<_>>()
                    .join(" ")
            }
            Words::European(name) => match (self.country, how) {
                (_, Road::Full) => (*name).to_owned(),
                (Country::Germany, how) => name
                    .replace(
                        "straße",
                        if how == Road::Short {
                            "str."
                        } else {
                            "strasse"
                        },
                    )
                    .replace(
                        "Straße",
                        if how == Road::Short {
                            "Str."
                        } else {
                            "Strasse"
                        },
                    ),
                (Country::France, Road::Short) => {
                    name.replace("avenue ", "av. ").replace("boulevard ", "bd ")
                }
                (Country::UnitedKingdom, Road::Short) => british(name),
                _ => (*name).to_owned(),
            },
        }
    }

    /// The flat, as in `Apt 4B`.
    pub fn unit_line(&self, long: bool) -> Option<String> {
        let ((full, short), number) = self.unit.as_ref()?;
        Some(format!("{} {number}", if long { full } else { short }))
    }

    /// A city without accents, as forms without them have it.
    pub fn plain_city(&self) -> String {
        let words = self.city.split([' ', '-']).map(numbers::ascii);
        words
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

fn british(name: &str) -> String {
    let words = [
        (" Road", " Rd"),
        (" Street", " St"),
        (" Avenue", " Ave"),
        (" Lane", " Ln"),
        (" Square", " Sq"),
        (" Terrace", " Ter"),
    ];
    match words.iter().find(|(long, _)| name.ends_with(long)) {
        Some((long, short)) => name.trim_end_matches(long).to_owned() + short,
        None => name.to_owned(),
    }
}

fn american(streets: &'static [&'static str], chance: &mut Chance) -> Words {
    Words::American {
        direction: chance.once_in(4).then(|| chance.pick(places::DIRECTIONS)),
        core: chance.pick(streets),
        suffix: chance.pick(places::AMERICAN_SUFFIXES),
    }
}

fn unit(country: Country, chance: &mut Chance) -> ((&'static str, &'static str), String) {
    let number = match chance.below(3) {
        0 => format!("{}{}", chance.between(1, 40), chance.letters(b"ABCDEF", 1)),
        _ => chance.between(1, 1_900).to_string(),
    };
    match country {
        Country::UnitedKingdom => (("Flat", "Flat"), chance.between(1, 60).to_string()),
        _ => (chance.pick(places::UNITS), number),
    }
}
