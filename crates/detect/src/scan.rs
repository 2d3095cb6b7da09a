//! The scan of one view: which forms and digests stand in it, by what surrounds them.

use crate::detector::Detector;
use crate::fold::{self, Border, Folded};
use crate::hit::{Context, Hit, Look};
use crate::identifier::{Form, Parts, Rule};
use crate::needles::Needle;
use crate::rules::{self, Capitals};
use crate::view::{Link, Name, View};
use crate::{Kind, Part, weight};
use leaklight_parameters::{Meaning, Strength, meaning};
use std::ops::Range;

pub use crate::siblings::Siblings;

/// So many words may stand between the parts of an address.
const ADDRESS_REACH: usize = 6;
/// And between the parts of a name: a middle name that is not known.
const NAME_REACH: usize = 1;

/// One scan.
pub struct Scan<'a> {
    /// What is looked for.
    pub detector: &'a Detector,
    /// Where.
    pub view: &'a View<'a>,
    /// The view's number.
    pub number: u32,
    /// The values that the view joins, where it is not one value.
    pub siblings: Option<&'a Siblings>,
}

/// Something that reads like a form.
struct Found<'a> {
    needle: &'a Needle,
    span: Range<usize>,
    bits: f32,
    /// Whether it counts only beside others, or as a whole value.
    weak: bool,
    /// What a neighbouring word says.
    beside: Context,
}

