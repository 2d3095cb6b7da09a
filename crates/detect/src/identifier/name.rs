//! Names.
//!
//! What it finds: given and family name beside each other in either order, with a middle name or
//! initial or without; each alone in a field of its own; digests of each and of both.
//! What it misses: a given or family name alone in running text, which proves nothing.

use super::ordinary::is_ordinary;
use super::spelling::masked;
use super::{Parts, Rule, Written};
use crate::profile::{Name, Problems};
use crate::{Part, Secret, weight};

/// Checks a name and works out its forms.
pub fn written(name: &Name, path: &str, problems: &mut Problems) -> Option<Written> {
    let value = |secret: &Option<Secret>| {
        secret
            .as_ref()
            .map(|secret| secret.expose().trim().to_owned())
            .unwrap_or_default()
    };
    let (given, middle, family) = (value(&name.given), value(&name.middle), value(&name.family));
    if given.is_empty() && family.is_empty() {
        problems.error(path, "empty_name", "a name needs a given or a family name");
        return None;
    }
    if given.is_empty() || family.is_empty() {
        problems.warning(path, "weak", "a given or a family name alone proves little");
    }
    let mut written = Written::masked(
        [masked(&given), masked(&family)]
            .join(" ")
            .trim()
            .to_owned(),
    );
    let parts = [
        (&given, Part::Given, weight::GIVEN_NAME),
        (&middle, Part::Middle, weight::MIDDLE_NAME),
        (&family, Part::Family, weight::FAMILY_NAME),
    ];
    for (text, part, bits) in parts {
        written.form(text, Parts::of(part), bits, Rule::Beside);
        written.normals_of(text, Parts::of(part), bits);
    }
    if !given.is_empty() && !family.is_empty() {
        both(&mut written, &given, &middle, &family);
    }
    Some(written)
}

/// Given and family name beside each other.
fn both(written: &mut Written, given: &str, middle: &str, family: &str) {
    let parts = Parts::of(Part::Given).and(Parts::of(Part::Family));
    let bits = weight::GIVEN_NAME + weight::FAMILY_NAME + weight::BOTH_NAMES;
    let ordinary = is_ordinary(given) && is_ordinary(family);
    let rule = if ordinary {
        Rule::OrdinaryWords
    } else {
        Rule::Words
    };
    for text in [format!("{given} {family}"), format!("{family} {given}")] {
        written.form(&text, parts, bits, rule.clone());
        written.normals_of(&text, parts, bits);
    }
    written.normals_of(&format!("{family}, {given}"), parts, bits);
    let Some(initial) = middle.chars().next() else {
        return;
    };
    let parts = parts.and(Parts::of(Part::Middle));
    for (middle, extra) in [
        (initial.to_string(), weight::INITIAL),
        (middle.to_owned(), weight::MIDDLE_NAME),
    ] {
        for text in [
            format!("{given} {middle} {family}"),
            format!("{family} {given} {middle}"),
        ] {
            written.form(&text, parts, bits + extra, Rule::Words);
            written.normals_of(&text, parts, bits + extra);
        }
    }
}
