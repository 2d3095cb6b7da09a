//! Email addresses, and everything that is a number: phones, cards, national ids, parcels.

use super::Country;
use crate::figures::chance::Chance;

/// A phone number, its parts as people of the country group them.
#[derive(Clone, Debug)]
pub struct Phone {
    pub country: Country,
    /// Without country code and trunk zero, in groups.
    pub groups: Vec<String>,
}

impl Phone {
    /// A number kept for fiction: 555-01xx, Ofcom's, the Bundesnetzagentur's and Arcep's.
    pub fn draw(country: Country, chance: &mut Chance) -> Self {
        let groups = match country {
            Country::UnitedStates => {
                north_american(&[205, 212, 303, 312, 405, 503, 617, 702, 808, 916], chance)
            }
            Country::Canada => {
                north_american(&[204, 306, 403, 416, 514, 604, 613, 709, 867, 902], chance)
            }
            Country::UnitedKingdom => match chance.below(4) {
                0 => vec!["20".into(), "7946".into(), format!("0{}", chance.digits(3))],
                1 => vec!["117".into(), "496".into(), format!("0{}", chance.digits(3))],
                2 => vec!["161".into(), "496".into(), format!("0{}", chance.digits(3))],
                _ => vec!["7700".into(), format!("900{}", chance.digits(3))],
            },
            Country::Germany => match chance.below(4) {
                0 => vec!["30".into(), format!("23125{}", chance.digits(3))],
                1 => vec!["89".into(), format!("99998{}", chance.digits(3))],
                2 => vec!["40".into(), format!("66969{}", chance.digits(3))],
                _ => vec!["171".into(), format!("39200{}", chance.digits(2))],
            },
            Country::France => {
                let start = chance.pick(&[["1", "99", "00"], ["2", "61", "91"], ["6", "39", "98"]]);
                let mut groups: Vec<String> =
                    start.iter().map(|group| (*group).to_owned()).collect();
                groups.extend([chance.digits(2), chance.digits(2)]);
                groups
            }
        };
        Self { country, groups }
    }

    /// The country code.
    pub fn code(&self) -> &'static str {
        match self.country {
            Country::UnitedStates | Country::Canada => "1",
            Country::UnitedKingdom => "44",
            Country::Germany => "49",
            Country::France => "33",
        }
    }

    /// What stands before the number when it is called from within the country.
    pub fn trunk(&self) -> &'static str {
        match self.country {
            Country::UnitedStates | Country::Canada => "",
            _ => "0",
        }
    }

    /// The number without anything before it.
    pub fn national(&self) -> String {
        self.groups.concat()
    }

    /// ITU-T E.123, international.
    pub fn international(&self) -> String {
        format!("+{} {}", self.code(), self.groups.join(" "))
    }
}

fn north_american(areas: &[usize], chance: &mut Chance) -> Vec<String> {
    vec![
        chance.pick(areas).to_string(),
        "555".to_owned(),
        format!("01{}", chance.digits(2)),
    ]
}

/// Reserved domains (RFC 2606), and names under providers' that nobody has.
#[rustfmt::skip]
const DOMAINS: &[&str] = &[
    "example.com", "example.org", "example.net", "mail.example.com", "uni.example.edu", "firma.example.de", "poste.example.fr",
    "gmail.com", "googlemail.com", "outlook.com", "yahoo.co.uk", "web.de", "orange.fr", "icloud.com", "proton.me", "my-shop.example.ca",
];

/// An address as people choose them: their name in it, or not.
pub fn email(given: &str, family: &str, chance: &mut Chance) -> String {
    let (given, family) = (ascii(given), ascii(family));
    let initial = given.get(..1).unwrap_or("x");
    let year = chance.between(10, 99);
    let local = match chance.below(8) {
        0 => format!("{given}.{family}{year}"),
        1 => format!("{initial}{family}{}", chance.digits(3)),
        2 => format!("{given}_{family}.{year}"),
        3 => format!("{family}.{given}{year}"),
        4 => format!("{given}{}", chance.digits(5)),
        5 => format!(
            "{}{}",
            chance.pick(&[
                "sunflower",
                "nightowl",
                "bluewhale",
                "rocket",
                "teapot",
                "lighthouse"
            ]),
            chance.digits(4)
        ),
        6 => format!(
            "{initial}.{family}+{}",
            chance.pick(&["shop", "news", "post", "orders"])
        ),
        _ => format!("{}-{year}", chance.letters(b"bcdfghklmnprst", 2) + &family),
    };
    let local = if chance.once_in(10) {
        capitalised(&local)
    } else {
        local
    };
    format!("{local}@{}", chance.pick(DOMAINS))
}

