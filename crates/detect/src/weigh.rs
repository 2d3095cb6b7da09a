//! From hits to leaks: all that was found of an identifier in a request, weighed together.

use crate::hit::{Context, Hit, Look};
use crate::report::{Leak, Place};
use crate::{Confidence, Part};
use leaklight_parameters::sort_by;
use leaklight_profile::weight::{self, accident, confidence};
use leaklight_profile::{House, Identifier, Parts};
use std::collections::HashMap;

/// More places than this are not listed: the same value a thousand times proves nothing more.
const MOST_PLACES: usize = 32;

/// A view of a request: the number of the look, and that of the view in it.
type ViewOf = (usize, u32);
/// Of each view, whose details it holds for certain.
type Certain = HashMap<ViewOf, Vec<usize>>;

/// The leaks that a request's looks amount to, in the order of the profile.
pub fn weigh(identifiers: &[Identifier], looks: &[Look]) -> Vec<Leak> {
    let mut all: Vec<Vec<Group<'_>>> = (0..identifiers.len())
        .map(|identifier| groups(looks, identifier))
        .collect();
    spare_the_certain(identifiers, &mut all);
    let mut leaks = Vec::new();
    for (index, (identifier, groups)) in identifiers.iter().zip(&mut all).enumerate() {
        // A value in clear needs no guess: it comes before any digest.
        sort_by(groups, |a, b| b.strength().total_cmp(&a.strength()));
        let is_digest = |group: &Group<'_>| group.hits[0].digest.is_some();
        sort_by(groups, |a, b| is_digest(a).cmp(&is_digest(b)));
        // What may be an accident takes nothing from what is none.
        let sure = groups.iter().filter(|group| group.accident == 0.0);
        let (all, parts) = total(groups.iter());
        let mut bits = all.max(total(sure).0);
        if is_neighbours(looks, index) {
            bits -= weight::ELSEWHERE;
        }
        let Some(confidence) = confidence(bits) else {
            continue;
        };
        let mut places: Vec<Place> = Vec::new();
        for group in groups.iter() {
            let place = group.place();
            if places.len() < MOST_PLACES && !places.contains(&place) {
                places.push(place);
            }
        }
        leaks.push(Leak {
            identifier: identifier.id().to_owned(),
            kind: identifier.kind(),
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
    view: ViewOf,
    hits: Vec<&'a Hit>,
    accident: f32,
}

fn hits(looks: &[Look], identifier: usize) -> impl Iterator<Item = (usize, &Hit)> {
    let numbered = looks.iter().enumerate();
    numbered.flat_map(move |(number, look)| {
        let own = move |hit: &&Hit| usize::from(hit.identifier) == identifier;
        look.hits.iter().filter(own).map(move |hit| (number, hit))
    })
}

/// Whether another house of an address's street stands in the request, and its own does not.
fn is_neighbours(looks: &[Look], identifier: usize) -> bool {
    let is = |house: House| hits(looks, identifier).any(|(_, hit)| hit.house == house);
    is(House::Other) && !is(House::Own)
}

fn groups(looks: &[Look], identifier: usize) -> Vec<Group<'_>> {
    let words: usize = looks.iter().map(|look| look.words as usize).sum();
    let values: usize = looks.iter().map(|look| look.values as usize).sum();
    let mut groups: Vec<Group<'_>> = Vec::new();
    // Where the house is a neighbour's, so is the street.
    let neighbours = is_neighbours(looks, identifier);
    let counts = |hit: &Hit| hit.house != House::Other && !(neighbours && hit.is_street());
    for (number, hit) in hits(looks, identifier).filter(|(_, hit)| counts(hit)) {
        let view = (number, hit.view);
        let same =
            |group: &&mut Group<'_>| group.view == view && group.hits[0].digest == hit.digest;
        match groups.iter_mut().find(same) {
            Some(group) => group.hits.push(hit),
            None => groups.push(Group {
                view,
                hits: vec![hit],
                accident: 0.0,
            }),
        }
    }
    let digested = groups.iter().filter(|group| group.hits[0].digest.is_some());
    let digested: Vec<ViewOf> = digested.map(|group| group.view).collect();
    let lone = groups.len() == 1;
    for group in &mut groups {
        // What stands beside a digest of the same identifier does not stand there by accident.
        let beside_digest = digested.contains(&group.view);
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
    groups
}

/// What stands in one text with a detail of the same person that is certain does not stand there by
/// accident: the text speaks of them.
fn spare_the_certain(identifiers: &[Identifier], all: &mut [Vec<Group<'_>>]) {
    let mut certain = Certain::new();
    for (identifier, groups) in all.iter().enumerate() {
        for group in groups.iter().filter(|group| group.is_certain()) {
            certain.entry(group.view).or_default().push(identifier);
        }
    }
    for (identifier, groups) in all.iter_mut().enumerate() {
        for group in groups.iter_mut().filter(|group| group.accident > 0.0) {
            let beside = certain.get(&group.view).into_iter().flatten();
            let speaks = beside
                .filter(|other| **other != identifier)
                .any(|other| identifiers[identifier].may_be_of_one(&identifiers[*other]));
            if speaks {
                group.accident = 0.0;
            }
        }
    }
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
        sort_by(&mut hits, |a, b| b.bits.total_cmp(&a.bits));
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
        self.hits.iter().any(|hit| hit.house == House::Own)
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

    fn is_certain(&self) -> bool {
        confidence(self.strength() - self.accident) == Some(Confidence::Certain)
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
/// name of a field. No parts where one group is of the whole.
fn total<'g>(groups: impl Iterator<Item = &'g Group<'g>>) -> (f32, Parts) {
    let (mut bits, mut named, mut parts, mut known) = (0.0_f32, 0.0_f32, Parts::NONE, Parts::NONE);
    let mut whole = false;
    for group in groups {
        let news = group.bits(known) - group.accident;
        bits = if group.is_whole() {
            bits.max(news)
        } else {
            bits + news.max(0.0)
        };
        whole |= group.is_whole();
        named = named.max(group.named());
        parts = parts.and(group.parts());
        known = known.and(implied(group.parts()));
    }
    if bits > 0.0 {
        bits += named
    }
    let parts = if whole { Parts::NONE } else { parts };
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
