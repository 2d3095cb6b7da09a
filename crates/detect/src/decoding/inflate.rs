//! gzip and zlib, told by their first bytes. References: RFC 1952, RFC 1950.
//!
//! What it finds: compressed data at the start of a view, or behind a few bytes that are none (a
//! header line). Data that is cut off or damaged is read as far as it goes.

use super::Decoding;
use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_PARSE_ZLIB_HEADER,
};
use miniz_oxide::inflate::{TINFLStatus, core};

/// RFC 1952 section 2.3.1: the two magic bytes, and deflate as the method.
const GZIP: &[u8] = &[0x1f, 0x8b, 8];

/// What came out.
#[derive(Debug)]
pub struct Inflated {
    /// Which of the two it was.
    pub decoding: Decoding,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether there was more than was allowed.
    pub cut: bool,
}

/// Decompresses the compressed data at the start of a view, up to `most` bytes of it.
pub fn inflate(view: &[u8], most: usize) -> Option<Inflated> {
    if is_zlib(view) {
        let (bytes, _, cut) = decompress(view, TINFL_FLAG_PARSE_ZLIB_HEADER, most);
        return (!bytes.is_empty()).then_some(Inflated {
            decoding: Decoding::Zlib,
            bytes,
            cut,
        });
    }
    let (mut rest, mut bytes, mut cut) = (view, Vec::new(), false);
    // RFC 1952 section 2.2: a file may have several members.
    while let Some(data) = rest.strip_prefix(GZIP).and_then(|_| deflated(rest)) {
        let (member, read, more) = decompress(data, 0, most - bytes.len());
        bytes.extend(member);
        cut |= more;
        // Checksum and length stand behind each.
        rest = data.get(read + 8..).unwrap_or_default();
        if more {
            break;
        }
    }
    (!bytes.is_empty()).then_some(Inflated {
        decoding: Decoding::Gzip,
        bytes,
        cut,
    })
}

/// Where gzip data starts behind other bytes.
pub fn embedded_gzip(view: &[u8]) -> Option<usize> {
    memchr::memmem::find(view, GZIP).filter(|at| *at > 0)
}

/// RFC 1950 section 2.2: method 8, window at most 32 KiB, and the check bits.
fn is_zlib(view: &[u8]) -> bool {
    matches!(view, [method, flags, _, ..]
        if *method == 0x78 && (u16::from(*method) << 8 | u16::from(*flags)).is_multiple_of(31))
}

/// The deflated data behind a gzip header. RFC 1952 section 2.3.
fn deflated(gzip: &[u8]) -> Option<&[u8]> {
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

/// What came out, how much was read, and whether there was more.
fn decompress(data: &[u8], flags: u32, most: usize) -> (Vec<u8>, usize, bool) {
    let mut state = Box::<core::DecompressorOxide>::default();
    let mut out = vec![
        0;
        data.len()
            .saturating_mul(4)
            .clamp(1 << 10, most.max(1 << 10))
    ];
    let (mut read, mut written) = (0, 0);
    let flags = flags
        | core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF
        | TINFL_FLAG_HAS_MORE_INPUT;
    loop {
        let (status, consumed, produced) =
            core::decompress(&mut state, &data[read..], &mut out, written, flags);
        read += consumed;
        written += produced;
        if status != TINFLStatus::HasMoreOutput {
            out.truncate(written);
            return (out, read, false);
        }
        if out.len() >= most {
            out.truncate(written);
            return (out, read, true);
        }
        out.resize((out.len() * 2).min(most), 0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // printf 'jane.doe@example.com' | gzip -n | xxd -p
    const GZIP: &str = "1f8b0800000000000003cb4acc4bd54bc94f7548ad48cc2dc849d54bcecf\
                        0500f007736914000000";

    fn bytes(hex: &str) -> Vec<u8> {
        let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
        digits
            .chunks(2)
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
            .collect()
    }

    #[test]
    fn gzip_is_inflated_behind_other_bytes_and_when_cut_off() {
        let gzip = bytes(GZIP);
        let inflated = inflate(&gzip, 1 << 20).unwrap();
        assert_eq!(inflated.bytes, b"jane.doe@example.com");
        assert_eq!(inflated.decoding, Decoding::Gzip);
        let headed = [b"POST\n", &gzip[..]].concat();
        assert_eq!(embedded_gzip(&headed), Some(5));
        let twice = [&gzip[..], &gzip[..]].concat();
        assert_eq!(inflate(&twice, 1 << 20).unwrap().bytes.len(), 40);
        assert!(inflate(&gzip[..gzip.len() - 12], 1 << 20).is_some());
    }
}
