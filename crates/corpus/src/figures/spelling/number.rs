//! Phones, cards, national ids and other numbers in clear.

use super::Clue;
use crate::figures::chance::Chance;
use crate::figures::people::{Country, Person};

const PHONES: &[&str] = &[
    "phone",
    "ph",
    "tel",
    "phone_number",
    "mobile",
    "p",
    "contact",
    "user_phone",
    "v",
    "cellphone",
    "telephone",
    "billing_phone",
];
const CARDS: &[&str] = &[
    "card",
    "cardNumber",
    "cc",
    "pan",
    "number",
    "card_number",
    "payment[card]",
    "n",
];
const IDS: &[&str] = &[
    "ssn",
    "national_id",
    "tax_id",
    "sin",
    "nino",
    "id_number",
    "steuer_id",
    "taxpayer",
    "insee",
];
const OTHERS: &[&str] = &[
    "tracking", "id", "number", "ref", "q", "parcel", "code", "u1", "label", "document",
];

/// A phone number in one of the country's spellings.
pub fn phone(person: &Person, chance: &mut Chance) -> Clue {
    let phone = &person.phone;
    let (code, trunk, national, groups) =
        (phone.code(), phone.trunk(), phone.national(), &phone.groups);
    let american = matches!(person.country, Country::UnitedStates | Country::Canada);
    let first = format!("{trunk}{}", groups[0]);
    let rest = &groups[1..];
    let (spelling, text) = match chance.below(15) {
        0 | 1 => ("E.164", format!("+{code}{national}")),
        2 => ("E.123", phone.international()),
        3 => ("digits with code", format!("{code}{national}")),
        4 => ("00", format!("00{code}{national}")),
        5 => ("digits", format!("{trunk}{national}")),
        6 => (
            "parens",
            format!("({first}) {}", rest.join(if american { "-" } else { " " })),
        ),
        7 => ("hyphens", format!("{first}-{}", rest.join("-"))),
        8 => ("dots", format!("{first}.{}", rest.join("."))),
        9 => ("spaces", format!("{first} {}", rest.join(" "))),
        10 => ("slash", format!("{first}/{}", rest.concat())),
        11 if !american => (
            "(0)",
            format!("+{code} (0){} {}", groups[0], rest.join(" ")),
        ),
        11 => ("1-", format!("1-{}-{}", groups[0], rest.join("-"))),
        12 => ("tel:", format!("tel:+{code}-{}", groups.join("-"))),
        13 => (
            "extension",
            format!(
                "+{code} {} ext. {}",
                groups.join("-"),
                chance.between(2, 999)
            ),
        ),
        _ => ("pieces", format!("+{code} {}", groups.join("."))),
    };
    if chance.once_in(12) {
        let fields = vec![("phone_country", format!("+{code}")), ("phone", national)];
        return Clue::split("phone-1", "phone in two fields", fields);
    }
    Clue::one("phone-1", format!("phone {spelling}"), PHONES, text, chance)
}

/// A card whole, masked, or its last four digits with the word.
pub fn card(person: &Person, chance: &mut Chance) -> Clue {
    let card = &person.card;
    let groups: Vec<&str> = if card.len() == 15 {
        vec![&card[..4], &card[4..10], &card[10..]]
    } else {
        (0..4)
            .map(|group| &card[group * 4..group * 4 + 4])
            .collect()
    };
    let (first6, last4, hidden) = (&card[..6], &card[card.len() - 4..], card.len() - 10);
    let one = |spelling: &str, value: String, chance: &mut Chance| {
        Clue::one("card-1", spelling, CARDS, value, chance)
    };
    match chance.below(9) {
        0 | 1 => one("card", card.clone(), chance),
        2 => one("card in spaces", groups.join(" "), chance),
        3 => one("card in hyphens", groups.join("-"), chance),
        4 => one(
            "card masked",
            format!("{first6}{}{last4}", "*".repeat(hidden)),
            chance,
        ),
        5 => one(
            "card masked with x",
            format!("{} {}XX XXXX {last4}", &first6[..4], &first6[4..]),
            chance,
        ),
        6 => one(
            "card ending in",
            format!(
                "{} ending in {last4}",
                chance.pick(&["Visa", "Card", "Mastercard", "Debit card"])
            ),
            chance,
        ),
        7 => {
            let name = chance.pick(&["card_last4", "last4", "cardLast4", "payment_card_last4"]);
            Clue::split("card-1", "card_last4", vec![(name, last4.to_owned())])
        }
        _ => Clue::split(
            "card-1",
            "card in fields",
            groups
                .iter()
                .zip(["card1", "card2", "card3", "card4"])
                .map(|(group, name)| (name, (*group).to_owned()))
                .collect(),
        ),
    }
}

/// A national id as it is written, and bare.
pub fn national_id(person: &Person, chance: &mut Chance) -> Clue {
    let id = &person.national_id;
    let bare: String = id.chars().filter(char::is_ascii_alphanumeric).collect();
    let (spelling, text) = match chance.below(4) {
        0 => ("national id", id.clone()),
        1 => ("national id bare", bare),
        2 => ("national id in hyphens", id.replace(' ', "-")),
        _ => ("national id in lower case", bare.to_lowercase()),
    };
    Clue::one("national_id-1", spelling, IDS, text, chance).named()
}

/// Another detail as it is written, and bare.
pub fn other(person: &Person, chance: &mut Chance) -> Clue {
    let value = &person.other.1;
    let (spelling, text) = match chance.below(4) {
        0 => ("other", value.clone()),
        1 => ("other without spaces", value.replace(' ', "")),
        2 => ("other in lower case", value.to_lowercase()),
        _ => ("other in hyphens", value.replace([' ', '_'], "-")),
    };
    Clue::one(
        "other-1",
        format!("{spelling}: {}", person.other.0),
        OTHERS,
        text,
        chance,
    )
}
