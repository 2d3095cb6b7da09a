//! How much a match proves, in bits.
//!
//! A form's bits are what it tells about one person: 10 bits single out one in about a thousand.
//! From them goes the chance that such text stands there by accident: the base-2 logarithm of the
//! number of words it could have stood at ([`accident`]). A field's name that says what it holds
//! takes the accident away and adds a little ([`NAMED`]).
//!
//! Every number is one of two things. A **count** is the logarithm of something that somebody
//! counted: its comment names the source, and a test derives it again. A **judgement** is a number
//! that nobody counted: its comment says between which bounds it may stand, and which request would
//! be told wrongly beyond them; `tests/weights.rs` holds both bounds. Where counts differ between
//! countries the lowest is taken: it is worse to warn for nothing than to call something `likely`
//! that is `certain`. ARCHITECTURE.md tells it at length.

mod name;
mod number;
mod place;

pub use name::*;
pub use number::*;
pub use place::*;

use crate::Confidence;

/// At this many bits accident explains a match once in 64 requests that look like it: worth
/// counting, not worth a warning.
const POSSIBLE: f32 = 6.0;
/// Once in 4,096. A page of the web sends 70 requests (HTTP Archive, Web Almanac 2024, median): if
/// each of them held somebody's details, one page in 58 would warn for nothing. Few hold any.
const LIKELY: f32 = 12.0;
/// Once in a million: more requests than a person's browser sends in a year of forty pages a day.
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

/// A field whose name says clearly that it holds just this: the visitor's own detail stands there
/// eight times as often as a stranger's. A judgement: with 2 a postal code's digest in `zp` would
/// not count, with 4 a given name in `fn` would, which a thousand others share.
pub const NAMED: f32 = 3.0;
/// A field whose name may say so: half of that.
pub const NAMED_VAGUELY: f32 = NAMED / 2.0;

/// A digest of less than this many bits can be looked up in a table of everything that it may be
/// a digest of: 65,536 entries. A judgement; a card's last four digits (13.3) are below, and every
/// numbered street is above.
pub const SMALL: f32 = 16.0;
/// What such a digest loses that stands alone and under no name: with 1.2 the digest of four digits,
/// which are as well a year or a price, would be likely, with 8 not even possible.
pub const GUESS: f32 = 6.0;

/// The most that anything proves: one in 10^18, far more than there are people.
pub const MOST: f32 = 60.0;

/// The bits of what one in so many has.
fn one_in(many: f32) -> f32 {
    many.log2()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn confidence_rises_with_bits() {
        assert_eq!(confidence(5.9), None);
        assert_eq!(confidence(6.0), Some(Confidence::Possible));
        assert_eq!(confidence(11.9), Some(Confidence::Possible));
        assert_eq!(confidence(12.0), Some(Confidence::Likely));
        assert_eq!(confidence(19.9), Some(Confidence::Likely));
        assert_eq!(confidence(20.0), Some(Confidence::Certain));
    }

    #[test]
    fn a_threshold_is_the_number_of_requests_of_which_one_is_an_accident() {
        for (threshold, requests) in [(POSSIBLE, 64.0), (LIKELY, 4_096.0), (CERTAIN, 1_048_576.0)] {
            assert_eq!(threshold.exp2(), requests);
        }
        assert!((57.0..60.0).contains(&(LIKELY.exp2() / 70.0)));
        assert!(CERTAIN.exp2() > 365.0 * 40.0 * 70.0);
    }

    #[test]
    fn accident_counts_places() {
        assert_eq!(accident(0), 0.0);
        assert_eq!(accident(1), 0.0);
        assert_eq!(accident(1_024), 10.0);
    }
}
