//! Deflate and what it travels in. References: RFC 1951, RFC 1950 (zlib), RFC 1952 (gzip).
//!
//! What it finds: gzip and zlib, told by their first bytes, and deflate without a header, as
//! `CompressionStream("deflate-raw")` writes it, on whole values. Data that is cut off or damaged
//! is read as far as it goes. What it misses: zlib with a dictionary of its own.

use super::bits::Bits;
use super::{Decoding, Unpacked};
use leaklight_unpack::{Deflated, inflate};

/// RFC 1952 section 2.3.1: the two magic bytes, and deflate as the method.
pub const GZIP: &[u8] = &[0x1f, 0x8b, 8];
/// RFC 1950 section 2.2: the method with the largest window, which compressors write.
pub const ZLIB: u8 = 0x78;
/// RFC 1952 section 2.3.1: checksum and length behind the data.
const GZIP_TRAILER: usize = 8;
/// RFC 1950 section 2.2: the checksum behind the data.
const ZLIB_TRAILER: usize = 4;
/// Damaged zlib of fewer bytes is text that happens to start like zlib: `x^2`.
const LEAST_DAMAGED: usize = 32;

/// Whether the bytes start like compressed data.
pub fn announced(bytes: &[u8]) -> bool {
    bytes.starts_with(GZIP) || is_zlib(bytes)
}

/// Decompresses the compressed data at the start of a view, up to `most` bytes of it.
pub fn unpack(view: &[u8], most: usize) -> Option<Unpacked> {
    if is_zlib(view) {
        return zlib(view, most);
    }
    let (mut at, mut bytes, mut cut) = (0, Vec::new(), false);
    // RFC 1952 section 2.2: a file may have several members.
    while let Some(data) = view.get(at..).and_then(deflated) {
        let member = inflate(data, Deflated::Bare, most - bytes.len());
        bytes.extend(member.bytes);
        cut |= member.cut;
        at = (view.len() - data.len() + member.read + GZIP_TRAILER).min(view.len());
        if cut || !member.ended {
            break;
        }
    }
    (!bytes.is_empty()).then_some(Unpacked {
        decoding: Decoding::Gzip,
        bytes,
        read: at,
        cut,
    })
}

/// Whether a value's first bits can be those of deflated text: says no to most other bytes, at no cost.
pub fn may_be_raw(value: &[u8]) -> bool {
    let mut bits = Bits::new(value);
    let (is_last, kind) = (bits.take(1), bits.take(2));
    match kind {
        // RFC 1951 section 3.2.4: the length, and its complement.
        Some(0) => match bits.rest() {
            [low, high, not_low, not_high, ..] => *low == !not_low && *high == !not_high,
            _ => false,
        },
        Some(1) => starts_with_text(bits, is_last == Some(1)),
        Some(2) => has_sound_codes(bits).unwrap_or(false),
        _ => false,
    }
}

/// Whether the first symbols of a block with fixed codes make text. RFC 1951 sections 3.2.5 and 3.2.6.
fn starts_with_text(mut bits: Bits<'_>, is_last: bool) -> bool {
    const LOOK: usize = 64;
    let mut written = 0;
    for _ in 0..LOOK {
        let code = bits.peek(9).reverse_bits() >> (32 - 9);
        let (symbol, width) = match code {
            0..0b0_0110_0000 => (256 + (code >> 2), 7),
            0b0_0110_0000..0b1_1000_0000 => ((code >> 1) - 0b0011_0000, 8),
            0b1_1000_0000..0b1_1001_0000 => (280 + (code >> 1) - 0b1100_0000, 8),
            _ => (144 + code - 0b1_1001_0000, 9),
        };
        if bits.take(width).is_none() {
            return false;
        }
        written += match symbol {
            0x09 | 0x0a | 0x0d | 0x20..=0x7e | 0x80..=0xff => 1,
            // The end, where the value ends too, or another block.
            256 if is_last => return written > 0 && bits.rest().is_empty(),
            256 => return true,
            257..=285 => match repeated(&mut bits, symbol) {
                Some((length, distance)) if distance <= written => length,
                _ => return false,
            },
            _ => return false,
        };
    }
    true
}

/// The length and the distance of a repetition. RFC 1951 section 3.2.5.
fn repeated(bits: &mut Bits<'_>, symbol: u32) -> Option<(u32, u32)> {
    let number = symbol - 257;
    let extra = if matches!(number, 8..28) {
        number / 4 - 1
    } else {
        0
    };
    let base = match number {
        0..8 => number + 3,
        28 => 258,
        _ => ((4 + number % 4) << extra) + 3,
    };
    let length = base + bits.take(extra)?;
    let code = bits.take(5)?.reverse_bits() >> (32 - 5);
    let extra = (code / 2).saturating_sub(1);
    let base = if code < 2 {
        code + 1
    } else {
        ((2 + code % 2) << extra) + 1
    };
    Some((length, base + bits.take(extra)?))
}

