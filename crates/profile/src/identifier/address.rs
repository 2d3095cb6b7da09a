//! Postal addresses.
//!
//! What it finds: street, unit, city, region and postal code, each in its usual spellings, alone
//! in a field of its own or beside each other in any order; digests of each.
//! Why it matters: the postal address is what logged-in pages of a postal service handed on.
//! What it misses: a city or a region alone in running text, which proves nothing.
//! References: USPS Publication 28, chapter 2 and appendices B (states) and C (suffixes, units).

use super::places::regions;
use super::spelling::{digits, masked, normal_forms, spelled_out};
use super::street_line::{masked as masked_street, streets, without_unit};
use super::street_words::UNIT_WORDS;
use super::{Parts, Rule, Street, Written};
use crate::profile::{Address, Problems};
use crate::{Part, Secret, weight};
use leaklight_fold as fold;

/// Checks an address and works out its forms.
pub fn written(
    address: &Address,
    country: &str,
    path: &str,
    problems: &mut Problems,
) -> Option<Written> {
    let value = |secret: &Option<Secret>| {
        secret
            .as_ref()
            .map(|secret| secret.expose().trim().to_owned())
            .unwrap_or_default()
    };
    let country = address.country.as_deref().unwrap_or(country);
    if !super::is_country(country) {
        problems.error(
            &format!("{path}.country"),
            "not_a_country",
            "a country is two letters, as in US",
        );
        return None;
    }
    let (line, mut unit) = (value(&address.street), value(&address.unit));
    let (city, region, postal_code) = (
        value(&address.city),
        value(&address.region),
        value(&address.postal_code),
    );
    if line.is_empty() && postal_code.is_empty() {
        problems.error(
            path,
            "empty_address",
            "an address needs a street or a postal code",
        );
        return None;
    }
    if country.eq_ignore_ascii_case("US") && !postal_code.is_empty() && !is_zip(&postal_code) {
        problems.error(
            &format!("{path}.postal_code"),
            "not_a_zip",
            "a ZIP code has five, nine or eleven digits",
        );
        return None;
    }
    let (line, inline_unit) = without_unit(&line, country);
    if unit.is_empty() {
        unit = inline_unit;
    }
    let shown = if line.is_empty() {
        masked(&postal_code)
    } else {
        masked_street(&line)
    };
    let mut written = Written::masked(shown);
    add_street(&mut written, &line);
    if let Some(line) = spelled_out(&line) {
        add_street(&mut written, &line);
    }
    add_unit(&mut written, &unit);
    add(&mut written, &city, Part::City, weight::CITY);
    for spelling in regions(&region, country) {
        add(&mut written, &spelling, Part::Region, weight::REGION);
    }
    if country.eq_ignore_ascii_case("US") {
        add_zip(&mut written, &postal_code, &line);
    } else {
        add_postal_code(&mut written, &postal_code, country);
    }
    Some(written)
}

fn add(written: &mut Written, text: &str, part: Part, bits: f32) {
    written.form(text, Parts::of(part), bits, Rule::Beside);
    written.normals_of(text, Parts::of(part), bits + weight::DIGESTED_PLACE);
}

fn add_street(written: &mut Written, line: &str) {
    let parts = Parts::of(Part::Street);
    for street in streets(line) {
        let bits = street.bits();
        let core = street.core.expose().to_owned();
        for spelling in street.spellings() {
            written.rare_normals(
                normal_forms(&spelling),
                parts,
                bits + weight::DIGESTED_PLACE,
            );
        }
        // Google's customer match drops the house number and all punctuation.
        for spelling in street.unnumbered() {
            let spelling: String = spelling
                .chars()
                .filter(|letter| !letter.is_numeric())
                .collect();
            written.rare_normals(
                normal_forms(&spelling),
                parts,
                street.core_bits + weight::DIGESTED_PLACE,
            );
        }
        written.form(&core, parts, bits, Rule::Street(Box::new(street)));
    }
    let bits = streets(line)
        .first()
        .map_or(weight::street_name(&fold::folded(line)), Street::bits);
    written.normals_of(line, parts, bits + weight::DIGESTED_PLACE);
}

fn add_unit(written: &mut Written, unit: &str) {
    let parts = Parts::of(Part::Unit);
    let words = fold::words(unit);
    let value = match words.split_first() {
        Some((first, rest)) if UNIT_WORDS.contains(&first.as_str()) && !rest.is_empty() => {
            rest.concat()
        }
        _ => words.concat(),
    };
    if value.is_empty() {
        return;
    }
    let bits = weight::unit(&value);
    written.form(&value, parts, bits, Rule::Beside);
    for word in UNIT_WORDS {
        written.form(&format!("{word}{value}"), parts, bits, Rule::Beside);
    }
    written.normals_of(unit, parts, bits);
}

/// A ZIP code, with the four digits behind it that narrow it down to a block, and the two behind
/// those that name the house: the last two of its number (USPS, delivery point barcode).
fn add_zip(written: &mut Written, zip: &str, line: &str) {
    let parts = Parts::of(Part::PostalCode);
    let whole = digits(zip);
    let Some(five) = whole.get(..5) else { return };
    if let Some(nine) = whole.get(..9) {
        let bits = weight::POSTAL_CODE + weight::ZIP4;
        let house = format!(
            "0{}",
            digits(line.split_whitespace().next().unwrap_or_default())
        );
        let point = whole.get(9..).filter(|point| !point.is_empty());
        let point = point.or(house.get(house.len() - 2..)).unwrap_or_default();
        if point.len() == 2 && house.len() > 1 {
            let eleven = format!("{nine}{point}");
            written.form(&eleven, parts, bits + weight::DELIVERY_POINT, Rule::Beside);
        }
        written.form(nine, parts, bits, Rule::Beside);
        written.normals_of(&format!("{five}-{}", &nine[5..]), parts, bits);
    }
    add(written, five, Part::PostalCode, weight::POSTAL_CODE);
}

fn add_postal_code(written: &mut Written, postal_code: &str, country: &str) {
    let whole = fold::folded(postal_code);
    let bits = if whole.contains(|letter: char| letter.is_ascii_alphabetic()) {
        weight::POSTAL_CODE_OF_A_STREET
    } else {
        weight::POSTAL_CODE
    };
    add(written, postal_code, Part::PostalCode, bits);
    let parts = Parts::of(Part::PostalCode);
    let bits = bits + weight::DIGESTED_PLACE;
    match (country.to_ascii_uppercase().as_str(), whole.len()) {
        ("CA", 6) => written.normals([format!("{} {}", &whole[..3], &whole[3..])], parts, bits),
        ("GB", 5..=7) if whole.is_ascii() => {
            let (outward, inward) = whole.split_at(whole.len() - 3);
            written.normals([format!("{outward} {inward}")], parts, bits);
            // Meta: area, district and sector.
            let sector = format!("{outward}{}", &inward[..1]);
            written.normals([sector], parts, weight::POSTAL_CODE);
        }
        _ => {}
    }
}

fn is_zip(text: &str) -> bool {
    let digits = super::spelling::digits(text);
    matches!(digits.len(), 5 | 9 | 11)
        && text
            .chars()
            .all(|letter| letter.is_ascii_digit() || letter == '-')
}
