//! Base64 without padding, of the tests' own.

const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Zeros fill up the last group.
pub fn base64(bytes: &[u8]) -> Vec<u8> {
    let groups = bytes.chunks(3).flat_map(|group| {
        let held = (0..3).fold(0, |held, at| {
            held << 8 | usize::from(*group.get(at).unwrap_or(&0))
        });
        [18, 12, 6, 0].map(|shift| ALPHABET[held >> shift & 63])
    });
    groups.collect()
}
