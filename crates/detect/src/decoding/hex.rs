//! Hexadecimal. Reference: RFC 4648 section 8.

use super::plausible::is_plausible;
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
            if is_plausible(&decoded) {
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
