//! UTF-16 in either byte order. Reference: RFC 2781.
//!
//! What it finds: text with a byte order mark, text of mostly Latin letters without one, and
//! stretches of such letters inside binary data. What it misses: other scripts without a mark,
//! which look like any bytes.

use super::plausible::is_text_character;

/// A stretch of this many letters with a zero byte after each is no accident.
const STRETCH: usize = 6;
/// Of ten units, so many have a zero byte in text of mostly Latin letters.
const MOSTLY: usize = 7;
/// The first units are all of Latin letters, up to U+01FF.
const START: usize = 4;
const LATIN: u8 = 1;

/// Decodes what is UTF-16 from the first byte to the last; none where it is not.
pub fn decode(bytes: &[u8]) -> Option<Vec<u8>> {
    match bytes {
        [0xff, 0xfe, rest @ ..] if rest.len() > 1 => {
            return whole(rest, u16::from_le_bytes, |character| character != '\0');
        }
        [0xfe, 0xff, rest @ ..] if rest.len() > 1 => {
            return whole(rest, u16::from_be_bytes, |character| character != '\0');
        }
        _ => {}
    }
    let units = bytes.len() / 2;
    if units < STRETCH || !bytes.contains(&0) {
        return None;
    }
    let mostly = |parity: usize| {
        let high = || bytes.iter().skip(parity).step_by(2);
        // What stands before text in binary data is no text.
        high().take(START).all(|byte| *byte <= LATIN)
            && high().filter(|byte| **byte == 0).count() * 10 >= units * MOSTLY
    };
    if mostly(1) {
        whole(bytes, u16::from_le_bytes, is_text_character)
    } else if mostly(0) {
        whole(bytes, u16::from_be_bytes, is_text_character)
    } else {
        None
    }
}

/// Whether the bytes start like UTF-16.
pub fn starts_like(bytes: &[u8]) -> bool {
    const LOOK: usize = 64;
    decode(&bytes[..bytes.len().min(LOOK)]).is_some()
}

fn whole(bytes: &[u8], unit: fn([u8; 2]) -> u16, fits: impl Fn(char) -> bool) -> Option<Vec<u8>> {
    let pairs = bytes.chunks_exact(2);
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let mut text = String::with_capacity(bytes.len() / 2);
    for character in char::decode_utf16(units) {
        let character = character.ok()?;
        if !fits(character) {
            return None;
        }
        text.push(character);
    }
    (!text.is_empty()).then(|| text.into_bytes())
}

/// Takes the zero bytes out of every stretch of letters and zeros in turn, in which both byte
/// orders read the same letters; none where there is no such stretch.
pub fn decode_stretches(bytes: &[u8]) -> Option<Vec<u8>> {
    memchr::memchr(0, bytes)?;
    let mut out = Vec::new();
    let (mut at, mut found) = (0, false);
    while at < bytes.len() {
        let length = stretch(&bytes[at..]);
        if length >= 2 * STRETCH {
            found = true;
            let letters = bytes[at..at + length].iter().step_by(2);
            // Letters beyond ASCII are ISO 8859-1 in the low byte.
            let letters: String = letters.map(|byte| char::from(*byte)).collect();
            out.extend_from_slice(letters.as_bytes());
        } else {
            out.extend_from_slice(&bytes[at..at + length.max(1)]);
        }
        at += length.max(1);
    }
    found.then_some(out)
}

/// Whether a stretch of letters with zeros in turn stands somewhere in the bytes.
pub fn has_stretch(bytes: &[u8]) -> bool {
    if bytes.len() < 2 * STRETCH {
        return false;
    }
    let mut at = 0;
    while let Some(zero) = memchr::memchr(0, &bytes[at..]) {
        let start = (at + zero).saturating_sub(1);
        let length = stretch(&bytes[start..]);
        if length >= 2 * STRETCH {
            return true;
        }
        at += zero + 1;
    }
    false
}

/// Length of the stretch of letters, a zero byte behind each, at the start.
fn stretch(bytes: &[u8]) -> usize {
    let pairs = bytes.chunks_exact(2);
    let fits = |pair: &&[u8]| pair[1] == 0 && is_text_character(char::from(pair[0]));
    let length = 2 * pairs.take_while(fits).count();
    // Big-endian text ends in a letter.
    match bytes.get(length) {
        Some(byte) if length > 0 && *byte >= b' ' && bytes.len() == length + 1 => length + 1,
        _ => length,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn both_byte_orders_are_decoded() {
        // printf 'jané' | iconv -t UTF-16 | xxd -p
        let marked = super::super::known::bytes("fffe6a0061006e00e900");
        assert_eq!(decode(&marked).as_deref(), Some("jané".as_bytes()));
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            let text = "Łukasz Nowak, Łódź";
            assert_eq!(
                decode(&utf16(text, order)).as_deref(),
                Some(text.as_bytes())
            );
        }
    }

    #[test]
    fn stretches_within_binary_data_are_decoded() {
        for order in [u16::to_le_bytes, u16::to_be_bytes] {
            for before in [&b"\x01"[..], b"\x01\x16", b"\xff\x07\x14"] {
                let bytes = [before, &utf16("jane.doe@example.com", order), b"\xffabcde"].concat();
                let text = decode_stretches(&bytes).unwrap();
                assert!(
                    memchr::memmem::find(&text, b"ane.doe@example.com").is_some(),
                    "{bytes:?}"
                );
            }
        }
    }

    #[test]
    fn other_bytes_are_left() {
        assert_eq!(decode(b"plain text"), None);
        assert_eq!(decode(&[0; 64]), None);
        assert_eq!(decode(&[1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0]), None);
    }
}
