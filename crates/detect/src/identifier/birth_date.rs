//! Birth dates.
//!
//! What it finds: day, month and year in the usual orders, with separators or without, and with
//! the month's English name; digests of them, Meta's `YYYYMMDD` among them.
//! What it misses: two-digit years. Reference: RFC 3339 section 5.6 for the saved spelling.

use super::{Number, Parts, Rule, Written};
use crate::profile::Problems;
use crate::weight;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Checks a date and works out its forms.
pub fn written(date: &str, path: &str, problems: &mut Problems) -> Option<Written> {
    let Some((year, month, day)) = divide(date.trim()) else {
        problems.error(path, "not_a_date", "a birth date reads YYYY-MM-DD");
        return None;
    };
    let bits = weight::BIRTH_DATE;
    let mut written = Written::masked(format!("{year}-••-••"));
    for (text, breaks) in [
        (format!("{year}-{month:02}-{day:02}"), &[4, 6]),
        (format!("{month:02}-{day:02}-{year}"), &[2, 4]),
        (format!("{day:02}-{month:02}-{year}"), &[2, 4]),
    ] {
        written.form(
            &text,
            Parts::NONE,
            bits,
            Rule::Number(Number {
                breaks,
                ..Number::default()
            }),
        );
        for separator in ["-", "/", ".", ""] {
            written.normals_of(&text.replace('-', separator), Parts::NONE, bits);
        }
    }
    let name = MONTHS[month as usize - 1];
    for name in [name, &name[..3]] {
        for day in [format!("{day}"), format!("{day:02}")] {
            for text in [
                format!("{name} {day} {year}"),
                format!("{day} {name} {year}"),
            ] {
                written.form(&text, Parts::NONE, bits, Rule::Words);
            }
        }
    }
    Some(written)
}

fn divide(date: &str) -> Option<(u32, u32, u32)> {
    let mut fields = date.splitn(3, '-');
    let year = fields.next().filter(|year| year.len() == 4)?.parse().ok()?;
    let month = fields
        .next()
        .filter(|month| month.len() == 2)?
        .parse()
        .ok()?;
    let day = fields.next().filter(|day| day.len() == 2)?.parse().ok()?;
    ((1..=12).contains(&month) && (1..=31).contains(&day)).then_some((year, month, day))
}
