//! Names and birth dates in clear.

use super::{Clue, capital};
use crate::figures::chance::Chance;
use crate::figures::people::{Country, Person};

const NAMES: &[&str] = &[
    "name",
    "full_name",
    "fullName",
    "customer",
    "recipient",
    "n",
    "ship_to",
    "display_name",
    "user",
    "cardholder",
    "billing_name",
];

/// A whole name, or given and family name in fields of their own.
pub fn name(person: &Person, chance: &mut Chance) -> Clue {
    let (given, family) = (person.given, person.family);
    let one = |spelling: &str, value: String, chance: &mut Chance| {
        Clue::one("name-1", spelling, NAMES, value, chance)
    };
    let letters = |name: &str| {
        name.chars()
            .filter(|letter| letter.is_alphanumeric())
            .collect::<String>()
    };
    match chance.below(11) {
        0 | 1 => one("name", format!("{given} {family}"), chance),
        2 => one("family, given", format!("{family}, {given}"), chance),
        3 => one("NAME", format!("{given} {family}").to_uppercase(), chance),
        4 => one(
            "name lower",
            format!("{given} {family}").to_lowercase(),
            chance,
        )
        .named(),
        5 => one(
            "family given",
            format!("{} {given}", family.to_uppercase()),
            chance,
        ),
        6 => match person.middle {
            Some(middle) => one(
                "name with initial",
                format!(
                    "{given} {}. {family}",
                    &middle.chars().take(1).collect::<String>()
                ),
                chance,
            ),
            None => one(
                "name with a title",
                format!(
                    "{} {given} {family}",
                    chance.pick(&["Mr.", "Ms", "Dr.", "Herr", "Mme"])
                ),
                chance,
            ),
        },
        7 => one("name_joined", format!("{given}_{family}"), chance),
        8 => one(
            "nameJoined",
            format!("{}{}", letters(given), capital(&letters(family))),
            chance,
        )
        .named(),
        _ => {
            let names = chance.pick(&[
                ["first_name", "last_name"],
                ["firstName", "lastName"],
                ["given_name", "family_name"],
                ["fn", "ln"],
                ["fname", "lname"],
                ["billing_first_name", "billing_last_name"],
            ]);
            Clue::split(
                "name-1",
                "name in two fields",
                vec![(names[0], given.to_owned()), (names[1], family.to_owned())],
            )
        }
    }
}

const DATES: &[&str] = &[
    "birthday",
    "dob",
    "birth_date",
    "date_of_birth",
    "birthdate",
    "bday",
    "db",
    "user_dob",
];
#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
];

/// A birth date in a field that says so.
pub fn birth(person: &Person, chance: &mut Chance) -> Clue {
    let (year, month, day) = person.birth;
    let (month_name, american) = (MONTHS[month - 1], person.country == Country::UnitedStates);
    let (spelling, text) = match chance.below(11) {
        0 => ("YYYY-MM-DD", format!("{year}-{month:02}-{day:02}")),
        1 => ("YYYYMMDD", format!("{year}{month:02}{day:02}")),
        2 if american => ("MM/DD/YYYY", format!("{month:02}/{day:02}/{year}")),
        2 => ("DD/MM/YYYY", format!("{day:02}/{month:02}/{year}")),
        3 if american => ("M/D/YYYY", format!("{month}/{day}/{year}")),
        3 => ("D.M.YYYY", format!("{day}.{month}.{year}")),
        4 => ("DD.MM.YYYY", format!("{day:02}.{month:02}.{year}")),
        5 => ("Month D, YYYY", format!("{month_name} {day}, {year}")),
        6 => ("D Mon YYYY", format!("{day} {} {year}", &month_name[..3])),
        7 => ("YYYY/MM/DD", format!("{year}/{month:02}/{day:02}")),
        8 => (
            "YYYY-MM-DDT00:00:00Z",
            format!("{year}-{month:02}-{day:02}T00:00:00.000Z"),
        ),
        9 => {
            let fields = vec![
                ("birth_year", year.to_string()),
                ("birth_month", month.to_string()),
                ("birth_day", day.to_string()),
            ];
            return Clue::split("birth_date-1", "birth date in three fields", fields);
        }
        _ => {
            let fields = vec![
                ("dob_day", format!("{day:02}")),
                ("dob_month", format!("{month:02}")),
                ("dob_year", year.to_string()),
            ];
            return Clue::split("birth_date-1", "birth date in three fields", fields);
        }
    };
    Clue::one(
        "birth_date-1",
        format!("birth date {spelling}"),
        DATES,
        text,
        chance,
    )
    .named()
}
