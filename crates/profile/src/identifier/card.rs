//! Payment cards.
//!
//! What it finds: the number whole, grouped or split; the first six and last four digits with
//! the rest masked; the last four alone where a name or a neighbouring word says card.
//! What it misses: four digits that nothing calls a card's; the expiry date, which is not kept
//! (it is as good as anybody's). References: ISO/IEC 7812-1 (Luhn's
//! check digit, lengths), PCI DSS 3.4.1 (first six and last four may be shown).

use super::spelling::digits;
use super::{Number, Parts, Rule, Written};
use crate::profile::{Card, Problems};
use crate::{Part, Secret, weight};

/// Lengths of card numbers in ISO/IEC 7812-1.
const LENGTHS: std::ops::RangeInclusive<usize> = 12..=19;

/// Groups of four, and American Express's 4-6-5.
const GROUPS: &[usize] = &[4, 8, 10, 12, 16];

/// Words beside four digits that make them a card's.
const CARD_WORDS: &[&str] = &[
    "card",
    "visa",
    "mastercard",
    "amex",
    "discover",
    "debit",
    "credit",
    "tarjeta",
    "carte",
    "karte",
    "xxxx",
    "xxxxxxxxxxxx",
];

/// Checks a card and works out its forms.
pub fn written(card: &Card, path: &str, problems: &mut Problems) -> Option<Written> {
    let given = |secret: &Option<Secret>| secret.as_ref().map(|secret| digits(secret.expose()));
    let number = given(&card.number);
    let mut first6 = given(&card.first6);
    let mut last4 = given(&card.last4);
    if let Some(number) = &number {
        if !LENGTHS.contains(&number.len()) {
            problems.error(
                &format!("{path}.number"),
                "not_a_card",
                "a card number has 12 to 19 digits",
            );
            return None;
        }
        if !luhn(number) {
            problems.warning(
                &format!("{path}.number"),
                "check_digit",
                "the check digit does not fit: is a digit mistyped?",
            );
        }
        first6 = Some(number[..6].to_owned());
        last4 = Some(number[number.len() - 4..].to_owned());
    }
    let Some(last4) = last4.filter(|last4| last4.len() == 4) else {
        problems.error(
            &format!("{path}.last4"),
            "not_last4",
            "the last four digits are four digits",
        );
        return None;
    };
    if first6.as_ref().is_some_and(|first6| first6.len() != 6) {
        problems.error(
            &format!("{path}.first6"),
            "not_first6",
            "the first six digits are six digits",
        );
        return None;
    }
    let brand = brand(number.as_deref().or(first6.as_deref()).unwrap_or_default());
    let mut written = Written::masked(format!("{brand} •••• {last4}").trim_start());
    if let Some(number) = number {
        let bits = weight::digits(number.len() - 1);
        written.form(
            &number,
            Parts::NONE,
            bits,
            Rule::Number(Number {
                breaks: GROUPS,
                ..Number::default()
            }),
        );
        written.normals(
            [number.clone(), grouped(&number, ' '), grouped(&number, '-')],
            Parts::NONE,
            bits,
        );
    }
    let last = Parts::of(Part::Last4);
    if let Some(first6) = first6 {
        let parts = Parts::of(Part::First6).and(last);
        let bits = weight::ISSUER + weight::digits(4);
        written.form(&first6, parts, bits, Rule::Card(Secret::new(last4.clone())));
    }
    written.form(&last4, last, weight::digits(4), Rule::Named(CARD_WORDS));
    written.normals([last4], last, weight::digits(4));
    Some(written)
}

/// A number grouped as it is embossed: American Express 4-6-5, everybody else in fours.
fn grouped(number: &str, separator: char) -> String {
    let mut out = String::new();
    let is_break = |index: usize| match number.len() {
        15 => matches!(index, 4 | 10),
        _ => index > 0 && index.is_multiple_of(4),
    };
    for (index, digit) in number.chars().enumerate() {
        if is_break(index) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A card's brand by the first digits of its number; empty where they are not known.
///
/// Reference: the networks' published issuer ranges, in six digits (ISO/IEC 7812-1).
fn brand(number: &str) -> &'static str {
    let Some(issuer) = number
        .get(..6)
        .and_then(|issuer| issuer.parse::<u32>().ok())
    else {
        return "";
    };
    match issuer {
        400_000..=499_999 => "Visa",
        510_000..=559_999 | 222_100..=272_099 => "Mastercard",
        340_000..=349_999 | 370_000..=379_999 => "American Express",
        601_100..=601_199 | 644_000..=659_999 => "Discover",
        300_000..=305_999 | 360_000..=369_999 | 380_000..=399_999 => "Diners Club",
        352_800..=358_999 => "JCB",
        620_000..=629_999 => "UnionPay",
        _ => "",
    }
}

/// Luhn's check over a number's digits.
fn luhn(number: &str) -> bool {
    let sum: u32 = number
        .bytes()
        .rev()
        .enumerate()
        .map(|(index, digit)| {
            let value = u32::from(digit - b'0') << (index % 2);
            if value > 9 { value - 9 } else { value }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brands_are_told_by_prefix() {
        // The networks' and processors' published test numbers.
        for (number, expected) in [
            ("4012888888881881", "Visa"),
            ("5555555555554444", "Mastercard"),
            ("2223003122003222", "Mastercard"),
            ("378282246310005", "American Express"),
            ("6011111111111117", "Discover"),
            ("36227206271667", "Diners Club"),
            ("3566002020360505", "JCB"),
            ("6200000000000005", "UnionPay"),
            ("9999", ""),
        ] {
            assert_eq!(brand(number), expected, "{number}");
        }
        assert_eq!(grouped("378282246310005", ' '), "3782 822463 10005");
    }

    #[test]
    fn luhn_tells_a_mistyped_digit() {
        // ISO/IEC 7812-1, annex B.
        assert!(luhn("4111111111111111"));
        assert!(!luhn("4111111111111112"));
    }
}
