//! From hits to leaks: all that was found of an identifier in a request, weighed together.

use crate::hit::{Context, Hit, Look};
use crate::identifier::Parts;
use crate::profile::Identifier;
use crate::report::{Leak, Place};
use crate::weight::{self, accident, confidence};

/// More places than this are not listed: the same value a thousand times proves nothing more.
const MOST_PLACES: usize = 32;

/// The leaks that a request's looks amount to, in the order of the profile.
pub fn weigh(identifiers: &[Identifier], looks: &[Look]) -> Vec<Leak> {
    let words = looks.iter().map(|look| look.words as usize).sum();
    let values = looks.iter().map(|look| look.values as usize).sum();
    let mut leaks = Vec::new();
    for (index, identifier) in identifiers.iter().enumerate() {
        let mut groups = groups(looks, index, words, values);
        groups.sort_by(|a, b| b.score().total_cmp(&a.score()));
        let (bits, parts) = total(&groups);
        let Some(confidence) = confidence(bits) else { continue };
        let mut places: Vec<Place> = Vec::new();
        for group in &groups {
            let place = group.place();
            if places.len() < MOST_PLACES && !places.contains(&place) {
                places.push(place);
            }
        }
        leaks.push(Leak {
            identifier: identifier.id.clone(),
            kind: identifier.kind,
            parts: parts.list(),
            places,
            confidence,
            bits: (bits * 10.0).round() / 10.0,
        });
    }
    leaks
}

/// Hits of one identifier that stand beside each other in the same disguise.
struct Group<'a> {
    hits: Vec<&'a Hit>,
    accident: f32,
}

fn groups(looks: &[Look], identifier: usize, words: usize, values: usize) -> Vec<Group<'_>> {
    let mut groups: Vec<(usize, Group<'_>)> = Vec::new();
    for (number, look) in looks.iter().enumerate() {
        for hit in look.hits.iter().filter(|hit| usize::from(hit.identifier) == identifier) {
            let same = |group: &&mut (usize, Group<'_>)| {
                let other = group.1.hits[0];
                group.0 == number && other.view == hit.view && other.digest == hit.digest
            };
            match groups.iter_mut().find(same) {
                Some((_, group)) => group.hits.push(hit),
                None => groups.push((number, Group { hits: vec![hit], accident: 0.0 })),
            }
        }
    }
    let mut groups: Vec<_> = groups.into_iter().map(|(_, group)| group).collect();
    for group in &mut groups {
        group.accident = match group.context() {
            _ if group.hits[0].digest.is_some() => 0.0,
            Context::Named | Context::NamedVaguely => 0.0,
            Context::Whole => accident(values),
            Context::Text => accident(words),
        };
    }
    groups
}

impl Group<'_> {
    fn context(&self) -> Context {
        self.hits.iter().map(|hit| hit.context).max().unwrap_or(Context::Text)
    }

    /// What the group proves beyond the parts in `known`.
    fn bits(&self, known: Parts) -> f32 {
        let mut counted = known;
        let mut bits = 0.0;
        let mut hits = self.hits.clone();
        hits.sort_by(|a, b| b.bits.total_cmp(&a.bits));
        for hit in hits {
            let whole = hit.parts == Parts::NONE;
            if (whole && bits == 0.0) || !counted.covers(hit.parts) {
                bits += hit.bits;
                counted = counted.and(hit.parts);
            }
            if whole {
                break;
            }
        }
        let context = match self.context() {
            Context::Named => weight::NAMED,
            Context::NamedVaguely => weight::NAMED_VAGUELY,
            Context::Text | Context::Whole => 0.0,
        };
        let digested = if self.hits[0].digest.is_some() { weight::DIGESTED } else { 0.0 };
        if bits > 0.0 { bits + context + digested - self.accident } else { 0.0 }
    }

    fn score(&self) -> f32 {
        self.bits(Parts::NONE)
    }

    fn parts(&self) -> Parts {
        self.hits.iter().fold(Parts::NONE, |parts, hit| parts.and(hit.parts))
    }

    fn is_whole(&self) -> bool {
        self.hits.iter().any(|hit| hit.parts == Parts::NONE)
    }

    fn place(&self) -> Place {
        let hit = self.hits[0];
        Place {
            carrier: hit.carrier,
            name: hit.name.clone(),
            chain: hit.chain.clone(),
            digest: hit.digest.clone(),
            parts: self.parts().list(),
        }
    }
}

/// The bits of all groups together; each part counts once, where it proves most.
fn total(groups: &[Group<'_>]) -> (f32, Parts) {
    let (mut bits, mut known, mut whole) = (0.0_f32, Parts::NONE, false);
    for group in groups {
        if !whole && (group.is_whole() || !known.covers(group.parts())) {
            bits = if group.is_whole() { bits.max(group.score()) } else { bits + group.bits(known).max(0.0) };
        }
        known = known.and(group.parts());
        whole |= group.is_whole();
    }
    (bits.min(weight::MOST), known)
}
