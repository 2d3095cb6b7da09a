//! Postal addresses in clear: on one line, on several, in fields, as slugs, with and without their postal code.

use super::Clue;
use crate::figures::chance::Chance;
use crate::figures::people::{Country, Home, Person, Road};

const NAMES: &[&str] = &[
    "address",
    "addr",
    "shipping_address",
    "ship_to",
    "location",
    "a",
    "delivery",
    "full_address",
    "l_addr",
    "place",
    "innerText",
    "btx",
];

/// An address as shops, forms and pixels hand it on.
pub fn clue(person: &Person, chance: &mut Chance) -> Clue {
    let home = &person.home;
    let road = chance.pick(&[Road::Full, Road::Full, Road::Short, Road::Dotted]);
    let one = |spelling: &str, value: String, chance: &mut Chance| {
        Clue::one(
            "address-1",
            format!("{} {}", person.country.code(), spelling),
            NAMES,
            value,
            chance,
        )
    };
    match chance.below(13) {
        0 | 1 => one(
            "address on a line",
            line(home, road, ", ", &home.code, chance),
            chance,
        ),
        2 => one(
            "address on lines",
            line(home, road, "\n", &home.code, chance),
            chance,
        ),
        3 => one(
            "ADDRESS",
            line(home, road, " ", &home.code, chance).to_uppercase(),
            chance,
        ),
        4 => one(
            "address without commas",
            line(home, road, " ", &home.code, chance),
            chance,
        ),
        5 => one(
            "masked postal code",
            line(home, road, ", ", "*****", chance),
            chance,
        ),
        6 if person.country == Country::UnitedStates => {
            let separator = chance.pick(&["-", ""]);
            let code = format!("{}{separator}{}", home.code, chance.digits(4));
            one("ZIP+4", line(home, road, ", ", &code, chance), chance)
        }
        6 | 7 => one(
            "street, code and town",
            format!("{}, {}", home.street(road), town(home, &home.code)),
            chance,
        ),
        8 => one(
            "slug",
            slug(&line(home, road, " ", &home.code, chance)),
            chance,
        ),
        9 => one(
            "address without accents",
            line(home, road, ", ", &home.code, chance)
                .chars()
                .map(unaccented)
                .collect(),
            chance,
        ),
        10 => one(
            "address upwards",
            format!("{}, {}", town(home, &home.code), home.street(road)),
            chance,
        ),
        _ => fields(home, road, person.country, chance),
    }
}

/// Street, flat and town, with a separator.
fn line(home: &Home, road: Road, separator: &str, code: &str, chance: &mut Chance) -> String {
    let flat = home
        .unit_line(chance.once_in(4))
        .filter(|_| !chance.once_in(3));
    let street = home.street(road);
    let town = town(home, code);
    let british = home.country == Country::UnitedKingdom;
    let pieces: Vec<String> = match flat {
        Some(flat) if british => vec![flat, street, town],
        Some(flat) => vec![format!("{street} {flat}"), town],
        None => vec![street, town],
    };
    pieces.join(separator)
}

/// Town, region and postal code in the country's order.
fn town(home: &Home, code: &str) -> String {
    let city = home.city;
    match (home.country, home.region) {
        (Country::Germany | Country::France, _) => format!("{code} {city}"),
        (_, Some(region)) => format!("{city}, {} {code}", region.1),
        (_, None) => format!("{city} {code}"),
    }
}

/// Every part in a field of its own.
fn fields(home: &Home, road: Road, country: Country, chance: &mut Chance) -> Clue {
    let names = chance.pick(&[
        ["street", "city", "state", "zip"],
        ["address1", "city", "region", "postal_code"],
        [
            "billing_address_1",
            "billing_city",
            "billing_state",
            "billing_postcode",
        ],
        [
            "streetAddress",
            "addressLocality",
            "addressRegion",
            "postalCode",
        ],
        ["addr", "ct", "st", "zp"],
        [
            "shipping.address.line1",
            "shipping.address.city",
            "shipping.address.state",
            "shipping.address.postal_code",
        ],
    ]);
    let mut fields = vec![
        (names[0], home.street(road)),
        (names[1], home.city.to_owned()),
    ];
    if let Some(region) = home.region {
        let region = if chance.once_in(3) {
            region.0
        } else {
            region.1
        };
        fields.push((names[2], region.to_owned()));
    }
    fields.push((names[3], home.code.clone()));
    if chance.once_in(3) {
        fields[0] = ("street_name", home.road(road));
        fields.insert(1, ("house_number", home.number.clone()));
        return Clue::split(
            "address-1",
            format!("{} address in fields, house number apart", country.code()),
            fields,
        );
    }
    if chance.once_in(3) {
        fields.reverse();
    }
    Clue::split(
        "address-1",
        format!("{} address in fields", country.code()),
        fields,
    )
}

fn slug(text: &str) -> String {
    let plain: String = text.to_lowercase().chars().map(unaccented).collect();
    let words = plain.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

fn unaccented(letter: char) -> char {
    match letter {
        'à' | 'â' | 'ä' => 'a',
        'É' => 'E',
        'é' | 'è' | 'ê' => 'e',
        'î' => 'i',
        'ö' | 'ô' => 'o',
        'ü' => 'u',
        'ç' => 'c',
        _ => letter,
    }
}