fn capitalised(text: &str) -> String {
    let (first, rest) = text.split_at(1.min(text.len()));
    first.to_uppercase() + rest
}

/// A name without accents, in lower case, as it goes into an address.
pub fn ascii(name: &str) -> String {
    name.to_lowercase().chars().filter_map(plain).collect()
}

/// A letter without its accent; nothing for what is no letter.
fn plain(letter: char) -> Option<char> {
    Some(match letter {
        'a'..='z' => letter,
        'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' | 'ı' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ß' | 'ş' => 's',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        _ => return None,
    })
}

/// A number with its check digit (ISO/IEC 7812-1); American Express has 15 digits.
pub fn card(chance: &mut Chance) -> String {
    let (start, length) = chance.pick(&[
        ("4", 16),
        ("4", 16),
        ("52", 16),
        ("55", 16),
        ("37", 15),
        ("6011", 16),
        ("2221", 16),
    ]);
    let digits = format!("{start}{}", chance.digits(length - 1 - start.len()));
    let sum: u32 = digits
        .bytes()
        .rev()
        .zip([true, false].into_iter().cycle())
        .map(
            |(digit, doubled)| match (u32::from(digit - b'0'), doubled) {
                (digit, true) if digit > 4 => digit * 2 - 9,
                (digit, true) => digit * 2,
                (digit, false) => digit,
            },
        )
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

/// A number of the shape that the country gives out: social security number, social insurance
/// number, national insurance number, Steuer-Identifikationsnummer, numéro de sécurité sociale.
pub fn national_id(country: Country, chance: &mut Chance) -> String {
    match country {
        Country::UnitedStates => format!(
            "{}-{}-{}",
            chance.between(100, 665),
            chance.between(10, 99),
            chance.between(1000, 9999)
        ),
        Country::Canada => format!(
            "{} {} {}",
            chance.between(100, 799),
            chance.digits(3),
            chance.digits(3)
        ),
        Country::UnitedKingdom => format!(
            "{} {} {} {} {}",
            chance.letters(b"ABCEGHJKLM", 2),
            chance.digits(2),
            chance.digits(2),
            chance.digits(2),
            chance.letters(b"ABCD", 1)
        ),
        Country::Germany => format!(
            "{} {} {} {}",
            chance.between(12, 98),
            chance.digits(3),
            chance.digits(3),
            chance.digits(3)
        ),
        Country::France => format!(
            "{} {} {:02} {:02} {} {} {}",
            chance.between(1, 2),
            chance.between(38, 99),
            chance.between(1, 12),
            chance.between(1, 95),
            chance.digits(3),
            chance.digits(3),
            chance.digits(2)
        ),
    }
}

/// Something else that a person may want watched.
pub fn other(chance: &mut Chance) -> (&'static str, String) {
    match chance.below(6) {
        0 => (
            "parcel",
            format!(
                "9400 {} {} {} {} {}",
                chance.digits(4),
                chance.digits(4),
                chance.digits(4),
                chance.digits(4),
                chance.digits(2)
            ),
        ),
        1 => (
            "parcel",
            format!(
                "1Z{}",
                chance.letters(b"0123456789ABCDEFGHXYZ", 6) + &chance.digits(10)
            ),
        ),
        2 => (
            "library card",
            format!("LB-{}-{}", chance.digits(5), chance.letters(b"KXQZ", 2)),
        ),
        3 => (
            "passport",
            format!("{}{}", chance.letters(b"CFGHJK", 1), chance.digits(8)),
        ),
        4 => (
            "customer number",
            format!("KD {} {}", chance.digits(4), chance.digits(4)),
        ),
        _ => (
            "user name",
            format!(
                "{}_{}",
                chance.letters(b"bdfgklmnprtvz", 7),
                chance.digits(4)
            ),
        ),
    }
}
