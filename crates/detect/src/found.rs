//! What a search found in one view, verified by what surrounds it.

use crate::detector::Detector;
use crate::hit::Context;
use crate::needles::{LONGEST_SHORT, Needle};
use crate::rules::{self, Capitals};
use crate::search::Match;
use crate::{Kind, Part};
use leaklight_fold::{Border, Folded};
use leaklight_parameters::sort_by;
use leaklight_profile::{Form, House, Rule, weight, written};
use std::ops::Range;

/// So many words may stand between the parts of an address.
const ADDRESS_REACH: usize = 6;
/// And between the parts of a name: a middle name that is not known.
const NAME_REACH: usize = 1;
/// No two neighbours are farther apart than this, in folded bytes; no form is longer.
const FARTHEST: usize = 160;

/// Something that reads like a form.
pub struct Found<'n> {
    /// The form, and whose it is.
    pub needle: &'n Needle,
    /// Where it stands in the folded text.
    pub span: Range<usize>,
    /// What it tells about one person, in bits.
    pub bits: f32,
    /// Of a street, what is said of the house.
    pub house: House,
    /// Whether it counts only beside others, or as a whole value.
    pub weak: bool,
    /// What a neighbouring word says.
    pub beside: Context,
}

/// Reads one view's text.
pub struct Text<'t> {
    /// What is looked for.
    pub detector: &'t Detector,
    /// The text, folded.
    pub folded: Folded,
    /// The text as it is.
    pub bytes: &'t [u8],
}

