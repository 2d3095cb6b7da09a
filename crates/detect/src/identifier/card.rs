//! Payment cards.
//!
//! What it finds: the number whole, grouped or split; the first six and last four digits with
//! the rest masked; the last four alone where a name or a neighbouring word says card.
//! What it misses: four digits that nothing calls a card's. References: ISO/IEC 7812-1 (Luhn's
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
    let mut written = Written::masked(format!("•••• {last4}"));
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
        let bits = weight::digits(6) / 2.0 + weight::digits(4);
        written.form(&first6, parts, bits, Rule::Card(Secret::new(last4.clone())));
    }
    written.form(&last4, last, weight::digits(4), Rule::Named(CARD_WORDS));
    written.normals([last4], last, weight::digits(4));
    Some(written)
}

fn grouped(number: &str, separator: char) -> String {
    let mut out = String::new();
    for (index, digit) in number.chars().enumerate() {
        if index > 0 && index % 4 == 0 {
            out.push(separator);
        }
        out.push(digit);
    }
    out
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
    fn luhn_tells_a_mistyped_digit() {
        // ISO/IEC 7812-1, annex B.
        assert!(luhn("4111111111111111"));
        assert!(!luhn("4111111111111112"));
    }
}
