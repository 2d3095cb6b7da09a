//! Where in a text the bytes stand that divide and escape it: sixteen are looked at at once.

use wide::u8x16;

/// So many.
const WIDTH: usize = 16;

/// Calls `each` with the place of every byte that is one of `marks`, which do not have zero among them.
#[inline]
pub fn each_mark<const N: usize>(text: &[u8], marks: [u8; N], each: &mut impl FnMut(usize)) {
    debug_assert!(!marks.contains(&0), "behind the text's end are zeros");
    let marks = marks.map(u8x16::splat);
    let mut each_of = |bytes: [u8; WIDTH], start: usize| {
        let mut bits = bits_of(bytes, &marks);
        while bits != 0 {
            each(start + bits.trailing_zeros() as usize);
            bits &= bits - 1;
        }
    };
    let (whole, rest) = text.as_chunks();
    for (bytes, start) in whole.iter().zip((0..).step_by(WIDTH)) {
        each_of(*bytes, start);
    }
    if !rest.is_empty() {
        each_of(padded(rest), text.len() - rest.len());
    }
}

/// The place of the first such byte.
#[inline]
pub fn first_mark<const N: usize>(text: &[u8], marks: [u8; N]) -> Option<usize> {
    debug_assert!(!marks.contains(&0), "behind the text's end are zeros");
    let marks = marks.map(u8x16::splat);
    let first_of = |bytes: [u8; WIDTH], start: usize| {
        let bits = bits_of(bytes, &marks);
        (bits != 0).then(|| start + bits.trailing_zeros() as usize)
    };
    let (whole, rest) = text.as_chunks();
    for (bytes, start) in whole.iter().zip((0..).step_by(WIDTH)) {
        let first = first_of(*bytes, start);
        if first.is_some() {
            return first;
        }
    }
    first_of(padded(rest), text.len() - rest.len())
}

/// Bytes with zeros behind them.
fn padded(rest: &[u8]) -> [u8; WIDTH] {
    let mut bytes = [0; WIDTH];
    bytes[..rest.len()].copy_from_slice(rest);
    bytes
}

/// A bit for each byte that is a mark.
#[inline]
fn bits_of(bytes: [u8; WIDTH], marks: &[u8x16]) -> u32 {
    let bytes = u8x16::new(bytes);
    let found = marks
        .iter()
        .fold(u8x16::splat(0), |found, mark| found | bytes.simd_eq(*mark));
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
