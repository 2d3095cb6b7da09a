//! Birth dates.
//!
//! What it finds: day, month and year in the usual orders, with separators or without, padded or
//! not, before a time of day, with the month's name in five languages; two-digit years in fields
//! named for a birth date; digests of them, Meta's `YYYYMMDD` among them.
//! What it misses: other calendars and languages. References: RFC 3339 section 5.6 for the saved
//! spelling; Unicode CLDR for the names of months.

use super::{Number, Parts, Rule, Written};
use crate::profile::Problems;
use crate::weight;

/// Names of the months in English, German, French, Spanish and Italian.
#[rustfmt::skip]
const MONTHS: [[&str; 5]; 12] = [
    ["january", "januar", "janvier", "enero", "gennaio"],
    ["february", "februar", "février", "febrero", "febbraio"],
    ["march", "märz", "mars", "marzo", "marzo"],
    ["april", "april", "avril", "abril", "aprile"],
    ["may", "mai", "mai", "mayo", "maggio"],
    ["june", "juni", "juin", "junio", "giugno"],
    ["july", "juli", "juillet", "julio", "luglio"],
    ["august", "august", "août", "agosto", "agosto"],
    ["september", "september", "septembre", "septiembre", "settembre"],
    ["october", "oktober", "octobre", "octubre", "ottobre"],
    ["november", "november", "novembre", "noviembre", "novembre"],
    ["december", "dezember", "décembre", "diciembre", "dicembre"],
];

/// Checks a date and works out its forms.
pub fn written(date: &str, path: &str, problems: &mut Problems) -> Option<Written> {
    let Some((year, month, day)) = divide(date.trim()) else {
        problems.error(path, "not_a_date", "a birth date reads YYYY-MM-DD");
        return None;
    };
    let mut written = Written::masked(format!("{year}-••-••"));
    in_digits(&mut written, year, month, day);
    in_words(&mut written, year, month, day);
    Some(written)
}

fn in_digits(written: &mut Written, year: u32, month: u32, day: u32) {
    let bits = weight::BIRTH_DATE;
    let orders: [(String, &'static [usize]); 6] = [
        (format!("{year}-{month:02}-{day:02}"), &[4, 6]),
        (format!("{month:02}-{day:02}-{year}"), &[2, 4]),
        (format!("{day:02}-{month:02}-{year}"), &[2, 4]),
        (format!("{year}-{month}-{day}"), &[4, 5, 6]),
        (format!("{month}-{day}-{year}"), &[1, 2, 3, 4]),
        (format!("{day}-{month}-{year}"), &[1, 2, 3, 4]),
    ];
    for (text, breaks) in orders {
        let number = Number {
            breaks,
            ..Number::default()
        };
        written.form(&text, Parts::NONE, bits, Rule::Number(number));
        for separator in ["-", "/", ".", ""] {
            let text = text.replace('-', separator);
            written.normals([text], Parts::NONE, bits);
        }
    }
    let short = year % 100;
    for text in [
        format!("{short:02}{month:02}{day:02}"),
        format!("{month:02}{day:02}{short:02}"),
        format!("{day:02}{month:02}{short:02}"),
        format!("{month}-{day}-{short:02}"),
        format!("{day}-{month}-{short:02}"),
    ] {
        written.form(&text, Parts::NONE, bits, Rule::Field);
    }
    // JavaScript's and Unix's count of the time, at midnight UTC.
    let seconds = days_since_1970(year, month, day) * 86_400;
    if seconds > 0 {
        for text in [seconds.to_string(), (seconds * 1_000).to_string()] {
            written.form(&text, Parts::NONE, bits, Rule::Field);
        }
    }
}

/// Days from 1970-01-01 to a date of the Gregorian calendar.
fn days_since_1970(year: u32, month: u32, day: u32) -> i64 {
    // Years that begin in March have their leap day at the end.
    let (year, month) = (i64::from(year), i64::from(month));
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let leap_days = year / 4 - year / 100 + year / 400;
    // Days of the months before, from March on; 719,468 days from 0000-03-01 to 1970-01-01.
    year * 365 + leap_days + (month * 153 + 2) / 5 + i64::from(day) - 1 - 719_468
}

fn in_words(written: &mut Written, year: u32, month: u32, day: u32) {
    let bits = weight::BIRTH_DATE;
    for text in [
        format!("{year}年{month}月{day}日"),
        format!("{year}年{month:02}月{day:02}日"),
    ] {
        written.form(&text, Parts::NONE, bits, Rule::Words);
    }
    let names = MONTHS[month as usize - 1];
    let short = |name: &str| name.chars().take(3).collect::<String>();
    let ending = match (day, day % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    for name in names
        .into_iter()
        .flat_map(|name| [name.to_owned(), short(name)])
    {
        for day in [
            format!("{day}"),
            format!("{day:02}"),
            format!("{day}{ending}"),
        ] {
            for text in [
                format!("{name} {day} {year}"),
                format!("{day} {name} {year}"),
                format!("{day} de {name} de {year}"),
                format!("{day} of {name} {year}"),
                format!("{year} {name} {day}"),
            ] {
                written.form(&text, Parts::NONE, bits, Rule::Words);
            }
        }
    }
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

#[cfg(test)]
mod tests {
    use super::*;
    use leaklight_fold as fold;

    #[test]
    fn common_spellings_are_forms() {
        let written = written("1984-03-07", "birth_dates[0]", &mut Problems::default());
        let forms = written.map(|written| written.forms).unwrap_or_default();
        for text in [
            "1984-03-07",
            "19840307",
            "03/07/1984",
            "3/7/1984",
            "07.03.1984",
            "7.3.1984",
            "March 7, 1984",
            "Mar 7th, 1984",
            "7 March 1984",
            "7. März 1984",
            "7 mars 1984",
            "7 de marzo de 1984",
            "03/07/84",
        ] {
            let is = |form: &crate::identifier::Form| form.text.expose() == fold::folded(text);
            assert!(forms.iter().any(is), "{text}");
        }
    }

    #[test]
    fn days_are_counted() {
        // date -u -d 1984-03-07 +%s
        assert_eq!(days_since_1970(1984, 3, 7) * 86_400, 447_465_600);
        assert_eq!(days_since_1970(1970, 1, 1), 0);
        assert_eq!(days_since_1970(2000, 2, 29) * 86_400, 951_782_400);
    }

    #[test]
    fn dates_that_are_none_are_refused() {
        for date in ["1984-13-07", "1984-03-32", "07.03.1984", "84-03-07", ""] {
            assert_eq!(divide(date), None, "{date}");
        }
    }
}
