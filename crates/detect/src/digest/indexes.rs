//! The indexes of a profile's digests, each made where digests of its lengths have room first: most requests have room
//! for none, and most others for those of 128 bits, as long as a message's number is.

use super::index::Index;
use crate::Secret;
use leaklight_profile::Usage;
use std::sync::OnceLock;

/// The longest digests in each index, in bits.
const MOST: [usize; 3] = [128, 256, 512];
/// The shortest digests that are missing in each but the last.
const MISSING: [usize; 2] = [160, 384];

/// Indexes of more and more digests.
#[derive(Debug, Default)]
pub struct Indexes([OnceLock<Index>; 3]);

impl Indexes {
    /// An index in which every digest of at most so many bits is, of these forms. If need be it is made; what a smaller
    /// one has is not made again.
    pub fn within<'a, Forms>(&self, bits: usize, forms: impl FnOnce() -> Forms) -> &Index
    where
        Forms: Iterator<Item = (&'a Secret, Usage)>,
    {
        let least = MISSING.partition_point(|missing| *missing <= bits);
        let (smaller, enough) = self.0.split_at(least);
        if let Some(made) = enough.iter().find_map(OnceLock::get) {
            return made;
        }
        let (there, smaller) = smaller
            .iter()
            .zip(MOST)
            .rev()
            .find_map(|(index, most)| Some((most, Some(index.get()?))))
            .unwrap_or_default();
        enough[0].get_or_init(|| Index::new(forms(), there + 1..=MOST[least], smaller))
    }
}

#[cfg(test)]
mod tests {
    use super::super::algorithm::Algorithm;
    use super::super::recipe::Recipe;
    use super::*;

    #[test]
    fn indexes_go_by_the_lengths_that_there_are() {
        for (most, missing) in MOST.iter().zip(MISSING) {
            let longer = Algorithm::ALL.map(Algorithm::bits).into_iter();
            assert_eq!(longer.filter(|bits| bits > most).min(), Some(missing));
        }
        let longest = Algorithm::ALL.map(Algorithm::bits).into_iter().max();
        assert_eq!(longest, MOST.last().copied());
    }

    #[test]
    fn every_digest_is_in_the_index_for_its_room_and_once() {
        let value = Secret::new("jane.doe@example.com");
        let forms = || std::iter::once((&value, Usage::Usual));
        // In whichever order they are asked for.
        for order in [
            [130, 256, 600],
            [600, 256, 130],
            [256, 130, 600],
            [130, 600, 256],
        ] {
            let indexes = Indexes::default();
            for bits in order {
                let index = indexes.within(bits, forms);
                for algorithm in Algorithm::ALL.into_iter().filter(|one| one.bits() <= bits) {
                    let sum = algorithm.digest(value.expose().as_bytes());
                    let first = sum.as_bytes().first_chunk().copied().unwrap();
                    let window = u64::from_be_bytes(first) >> 4;
                    let begun = index.begun(window);
                    let plain = begun.filter(|(one, _)| one.recipe == Recipe::Plain(algorithm));
                    assert_eq!(plain.count(), 1, "{}", algorithm.as_str());
                }
            }
        }
    }

    #[test]
    fn one_that_is_made_does_for_less() {
        let indexes = Indexes::default();
        let mut made = Vec::new();
        for bits in [130, 128, 200, 159, 512, 256, 100, 400] {
            indexes.within(bits, || {
                made.push(bits);
                std::iter::empty()
            });
        }
        assert_eq!(made, [130, 200, 512]);
    }
}
