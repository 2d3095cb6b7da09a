//! People drawn at random, and the many ways in which they are written down.

use leaklight_core::{Body, Content, Inspector, Profile, ProfileSource, Request};
use proptest::prelude::*;

const GIVEN: [&str; 24] = [
    "Aaron",
    "Beatrice",
    "Carlos",
    "Denise",
    "Edgar",
    "Farrah",
    "Gordon",
    "Harriet",
    "Ivan",
    "Jocelyn",
    "Kendrick",
    "Lorraine",
    "Malcolm",
    "Nadine",
    "Orlando",
    "Priscilla",
    "Quentin",
    "Rosalind",
    "Stefan",
    "Tabitha",
    "Ulysses",
    "Vanessa",
    "Winston",
    "Yolanda",
];
const FAMILY: [&str; 24] = [
    "Abernathy",
    "Blackwood",
    "Castellano",
    "Dombrowski",
    "Eastwick",
    "Fairbanks",
    "Gallagher",
    "Hutchinson",
    "Iverson",
    "Jankowski",
    "Kowalczyk",
    "Lindqvist",
    "MacAllister",
    "Nakamura",
    "Osterman",
    "Pemberton",
    "Quackenbush",
    "Rutherford",
    "Sandoval",
    "Thibodeaux",
    "Underhill",
    "Villanueva",
    "Whitfield",
    "Zimmerman",
];
const STREET: [&str; 20] = [
    "Maple",
    "Washington",
    "Lake",
    "Cherry",
    "Sunset",
    "Jefferson",
    "River",
    "Dogwood",
    "Franklin",
    "Highland",
    "Magnolia",
    "Chestnut",
    "Prospect",
    "Sycamore",
    "Lincoln",
    "Willow",
    "Old Mill",
    "Church",
    "Juniper",
    "Martin Luther King Jr",
];
/// USPS Publication 28, C1: some suffixes with the abbreviation that the post office prefers.
const SUFFIX: [(&str, &str); 14] = [
    ("Street", "St"),
    ("Avenue", "Ave"),
    ("Boulevard", "Blvd"),
    ("Drive", "Dr"),
    ("Road", "Rd"),
    ("Lane", "Ln"),
    ("Court", "Ct"),
    ("Circle", "Cir"),
    ("Place", "Pl"),
    ("Terrace", "Ter"),
    ("Parkway", "Pkwy"),
    ("Trail", "Trl"),
    ("Crossing", "Xing"),
    ("Highway", "Hwy"),
];
const CITY: [(&str, &str, &str); 16] = [
    ("Albuquerque", "NM", "New Mexico"),
    ("Boise", "ID", "Idaho"),
    ("Charleston", "SC", "South Carolina"),
    ("Duluth", "MN", "Minnesota"),
    ("El Paso", "TX", "Texas"),
    ("Fargo", "ND", "North Dakota"),
    ("Green Bay", "WI", "Wisconsin"),
    ("Hartford", "CT", "Connecticut"),
    ("Iowa City", "IA", "Iowa"),
    ("Juneau", "AK", "Alaska"),
    ("Kalamazoo", "MI", "Michigan"),
    ("Las Cruces", "NM", "New Mexico"),
    ("Missoula", "MT", "Montana"),
    ("Nashville", "TN", "Tennessee"),
    ("Omaha", "NE", "Nebraska"),
    ("Santa Fe", "NM", "New Mexico"),
];

