//! How much a match proves, in bits.
//!
//! A form's bits are what it tells about one person: 10 bits single out one in about a thousand.
//! From them goes the chance that such text stands there by accident: the base-2 logarithm of the
//! number of words it could have stood at ([`accident`]). A field's name that says what it holds
//! takes the accident away and adds a little ([`NAMED`]). ARCHITECTURE.md tells it at length.

use crate::Confidence;

/// At this many bits accident explains a match once in 64 requests that look like it: worth
/// counting, not worth a warning.
const POSSIBLE: f32 = 6.0;
/// Once in 4,096: worth a warning.
const LIKELY: f32 = 12.0;
/// Once in a million.
const CERTAIN: f32 = 20.0;

/// The confidence that bits amount to; none where they amount to nothing.
pub fn confidence(bits: f32) -> Option<Confidence> {
    if bits >= CERTAIN {
        Some(Confidence::Certain)
    } else if bits >= LIKELY {
        Some(Confidence::Likely)
    } else if bits >= POSSIBLE {
        Some(Confidence::Possible)
    } else {
        None
    }
}

/// What chance costs, where a match could have stood at any of `places` words or fields.
pub fn accident(places: usize) -> f32 {
    (places.max(1) as f32).log2()
}

/// A field whose name says clearly that it holds just this.
pub const NAMED: f32 = 3.0;
/// A field whose name may say so.
pub const NAMED_VAGUELY: f32 = 1.5;

/// A given name. The commonest ones stand for one person in a hundred, and many are words.
pub const GIVEN_NAME: f32 = 7.0;
/// A family name: shared with a whole family, by definition.
pub const FAMILY_NAME: f32 = 8.0;
/// What a name of ordinary words loses in lower case.
pub const ORDINARY_WORDS: f32 = 10.0;
/// Given and family name beside each other, beyond what each proves.
pub const BOTH_NAMES: f32 = 5.0;
/// What a name loses that is shortened: fewer people choose it so.
pub const SHORTENED_NAME: f32 = 3.0;
/// A middle name, of the same stock as given names but rarely asked for.
pub const MIDDLE_NAME: f32 = 7.0;
/// A middle initial: log2 of 26 letters, less their uneven use.
pub const INITIAL: f32 = 4.0;

/// A city. City, region and postal code are told by any look-up of an IP address, and shared with
/// all neighbours, which is why they count for less than their number would allow.
pub const CITY: f32 = 5.0;
/// A state or province.
pub const REGION: f32 = 2.0;
/// A ZIP code: some 41,500 of them would be 15 bits; see [`CITY`].
pub const POSTAL_CODE: f32 = 7.0;
/// A postal code of letters and digits (Canada, the United Kingdom, the Netherlands), which stands
/// for a few dozen households.
pub const POSTAL_CODE_OF_A_STREET: f32 = 12.0;
/// A place under a digest was not told by an IP address: it was asked of a person.
pub const DIGESTED_PLACE: f32 = 3.0;
/// A street without what belongs to its name: `123 Main` for `123 Main St`.
pub const BARE_STREET: f32 = 4.0;
/// A street beside its own city or postal code: beside a street, a city was not told by an IP
/// address (see [`CITY`]).
pub const STREET_IN_PLACE: f32 = 6.0;
/// A street beside another postal code, or beside another city in a field named for it: every
/// town has a Main Street.
pub const ELSEWHERE: f32 = 14.0;
/// A street with fewer bits has no house number, and stands in many cities.
pub const NUMBERED_STREET: f32 = 12.0;
/// A house number on the side where it was not saved: `Main Street: 123 charts`.
pub const REVERSED: f32 = 6.0;

/// A digest of less than this many bits is looked up in a table ...
pub const SMALL: f32 = 16.0;
/// ... and may be that of something else, where no name says what it is.
pub const GUESS: f32 = 6.0;
/// The four digits behind a ZIP code, which narrow it down to a block.
pub const ZIP4: f32 = 10.0;
/// The delivery point behind those: within the block, the house.
pub const DELIVERY_POINT: f32 = 5.0;
/// An apartment or suite.
pub const UNIT: f32 = 5.0;
/// A whole street line under a digest.
pub const STREET_LINE: f32 = 18.0;

/// Birthdays over 80 years: the logarithm of 80 times 365.
pub const BIRTH_DATE: f32 = 14.8;

/// The most that anything proves: one in 10^18, far more than there are people.
pub const MOST: f32 = 60.0;

/// An email address: its local part, and its domain where few people share it.
pub fn email(local: &str, domain: &str) -> f32 {
    // Printed English has about 2.3 bits a letter, names and numbers somewhat more.
    const A_LETTER: f32 = 2.5;
    const DOMAIN: f32 = 8.0;
    (local.chars().count() as f32 * A_LETTER + DOMAIN + domain.len() as f32 / 4.0).min(MOST)
}

/// An email address's local part without its domain, in a field named for it.
pub fn local_part(local: &str) -> f32 {
    (local.chars().count() as f32 * 2.5).min(MOST)
}

/// An email address's domain: the large providers' tell nothing about one person.
pub fn email_domain(domain: &str) -> f32 {
    #[rustfmt::skip]
    const PROVIDERS: &[&str] = &[
        "gmail.com", "googlemail.com", "yahoo.com", "hotmail.com", "outlook.com", "aol.com", "icloud.com", "me.com",
        "live.com", "msn.com", "comcast.net", "att.net", "verizon.net", "proton.me", "protonmail.com", "gmx.de", "gmx.net",
        "web.de", "t-online.de", "orange.fr", "wanadoo.fr", "free.fr", "laposte.net", "btinternet.com", "mail.ru", "qq.com",
    ];
    if PROVIDERS.contains(&domain.to_lowercase().as_str()) {
        1.0
    } else {
        6.0
    }
}

/// That many random decimal digits.
pub fn digits(count: usize) -> f32 {
    (count as f32 * std::f32::consts::LOG2_10).min(MOST)
}

/// A code of letters and digits. Digits are random, letters are mostly words.
pub fn code(folded: &str) -> f32 {
    let numbers = folded.chars().filter(char::is_ascii_digit).count();
    let letters = folded.chars().count() - numbers;
    (digits(numbers) + letters as f32 * 2.3).min(MOST)
}

/// A house number. Short ones are common: by Benford's law a leading 1 costs 1.7 bits.
pub fn house_number(number: &str) -> f32 {
    match number.len() {
        0 => 0.0,
        length => length as f32 * 3.0,
    }
}

/// A street's own name. The commonest (Second, Third, First, Fourth, Park, Fifth, Main, … in the US
/// Census Bureau's count of 1993) stand in thousands of towns.
pub fn street_name(core: &str) -> f32 {
    #[rustfmt::skip]
    const COMMON: &[&str] = &[
        "second", "2nd", "third", "3rd", "first", "1st", "fourth", "4th", "park", "fifth", "5th", "main",
        "sixth", "6th", "oak", "seventh", "7th", "pine", "maple", "cedar", "eighth", "8th", "elm", "view",
        "washington", "ninth", "9th", "lake", "hill", "church", "high", "haupt", "station", "po box", "post office box", "pob", "box", "postfach", "bp",
    ];
    if COMMON.contains(&core) {
        7.0
    } else {
        (core.chars().count() as f32 * 2.3).clamp(5.0, 14.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_rises_with_bits() {
        assert_eq!(confidence(5.9), None);
        assert_eq!(confidence(6.0), Some(Confidence::Possible));
        assert_eq!(confidence(12.0), Some(Confidence::Likely));
        assert_eq!(confidence(20.0), Some(Confidence::Certain));
    }
}
