//! Where in a text the bytes stand that divide and escape it: sixteen are looked at at once.

use wide::u8x16;

const LANE: usize = 16;

/// Calls `each` with the place of every byte that is one of `marks`, which do not have zero among them.
#[inline]
pub fn each_mark<const N: usize>(text: &[u8], marks: [u8; N], each: &mut impl FnMut(usize)) {
    let marks = marks.map(u8x16::splat);
    let (lanes, rest) = text.as_chunks::<LANE>();
    for (lane, start) in lanes.iter().zip((0..).step_by(LANE)) {
        each_in(*lane, start, &marks, each);
    }
    if !rest.is_empty() {
        let mut lane = [0; LANE];
        lane[..rest.len()].copy_from_slice(rest);
        each_in(lane, text.len() - rest.len(), &marks, each);
    }
}

/// The place of the first such byte.
#[inline]
pub fn first_mark<const N: usize>(text: &[u8], marks: [u8; N]) -> Option<usize> {
    let splat = marks.map(u8x16::splat);
    let (lanes, rest) = text.as_chunks::<LANE>();
    for (lane, start) in lanes.iter().zip((0..).step_by(LANE)) {
        let bits = bits_of(*lane, &splat);
        if bits != 0 {
            return Some(start + bits.trailing_zeros() as usize);
        }
    }
    let at = rest.iter().position(|byte| marks.contains(byte))?;
    Some(text.len() - rest.len() + at)
}

#[inline]
fn each_in(lane: [u8; LANE], start: usize, marks: &[u8x16], each: &mut impl FnMut(usize)) {
    let mut bits = bits_of(lane, marks);
    while bits != 0 {
        each(start + bits.trailing_zeros() as usize);
        bits &= bits - 1;
    }
}

/// A bit for each byte that is a mark.
#[inline]
fn bits_of(lane: [u8; LANE], marks: &[u8x16]) -> u32 {
    let lane = u8x16::new(lane);
    let found = marks
        .iter()
        .fold(u8x16::splat(0), |found, mark| found | lane.simd_eq(*mark));
    found.to_bitmask()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_mark_is_found_in_its_order(text in "[a-c&=\u{0}é]{0,70}") {
            let text = text.as_bytes();
            let mut found = Vec::new();
            each_mark(text, [b'&', b'='], &mut |at| found.push(at));
            prop_assert_eq!(first_mark(text, [b'&', b'=']), found.first().copied());
            let marked = text.iter().enumerate().filter(|(_, byte)| b"&=".contains(byte));
            prop_assert_eq!(found, marked.map(|(at, _)| at).collect::<Vec<_>>());
        }
    }
}
