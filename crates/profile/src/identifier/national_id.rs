//! National ids: US social security numbers and the general case.
//!
//! What it finds: the number with any separators, a US number's last four digits in fields named
//! for them; digests of it with and without separators.
//! What it misses: its last four digits in running text. Reference: SSA POMS RM 10201.030 for the form
//! AAA-GG-SSSS.

use super::spelling::{digits, masked, separated};
use super::{Number, Parts, Rule, Written};
use crate::profile::Problems;
use crate::{Part, weight};
use leaklight_fold as fold;

/// Shorter ones would be found everywhere.
const SHORTEST: usize = 6;

/// Checks an id and works out its forms.
pub fn written(id: &str, country: &str, path: &str, problems: &mut Problems) -> Option<Written> {
    let folded = fold::folded(id);
    if folded.len() < SHORTEST {
        problems.error(
            path,
            "too_short",
            "a national id has at least six letters or digits",
        );
        return None;
    }
    let numeric = digits(&folded).len() == folded.len();
    let bits = weight::code(&folded);
    let rule = if numeric {
        Rule::Number(Number::default())
    } else {
        Rule::Words
    };
    let mut written = Written::masked(masked(id));
    written.form(id, Parts::NONE, bits, rule);
    written.normals_of(id, Parts::NONE, bits);
    written.normals(separated(id), Parts::NONE, bits);
    if let (9, Some((area, rest))) = (folded.len(), folded.split_at_checked(3)) {
        let dashed = format!("{area}-{}-{}", &rest[..2], &rest[2..]);
        written.normals([dashed], Parts::NONE, bits);
    }
    if let (true, true, Some(last4)) = (
        country.eq_ignore_ascii_case("US"),
        numeric && folded.len() == 9,
        folded.get(5..),
    ) {
        let (last, bits) = (Parts::of(Part::Last4), weight::digits(4));
        written.form(last4, last, bits, Rule::Field);
        // `XXX-XX-1120`, as the number is masked on paper.
        written.form(&format!("XXX-XX-{last4}"), last, bits, Rule::Words);
        written.normals([last4.to_owned()], last, bits);
    }
    Some(written)
}
