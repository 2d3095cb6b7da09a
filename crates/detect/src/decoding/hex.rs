//! Hexadecimal. Reference: RFC 4648 section 8.
//!
//! What it finds: runs of hex digits in either case, from an even or an odd place on. What it
//! misses: runs that are too short to tell from numbers and colours.

use super::plausible::{is_plausible, is_readable};
use crate::digest::{NIBBLES, is_nibble, runs};
use leaklight_fold::Kinds;
use std::ops::Range;

/// Six bytes; shorter runs are numbers and colours.
const SHORTEST: usize = 12;
/// Whole values may be shorter.
const SHORTEST_VALUE: usize = 8;
/// Digits of a digest of 256 bits, the longest that is common: longer runs take memory to be tried.
const LONGEST_USUAL: usize = 64;

/// Whether a run of digits stands in a value that would be decoded.
pub fn may_stand_in(value: &[u8]) -> bool {
    runs_in(value).next().is_some()
}

fn runs_in(bytes: &[u8]) -> impl Iterator<Item = Range<usize>> {
    runs(
        bytes,
        bytes.len().clamp(SHORTEST_VALUE, SHORTEST),
        is_nibble,
    )
}

/// Hands on every plausible decoding.
pub fn decode(bytes: &[u8], kinds: Kinds, each: &mut dyn FnMut(Vec<u8>)) {
    for run in runs_in(bytes) {
        // Digits alone may be text, and are else a number.
        let whole = run.len() == bytes.len() && kinds.has(Kinds::HEX_LETTER);
        let run = &bytes[run];
        match run.len() {
            0..=LONGEST_USUAL => decode_run(run, whole, &mut [0; LONGEST_USUAL / 2], each),
            length => decode_run(run, whole, &mut vec![0; length / 2], each),
        }
    }
}

fn decode_run(run: &[u8], whole: bool, room: &mut [u8], each: &mut dyn FnMut(Vec<u8>)) {
    for phase in 0..2 {
        let decoded = decode_into(&run[phase..], room);
        if is_plausible(decoded) || (whole && phase == 0 && is_readable(decoded)) {
            return each(decoded.to_vec());
        }
    }
}

fn decode_into<'r>(run: &[u8], room: &'r mut [u8]) -> &'r [u8] {
    let value = |digit: u8| NIBBLES[usize::from(digit)];
    let (pairs, _) = run.as_chunks::<2>();
    for ([high, low], byte) in pairs.iter().zip(&mut *room) {
        *byte = value(*high) << 4 | value(*low);
    }
    &room[..pairs.len()]
}

/// The byte that two hex digits spell.
#[inline(always)]
pub fn hex_byte(digits: Option<&[u8]>) -> Option<u8> {
    let [high, low] = digits? else { return None };
    let [high, low] = [high, low].map(|digit| NIBBLES[usize::from(*digit)]);
    (high | low < 16).then_some(high << 4 | low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_decoded_in_both_cases_and_at_both_places() {
        // printf jane.doe | xxd -p
        for text in [
            "6a616e652e646f65",
            "6A616E652E646F65",
            "x=f6a616e652e646f65;",
        ] {
            let mut all = Vec::new();
            decode(text.as_bytes(), Kinds::of(text.as_bytes()), &mut |bytes| {
                all.push(bytes)
            });
            assert_eq!(all, [b"jane.doe"], "{text}");
        }
    }
}
