//! What is nearly somebody's: their relatives, their neighbours, the shops of their town, where their IP address lies.

use super::Watched;
use crate::figures::chance::Chance;
use crate::figures::digest::Algorithm;
use crate::figures::encode::hex;
use crate::figures::people::{Person, Road};
use leaklight_core::{ProfileSource, Secret};

pub fn value(secret: Option<&Option<Secret>>) -> &str {
    secret
        .and_then(Option::as_ref)
        .map(Secret::expose)
        .unwrap_or_default()
}

/// Where somebody lives: street, city, region and postal code, each empty where it is not known.
pub fn home(source: &ProfileSource) -> [&str; 4] {
    let address = source.addresses.first();
    [
        value(address.map(|address| &address.street)),
        value(address.map(|address| &address.city)),
        value(address.map(|address| &address.region)),
        value(address.map(|address| &address.postal_code)),
    ]
}

/// Whether something drawn for somebody else is by accident what is looked for.
fn coincide(source: &ProfileSource, other: &Person) -> bool {
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let same_phone = source
        .phones
        .iter()
        .any(|phone| digits(phone.expose()).ends_with(&other.phone.national()));
    let same_name = source.names.iter().any(|name| {
        value(Some(&name.family)).eq_ignore_ascii_case(other.family)
            && [&name.given, &name.middle]
                .iter()
                .any(|given| value(Some(given)).eq_ignore_ascii_case(other.given))
    });
    let last4 = &other.card[other.card.len() - 4..];
    let same_card = source.cards.iter().any(|card| {
        digits(value(Some(&card.number))).ends_with(last4) || value(Some(&card.last4)) == last4
    });
    let (year, month, day) = other.birth;
    let birth = format!("{year}-{month:02}-{day:02}");
    let same_birth = source.birth_dates.iter().any(|date| date.expose() == birth);
    // A name of the same words in a field of its own is the name of both.
    let same_street = source
        .addresses
        .iter()
        .any(|address| value(Some(&address.street)) == other.home.street(Road::Full));
    same_phone || same_name || same_card || same_birth || same_street
}

/// Whether somebody who is looked for has that family name and that given name, or that middle name: people go by those.
pub fn is_namesake(watched: &[Watched], given: &str, family: &str) -> bool {
    let mut names = watched.iter().flat_map(|watched| &watched.source.names);
    names.any(|name| {
        let mut own = [&name.given, &name.middle].into_iter();
        own.any(|own| value(Some(own)) == given) && value(Some(&name.family)) == family
    })
}

/// Somebody who shares nothing with anybody who is looked for.
pub fn stranger(watched: &[Watched], chance: &mut Chance) -> Person {
    loop {
        let other = Person::draw(chance);
        if !watched
            .iter()
            .any(|watched| coincide(&watched.source, &other))
        {
            return other;
        }
    }
}

/// A number beside another: the last digit is one more.
fn next(number: &str) -> String {
    let at = number.rfind(|letter: char| letter.is_ascii_digit());
    let Some(at) = at else {
        return format!("{number}1");
    };
    let digit = number.as_bytes()[at] - b'0';
    format!("{}{}{}", &number[..at], (digit + 1) % 10, &number[at + 1..])
}

/// A street without its house number.
pub fn road(street: &str) -> &str {
    street.trim_matches(|letter: char| letter.is_ascii_digit() || letter == ' ')
}

/// A postal code as far as look-ups of IP addresses tell it: no ZIP+4, and of British and Canadian ones the first half.
pub fn area(code: &str) -> &str {
    code.split(['-', ' ']).next().unwrap_or_default()
}

/// What a look-up of the IP address says.
pub fn geo_ip(source: &ProfileSource, chance: &mut Chance) -> String {
    let [_, city, region, code] = home(source);
    let code = area(code);
    let address = source.addresses.first();
    let country = address
        .and_then(|address| address.country.as_deref())
        .or(source.country.as_deref())
        .unwrap_or("US");
    let (latitude, longitude) = (
        format!("{}.{}", chance.between(25, 60), chance.digits(4)),
        format!("-{}.{}", chance.between(1, 124), chance.digits(4)),
    );
    let ip = format!(
        "{}.{}.{}.{}",
        chance.between(11, 220),
        chance.below(256),
        chance.below(256),
        chance.below(256)
    );
    match chance.below(3) {
        0 => format!(
            "{{\"ip\":\"{ip}\",\"city\":\"{city}\",\"region\":\"{region}\",\"country\":\"{country}\",\"loc\":\"{latitude},{longitude}\",\"postal\":\"{code}\",\"org\":\"AS{} Example Cable\"}}",
            chance.digits(5)
        ),
        1 => format!(
            "geo_city={}&geo_region={region}&geo_zip={}&geo_country={country}&lat={latitude}&lon={longitude}",
            city.replace(' ', "+"),
            code.replace(' ', "+")
        ),
        _ => format!(
            "{{\"location\":{{\"city\":{{\"names\":{{\"en\":\"{city}\"}}}},\"subdivisions\":[{{\"iso_code\":\"{region}\"}}],\"accuracy_radius\":20,\"latitude\":{latitude},\"longitude\":{longitude},\"time_zone\":\"America/Chicago\"}},\"traits\":{{\"ip_address\":\"{ip}\"}}}}"
        ),
    }
}