/// Somebody.
#[derive(Clone, Debug)]
pub struct Person {
    pub given: &'static str,
    pub family: &'static str,
    pub email: String,
    /// Ten digits.
    pub phone: String,
    /// Sixteen digits with their check digit, ISO/IEC 7812-1.
    pub card: String,
    pub house: u32,
    pub street: &'static str,
    pub suffix: (&'static str, &'static str),
    pub unit: u32,
    pub city: (&'static str, &'static str, &'static str),
    pub zip: String,
}

/// Anybody.
pub fn anybody() -> impl Strategy<Value = Person> {
    let who = (
        prop::sample::select(GIVEN.to_vec()),
        prop::sample::select(FAMILY.to_vec()),
    );
    let mail = (
        "[a-z]{2}[0-9]{3}[a-z]{2}",
        prop::sample::select(vec!["example.com", "example.org", "mail.example.net"]),
    );
    // NANP area codes and exchanges begin with 2 to 9; 555-01xx is kept for fiction.
    let phone = (201_u32..990, 0_u32..100).prop_map(|(area, last)| format!("{area}55501{last:02}"));
    let card = "4[0-9]{14}".prop_map(with_check_digit);
    let place = (
        100_u32..9_900,
        prop::sample::select(STREET.to_vec()),
        prop::sample::select(SUFFIX.to_vec()),
        1_u32..80,
        prop::sample::select(CITY.to_vec()),
        "[1-8][0-9]{4}",
    );
    (who, mail, phone, card, place).prop_map(
        |((given, family), (local, domain), phone, card, place)| {
            let (house, street, suffix, unit, city, zip) = place;
            Person {
                given,
                family,
                email: format!("{local}@{domain}"),
                phone,
                card,
                house,
                street,
                suffix,
                unit,
                city,
                zip,
            }
        },
    )
}

fn with_check_digit(digits: String) -> String {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(
            |(place, digit)| match (place % 2, u32::from(digit - b'0')) {
                (0, digit) => digit * 2 / 10 + digit * 2 % 10,
                (_, digit) => digit,
            },
        )
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

impl Person {
    /// What looks for this person.
    pub fn inspector(&self) -> Inspector {
        let source = format!(
            "emails = [\"{}\"]\nphones = [\"{}\"]\n[[names]]\ngiven = \"{}\"\nfamily = \"{}\"\n[[cards]]\nnumber = \"{}\"\n\
             [[addresses]]\nstreet = \"{}\"\nunit = \"Apt {}\"\ncity = \"{}\"\nregion = \"{}\"\npostal_code = \"{}\"\n",
            self.email,
            self.phone,
            self.given,
            self.family,
            self.card,
            self.street_line(0),
            self.unit,
            self.city.0,
            self.city.1,
            self.zip
        );
        let source: ProfileSource = toml::from_str(&source).unwrap();
        Inspector::new(Profile::new(&source).unwrap()).unwrap()
    }

    fn street_line(&self, way: usize) -> String {
        let Self {
            house,
            street,
            suffix,
            ..
        } = self;
        match way % 4 {
            0 => format!("{house} {street} {}", suffix.0),
            1 => format!("{house} {street} {}", suffix.1),
            2 => format!("{house} {street} {}.", suffix.1),
            _ => format!("{house} {street} {}", suffix.1).to_uppercase(),
        }
    }

    fn phone_written(&self, way: usize) -> String {
        let (area, exchange, line) = (&self.phone[..3], &self.phone[3..6], &self.phone[6..]);
        match way % 6 {
            0 => self.phone.clone(),
            1 => format!("+1{}", self.phone),
            2 => format!("({area}) {exchange}-{line}"),
            3 => format!("{area}.{exchange}.{line}"),
            4 => format!("1-{area}-{exchange}-{line}"),
            _ => format!("+1 {area} {exchange} {line}"),
        }
    }

    fn card_written(&self, way: usize) -> String {
        let groups: Vec<&str> = (0..4)
            .map(|group| &self.card[group * 4..group * 4 + 4])
            .collect();
        match way % 3 {
            0 => self.card.clone(),
            1 => groups.join(" "),
            _ => groups.join("-"),
        }
    }

    fn city_line(&self, way: usize) -> String {
        let (city, short, long) = self.city;
        match way % 4 {
            0 => format!("{city}, {short} {}", self.zip),
            1 => format!("{city} {long} {}", self.zip).to_uppercase(),
            2 => format!("{city}, {short} {}-1234", self.zip),
            _ => format!("{city}, {short} *****"),
        }
    }

    /// A receipt in one of many ways, as a body of one of three sorts.
    pub fn receipt(&self, way: usize) -> Request<'static> {
        let name = match way % 3 {
            0 => format!("{} {}", self.given, self.family),
            1 => format!("{}, {}", self.family, self.given),
            _ => format!("{} {}", self.given, self.family).to_uppercase(),
        };
        let unit = ["Apt", "#", "Unit"][way / 3 % 3];
        let street = format!("{} {unit} {}", self.street_line(way / 5), self.unit);
        let fields = [
            ("customer", name),
            ("mail", self.email.clone()),
            ("tel", self.phone_written(way / 7)),
            ("pan", self.card_written(way / 11)),
            ("line1", street),
            ("line2", self.city_line(way / 13)),
        ];
        let body = match way / 17 % 3 {
            0 => format!(
                "{{{}}}",
                fields
                    .map(|(key, value)| format!("\"{key}\":\"{value}\""))
                    .join(",")
            ),
            1 => fields.map(|(_, value)| value).join("\n"),
            _ => fields
                .map(|(key, value)| format!("{key}={}", percent(&value)))
                .join("&"),
        };
        Request {
            url: "https://collect.example.net/receipt".into(),
            method: "POST".into(),
            body: Body {
                content: Content::Bytes(body.into_bytes().into()),
                unread: Vec::new(),
            },
            ..Request::default()
        }
    }
}

fn percent(value: &str) -> String {
    value.replace('+', "%2B").replace('#', "%23")
}
