//! From hits to leaks: all that was found of an identifier in a request, weighed together.

use crate::Part;
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
        // A value in clear needs no guess: it comes before any digest.
        groups.sort_by(|a, b| b.strength().total_cmp(&a.strength()));
        groups.sort_by_key(|group| group.hits[0].digest.is_some());
        let (bits, parts) = total(&groups);
        let Some(confidence) = confidence(bits) else {
            continue;
        };
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
        for hit in look
            .hits
            .iter()
            .filter(|hit| usize::from(hit.identifier) == identifier)
        {
            let same = |group: &&mut (usize, Group<'_>)| {
                let other = group.1.hits[0];
                group.0 == number && other.view == hit.view && other.digest == hit.digest
            };
            match groups.iter_mut().find(same) {
                Some((_, group)) => group.hits.push(hit),
                None => groups.push((
                    number,
                    Group {
                        hits: vec![hit],
                        accident: 0.0,
                    },
                )),
            }
        }
    }
    let digested: Vec<(usize, u32)> = groups
        .iter()
        .filter(|(_, group)| group.hits[0].digest.is_some())
        .map(|(number, group)| (*number, group.hits[0].view))
        .collect();
    let lone = groups.len() == 1;
    for (number, group) in &mut groups {
        // What stands beside a digest of the same identifier does not stand there by accident.
        let beside_digest = digested.contains(&(*number, group.hits[0].view));
        group.accident = match group.context() {
            Context::Named | Context::NamedVaguely => 0.0,
            _ if group.hits[0].digest.is_some() => {
                if lone {
                    group.guess()
                } else {
                    0.0
                }
            }
            _ if beside_digest => 0.0,
            Context::Whole => accident(values),
            Context::Text => accident(words),
        };
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

impl Group<'_> {
    fn context(&self) -> Context {
        self.hits
            .iter()
            .map(|hit| hit.context)
            .max()
            .unwrap_or(Context::Text)
    }

    /// What its hits prove beyond the parts in `known`, without what surrounds them.
    fn bits(&self, known: Parts) -> f32 {
        let mut known = known;
        let mut bits = 0.0;
        let mut hits = self.hits.clone();
        hits.sort_by(|a, b| b.bits.total_cmp(&a.bits));
        for hit in hits {
            if hit.parts == Parts::NONE {
                return hit.bits;
            }
            if !known.covers(hit.parts) {
                bits += hit.bits;
                known = known.and(implied(hit.parts));
            }
        }
        if self.is_place() {
            bits + weight::STREET_IN_PLACE
        } else {
            bits
        }
    }

    /// Whether a street stands beside its city or postal code.
    fn is_place(&self) -> bool {
        let parts = self.parts();
        let numbered =
            |hit: &Hit| hit.parts.has(Part::Street) && hit.bits >= weight::NUMBERED_STREET;
        self.hits.iter().any(|hit| numbered(hit))
            && (parts.has(Part::City) || parts.has(Part::PostalCode))
    }

    /// What it costs that small values are the digests of many things: `1881` is a card's last
    /// four digits, a year and a price.
    fn guess(&self) -> f32 {
        let small = self.hits.len() == 1 && self.hits[0].bits < weight::SMALL;
        if small { weight::GUESS } else { 0.0 }
    }

    /// What surrounds it adds.
    fn named(&self) -> f32 {
        match self.context() {
            Context::Named => weight::NAMED,
            Context::NamedVaguely => weight::NAMED_VAGUELY,
            Context::Text | Context::Whole => 0.0,
        }
    }

    fn strength(&self) -> f32 {
        self.bits(Parts::NONE) + self.named()
    }

    fn parts(&self) -> Parts {
        self.hits
            .iter()
            .fold(Parts::NONE, |parts, hit| parts.and(hit.parts))
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

/// The bits of all groups together: each part counts once, where it proves most, and so does the
/// name of a field.
fn total(groups: &[Group<'_>]) -> (f32, Parts) {
    let (mut bits, mut named, mut parts, mut known) = (0.0_f32, 0.0_f32, Parts::NONE, Parts::NONE);
    for group in groups {
        let news = group.bits(known) - group.accident;
        bits = if group.is_whole() {
            bits.max(news)
        } else {
            bits + news.max(0.0)
        };
        named = named.max(group.named());
        parts = parts.and(group.parts());
        known = known.and(implied(group.parts()));
    }
    if bits > 0.0 {
        bits += named
    }
    (bits.min(weight::MOST), parts)
}

/// Parts, with those that they imply: a postal code its city, a city its region.
fn implied(parts: Parts) -> Parts {
    let mut implied = parts;
    for (part, also) in [(Part::PostalCode, Part::City), (Part::City, Part::Region)] {
        if implied.has(part) {
            implied = implied.and(Parts::of(also));
        }
    }
    implied
}