impl<'t> Text<'t> {
    /// All that counts in the text, in its order.
    pub fn found(&self) -> Vec<Found<'t>> {
        let detector: &'t Detector = self.detector;
        let needles = &detector.needles;
        let verified = |one: &Match| self.verify(needles.needle(*one), one.start, one.end);
        let mut matches = needles.long(&self.folded.text);
        // A short form counts alone as the whole text only.
        if !matches.iter().any(|one| verified(one).is_some()) {
            matches.clear();
            if self.folded.text.len() > LONGEST_SHORT {
                return Vec::new();
            }
        }
        matches.extend(needles.short(&self.folded.text));
        sort_by(&mut matches, Match::cmp);
        let mut found: Vec<_> = matches.iter().filter_map(verified).collect();
        sort_by(&mut found, |a, b| a.span.start.cmp(&b.span.start));
        let counts: Vec<bool> = (0..found.len())
            .map(|at| {
                let one = &found[at];
                let whole = one.span == (0..self.folded.text.len());
                !is_covered(&found, at) && (!one.weak || whole || self.stands_beside(&found, at))
            })
            .collect();
        let mut counts = counts.into_iter();
        found.retain(|_| counts.next().unwrap_or_default());
        found
    }

    fn verify(&self, needle: &'t Needle, start: usize, end: usize) -> Option<Found<'t>> {
        let (folded, bytes) = (&self.folded, self.bytes);
        let Form { rule, bits, .. } = &needle.form;
        let mut found = Found {
            needle,
            span: start..end,
            bits: *bits,
            house: House::Unsaid,
            weak: false,
            beside: Context::Text,
        };
        let words = folded.border(start) > Border::None && folded.border(end) > Border::None;
        let counts = match rule {
            Rule::Words if needle.form.parts.has(Part::Family) => {
                words && self.capitals(&found.span) != Capitals::Mixed
            }
            Rule::Words => words,
            Rule::OrdinaryWords => {
                let capitals = self.capitals(&found.span);
                if capitals == Capitals::None {
                    found.bits -= weight::ORDINARY_WORDS + weight::NAME_IN_TEXT;
                } else if rules::is_in_title(folded, bytes, start, end) {
                    found.bits -= weight::IN_TITLE;
                }
                words && capitals != Capitals::Mixed
            }
            Rule::Beside | Rule::Field => {
                found.weak = true;
                words
            }
            Rule::Email => rules::is_email(folded, bytes, start, end),
            Rule::Tagged(domain) => {
                found.span.end = rules::tagged_end(folded, bytes, start, end, domain.expose())?;
                true
            }
            Rule::Number(number) => rules::is_number(folded, bytes, start, end, number),
            Rule::Card(last4) => {
                found.span.end = rules::card_end(folded, start, end, last4.expose())?;
                true
            }
            Rule::Named(words) => {
                let masked = rules::is_masked(folded, bytes, start);
                let named = masked || rules::is_beside(folded, bytes, start, end, words);
                found.weak = !named;
                if named {
                    found.beside = Context::NamedVaguely;
                }
                folded.border(end) == Border::Hard
                    && (masked || folded.border(start) > Border::None)
            }
            Rule::Street(street) => {
                let read = street.read(folded, start, end)?;
                found.span = read.start..read.end;
                found.bits = read.bits;
                found.weak = read.house == House::Unsaid;
                found.house = read.house;
                if read.house != House::Other && self.is_elsewhere(needle, read.end) {
                    found.bits -= weight::ELSEWHERE;
                }
                true
            }
        };
        counts.then_some(found)
    }

    fn capitals(&self, span: &Range<usize>) -> Capitals {
        rules::capitals(&self.folded, self.bytes, span.start, span.end)
    }

    /// Whether another postal code than the saved one stands behind a street.
    fn is_elsewhere(&self, needle: &Needle, end: usize) -> bool {
        let forms = &written(self.detector.identifier(needle.identifier)).forms;
        let codes = || {
            let codes = forms.iter().filter(|form| form.parts.has(Part::PostalCode));
            codes.map(|form| form.text.expose().as_bytes())
        };
        let is_code = |word: &&[u8]| {
            word.iter().all(u8::is_ascii_digit) && codes().any(|code| code.len() == word.len())
        };
        rules::words_behind(&self.folded, end, ADDRESS_REACH)
            .find(is_code)
            .is_some_and(|word| codes().all(|code| code != word))
    }

    /// Whether another part of the same identifier stands near.
    fn stands_beside(&self, found: &[Found<'_>], at: usize) -> bool {
        let one = &found[at];
        if matches!(one.needle.form.rule, Rule::Field) {
            return false;
        }
        let is_name = self.detector.identifier(one.needle.identifier).kind() == Kind::Name;
        let reach = if is_name { NAME_REACH } else { ADDRESS_REACH };
        let as_name = |other: &Found<'_>| {
            [one, other].map(|one| self.capitals(&one.span)) == [Capitals::All; 2]
        };
        neighbours(found, at).any(|other| {
            let between = if other.span.start < one.span.start {
                other.span.end..one.span.start
            } else {
                one.span.end..other.span.start
            };
            other.needle.identifier == one.needle.identifier
                && other.house != House::Other
                && other.needle.form.parts != one.needle.form.parts
                && between.start <= between.end
                && self.folded.words(between.start, between.end) <= reach
                && (!is_name || as_name(other))
        })
    }
}

/// Whether something of another identifier that proves more covers it: an email address the name
/// within it.
fn is_covered(found: &[Found<'_>], at: usize) -> bool {
    let one = &found[at];
    neighbours(found, at).any(|other| {
        other.needle.identifier != one.needle.identifier
            && !other.weak
            && other.span.start <= one.span.start
            && one.span.end <= other.span.end
            && other.span.len() > one.span.len()
            && other.bits > one.bits
    })
}

/// What stands near, in a list that is sorted by start: work stays linear in the text.
fn neighbours<'f, 'n>(found: &'f [Found<'n>], at: usize) -> impl Iterator<Item = &'f Found<'n>> {
    let start = found[at].span.start;
    let first = found[..at].partition_point(|other| other.span.start + FARTHEST < start);
    let behind = found[first..].iter();
    behind.take_while(move |other| other.span.start <= start + FARTHEST)
}
