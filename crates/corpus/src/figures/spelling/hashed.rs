//! Digests of vendors' normal forms, in the spellings in which they are sent.

use super::Clue;
use crate::figures::chance::Chance;
use crate::figures::digest::Algorithm;
use crate::figures::encode::{self, hex};
use crate::figures::people::{Person, Road};

/// A digest, or several that belong together.
pub fn clue(person: &Person, chance: &mut Chance) -> Clue {
    let algorithm = match chance.below(3) {
        0 => chance.pick(&Algorithm::ALL),
        _ => chance.pick(&Algorithm::USUAL),
    };
    let (identifier, what, forms) = forms(person, chance);
    let several = forms.len() > 1;
    // Whoever digests twice, or what is encoded, does so with what is usual, and to what is usual.
    let encoded = what.starts_with("percent") || what.starts_with("base64");
    let unusual = ["EMAIL", "digits behind 00", "digits behind a trunk zero"].contains(&what);
    let algorithm = if encoded || unusual {
        chance.pick(&Algorithm::USUAL)
    } else {
        algorithm
    };
    let contact = ["email-1", "phone-1"].contains(&identifier);
    let way = Way::draw(algorithm, contact && !several, chance);
    let usual = ["email", "E.164", "digits with code", "national digits"].contains(&what);
    let deep = (usual && chance.once_in(6)).then(|| chance.pick(&Algorithm::USUAL));
    let fields = forms
        .into_iter()
        .map(|(name, form)| {
            let digest = match deep {
                // Digests of digests are made from their hexadecimal spelling.
                Some(first) if !several => {
                    algorithm_of(algorithm, hex(&first.of(form.as_bytes())).as_bytes())
                }
                _ => algorithm.of(form.as_bytes()),
            };
            (name, way.write(&digest, chance))
        })
        .collect();
    let of_a_digest = if deep.is_some() && !several {
        " of a digest"
    } else {
        ""
    };
    Clue {
        identifier,
        spelling: format!("{algorithm:?}{of_a_digest} of {what}, {way:?}"),
        fields,
        // A date has few digests: only its field tells it from another.
        named: several || identifier == "birth_date-1",
    }
}

/// The second digest of two: over md5, sha1 and sha256, whatever else was drawn.
fn algorithm_of(algorithm: Algorithm, bytes: &[u8]) -> Vec<u8> {
    if Algorithm::USUAL.contains(&algorithm) {
        algorithm.of(bytes)
    } else {
        Algorithm::Sha256.of(bytes)
    }
}

/// What is digested, by the field's name.
type Forms = Vec<(String, String)>;

const EMAIL: &[&str] = &[
    "em",
    "hem",
    "email",
    "u_hem",
    "ud[em]",
    "udff[em]",
    "email_sha256",
    "h",
    "eh",
    "user_data.sha256_email_address",
    "x",
];
const PHONE: &[&str] = &[
    "ph",
    "phone",
    "u_hpn",
    "ud[ph]",
    "pn",
    "phone_number",
    "sha256_phone_number",
];
const OTHER: &[&str] = &["external_id", "id", "uid", "u1", "value"];

fn forms(person: &Person, chance: &mut Chance) -> (&'static str, &'static str, Forms) {
    let one = |names: &[&str], form: String, chance: &mut Chance| {
        vec![((chance.pick(names)).to_owned(), form)]
    };
    match chance.below(10) {
        0..=3 => {
            let (what, form) = email(&person.email, chance);
            ("email-1", what, one(EMAIL, form, chance))
        }
        4..=5 => {
            let (what, form) = phone(person, chance);
            ("phone-1", what, one(PHONE, form, chance))
        }
        6 => {
            let (given, family) = (person.given.to_lowercase(), person.family.to_lowercase());
            if chance.once_in(2) {
                let names = chance.pick(&[
                    ["fn", "ln"],
                    ["ud[fn]", "ud[ln]"],
                    ["first_name", "last_name"],
                    ["u_fn", "u_ln"],
                ]);
                let bare = |name: &str| {
                    name.chars()
                        .filter(|letter| letter.is_alphanumeric())
                        .collect::<String>()
                };
                let (given, family) = if chance.once_in(2) {
                    (bare(&given), bare(&family))
                } else {
                    (given, family)
                };
                (
                    "name-1",
                    "given and family name",
                    vec![(names[0].into(), given), (names[1].into(), family)],
                )
            } else {
                (
                    "name-1",
                    "name",
                    one(
                        &["name", "full_name", "n"],
                        format!("{given} {family}"),
                        chance,
                    ),
                )
            }
        }
        7 => ("address-1", "address", address(person, chance)),
        8 => {
            let (year, month, day) = person.birth;
            let form = chance.pick(&[1, 2]);
            let text = if form == 1 {
                format!("{year}{month:02}{day:02}")
            } else {
                format!("{year}-{month:02}-{day:02}")
            };
            (
                "birth_date-1",
                "birth date",
                one(&["db", "ud[db]", "dob", "birthday"], text, chance),
            )
        }
        _ => match chance.below(3) {
            0 => (
                "card-1",
                "card",
                one(&["card", "pan", "cc"], person.card.clone(), chance),
            ),
            1 => {
                let bare: String = person
                    .national_id
                    .chars()
                    .filter(char::is_ascii_alphanumeric)
                    .collect();
                let form = if chance.once_in(2) {
                    bare
                } else {
                    person.national_id.clone()
                };
                (
                    "national_id-1",
                    "national id",
                    one(&["ssn", "national_id", "tax_id"], form, chance),
                )
            }
            _ => (
                "other-1",
                "other",
                one(OTHER, person.other.1.clone(), chance),
            ),
        },
    }
}

