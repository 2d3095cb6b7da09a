//! The indexes of a profile's digests, each made where digests of its lengths have room first: most requests have room
//! for none, and most others for those of 128 bits, as long as a message's number is.

use super::index::Index;
use std::sync::OnceLock;

/// The longest digests in each index, in bits.
const MOST: [usize; 3] = [128, 256, 512];
/// The shortest digest that is missing in each but the last.
const MISSING: [usize; 2] = [160, 384];

/// Indexes of more and more digests.
#[derive(Debug, Default)]
pub struct Indexes([OnceLock<Index>; 3]);

impl Indexes {
    /// An index that has every digest of at most so many bits; if need be one is made, of digests up to a length.
    pub fn within(&self, bits: usize, make: impl FnOnce(usize) -> Index) -> &Index {
        let least = MISSING.partition_point(|missing| *missing <= bits);
        match self.0[least..].iter().find_map(OnceLock::get) {
            Some(made) => made,
            None => self.0[least].get_or_init(|| make(MOST[least])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Algorithm;
    use super::*;

    #[test]
    fn every_digest_is_in_the_index_for_its_room() {
        for algorithm in Algorithm::ALL {
            for bits in [0, 1, 31, 32, 500] {
                let (indexes, mut asked) = (Indexes::default(), 0);
                indexes.within(algorithm.bits() + bits, |most| {
                    asked = most;
                    Index::new(std::iter::empty(), most)
                });
                assert!(asked >= algorithm.bits());
            }
        }
    }

    #[test]
    fn one_that_is_made_does_for_less() {
        let indexes = Indexes::default();
        let mut made = Vec::new();
        for bits in [130, 128, 512, 256, 100, 400] {
            indexes.within(bits, |most| {
                made.push(most);
                Index::new(std::iter::empty(), most)
            });
        }
        assert_eq!(made, [128, 512]);
    }
}
