//! Brotli. Reference: RFC 7932.
//!
//! What it finds: a whole value, since nothing announces it. What it misses: data that is cut off.

use super::{Decoding, Unpacked};
use brotli_decompressor::Decompressor;
use std::io::Read;

/// Bytes that go in at once.
const INPUT: usize = 1 << 12;
/// Bytes that come out at once.
const STEP: usize = 1 << 14;

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
