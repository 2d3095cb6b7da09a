//! Anything else a person wants watched: a parcel's tracking number, an order, a user name.
//!
//! What it finds: the value in any case and with any separators; digests of it.
//! What it misses: parts of the value.

use super::spelling::{digits, separated};
use super::{Number, Parts, Rule, Written};
use crate::profile::{Other, Problems};
use crate::weight;
use leaklight_fold as fold;

/// Values with fewer letters and digits are looked for, but the person is told.
const WEAK: usize = 4;

/// Checks a value and works out its forms.
pub fn written(other: &Other, path: &str, problems: &mut Problems) -> Option<Written> {
    let value = other.value.expose();
    let folded = fold::folded(value);
    let path = format!("{path}.value");
    if folded.is_empty() {
        problems.error(&path, "empty", "a value needs letters or digits");
        return None;
    }
    if folded.chars().count() < WEAK || folded == "test" {
        problems.warning(
            &path,
            "weak",
            "so short or common a value is found everywhere",
        );
    }
    let bits = weight::code(&folded);
    let last: String = folded
        .chars()
        .rev()
        .take(2)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let shown = if folded.len() >= 8 {
        format!("•••{last}")
    } else {
        "•••".to_owned()
    };
    let mut written = Written::masked(match &other.label {
        Some(label) => format!("{label} {shown}"),
        None => shown,
    });
    let numeric = digits(&folded).len() == folded.len();
    let rule = if numeric {
        Rule::Number(Number::default())
    } else {
        Rule::Words
    };
    written.form(value, Parts::NONE, bits, rule);
    written.normals_of(value, Parts::NONE, bits);
    written.normals(separated(value), Parts::NONE, bits);
    Some(written)
}