/// Normal forms of addresses; encoded ones are digested by mistake, and still are.
fn email(email: &str, chance: &mut Chance) -> (&'static str, String) {
    let lower = email.to_lowercase();
    let (local, domain) = lower.split_once('@').unwrap_or_default();
    let untagged = local.split('+').next().unwrap_or_default();
    match chance.below(12) {
        0 => ("email as it is", email.to_owned()),
        1 => ("EMAIL", email.to_uppercase()),
        2 if domain.ends_with("mail.com") => (
            "email without dots and tag",
            format!("{}@{domain}", untagged.replace('.', "")),
        ),
        3 if domain.ends_with("mail.com") => (
            "email without dots",
            format!("{}@{domain}", local.replace('.', "")),
        ),
        4 => ("email without tag", format!("{untagged}@{domain}")),
        5 => (
            "email as Microsoft has it",
            format!("{}@{domain}", untagged.replace('.', "")),
        ),
        6 => ("percent-encoded email", encode::percent(lower.as_bytes())),
        7 => (
            "base64 of email",
            encode::base64(lower.as_bytes(), encode::STANDARD, true),
        ),
        _ => ("email", lower),
    }
}

fn phone(person: &Person, chance: &mut Chance) -> (&'static str, String) {
    let phone = &person.phone;
    let (code, national) = (phone.code(), phone.national());
    match chance.below(7) {
        0 | 1 => ("E.164", format!("+{code}{national}")),
        2 | 3 => ("digits with code", format!("{code}{national}")),
        4 => ("national digits", national),
        5 => (
            "digits behind a trunk zero",
            format!("{}{national}", phone.trunk()),
        ),
        _ => ("digits behind 00", format!("00{code}{national}")),
    }
}

/// Parts that say enough together.
fn address(person: &Person, chance: &mut Chance) -> Forms {
    let home = &person.home;
    let city: String = home
        .city
        .to_lowercase()
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .collect();
    let code = home.code.to_lowercase().replace(' ', "");
    let names = chance.pick(&[
        ["ud[ct]", "ud[zp]", "ud[st]", "ud[street]"],
        ["udff[ct]", "udff[zp]", "udff[st]", "udff[street]"],
        ["city", "postal_code", "state", "street"],
        [
            "billing_city",
            "billing_zip",
            "billing_state",
            "billing_street",
        ],
        ["aem_ct", "aem_zp", "aem_st", "street_address"],
    ]);
    let mut forms = vec![(names[0].to_owned(), city), (names[1].to_owned(), code)];
    if let Some(region) = home.region {
        forms.push((names[2].to_owned(), region.1.to_lowercase()));
    }
    if chance.once_in(3) {
        let street = home.street(Road::Full).to_lowercase();
        forms.insert(0, (names[3].to_owned(), street));
    }
    forms
}

/// How a digest is spelt.
#[derive(Clone, Copy, Debug)]
enum Way {
    Hex,
    HexUpper,
    Base64,
    Base64Url,
    /// Snap's mark for what it found invalid.
    Fff,
    /// Meta's parameter builder appends where the digest is from.
    Appendix,
    Labelled,
    /// Criteo's.
    Bracketed,
    /// Reddit's lists.
    InList,
    InPipes,
    /// Google's `em` parameter.
    Google,
}

impl Way {
    /// Vendors' own adornments are for what they match people by.
    fn draw(algorithm: Algorithm, adorned_too: bool, chance: &mut Chance) -> Self {
        let plain = [
            Self::Hex,
            Self::Hex,
            Self::HexUpper,
            Self::Base64,
            Self::Base64Url,
        ];
        let adorned = [
            Self::Fff,
            Self::Appendix,
            Self::Labelled,
            Self::Bracketed,
            Self::InList,
            Self::InPipes,
        ];
        if chance.once_in(3) && adorned_too {
            if algorithm == Algorithm::Sha256 && chance.once_in(2) {
                return Self::Google;
            }
            return chance.pick(&adorned);
        }
        if chance.once_in(2) {
            Self::Hex
        } else {
            chance.pick(&plain)
        }
    }

    fn write(self, digest: &[u8], chance: &mut Chance) -> String {
        let digits = hex(digest);
        let length = digest.len();
        match self {
            Self::Hex => digits,
            Self::HexUpper => digits.to_uppercase(),
            Self::Base64 => encode::base64(digest, encode::STANDARD, true),
            Self::Base64Url => encode::base64(digest, encode::URL_SAFE, false),
            Self::Fff => format!("FFF{digits}"),
            Self::Appendix => format!("{digits}.{}", chance.token(8)),
            Self::Labelled => format!("{}:{digits}", chance.pick(&["sha256", "hash", "v1", "h"])),
            Self::Bracketed => format!("[{digits}]"),
            Self::InList => format!("{},{digits}", hex(&chance.bytes(length))),
            Self::InPipes => format!("1.0~{digits}|0.4~{}", hex(&chance.bytes(length))),
            Self::Google => format!(
                "tv.1~em.{}~pn.{}",
                encode::base64(digest, encode::URL_SAFE, false),
                encode::base64(&chance.bytes(32), encode::URL_SAFE, false)
            ),
        }
    }
}