impl Scan<'_> {
    /// Scans, with `scratch` for folded text.
    pub fn run(&self, scratch: &mut Vec<u8>, look: &mut Look) {
        let words = fold::compact(self.view.bytes, scratch);
        if self.siblings.is_none() {
            look.words = look.words.saturating_add(words as u32);
            look.values = look.values.saturating_add(1);
            self.digests(look);
        }
        if self.detector.needles.any(scratch) {
            self.forms(look);
        }
    }

    fn digests(&self, look: &mut Look) {
        self.detector
            .index
            .find(self.view.bytes, &mut |_, digested| {
                let normal = &self.detector.normals[digested.form as usize];
                let hit = Hit {
                    digest: Some(digested.algorithm.as_str().to_owned()),
                    ..self.hit(
                        normal.identifier,
                        normal.parts,
                        normal.bits,
                        Context::Text,
                        self.view.name,
                    )
                };
                self.add(look, hit);
            });
    }

    fn forms(&self, look: &mut Look) {
        let folded = Folded::new(self.view.bytes);
        let mut found: Vec<Found<'_>> = self
            .detector
            .needles
            .all(&folded.text)
            .filter_map(|(needle, start, end)| self.verify(&folded, needle, start, end))
            .collect();
        self.drop_covered(&mut found);
        for (at, one) in found.iter().enumerate() {
            let whole = one.span == (0..folded.text.len());
            if one.weak && !whole && !self.stands_beside(&folded, &found, at) {
                continue;
            }
            let name = match self.siblings {
                Some(siblings) => {
                    let origin = folded.origin(one.span.start, one.span.end);
                    let Some(name) =
                        siblings.spanned(&origin, one.needle, self.kind(one.needle.identifier))
                    else {
                        continue;
                    };
                    Some(Name {
                        outer: None,
                        piece: name,
                    })
                }
                None => self.view.name.copied(),
            };
            let whole = if whole && self.siblings.is_none() {
                Context::Whole
            } else {
                Context::Text
            };
            let context = one.beside.max(whole);
            let form = &one.needle.form;
            let hit = self.hit(
                one.needle.identifier,
                form.parts,
                one.bits,
                context,
                name.as_ref(),
            );
            if !matches!(form.rule, Rule::Named(_)) || hit.context >= Context::NamedVaguely {
                self.add(look, hit);
            }
        }
    }

    fn verify<'n>(
        &self,
        folded: &Folded,
        needle: &'n Needle,
        start: usize,
        end: usize,
    ) -> Option<Found<'n>> {
        let Form { rule, bits, .. } = &needle.form;
        let found = |span, bits, weak, beside| {
            Some(Found {
                needle,
                span,
                bits,
                weak,
                beside,
            })
        };
        let words = folded.border(start) > Border::None && folded.border(end) > Border::None;
        let (text, bytes) = (Context::Text, self.view.bytes);
        let is_name = needle.form.parts.has(Part::Family);
        let capitals = || rules::capitals(folded, bytes, start, end);
        match rule {
            Rule::Words if words && (!is_name || capitals() != Capitals::Mixed) => {
                found(start..end, *bits, false, text)
            }
            Rule::OrdinaryWords if words => match capitals() {
                Capitals::All => found(start..end, *bits, false, text),
                Capitals::None => found(start..end, *bits - weight::ORDINARY_WORDS, false, text),
                Capitals::Mixed => None,
            },
            Rule::Beside if words => found(start..end, *bits, true, text),
            Rule::Email if rules::is_email(folded, bytes, start, end) => {
                found(start..end, *bits, false, text)
            }
            Rule::Number(number) if rules::is_number(folded, bytes, start, end, number) => {
                found(start..end, *bits, false, text)
            }
            Rule::Card(last4) => {
                let end = rules::card_end(folded, start, end, last4.expose())?;
                found(start..end, *bits, false, text)
            }
            Rule::Named(words) if folded.border(end) == Border::Hard => {
                let masked = rules::is_masked(folded, bytes, start);
                if folded.border(start) == Border::None && !masked {
                    return None;
                }
                let beside = masked || rules::is_beside(folded, start, end, words);
                let context = if beside {
                    Context::NamedVaguely
                } else {
                    Context::Text
                };
                found(start..end, *bits, !beside, context)
            }
            Rule::Street(street) => {
                let read = street.read(folded, start, end)?;
                let elsewhere = self.is_elsewhere(folded, needle, read.end);
                let bits = if elsewhere {
                    read.bits - weight::ELSEWHERE
                } else {
                    read.bits
                };
                found(read.start..read.end, bits, !read.numbered, text)
            }
            _ => None,
        }
    }

    /// Whether another postal code than the saved one stands behind a street.
    fn is_elsewhere(&self, folded: &Folded, needle: &Needle, end: usize) -> bool {
        let forms = &self.detector.profile.identifiers()[usize::from(needle.identifier)]
            .written
            .forms;
        let codes = || {
            let codes = forms.iter().filter(|form| form.parts.has(Part::PostalCode));
            codes.map(|form| form.text.expose().as_bytes())
        };
        rules::words_behind(folded, end, ADDRESS_REACH)
            .find(|word| {
                codes().any(|code| code.len() == word.len() && word.iter().all(u8::is_ascii_digit))
            })
            .is_some_and(|word| codes().all(|code| code != word))
    }

    /// Drops what stands within something of another identifier that proves more: the name within
    /// an email address.
    fn drop_covered(&self, found: &mut Vec<Found<'_>>) {
        let covers: Vec<(u16, Range<usize>, f32)> = found
            .iter()
            .filter(|one| !one.weak)
            .map(|one| (one.needle.identifier, one.span.clone(), one.bits))
            .collect();
        found.retain(|one| {
            !covers.iter().any(|(identifier, span, bits)| {
                *identifier != one.needle.identifier
                    && span.start <= one.span.start
                    && one.span.end <= span.end
                    && span.len() > one.span.len()
                    && *bits > one.bits
            })
        });
    }

    fn kind(&self, identifier: u16) -> Kind {
        self.detector.profile.identifiers()[usize::from(identifier)].kind
    }

    /// Whether a given and a family name near each other are capitalised as a name in text is.
    fn is_name(&self, folded: &Folded, one: &Range<usize>, other: &Range<usize>) -> bool {
        let span =
            |range: &Range<usize>| rules::capitals(folded, self.view.bytes, range.start, range.end);
        span(one) == Capitals::All && span(other) == Capitals::All
    }

    /// Whether another part of the same identifier stands near.
    fn stands_beside(&self, folded: &Folded, found: &[Found<'_>], at: usize) -> bool {
        let one = &found[at];
        let kind = self.kind(one.needle.identifier);
        let reach = if kind == Kind::Name {
            NAME_REACH
        } else {
            ADDRESS_REACH
        };
        found.iter().any(|other| {
            let same = other.needle.identifier == one.needle.identifier;
            let apart = other.span.end <= one.span.start || one.span.end <= other.span.start;
            let between = if other.span.end <= one.span.start {
                other.span.end..one.span.start
            } else {
                one.span.end..other.span.start
            };
            same && apart
                && (kind != Kind::Name || self.is_name(folded, &one.span, &other.span))
                && other.needle.form.parts != one.needle.form.parts
                && between.len() < 80
                && folded.words(between.start, between.end) <= reach
        })
    }

    fn hit(
        &self,
        identifier: u16,
        parts: Parts,
        bits: f32,
        context: Context,
        name: Option<&Name<'_>>,
    ) -> Hit {
        let kind = self.kind(identifier);
        let name = name.map(Name::render).filter(|name| !name.is_empty());
        let named = name
            .as_deref()
            .and_then(meaning)
            .filter(|meaning| speaks_of(meaning, kind, parts));
        let context = match named.map(|meaning| meaning.strength) {
            Some(Strength::Clear) => Context::Named,
            Some(Strength::Vague) => context.max(Context::NamedVaguely),
            None => context,
        };
        let chain = self.view.chain.map(Link::render).unwrap_or_default();
        let (carrier, view) = (self.view.carrier, self.number);
        Hit {
            identifier,
            parts,
            bits,
            context,
            view,
            carrier,
            name,
            chain,
            digest: None,
        }
    }

    /// Adds a hit, or keeps the better one of two of the same parts in the same view.
    fn add(&self, look: &mut Look, hit: Hit) {
        let same = look
            .hits
            .iter_mut()
            .rev()
            .take_while(|other| other.view == hit.view)
            .find(|other| {
                other.identifier == hit.identifier
                    && other.parts == hit.parts
                    && other.digest == hit.digest
            });
        match same {
            Some(other) if other.bits < hit.bits => *other = hit,
            Some(_) => {}
            None => look.hits.push(hit),
        }
    }
}

/// Whether a name that means one thing speaks of another.
fn speaks_of(meaning: &Meaning, kind: Kind, parts: Parts) -> bool {
    meaning.kind == kind
        && (parts == Parts::NONE || meaning.part.is_none_or(|part| parts.has(part)))
}
