//! Phone numbers.
//!
//! What it finds: the national number with any separators, alone or behind its country code,
//! `+`, `00`, `011` or its country's trunk prefix, with an extension or without; digests of every
//! vendor's normal form. What it misses: vanity letters; parts of a number.
//! References: ITU-T E.164 and E.123 for the usual spellings; `numbering.tsv` for the plans.

use super::numbering::{self, Divided};
use super::{Number, Parts, Rule, Written};
use crate::profile::Problems;
use crate::{Secret, weight};

/// What people write before an extension, which is another number (E.123 section 3.4, RFC 3966).
const EXTENSIONS: &[&str] = &["extension", "ext", "poste", "durchwahl", ";", "#", "x"];

/// Checks a number and works out its forms.
pub fn written(phone: &str, country: &str, path: &str, problems: &mut Problems) -> Option<Written> {
    let main = without_extension(phone);
    let divided = Some(main)
        .filter(|main| !main.contains(char::is_alphabetic))
        .and_then(|main| numbering::divide(main, country));
    let Some(Divided { plan, national }) = divided else {
        problems.error(path, "not_a_phone", "a phone number reads +1 212-555-0143");
        return None;
    };
    let (code, trunk) = (plan.code, plan.trunk);
    let bits = weight::phone(national.len());
    let last = &national[national.len().saturating_sub(2)..];
    let mut written = Written::masked(format!("+{code} ••• {last}"));
    // North American numbers are always grouped 3-3-4.
    let breaks: &[usize] = if code == "1" { &[3, 6] } else { &[] };
    let number = Number {
        code: Some(Secret::new(code)),
        trunk,
        breaks,
    };
    written.form(&national, Parts::NONE, bits, Rule::Number(number));
    written.normals_of(main.trim(), Parts::NONE, bits);
    written.normals(
        [
            format!("+{code}{national}"),
            format!("{code}{national}"),
            national.clone(),
            format!("{trunk}{national}"),
        ],
        Parts::NONE,
        bits,
    );
    written.rare_normals(rare(code, trunk, &national), Parts::NONE, bits);
    Some(written)
}

/// Spellings that few would digest.
fn rare(code: &str, trunk: &str, national: &str) -> Vec<String> {
    let mut rare = vec![
        format!("00{code}{national}"),
        format!("011{code}{national}"),
        format!("+{national}"),
        format!("0{national}"),
        format!("{code}{trunk}{national}"),
    ];
    if let (10, Some((area, rest))) = (national.len(), national.split_at_checked(3)) {
        let (exchange, line) = rest.split_at(3);
        rare.extend([
            format!("({area}) {exchange}-{line}"),
            format!("({area}){exchange}-{line}"),
            format!("{area}-{exchange}-{line}"),
            format!("{area}.{exchange}.{line}"),
            format!("{area} {exchange} {line}"),
            format!("+{code} {area}-{exchange}-{line}"),
            format!("+{code}-{area}-{exchange}-{line}"),
            format!("{code}-{area}-{exchange}-{line}"),
            format!("+{code} ({area}) {exchange}-{line}"),
            format!("+{code} {area} {exchange} {line}"),
        ]);
    }
    rare
}

/// A number without its extension.
fn without_extension(phone: &str) -> &str {
    let lower = phone.to_ascii_lowercase();
    let starts = EXTENSIONS.iter().filter_map(|word| lower.find(word));
    &phone[..starts.min().unwrap_or(phone.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extensions_are_other_numbers() {
        for phone in [
            "212-555-0143 x12",
            "212-555-0143 ext. 12",
            "212-555-0143;ext=12",
        ] {
            let written = written(phone, "US", "phones[0]", &mut Problems::default());
            let forms = written.map(|written| written.forms).unwrap_or_default();
            let texts: Vec<_> = forms.iter().map(|form| form.text.expose()).collect();
            assert_eq!(texts, ["2125550143"], "{phone}");
        }
    }
}
