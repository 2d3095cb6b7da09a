//! The index of digests: which digest a window of 60 bits may begin.
//!
//! How: the first 60 bits of every digest are its key. A small filter rejects nearly every window
//! that begins no digest; the rest costs one look into a bucket that holds one key on average.
//! Neither costs more with more digests. What a key stands for is made again from the value where
//! the key is met, so that a digest costs sixteen bytes to keep and nothing is believed by 60 bits.

use super::algorithm::Sum;
use super::placeholder::is_placeholder;
use super::recipe::{Recipe, each_common_digest, each_digest};
use crate::Secret;
use leaklight_profile::Usage;
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Bits of a digest that serve as its key.
pub const KEY_BITS: u32 = 60;
/// Bits of the filter for each digest: one window in sixteen passes it, and eight thousand digests
/// have a filter of 16 KiB, which stays in a processor's nearest cache.
const FILTER_BITS_EACH: usize = 16;

/// Digests of all forms, up to a length.
#[derive(Debug)]
pub struct Index {
    values: Arc<[Secret]>,
    /// Grouped by bucket.
    digests: Vec<Digested>,
    /// Where in `digests` each bucket starts, and where the last one ends.
    starts: Vec<u32>,
    /// A bit for the last bits of each key.
    filter: Vec<u64>,
    /// How far a key is shifted to tell its bucket: buckets go by the first bits.
    shift: u32,
}

/// One digest of one form.
#[derive(Clone, Copy, Debug)]
pub struct Digested {
    key: u64,
    /// Number of the form, in the order in which they were given.
    pub form: u32,
    /// How it is made of the form.
    pub recipe: Recipe,
}

impl Index {
    /// Digests each form as its usage deserves, a placeholder not at all, into so many bits; shorter digests are those of
    /// a smaller index of the same forms.
    pub fn new<'a>(
        forms: impl Iterator<Item = (&'a Secret, Usage)>,
        bits: RangeInclusive<usize>,
        smaller: Option<&Self>,
    ) -> Self {
        let forms: Vec<_> = forms.collect();
        let (values, mut digests) = match smaller {
            Some(smaller) => (smaller.values.clone(), smaller.digests.clone()),
            None => (
                forms.iter().map(|(value, _)| (*value).clone()).collect(),
                Vec::new(),
            ),
        };
        for (form, (value, usage)) in (0..).zip(forms) {
            if is_placeholder(value.expose()) {
                continue;
            }
            let mut add = |recipe, sum: Sum| {
                digests.push(Digested {
                    key: key(sum.as_bytes()),
                    form,
                    recipe,
                });
            };
            match usage {
                Usage::Usual => each_digest(value.expose().as_bytes(), &bits, &mut add),
                Usage::Rare => each_common_digest(value.expose().as_bytes(), &bits, &mut add),
            }
        }
        Self::of(values, &digests)
    }

    fn of(values: Arc<[Secret]>, unsorted: &[Digested]) -> Self {
        let buckets = unsorted.len().next_power_of_two().max(2);
        let shift = KEY_BITS - buckets.trailing_zeros();
        let bucket = |digested: &Digested| (digested.key >> shift) as usize;
        let mut starts = vec![0u32; buckets + 1];
        for digested in unsorted {
            starts[bucket(digested) + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut digests = unsorted.to_vec();
        let mut next = starts.clone();
        let mut filter = vec![0; (buckets * FILTER_BITS_EACH).div_ceil(64)];
        for digested in unsorted {
            let at = &mut next[bucket(digested)];
            digests[*at as usize] = *digested;
            *at += 1;
            let (word, bit) = filter_slot(&filter, digested.key);
            filter[word] |= bit;
        }
        Self {
            values,
            digests,
            starts,
            filter,
            shift,
        }
    }

    /// Whether a window may begin a digest: says no nearly always, at once.
    #[inline(always)]
    pub fn may_begin(&self, window: u64) -> bool {
        let (word, bit) = filter_slot(&self.filter, window);
        self.filter[word] & bit != 0
    }

    /// The digests that a window begins, each with its bytes.
    pub fn begun(&self, window: u64) -> impl Iterator<Item = (&Digested, Sum)> {
        let bucket = (window >> self.shift) as usize;
        let range = self.starts[bucket] as usize..self.starts[bucket + 1] as usize;
        let same = self.digests[range]
            .iter()
            .filter(move |digested| digested.key == window);
        same.map(|digested| {
            let value = self.values[digested.form as usize].expose();
            (digested, digested.recipe.digest(value.as_bytes()))
        })
    }
}

fn key(digest: &[u8]) -> u64 {
    let first = digest.first_chunk::<8>().copied().unwrap_or_default();
    u64::from_be_bytes(first) >> (64 - KEY_BITS)
}

/// The filter's length is a power of two.
#[inline(always)]
fn filter_slot(filter: &[u64], key: u64) -> (usize, u64) {
    let word = (key >> 6) as usize & (filter.len() - 1);
    (word, 1 << (key & 63))
}
