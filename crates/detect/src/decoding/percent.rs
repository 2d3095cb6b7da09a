//! Percent signs. References: RFC 3986 section 2.1; ECMA-262 B.2.1.1 (`escape`).
//!
//! What it finds: `%40` in both hex cases, and the `%u0040` of JavaScript's `escape`, one layer at
//! a time. What it misses: nothing; what is no escape stays as it is.

use super::backslash::unit;
use super::hex_byte;

/// Takes one layer of percent signs away; none where there is no escape.
pub fn unescape(bytes: &[u8]) -> Option<Vec<u8>> {
    let is_escape = |at: &usize| byte(bytes, *at).is_some() || utf16_unit(bytes, *at).is_some();
    memchr::memchr_iter(b'%', bytes).find(is_escape)?;
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let length = memchr::memchr(b'%', &bytes[at..]).unwrap_or(bytes.len() - at);
        out.extend_from_slice(&bytes[at..at + length]);
        at += length;
        if let Some(byte) = byte(bytes, at) {
            out.push(byte);
            at += 3;
        } else if let Some(first) = utf16_unit(bytes, at) {
            at += 6 + pair(bytes, at, first, &mut out);
        } else if at < bytes.len() {
            out.push(b'%');
            at += 1;
        }
    }
    Some(out)
}

fn byte(bytes: &[u8], at: usize) -> Option<u8> {
    hex_byte(bytes.get(at + 1..at + 3))
}

/// The `0040` of `%u0040`.
fn utf16_unit(bytes: &[u8], at: usize) -> Option<u16> {
    (bytes.get(at + 1) == Some(&b'u'))
        .then(|| unit(bytes, at + 2))
        .flatten()
}

/// Writes the character of one unit, or of it and the next; returns the length of the next.
fn pair(bytes: &[u8], at: usize, first: u16, out: &mut Vec<u8>) -> usize {
    let second = (bytes.get(at + 6) == Some(&b'%'))
        .then(|| utf16_unit(bytes, at + 6))
        .flatten();
    let mut decoded = char::decode_utf16([first].into_iter().chain(second));
    let character = decoded.next().and_then(Result::ok);
    let character = character.unwrap_or(char::REPLACEMENT_CHARACTER);
    out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    if character.len_utf16() == 2 { 6 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(escaped: &str) -> Option<String> {
        unescape(escaped.as_bytes()).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn one_layer_is_taken_away_at_a_time() {
        assert_eq!(text("a%2540b%zz%").as_deref(), Some("a%40b%zz%"));
        assert_eq!(text("%6a%6Ane").as_deref(), Some("jjne"));
        assert_eq!(text("100% a"), None);
    }

    #[test]
    fn escapes_of_javascript_are_resolved() {
        // escape("ć@😀") in a browser's console, with the @ escaped by hand.
        assert_eq!(text("%u0107%u0040%uD83D%uDE00").as_deref(), Some("ć@😀"));
        assert_eq!(text("%uD83D!").as_deref(), Some("\u{fffd}!"));
        assert_eq!(text("%u00"), None);
    }
}