/// The shops of the town, one of them in the same street.
pub fn stores(source: &ProfileSource, watched: &[Watched], chance: &mut Chance) -> String {
    let [street, city, region, code] = home(source);
    let (street, code) = (road(street), area(code));
    let own = chance.below(12);
    let stores: Vec<String> = (0..12)
        .map(|number| {
            let person = stranger(watched, chance);
            let line = if number == own {
                format!("{} {street}", chance.between(20_000, 29_999))
            } else {
                person.home.street(Road::Full)
            };
            format!(
                "{{\"id\":{},\"name\":\"Store #{}\",\"address\":\"{line}\",\"city\":\"{city}\",\"state\":\"{region}\",\"zip\":\"{code}\",\"phone\":\"{}\",\"hours\":\"Mon-Sat 9:00-21:00\",\"distance\":{}.{}}}",
                chance.digits(4),
                chance.digits(3),
                person.phone.international().replace("555", "777"),
                chance.below(30),
                chance.digits(2)
            )
        })
        .collect();
    format!("{{\"stores\":[{}],\"total\":12}}", stores.join(","))
}

/// People of the same name, with numbers beside those that are looked for, in clear and as digests.
pub fn relatives(source: &ProfileSource, watched: &[Watched], chance: &mut Chance) -> String {
    let name = source.names.first();
    let (given, family) = (
        value(name.map(|name| &name.given)),
        value(name.map(|name| &name.family)),
    );
    let other = Person::draw(chance);
    let (first, last) = if chance.once_in(2) {
        (other.given, family)
    } else {
        (given, other.family)
    };
    if is_namesake(watched, first, last) {
        return String::new();
    }
    let email = source
        .emails
        .first()
        .map(Secret::expose)
        .unwrap_or_default();
    let (_, domain) = email.split_once('@').unwrap_or_default();
    let email = format!(
        "{}.{}@{domain}",
        first.to_lowercase(),
        last.to_lowercase().replace(' ', "")
    );
    let phone = next(
        source
            .phones
            .first()
            .map(Secret::expose)
            .unwrap_or_default(),
    );
    let card = next(value(source.cards.first().map(|card| &card.number)));
    let parcel = next(
        source
            .others
            .first()
            .map(|other| other.value.expose())
            .unwrap_or_default(),
    );
    let id = next(
        source
            .national_ids
            .first()
            .map(Secret::expose)
            .unwrap_or_default(),
    );
    let birth = next(
        source
            .birth_dates
            .first()
            .map(Secret::expose)
            .unwrap_or_default(),
    );
    let fields = [
        ("email", email),
        ("phone", phone),
        ("first_name", first.to_owned()),
        ("last_name", last.to_owned()),
        ("card_number", card),
        ("tracking", parcel),
        ("ssn", id),
        ("birthday", birth),
    ];
    let digested = chance.once_in(2);
    let algorithm = chance.pick(&Algorithm::USUAL);
    let pairs: Vec<String> = fields
        .iter()
        // A name of the same words, digested in a field of its own, is the watched person's digest as well.
        .filter(|(name, _)| !digested || !name.ends_with("_name"))
        .map(|(name, value)| match digested {
            true => format!(
                "\"{name}\":\"{}\"",
                hex(&algorithm.of(value.to_lowercase().as_bytes()))
            ),
            false => format!("\"{name}\":\"{value}\""),
        })
        .collect();
    format!("{{\"user\":{{{}}}}}", pairs.join(","))
}

/// Houses of the same street and of the same number elsewhere.
pub fn neighbours(source: &ProfileSource, watched: &[Watched], chance: &mut Chance) -> String {
    let [street, city, region, code] = home(source);
    let house: String = street.chars().filter(char::is_ascii_digit).collect();
    let other = stranger(watched, chance);
    let name = format!("{} {}", other.given, other.family);
    match chance.below(4) {
        0 => format!(
            "{{\"ship_to\":\"{name}, {}1 {}, {city}, {region} {code}\"}}",
            chance.between(3, 99),
            road(street)
        ),
        1 => format!(
            "name={}&street={}&city={}&state={region}&zip={}",
            name.replace(' ', "+"),
            next(street).replace(' ', "+"),
            city.replace(' ', "+"),
            code.replace(' ', "+")
        ),
        2 => format!(
            "{{\"street\":\"{house} {}\",\"city\":\"{city}\",\"state\":\"{region}\",\"zip\":\"{}\"}}",
            other.home.road(Road::Full),
            area(code)
        ),
        _ => format!(
            "{{\"customer\":\"{name}\",\"address\":\"{}, {} {}\",\"items\":[{}]}}",
            other.home.street(Road::Short),
            other.home.city,
            other.home.code,
            chance.digits(6)
        ),
    }
}
