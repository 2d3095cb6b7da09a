//! Email addresses in clear.

use super::Clue;
use crate::figures::chance::Chance;
use crate::figures::people::Person;

const NAMES: &[&str] = &[
    "email",
    "em",
    "user_email",
    "e",
    "mail",
    "login",
    "username",
    "contact",
    "v",
    "d",
    "uid",
    "ep.user",
    "cd[content]",
    "customer_email",
    "id",
    "q",
    "emailAddress",
    "dimension4",
];

/// An address as forms and scripts hand it on.
pub fn clue(person: &Person, chance: &mut Chance) -> Clue {
    let email = &person.email;
    let (local, domain) = email.split_once('@').unwrap_or_default();
    let one = |spelling: &str, value: String, chance: &mut Chance| {
        Clue::one("email-1", spelling, NAMES, value, chance)
    };
    match chance.below(14) {
        0..=4 => one("email", email.clone(), chance),
        5 => one("email upper", email.to_uppercase(), chance),
        6 => one("email lower", email.to_lowercase(), chance),
        7 => one(
            "email with name",
            format!("{} {} <{email}>", person.given, person.family),
            chance,
        ),
        8 => one("mailto", format!("mailto:{email}"), chance),
        9 => one("email in spaces", format!(" {email} "), chance),
        10 if domain == "gmail.com" => one(
            "email without dots",
            format!("{}@{domain}", local.replace('.', "")),
            chance,
        ),
        11 if local.contains('+') => {
            let untagged = local.split('+').next().unwrap_or_default();
            one("email without tag", format!("{untagged}@{domain}"), chance)
        }
        12 => Clue::split(
            "email-1",
            "email in two fields",
            vec![
                ("email_local", local.to_owned()),
                ("email_domain", domain.to_owned()),
            ],
        ),
        13 => one("reversed email", email.chars().rev().collect(), chance),
        _ => one("email quoted", format!("\"{email}\""), chance),
    }
}
