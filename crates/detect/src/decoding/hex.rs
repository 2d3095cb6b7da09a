//! Hexadecimal. Reference: RFC 4648 section 8.
//!
//! What it finds: runs of hex digits in either case, from an even or an odd place on. What it
//! misses: runs that are too short to tell from numbers and colours.

use super::plausible::{is_plausible, is_readable};
use crate::digest::nibble;

/// Six bytes; shorter runs are numbers and colours.
const SHORTEST: usize = 12;
/// Whole values may be shorter.
const SHORTEST_VALUE: usize = 8;

/// Hands on every plausible decoding.
pub fn decode(bytes: &[u8], each: &mut dyn FnMut(Vec<u8>)) {
    for run in bytes.split(|byte| nibble(*byte).is_none()) {
        let whole = run.len() == bytes.len();
        if run.len() < SHORTEST && !(whole && run.len() >= SHORTEST_VALUE) {
            continue;
        }
        for phase in 0..2 {
            let decoded = decode_from(&run[phase..]);
            if is_plausible(&decoded) || (whole && phase == 0 && is_readable(&decoded)) {
                each(decoded);
                break;
            }
        }
    }
}

fn decode_from(run: &[u8]) -> Vec<u8> {
    run.chunks_exact(2)
        .map(|pair| nibble(pair[0]).unwrap_or(0) << 4 | nibble(pair[1]).unwrap_or(0))
        .collect()
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
            decode(text.as_bytes(), &mut |bytes| all.push(bytes));
            assert_eq!(all, [b"jane.doe"], "{text}");
        }
    }
}
