//! Other people who share one thing with those who are looked for, in the very fields that their details would stand in.

use super::Watched;
use super::beside::{area, home, is_namesake, road, stranger, value};
use crate::figures::chance::Chance;
use crate::figures::digest::Algorithm;
use crate::figures::encode::{self, hex};
use crate::figures::people::{Person, Road};
use leaklight_core::{ProfileSource, Secret};

/// A stranger's details, by the names of one vendor's advanced matching.
const PIXELS: [[&str; 9]; 4] = [
    [
        "ud[em]",
        "ud[ph]",
        "ud[fn]",
        "ud[ln]",
        "ud[ct]",
        "ud[st]",
        "ud[zp]",
        "ud[db]",
        "ud[external_id]",
    ],
    [
        "email",
        "phone_number",
        "first_name",
        "last_name",
        "city",
        "state",
        "zip_code",
        "birthday",
        "external_id",
    ],
    [
        "sha256_email_address",
        "sha256_phone_number",
        "sha256_first_name",
        "sha256_last_name",
        "city",
        "region",
        "postal_code",
        "dob",
        "user_id",
    ],
    [
        "hem",
        "tel",
        "given-name",
        "family-name",
        "address-level2",
        "address-level1",
        "zip",
        "bday",
        "uid",
    ],
];

/// What a stranger has in common with somebody.
struct Shared {
    email: String,
    phone: String,
    given: String,
    family: String,
    city: String,
    region: String,
    code: String,
    birth: String,
    street: String,
}

/// A stranger in whom one thing is as it is in whom is looked for.
fn shared(source: &ProfileSource, watched: &[Watched], chance: &mut Chance) -> Shared {
    let other = stranger(watched, chance);
    let (year, month, day) = other.birth;
    let name = source.names.first();
    let [street, city, region, _] = home(source);
    let mut shared = Shared {
        email: other.email.clone(),
        phone: other.phone.international(),
        given: other.given.to_owned(),
        family: other.family.to_owned(),
        city: other.home.city.to_owned(),
        region: other
            .home
            .region
            .map(|region| region.1.to_owned())
            .unwrap_or_default(),
        code: other.home.code.clone(),
        birth: format!("{year}-{month:02}-{day:02}"),
        street: other.home.street(Road::Short),
    };
    let or = |text: &str, own: String| {
        if text.is_empty() {
            own
        } else {
            text.to_owned()
        }
    };
    match chance.below(8) {
        0 => {
            shared.city = or(city, shared.city);
            shared.region = or(region, shared.region);
        }
        1 => {
            let given = or(value(name.map(|name| &name.given)), shared.given.clone());
            if !is_namesake(watched, &given, &shared.family) {
                shared.given = given;
            }
        }
        2 => {
            let family = or(value(name.map(|name| &name.family)), shared.family.clone());
            if !is_namesake(watched, &shared.given, &family) {
                shared.family = family;
            }
        }
        3 => {
            let own = source
                .emails
                .first()
                .map(Secret::expose)
                .unwrap_or_default();
            let domain = own
                .split_once('@')
                .map_or("example.com", |(_, domain)| domain);
            shared.email = format!("{}@{domain}", chance.letters(b"abcdefghiklmnoprstu", 7));
        }
        4 => {
            let own = source
                .emails
                .first()
                .map(Secret::expose)
                .unwrap_or_default();
            let local = own.split_once('@').map_or("nobody", |(local, _)| local);
            shared.email = format!(
                "{}{}@mail.example",
                chance.letters(b"abcdefghiklmnoprstu", 3),
                local
            );
        }
        5 => {
            // Area code and exchange, and another line.
            let own = source
                .phones
                .first()
                .map(Secret::expose)
                .unwrap_or_default();
            let kept = own.len().saturating_sub(4);
            if let Some(prefix) = own.get(..kept).filter(|_| own.len() > 7) {
                let line = chance.digits(4);
                if !own.ends_with(&line) {
                    shared.phone = format!("{prefix}{line}");
                }
            }
        }
        6 => {
            let own = road(street);
            if !own.is_empty() {
                shared.street = format!("{} {own}", chance.between(20_000, 29_999));
            }
        }
        _ => {
            let own = source
                .birth_dates
                .first()
                .map(Secret::expose)
                .unwrap_or_default();
            if let Some(year) = own.get(..4).filter(|year| !shared.birth.starts_with(year)) {
                shared.birth.replace_range(..4, year);
                if shared.birth == own {
                    shared.birth.replace_range(8.., "30");
                }
            }
        }
    }
    shared
}

