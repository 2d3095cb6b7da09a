//! Hits: what a look at a request remembers. Small, and without values, so that they can be kept
//! between a request's body and its headers.

use crate::Part;
use crate::report::{Carrier, Skip};
use leaklight_parameters::sort_by;
use leaklight_profile::{House, Parts};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// More hits of one identifier than this, of the same parts and weight, prove nothing more; weaker
/// ones do not crowd out what proves more.
const MOST_HITS: u16 = 64;

/// What a look at some of a request saw.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Look {
    /// What was found, in the order in which it was found.
    pub(crate) hits: Vec<Hit>,
    /// What could not be read.
    pub(crate) skips: Vec<Skip>,
    /// Number of words that were looked at.
    pub(crate) words: u32,
    /// Number of values that were looked at.
    pub(crate) values: u32,
    /// Bytes that were looked at, decoded ones included: the work done.
    pub(crate) work: u64,
    /// How many hits each identifier has of the same parts and weight, in whole bits.
    #[serde(skip)]
    listed: HashMap<(u16, Parts, i16), u16>,
}

impl Look {
    /// Whether there is nothing in it to keep.
    pub fn is_empty(&self) -> bool {
        self.hits.is_empty() && self.skips.is_empty()
    }

    /// Whether something was found.
    pub fn found(&self) -> bool {
        !self.hits.is_empty()
    }

    /// What could not be read.
    pub fn skips(&self) -> &[Skip] {
        &self.skips
    }

    /// Bytes that were looked at, decoded ones included.
    pub fn work(&self) -> u64 {
        self.work
    }

    /// Adds a hit, or keeps the better one of two of the same parts in the same view. The same
    /// identifier is not listed without end.
    pub(crate) fn add(&mut self, hit: Hit) {
        let in_view = |other: &&mut Hit| other.view == hit.view;
        let same = self
            .hits
            .iter_mut()
            .rev()
            .take_while(in_view)
            .find(|other| {
                other.identifier == hit.identifier
                    && other.parts == hit.parts
                    && other.digest == hit.digest
            });
        match same {
            Some(other) if other.bits < hit.bits => *other = hit,
            Some(_) => {}
            None => {
                let class = (hit.identifier, hit.parts, hit.bits as i16);
                let listed = self.listed.entry(class).or_default();
                // What stands beside a listed hit adds to it.
                let beside = self
                    .hits
                    .last()
                    .is_some_and(|last| last.view == hit.view && last.identifier == hit.identifier);
                if *listed < MOST_HITS || beside {
                    *listed = listed.saturating_add(1);
                    self.hits.push(hit);
                }
            }
        }
    }

    /// Puts the hits from one on in the order of their views, as if each had been scanned when it was read.
    pub(crate) fn order(&mut self, from: usize) {
        if !self.hits[from..].is_sorted_by_key(|hit| hit.view) {
            let mut hits = self.hits.split_off(from);
            sort_by(&mut hits, |one, other| one.view.cmp(&other.view));
            self.hits.append(&mut hits);
        }
    }

    /// Adds a skip once.
    pub(crate) fn skip(&mut self, skip: Skip) {
        if !self.skips.contains(&skip) {
            self.skips.push(skip);
        }
    }
}

/// A form that was found in a view.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Index of the identifier in the profile.
    pub identifier: u16,
    /// Which parts of it; none for the whole.
    pub parts: Parts,
    /// What the form tells about one person, in bits.
    pub bits: f32,
    /// Of a street, what is said of the house.
    #[serde(default)]
    pub house: House,
    /// What surrounds it.
    pub context: Context,
    /// Number of the view it stands in; hits of one view stand beside each other.
    pub view: u32,
    /// Where in the request.
    pub carrier: Carrier,
    /// Name of the value it stands in.
    pub name: Option<String>,
    /// Decodings, from the wire inwards.
    pub chain: Vec<String>,
    /// The digest it is hidden in.
    pub digest: Option<String>,
}

impl Hit {
    /// Whether it is a street in clear.
    pub fn is_street(&self) -> bool {
        self.parts.has(Part::Street) && self.digest.is_none() && self.house != House::Other
    }
}

/// What surrounds a hit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// Other text.
    Text,
    /// Nothing: it is the whole value.
    Whole,
    /// A name, or words, that may say what it is.
    NamedVaguely,
    /// A name that says what it is.
    Named,
}
