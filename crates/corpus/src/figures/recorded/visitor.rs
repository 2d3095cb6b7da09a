//! The visitor of the recordings, whose details give way to another person's. `tests/corpus/recorded/record.js` has
//! the same.

use crate::figures::digest::Algorithm;
use crate::figures::encode::hex;
use crate::figures::people::{Person, Road};

const EMAIL: &str = "zorabel.quimthorpe@example.com";
const PHONE: &str = "3075550186";

/// What was found of a detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Whole(&'static str),
    Given,
    Family,
    Street,
    City,
    Code,
    DigestedGiven,
    DigestedFamily,
    Nothing,
}

/// Puts a person's details where the visitor's stand.
pub struct Swap {
    /// What is written there, what takes its place, and of what it is a piece; the longer ones first.
    swaps: Vec<(String, String, Piece)>,
    found: Vec<Piece>,
}

impl Swap {
    /// For a person who lives in a flat in the United States.
    pub fn new(person: &Person) -> Self {
        let home = &person.home;
        let phone = person.phone.national();
        let (area, rest) = phone.split_at(3);
        let (given, family) = (person.given, person.family);
        let flat = home.unit_line(false).unwrap_or_default();
        let last4 = &person.card[person.card.len() - 4..];
        let region = home.region.map_or("", |region| region.1);
        let mut swaps: Vec<(String, String, Piece)> = Vec::new();
        let mut swap =
            |from: &str, to: &str, piece| swaps.push((from.to_owned(), to.to_owned(), piece));
        swap(EMAIL, &person.email, Piece::Whole("email-1"));
        for (code, separator) in [("+1", ""), ("1", ""), ("", ""), ("", "-")] {
            let from = format!("{code}307{separator}555{separator}0186");
            let to = format!(
                "{code}{area}{separator}{}{separator}{}",
                &rest[..3],
                &rest[3..]
            );
            swap(&from, &to, Piece::Whole("phone-1"));
        }
        swap(
            "HP730199426615US",
            &person.other.1.replace(' ', ""),
            Piece::Whole("other-1"),
        );
        swap(
            "ending in 3155",
            &format!("ending in {last4}"),
            Piece::Whole("card-1"),
        );
        swap(
            "7042 Quillhaven Creek Road",
            &home.street(Road::Full),
            Piece::Street,
        );
        swap(
            "7042 QUILLHAVEN CREEK RD",
            &home.street(Road::Short).to_uppercase(),
            Piece::Street,
        );
        for (from, to, piece) in [
            ("Zorabel", given, Piece::Given),
            ("Quimthorpe", family, Piece::Family),
            ("Vexburg", home.city, Piece::City),
            ("Apt 93C", &flat, Piece::Nothing),
        ] {
            swap(from, to, piece);
            swap(&from.to_uppercase(), &to.to_uppercase(), piece);
        }
        swap("82937", &home.code, Piece::Code);
        swap("WY", region, Piece::Nothing);
        let normal = |text: &str| {
            text.to_lowercase()
                .chars()
                .filter(|letter| letter.is_alphanumeric())
                .collect::<String>()
        };
        let digested = [
            (
                EMAIL.to_owned(),
                person.email.to_lowercase(),
                Piece::Whole("email-1"),
            ),
            (PHONE.to_owned(), phone.clone(), Piece::Whole("phone-1")),
            (
                format!("1{PHONE}"),
                format!("1{phone}"),
                Piece::Whole("phone-1"),
            ),
            (
                format!("+1{PHONE}"),
                format!("+1{phone}"),
                Piece::Whole("phone-1"),
            ),
            ("zorabel".to_owned(), normal(given), Piece::DigestedGiven),
            (
                "quimthorpe".to_owned(),
                normal(family),
                Piece::DigestedFamily,
            ),
            ("vexburg".to_owned(), normal(home.city), Piece::City),
            ("82937".to_owned(), home.code.clone(), Piece::Code),
            ("wy".to_owned(), region.to_lowercase(), Piece::Nothing),
        ];
        for (from, to, piece) in digested {
            for algorithm in Algorithm::USUAL {
                swap(
                    &hex(&algorithm.of(from.as_bytes())),
                    &hex(&algorithm.of(to.as_bytes())),
                    piece,
                );
            }
        }
        swaps.sort_by_key(|(from, ..)| std::cmp::Reverse(from.len()));
        Self {
            swaps,
            found: Vec::new(),
        }
    }

    /// Text with the other person's details in it.
    pub fn text(&mut self, text: &str) -> String {
        let mut out = String::new();
        let mut at = 0;
        while let Some(letter) = text[at..].chars().next() {
            let found = self.swaps.iter().find(|(from, ..)| {
                text[at..].starts_with(from.as_str()) && (from != "WY" || is_word(text, at, 2))
            });
            match found {
                Some((from, to, piece)) => {
                    out.push_str(to);
                    self.found.push(*piece);
                    at += from.len();
                }
                None => {
                    out.push(letter);
                    at += letter.len_utf8();
                }
            }
        }
        out
    }

    /// The identifiers of which enough stands there.
    pub fn expected(&self) -> Vec<&'static str> {
        let has = |piece| self.found.contains(&piece);
        let mut expected: Vec<&'static str> = Vec::new();
        for piece in &self.found {
            if let Piece::Whole(id) = piece
                && !expected.contains(id)
            {
                expected.push(id);
            }
        }
        if has(Piece::Given) && has(Piece::Family)
            || has(Piece::DigestedGiven) && has(Piece::DigestedFamily)
        {
            expected.push("name-1");
        }
        if has(Piece::Street) || has(Piece::City) && has(Piece::Code) {
            expected.push("address-1");
        }
        expected
    }
}

fn is_word(text: &str, at: usize, length: usize) -> bool {
    let letter = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
    !letter(text[..at].chars().next_back()) && !letter(text[at + length..].chars().next())
}