/// A pixel that hands over a stranger, in clear or digested.
pub fn pixel(source: &ProfileSource, watched: &[Watched], chance: &mut Chance) -> String {
    let shared = shared(source, watched, chance);
    let names = chance.pick(&PIXELS);
    let digested = chance.once_in(2);
    let algorithm = chance.pick(&Algorithm::USUAL);
    let id = chance.digits(9);
    let values = [
        &shared.email,
        &shared.phone,
        &shared.given,
        &shared.family,
        &shared.city,
        &shared.region,
        &shared.code,
        &shared.birth,
        &id,
    ];
    let pairs: Vec<String> = names
        .iter()
        .zip(values)
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| {
            let value = if digested {
                hex(&algorithm.of(value.to_lowercase().as_bytes()))
            } else {
                encode::percent(value.as_bytes())
            };
            format!("{}={value}", encode::percent(name.as_bytes()))
        })
        .collect();
    pairs.join("&")
}

/// A list of customers, each of whom shares something else.
pub fn customers(source: &ProfileSource, watched: &[Watched], chance: &mut Chance) -> String {
    let customers: Vec<String> = (0..chance.between(2, 40))
        .map(|number| {
            let shared = shared(source, watched, chance);
            format!(
                "{{\"id\":{number},\"name\":\"{} {}\",\"email\":\"{}\",\"phone\":\"{}\",\"address\":{{\"street\":\"{}\",\"city\":\"{}\",\"state\":\"{}\",\"zip\":\"{}\"}}}}",
                shared.given, shared.family, shared.email, shared.phone, shared.street, shared.city, shared.region, shared.code
            )
        })
        .collect();
    format!("{{\"customers\":[{}]}}", customers.join(","))
}

/// A neighbour whose address stands in fields of its own, house number apart.
pub fn next_door(source: &ProfileSource, watched: &[Watched], chance: &mut Chance) -> String {
    let [street, city, region, code] = home(source);
    if road(street).is_empty() || !street.contains(|letter: char| letter.is_ascii_digit()) {
        return String::new();
    }
    let other = stranger(watched, chance);
    let number = chance.between(20_000, 29_999);
    match chance.below(3) {
        0 => format!(
            "firstName={}&lastName={}&house_number={number}&street={}&city={}&postcode={}",
            encode::percent(other.given.as_bytes()),
            encode::percent(other.family.as_bytes()),
            encode::percent(road(street).as_bytes()),
            encode::percent(city.as_bytes()),
            encode::percent(code.as_bytes())
        ),
        1 => format!(
            "{{\"recipient\":\"{} {}\",\"lines\":[\"{number} {}\",\"{city} {region} {code}\"]}}",
            other.given,
            other.family,
            road(street)
        ),
        _ => format!(
            "<p>{} {}<br>{number} {}<br>{city} {region}<br>{code}</p>",
            other.given,
            other.family,
            road(street)
        ),
    }
}

/// What pages about a place send: a forecast, shipping estimates, a search nearby.
pub fn place(source: &ProfileSource, chance: &mut Chance) -> String {
    let [_, city, region, code] = home(source);
    let code = area(code);
    match chance.below(4) {
        0 => format!(
            "q=weather+{}&units=f&days={}",
            city.replace(' ', "+"),
            chance.between(1, 14)
        ),
        1 => format!(
            "{{\"shipTo\":{{\"zip\":\"{code}\"}},\"estimate\":{{\"days\":{},\"carrier\":\"ground\"}}}}",
            chance.between(1, 9)
        ),
        2 => format!(
            "dl=https%3A%2F%2Fhomes.example%2Ffor-sale%2F{}-{}%2F&dt=Homes+in+{}",
            encode::percent(city.as_bytes()),
            region.to_lowercase(),
            city.replace(' ', "+")
        ),
        _ => format!(
            "{{\"event\":\"search\",\"term\":\"plumbers near {city} {region} {code}\",\"results\":{}}}",
            chance.below(400)
        ),
    }
}

/// Other people's cards, whose dates and sums are digits that somebody's card ends in.
pub fn payment(source: &ProfileSource, watched: &[Watched], chance: &mut Chance) -> String {
    let card = source.cards.first();
    let own = value(card.map(|card| &card.last4));
    let number = value(card.map(|card| &card.number));
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let last4 = if own.is_empty() {
        digits
            .get(digits.len().saturating_sub(4)..)
            .unwrap_or("2031")
    } else {
        own
    };
    let other: Person = stranger(watched, chance);
    let end = &other.card[other.card.len() - 4..];
    match chance.below(3) {
        0 => format!(
            "{{\"payment\":{{\"brand\":\"visa\",\"last4\":\"{end}\",\"exp_month\":{},\"exp_year\":{last4},\"amount\":{}}}}}",
            chance.between(1, 12),
            chance.digits(5)
        ),
        1 => format!(
            "order={last4}&total={last4}.00&invoice={}-{last4}&year={last4}",
            chance.digits(4)
        ),
        _ => format!(
            "{{\"sku\":\"{last4}\",\"weight\":{last4},\"stock\":[{last4},{}],\"paid_with\":\"card ending in {end}\"}}",
            chance.digits(4)
        ),
    }
}
