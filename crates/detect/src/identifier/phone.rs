//! Phone numbers.
//!
//! What it finds: the national number with any separators, alone or behind its country code,
//! `+`, `00`, `011` or a trunk zero; digests of every vendor's normal form.
//! What it misses: vanity letters. References: ITU-T E.164 and its list of country codes
//! (2016-11-15); E.123 for the usual spellings.

use super::spelling::digits;
use super::{Number, Parts, Rule, Written};
use crate::profile::Problems;
use crate::{Secret, weight};

/// E.164 allows fifteen digits in all; no national number in use is shorter than five.
const LONGEST: usize = 15;
const SHORTEST: usize = 5;

/// Country codes of the countries whose people most likely write numbers without one.
#[rustfmt::skip]
const COUNTRY_CODES: &[(&str, &str)] = &[
    ("US", "1"), ("CA", "1"), ("GB", "44"), ("DE", "49"), ("FR", "33"), ("ES", "34"), ("IT", "39"),
    ("NL", "31"), ("BE", "32"), ("CH", "41"), ("AT", "43"), ("DK", "45"), ("SE", "46"), ("NO", "47"),
    ("PL", "48"), ("IE", "353"), ("PT", "351"), ("FI", "358"), ("CZ", "420"), ("GR", "30"),
    ("AU", "61"), ("NZ", "64"), ("JP", "81"), ("KR", "82"), ("CN", "86"), ("IN", "91"), ("MX", "52"),
    ("BR", "55"), ("AR", "54"), ("CL", "56"), ("CO", "57"), ("PE", "51"), ("ZA", "27"), ("TR", "90"),
    ("IL", "972"), ("UA", "380"), ("RO", "40"), ("HU", "36"),
];

/// One- and two-digit country codes; every other code has three digits.
#[rustfmt::skip]
const SHORT_CODES: &[&str] = &[
    "1", "7", "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45",
    "46", "47", "48", "49", "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63",
    "64", "65", "66", "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
];

/// Checks a number and works out its forms.
pub fn written(phone: &str, country: &str, path: &str, problems: &mut Problems) -> Option<Written> {
    let Some((code, national)) = divide(phone, country) else {
        problems.error(path, "not_a_phone", "a phone number reads +1 212-555-0143");
        return None;
    };
    let bits = weight::digits(national.len());
    let last = &national[national.len().saturating_sub(2)..];
    let mut written = Written::masked(format!("+{code} ••• {last}"));
    // North American numbers are always grouped 3-3-4.
    let breaks: &[usize] = if code == "1" { &[3, 6] } else { &[] };
    let number = Number {
        code: Some(Secret::new(code.clone())),
        breaks,
    };
    written.form(&national, Parts::NONE, bits, Rule::Number(number));
    written.normals_of(phone, Parts::NONE, bits);
    let usual = ["+", ""].map(|prefix| format!("{prefix}{code}{national}"));
    written.normals(usual, Parts::NONE, bits);
    written.normals(
        [national.clone(), format!("0{national}")],
        Parts::NONE,
        bits,
    );
    let mut rare: Vec<String> = ["00", "011"]
        .map(|prefix| format!("{prefix}{code}{national}"))
        .to_vec();
    rare.push(format!("+{national}"));
    if let (Some(area), Some(exchange), Some(line)) =
        (national.get(..3), national.get(3..6), national.get(6..10))
    {
        rare.extend([
            format!("({area}) {exchange}-{line}"),
            format!("{area}-{exchange}-{line}"),
            format!("+{code} {area}-{exchange}-{line}"),
        ]);
    }
    written.rare_normals(rare, Parts::NONE, bits);
    Some(written)
}

/// Country code and national number without trunk prefix.
fn divide(phone: &str, country: &str) -> Option<(String, String)> {
    let trimmed = phone.trim();
    // An extension is another number.
    let main = trimmed
        .split(['x', 'X', ';', '#'])
        .next()
        .unwrap_or_default();
    if main.chars().any(|character| character.is_alphabetic()) {
        return None;
    }
    let all = digits(main);
    let international = if trimmed.starts_with('+') {
        Some(all.as_str())
    } else {
        all.strip_prefix("00")
    };
    let (code, national) = match international {
        Some(international) => international.split_at_checked(code_length(international))?,
        None => {
            let country = country.to_ascii_uppercase();
            let code = COUNTRY_CODES.iter().find(|(name, _)| *name == country)?.1;
            let ten_behind_one = code == "1" && all.len() == 11;
            let national = if ten_behind_one {
                all.strip_prefix('1')?
            } else {
                &all
            };
            (code, national)
        }
    };
    // Italy alone keeps the zero when the country code stands before it.
    let national = if code == "39" {
        national
    } else {
        national.trim_start_matches('0')
    };
    let lengths = SHORTEST..=LONGEST - code.len();
    let fits = if code == "1" {
        national.len() == 10
    } else {
        lengths.contains(&national.len())
    };
    fits.then(|| (code.to_owned(), national.to_owned()))
}

fn code_length(international: &str) -> usize {
    (1..=2)
        .find(|length| {
            international
                .get(..*length)
                .is_some_and(|code| SHORT_CODES.contains(&code))
        })
        .unwrap_or(3)
}
