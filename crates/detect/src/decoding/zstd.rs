//! Zstandard, told by its first bytes. Reference: RFC 8878.
//!
//! What it finds: a frame, as far as it can be read. What it misses: what follows the last whole
//! block of a frame that is cut off, and frames with a dictionary of their own.

use super::{Decoding, Unpacked};
use ruzstd::decoding::StreamingDecoder;
use ruzstd::io::Read;

/// RFC 8878 section 3.1.1: the magic number.
pub const ZSTD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];
/// Bytes that come out at once.
const STEP: usize = 1 << 16;
/// RFC 8878 section 3.1.1.1.2 recommends to bear windows of 8 MiB, and encoders not to ask for more.
const LARGEST_WINDOW: u64 = 8 << 20;

/// Decompresses the frame at the start of a view, up to `most` bytes of it.
pub fn unpack(view: &[u8], most: usize) -> Option<Unpacked> {
    view.strip_prefix(ZSTD)?;
    let mut rest = view;
    let mut decoder = StreamingDecoder::new_with_max_window_size(&mut rest, LARGEST_WINDOW).ok()?;
    let mut bytes = Vec::new();
    let mut step = vec![0; STEP.min(most + 1)];
    while bytes.len() <= most {
        match decoder.read(&mut step) {
            Ok(0) | Err(_) => break,
            Ok(length) => bytes.extend_from_slice(&step[..length]),
        }
    }
    drop(decoder);
    let cut = bytes.len() > most;
    bytes.truncate(most);
    (!bytes.is_empty()).then_some(Unpacked {
        decoding: Decoding::Zstd,
        bytes,
        read: view.len() - rest.len(),
        cut,
    })
}

#[cfg(test)]
mod tests {
    use super::super::known::bytes;
    use super::*;

    // printf 'jane.doe@example.com' | zstd | xxd -p
    const KNOWN: &str = "28b52ffd0458a100006a616e652e646f65406578616d706c652e636f6d68fb9a12";

    #[test]
    fn a_frame_is_decompressed() {
        let unpacked = unpack(&bytes(KNOWN), 1 << 10).unwrap();
        assert_eq!(unpacked.bytes, b"jane.doe@example.com");
        let unpacked = unpack(&bytes(KNOWN), 4).unwrap();
        assert_eq!(
            (unpacked.bytes.as_slice(), unpacked.cut),
            (&b"jane"[..], true)
        );
        assert!(unpack(ZSTD, 1 << 10).is_none());
    }
}