/// Whether the lengths of the codes for lengths of codes fill all that there is. RFC 1951 section 3.2.7.
fn has_sound_codes(mut bits: Bits<'_>) -> Option<bool> {
    const MOST_LITERALS: u32 = 286 - 257;
    let (literals, _, lengths) = (bits.take(5)?, bits.take(5)?, bits.take(4)?);
    let mut filled = 0;
    for _ in 0..lengths + 4 {
        let length = bits.take(3)?;
        if length > 0 {
            filled += 128 >> length;
        }
    }
    Some(literals <= MOST_LITERALS && filled == 128)
}

/// Decompresses a whole value without a header, up to `most` bytes; none where it does not end
/// where the value does.
pub fn raw(value: &[u8], most: usize) -> Option<Unpacked> {
    let inflated = inflate(value, Deflated::Bare, most);
    let whole = inflated.cut || (inflated.ended && inflated.read == value.len());
    (whole && !inflated.bytes.is_empty()).then_some(Unpacked {
        decoding: Decoding::Deflate,
        bytes: inflated.bytes,
        read: inflated.read,
        cut: inflated.cut,
    })
}

fn zlib(view: &[u8], most: usize) -> Option<Unpacked> {
    let inflated = inflate(view, Deflated::InZlib, most);
    let sound = inflated.ended || inflated.cut || inflated.starved;
    (!inflated.bytes.is_empty() && (sound || inflated.bytes.len() >= LEAST_DAMAGED)).then_some(
        Unpacked {
            decoding: Decoding::Zlib,
            bytes: inflated.bytes,
            // The decompressor has read the header; and the checksum, where it was needed.
            read: (inflated.read + ZLIB_TRAILER).min(view.len()),
            cut: inflated.cut,
        },
    )
}

/// RFC 1950 section 2.2: method 8, window at most 32 KiB, no dictionary, and the check bits.
fn is_zlib(view: &[u8]) -> bool {
    let [method, flags, _, ..] = *view else {
        return false;
    };
    let checked = (u16::from(method) << 8 | u16::from(flags)).is_multiple_of(31);
    // `x^` is what compressors write, but `XG` is a word.
    let usual = method == ZLIB || !(b' '..=b'~').contains(&flags);
    method & 0x0f == 8 && method >> 4 <= 7 && flags & 0x20 == 0 && checked && usual
}

/// The deflated data behind a gzip header. RFC 1952 section 2.3.
fn deflated(gzip: &[u8]) -> Option<&[u8]> {
    gzip.strip_prefix(GZIP)?;
    let flags = *gzip.get(3)?;
    let mut rest = gzip.get(10..)?;
    if flags & 4 != 0 {
        let (length, after) = rest.split_first_chunk::<2>()?;
        rest = after.get(usize::from(u16::from_le_bytes(*length))..)?;
    }
    for flag in [8, 16] {
        if flags & flag != 0 {
            rest = rest.get(memchr::memchr(0, rest)? + 1..)?;
        }
    }
    if flags & 2 != 0 {
        rest = rest.get(2..)?;
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::super::known::bytes;
    use super::*;

    // printf 'jane.doe@example.com' | gzip -n | xxd -p
    const GZIPPED: &str = "1f8b0800000000000003cb4acc4bd54bc94f7548ad48cc2dc849d54bcecf
                           0500f007736914000000";

    #[test]
    fn gzip_is_inflated_member_by_member_and_when_cut_off() {
        let gzip = bytes(GZIPPED);
        let unpacked = unpack(&gzip, 1 << 20).unwrap();
        assert_eq!(unpacked.bytes, b"jane.doe@example.com");
        assert_eq!(
            (unpacked.decoding, unpacked.read),
            (Decoding::Gzip, gzip.len())
        );
        let twice = [&gzip[..], &gzip[..], b"rest"].concat();
        let unpacked = unpack(&twice, 1 << 20).unwrap();
        assert_eq!((unpacked.bytes.len(), unpacked.read), (40, 2 * gzip.len()));
        assert!(unpack(&gzip[..gzip.len() - 12], 1 << 20).is_some());
    }

    #[test]
    fn deflate_is_inflated_in_zlib_and_alone() {
        // python3 -c 'import zlib; print(zlib.compress(b"jane.doe@example.com").hex())'
        let zlib = bytes("789ccb4acc4bd54bc94f7548ad48cc2dc849d54bcecf05004f84079e");
        let unpacked = unpack(&zlib, 1 << 20).unwrap();
        assert_eq!(unpacked.bytes, b"jane.doe@example.com");
        assert_eq!(
            (unpacked.decoding, unpacked.read),
            (Decoding::Zlib, zlib.len())
        );
        let raw = super::raw(&zlib[2..zlib.len() - 4], 1 << 20).unwrap();
        assert_eq!(raw.bytes, b"jane.doe@example.com");
        assert!(super::raw(&zlib, 1 << 20).is_none());
    }

    #[test]
    fn no_more_comes_out_than_is_allowed() {
        let unpacked = unpack(&bytes(GZIPPED), 7).unwrap();
        assert_eq!(
            (unpacked.bytes.as_slice(), unpacked.cut),
            (&b"jane.do"[..], true)
        );
    }

    #[test]
    fn text_that_starts_like_zlib_is_left() {
        assert!(unpack(b"x^2 + y^2 = z^2", 1 << 20).is_none());
        assert!(!announced(b"XG is a word"));
    }
}
