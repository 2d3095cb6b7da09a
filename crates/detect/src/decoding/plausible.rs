//! Whether decoded bytes can be what somebody encoded.

/// So many printable characters in a row come out of random bytes once in some 3,000 places.
const STRETCH: usize = 8;

/// Whether the bytes hold a stretch of text, or are all text, or start like compressed data.
pub fn is_plausible(bytes: &[u8]) -> bool {
    is_text(bytes) || starts_compressed(bytes) || longest_stretch(bytes) >= STRETCH
}

/// Whether the bytes are text and nothing else.
pub fn is_text(bytes: &[u8]) -> bool {
    bytes.len() >= 3
        && bytes
            .iter()
            .all(|byte| is_printable(*byte) || *byte >= 0x80)
        && std::str::from_utf8(bytes).is_ok()
}

/// Whether the bytes start like gzip or zlib.
pub fn starts_compressed(bytes: &[u8]) -> bool {
    bytes.starts_with(&[0x1f, 0x8b, 8]) || matches!(bytes, [0x78, 0x01 | 0x5e | 0x9c | 0xda, _, ..])
}

fn longest_stretch(bytes: &[u8]) -> usize {
    bytes
        .split(|byte| !is_printable(*byte))
        .map(<[u8]>::len)
        .max()
        .unwrap_or(0)
}

fn is_printable(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r')
}
