//! Brotli. Reference: RFC 7932.
//!
//! What it finds: a whole value, since nothing announces it. What it misses: data that is cut off.

use super::bits::Bits;
use super::{Decoding, Unpacked};

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

/// Reads the header of the stream and of its first meta-block that holds data; none where it is cut. It makes `most`
/// bytes at most.
fn starts_soundly(mut bits: Bits<'_>, most: usize) -> Option<bool> {
    // RFC 7932 section 9.1: the window's size; one code is reserved.
    let is_reserved = bits.take(1)? == 1 && bits.take(3)? == 0 && bits.take(3)? == 1;
    if is_reserved {
        return Some(false);
    }
    loop {
        // Section 9.2.
        let is_last = bits.take(1)? == 1;
        if is_last && bits.take(1)? == 1 {
            return Some(false);
        }
        match bits.take(2)? {
            3 if is_last || !skip_metadata(&mut bits)? => return Some(false),
            3 => {}
            more => return holds_soundly(bits, is_last, more + 4, most),
        }
    }
}

/// Passes over a meta-block without data; whether it is one.
fn skip_metadata(bits: &mut Bits<'_>) -> Option<bool> {
    let is_reserved = bits.take(1)? == 1;
    let mut length = 0;
    let bytes = bits.take(2)?;
    for at in 0..bytes {
        length |= bits.take(8)? << (8 * at);
    }
    let skipped = if bytes == 0 { 0 } else { length as usize + 1 };
    if is_reserved || !bits.align() {
        return Some(false);
    }
    *bits = Bits::new(bits.rest().get(skipped..)?);
    Some(true)
}

/// Reads the header of a meta-block behind the number of digits of its length.
fn holds_soundly(mut bits: Bits<'_>, is_last: bool, nibbles: u32, most: usize) -> Option<bool> {
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
    let (postfix, direct) = (bits.take(2)?, bits.take(4)?);
    // The context's mode; then the numbers of codes for literals and for distances.
    bits.take(2)?;
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
    // Section 9.2: the codes for literals, for insertions and copies, and for distances. Behind a simple code begins
    // the next one.
    let distances = 16 + (direct << postfix) + (48 << postfix);
    for symbols in [256, 704, distances] {
        if !is_sound_code(&mut bits, symbols)? {
            return Some(false);
        }
    }
    Some(true)
}

/// A number from 1 to 256. RFC 7932 section 9.2.
fn number(bits: &mut Bits<'_>) -> Option<u32> {
    if bits.take(1)? == 0 {
        return Some(1);
    }
    let extra = bits.take(3)?;
    Some((1 << extra) + 1 + bits.take(extra)?)
}

/// Reads a code for so many symbols; whether it is one. RFC 7932 sections 3.4 and 3.5.
fn is_sound_code(bits: &mut Bits<'_>, symbols: u32) -> Option<bool> {
    let skipped = bits.take(2)?;
    if skipped == 1 {
        return is_sound_simple_code(bits, symbols);
    }
    let mut lengths = [0; LENGTHS.len()];
    let (mut free, mut used) = (32i32, 0);
    for at in &LENGTHS[skipped as usize..] {
        let (length, width) = match bits.peek(4) {
            code if code & 3 == 0 => (0, 2),
            code if code & 3 == 1 => (4, 2),
            code if code & 3 == 2 => (3, 2),
            code if code & 7 == 3 => (2, 3),
            7 => (1, 4),
            _ => (5, 4),
        };
        bits.take(width)?;
        lengths[*at] = length;
        if length > 0 {
            free -= 32 >> length;
            used += 1;
        }
        if free <= 0 {
            break;
        }
    }
    if free != 0 && used != 1 {
        return Some(false);
    }
    fills(bits, &lengths, symbols)
}

/// The order in which the lengths of the code for lengths stand.
const LENGTHS: [usize; 18] = [1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15];

/// Up to four symbols, each once.
fn is_sound_simple_code(bits: &mut Bits<'_>, symbols: u32) -> Option<bool> {
    let width = u32::BITS - (symbols - 1).leading_zeros();
    let count = bits.take(2)? as usize + 1;
    let mut seen = [u32::MAX; 4];
    for at in 0..count {
        let symbol = bits.take(width)?;
        if symbol >= symbols || seen.contains(&symbol) {
            return Some(false);
        }
        seen[at] = symbol;
    }
    // Which of two trees four symbols have.
    bits.take(u32::from(count == seen.len()))?;
    Some(true)
}

/// Reads the symbols' lengths, in a code of these lengths; whether they fill all that there is.
fn fills(bits: &mut Bits<'_>, lengths: &[u32; LENGTHS.len()], symbols: u32) -> Option<bool> {
    /// The length that is repeated before any stood there.
    const FIRST: u32 = 8;
    const ALL: u32 = 1 << 15;
    let table = table(lengths);
    let (mut filled, mut symbol, mut before) = (0, 0, FIRST);
    // What the last repetition repeated, and how often: the next one of the same multiplies it.
    let mut repeated = (0, 0);
    while filled < ALL && symbol < symbols {
        let (length, width) = table[bits.peek(5) as usize];
        bits.take(width)?;
        if length < 16 {
            symbol += 1;
            repeated = (0, 0);
            if length > 0 {
                filled += ALL >> length;
                before = length;
            }
            continue;
        }
        let extra = if length == 16 { 2 } else { 3 };
        let old = if repeated.0 == length { repeated.1 } else { 0 };
        let more = if old > 0 { (old - 2) << extra } else { 0 };
        let count = more + bits.take(extra)? + 3;
        repeated = (length, count);
        symbol += count - old;
        if length == 16 {
            filled += (count - old).saturating_mul(ALL >> before);
        }
    }
    Some(filled == ALL && symbol <= symbols)
}

/// For each five bits the symbol that they begin with and its width. RFC 7932 section 3.2.
fn table(lengths: &[u32; LENGTHS.len()]) -> [(u32, u32); 32] {
    let of = |wanted: u32| {
        (0u32..)
            .zip(lengths)
            .filter(move |(_, length)| **length == wanted)
    };
    let used = lengths.iter().filter(|length| **length > 0).count();
    let mut table = [(0, 0); 32];
    let mut code = 0;
    for width in 1..=5 {
        for (symbol, _) in of(width) {
            // A lone symbol takes no bits.
            let (step, width) = if used == 1 {
                (1, 0)
            } else {
                (1 << width, width)
            };
            let first = if used == 1 { 0 } else { code_of(code, width) };
            for at in (first..32).step_by(step) {
                table[at as usize] = (symbol, width);
            }
            code += 1;
        }
        code <<= 1;
    }
    table
}

/// A code as it stands in the stream, its first bit lowest.
fn code_of(code: u32, width: u32) -> u32 {
    code.reverse_bits() >> (u32::BITS - width)
}

/// Decompresses a whole value, up to `most` bytes; none where it does not end as brotli does.
pub fn unpack(value: &[u8], most: usize) -> Option<Unpacked> {
    let leaklight_unpack::Unpacked { bytes, cut } = leaklight_unpack::brotli(value, most)?;
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
