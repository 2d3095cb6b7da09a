//! Names.
//!
//! What it finds: given and family name beside each other in either order, with a middle name or
//! initial or without, and names of several words as they are shortened; each alone in a field of
//! its own; digests of each and of both. Hyphens, accents, apostrophes, `_` and camel case do not
//! matter (`crates/fold`).
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
        (&given, Part::Given, weight::given_name(&given)),
        (&middle, Part::Middle, weight::MIDDLE_NAME),
        (&family, Part::Family, weight::family_name(&family)),
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
    let bits = weight::both_names(given, family);
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
    written.rare_normals(
        [".", "_", "-"].map(|mark| format!("{given}{mark}{family}").to_lowercase()),
        parts,
        bits,
    );
    for (given, family) in shortened(given, family) {
        let bits = bits - weight::SHORTENED_NAME;
        written.form(&format!("{given} {family}"), parts, bits, Rule::Words);
        written.form(&format!("{family} {given}"), parts, bits, Rule::Words);
    }
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
        let text = format!("{family}, {given} {middle}");
        written.rare_normals([text.to_lowercase()], parts, bits + extra);
    }
}

/// Names of several words as they are shortened: the first given name alone, one of two family
/// names (`García Márquez`), the family name without what leads it (`Van Houten`).
fn shortened(given: &str, family: &str) -> Vec<(String, String)> {
    let pieces = |name: &str| -> Vec<String> {
        let pieces = name.split(|letter: char| letter.is_whitespace() || letter == '-');
        pieces
            .filter(|piece| piece.chars().count() >= SHORTEST_PIECE)
            .filter(|piece| !PARTICLES.contains(&piece.to_lowercase().as_str()))
            .map(str::to_owned)
            .collect()
    };
    let mut givens = vec![given.to_owned()];
    givens.extend(pieces(given).into_iter().next());
    let mut families = vec![family.to_owned()];
    families.extend(pieces(family));
    givens.dedup();
    families.dedup();
    let pairs = givens.iter().flat_map(|given| {
        let families = families.iter();
        families.map(move |family| (given.clone(), family.clone()))
    });
    pairs.skip(1).take(MOST_SHORTENED).collect()
}

/// Whether a folded word leads family names and is no name itself.
pub fn is_particle(word: &[u8]) -> bool {
    PARTICLES.iter().any(|particle| particle.as_bytes() == word)
}

/// What leads family names and is no name itself.
#[rustfmt::skip]
const PARTICLES: &[&str] = &[
    "van", "von", "vom", "zu", "zum", "zur", "de", "der", "den", "des", "del", "della", "di", "da", "dal", "do", "dos",
    "das", "du", "la", "las", "le", "les", "lo", "los", "el", "al", "bin", "ibn", "ben", "bint", "ter", "ten", "te",
    "op", "af", "av", "san", "santa", "st", "saint", "mac", "mc", "and", "und", "y", "e", "i", "d", "l",
];
/// Shorter pieces of a name are no name.
const SHORTEST_PIECE: usize = 3;
/// Nobody's name is shortened in more ways.
const MOST_SHORTENED: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_several_words_are_shortened() {
        let shortened = |given, family| {
            let pairs = shortened(given, family).into_iter();
            let joined = pairs.map(|(given, family)| format!("{given} {family}"));
            joined.collect::<Vec<_>>()
        };
        assert_eq!(
            shortened("Gabriel", "García Márquez"),
            ["Gabriel García", "Gabriel Márquez"]
        );
        assert_eq!(shortened("Otis", "Van Houten"), ["Otis Houten"]);
        assert_eq!(shortened("Mary Ann", "Doe"), ["Mary Doe"]);
        assert_eq!(shortened("Siobhán", "O'Connor"), [""; 0]);
    }
}
