//! Brotli's decompression. Reference: RFC 7932.

use brotli_decompressor::Decompressor;
use std::io::Read;

/// Bytes that go in at once.
const INPUT: usize = 1 << 12;
/// Bytes that come out at once.
const STEP: usize = 1 << 14;

/// What a stream held.
#[derive(Debug, PartialEq, Eq)]
pub struct Unpacked {
    /// The bytes, or as many as were wanted.
    pub bytes: Vec<u8>,
    /// Whether there were more.
    pub cut: bool,
}

/// Decompresses a whole stream, up to `most` bytes; none where it does not end as brotli does.
pub fn decompress(stream: &[u8], most: usize) -> Option<Unpacked> {
    let mut decoder = Decompressor::new(stream, INPUT.min(stream.len()));
    let mut bytes = Vec::new();
    let mut step = vec![0; STEP.min(most.saturating_add(1))];
    while bytes.len() <= most {
        match decoder.read(&mut step).ok()? {
            0 => break,
            length => bytes.extend_from_slice(&step[..length]),
        }
    }
    let cut = bytes.len() > most;
    bytes.truncate(most);
    Some(Unpacked { bytes, cut })
}

#[cfg(test)]
mod tests {
    use super::*;

    // node -p 'zlib.brotliCompressSync("jane.doe@example.com").toString("hex")'
    const STREAM: &[u8] = b"\x8b\x09\x80jane.doe@example.com\x03";

    #[test]
    fn a_stream_is_decompressed_up_to_what_is_wanted() {
        for (most, bytes, cut) in [
            (usize::MAX, &b"jane.doe@example.com"[..], false),
            (20, b"jane.doe@example.com", false),
            (4, b"jane", true),
            (0, b"", true),
        ] {
            let bytes = bytes.to_vec();
            assert_eq!(decompress(STREAM, most), Some(Unpacked { bytes, cut }));
        }
    }

    #[test]
    fn what_is_not_brotli_or_does_not_end_is_refused() {
        assert_eq!(decompress(b"\xff\xff\xff\xff\xff\xff", 1 << 10), None);
        assert_eq!(decompress(&STREAM[..20], 1 << 10), None);
    }
}
