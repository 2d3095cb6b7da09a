//! Brotli. Reference: RFC 7932.
//!
//! What it finds: a whole value, since nothing announces it. What it misses: data that is cut off.

use super::bits::Bits;
use super::{Decoding, Unpacked};
use brotli_decompressor::Decompressor;
use std::io::Read;

/// Bytes that go in at once.
const INPUT: usize = 1 << 12;
/// Bytes that come out at once.
const STEP: usize = 1 << 14;
/// A value that is shorter does not say so much more than its own length.
const SHORT: usize = 64;
const MOST_GROWTH: usize = 64;

/// Whether a value's first bits can be brotli's: says no to most other bytes, at no cost.
pub fn may_be(value: &[u8]) -> bool {
    let most = if value.len() < SHORT {
        value.len() * MOST_GROWTH
    } else {
        usize::MAX
    };
    starts_soundly(Bits::new(value), most).unwrap_or(false)
}

/// Reads the header of the stream and of its first meta-block, as far as both are short; none where it is cut.
/// It makes `most` bytes at most.
fn starts_soundly(mut bits: Bits<'_>, most: usize) -> Option<bool> {
    // RFC 7932 section 9.1: the window's size; one code is reserved.
    let is_reserved = bits.take(1)? == 1 && bits.take(3)? == 0 && bits.take(3)? == 1;
    // Section 9.2.
    let is_last = bits.take(1)? == 1;
    let is_empty = is_last && bits.take(1)? == 1;
    if is_reserved || is_empty {
        return Some(false);
    }
    let nibbles = match bits.take(2)? {
        // Metadata, and nothing after it.
        3 => return Some(!is_last && bits.take(1)? == 0),
        more => more + 4,
    };
    let mut length = 0;
    for number in 0..nibbles {
        let nibble = bits.take(4)?;
        if nibble == 0 && number >= 4 && number + 1 == nibbles {
            return Some(false);
        }
        length |= (nibble as usize) << (4 * number);
    }
    if length >= most {
        return Some(false);
    }
    if !is_last && bits.take(1)? == 1 {
        return Some(bits.align() && bits.rest().len() > length);
    }
    for _ in 0..3 {
        let types = number(&mut bits)?;
        if types > 1 {
            return is_sound_code(&mut bits, types + 2);
        }
    }
    // Postfix and direct codes of distances, the context's mode; then the numbers of codes.
    bits.take(8)?;
    for _ in 0..2 {
        let codes = number(&mut bits)?;
        if codes > 1 {
            // Section 7.3: a map of contexts, with a code of its own.
            let runs = if bits.take(1)? == 1 {
                bits.take(4)? + 1
            } else {
                0
            };
            return is_sound_code(&mut bits, codes + runs);
        }
    }
    is_sound_code(&mut bits, 256)
}

/// A number from 1 to 256. RFC 7932 section 9.2.
fn number(bits: &mut Bits<'_>) -> Option<u32> {
    if bits.take(1)? == 0 {
        return Some(1);
    }
    let extra = bits.take(3)?;
    Some((1 << extra) + 1 + bits.take(extra)?)
}

/// Whether a code for so many symbols begins as one does. RFC 7932 sections 3.4 and 3.5.
fn is_sound_code(bits: &mut Bits<'_>, symbols: u32) -> Option<bool> {
    const LENGTHS: u32 = 18;
    let skipped = bits.take(2)?;
    if skipped == 1 {
        let width = u32::BITS - (symbols - 1).leading_zeros();
        for _ in 0..=bits.take(2)? {
            if bits.take(width)? >= symbols {
                return Some(false);
            }
        }
        return Some(true);
    }
    let (mut free, mut used) = (32i32, 0);
    for _ in skipped..LENGTHS {
        let (length, width) = match bits.peek(4) {
            code if code & 3 == 0 => (0, 2),
            code if code & 3 == 1 => (4, 2),
            code if code & 3 == 2 => (3, 2),
            code if code & 7 == 3 => (2, 3),
            7 => (1, 4),
            _ => (5, 4),
        };
        bits.take(width)?;
        if length > 0 {
            free -= 32 >> length;
            used += 1;
        }
        if free <= 0 {
            break;
        }
    }
    Some(free == 0 || used == 1)
}

/// Decompresses a whole value, up to `most` bytes; none where it does not end as brotli does.
pub fn unpack(value: &[u8], most: usize) -> Option<Unpacked> {
    let mut decoder = Decompressor::new(value, INPUT.min(value.len()));
    let mut bytes = Vec::new();
    let mut step = vec![0; STEP.min(most + 1)];
    while bytes.len() <= most {
        match decoder.read(&mut step).ok()? {
            0 => break,
            length => bytes.extend_from_slice(&step[..length]),
        }
    }
    let cut = bytes.len() > most;
    bytes.truncate(most);
    (!bytes.is_empty()).then_some(Unpacked {
        decoding: Decoding::Brotli,
        bytes,
        read: value.len(),
        cut,
    })
}

#[cfg(test)]
mod tests {
    use super::super::known::bytes;
    use super::*;

    // node -p 'zlib.brotliCompressSync("jane.doe@example.com").toString("hex")'
    const KNOWN: &str = "8b09806a616e652e646f65406578616d706c652e636f6d03";

    #[test]
    fn a_value_is_decompressed() {
        let unpacked = unpack(&bytes(KNOWN), 1 << 10).unwrap();
        assert_eq!(unpacked.bytes, b"jane.doe@example.com");
        let unpacked = unpack(&bytes(KNOWN), 4).unwrap();
        assert_eq!(
            (unpacked.bytes.as_slice(), unpacked.cut),
            (&b"jane"[..], true)
        );
        assert!(unpack(b"\xff\xff\xff\xff\xff\xff", 1 << 10).is_none());
    }
}
