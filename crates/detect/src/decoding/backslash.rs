//! Backslashes. References: RFC 8259 section 7; ECMA-262 12.9.4 (`\x40`, `\u{40}`).
//!
//! What it finds: the escapes of JSON's and JavaScript's strings, in text that is not JSON.
//! What it misses: octal escapes, which no encoder writes. A lone surrogate becomes U+FFFD, an
//! unknown escape its own character.

use super::hex_byte;

/// The longest code point between braces: `\u{10FFFF}`, with room for leading zeros.
const LONGEST_BRACED: usize = 8;

/// Resolves backslashes in text that is not JSON; none where there are none of JSON's.
pub fn unescape(bytes: &[u8]) -> Option<Vec<u8>> {
    memchr::memchr_iter(b'\\', bytes).find(|at| {
        matches!(
            bytes.get(at + 1),
            Some(b'u' | b'x' | b'"' | b'/' | b'n' | b'r' | b't' | b'\\')
        )
    })?;
    Some(unescape_json(bytes))
}

/// Resolves a JSON string's backslashes, and those that only JavaScript has.
pub fn unescape_json(raw: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(raw.len());
    let mut at = 0;
    while at < raw.len() {
        let length = memchr::memchr(b'\\', &raw[at..]).unwrap_or(raw.len() - at);
        out.extend_from_slice(&raw[at..at + length]);
        at += length;
        let Some(&escape) = raw.get(at + 1) else {
            break;
        };
        at += 2;
        match escape {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'u' => at += unescape_unicode(&raw[at..], &mut out),
            b'x' => at += unescape_byte(&raw[at..], &mut out),
            other => out.push(other),
        }
    }
    out
}

/// The UTF-16 unit that four hex digits spell.
pub fn unit(bytes: &[u8], at: usize) -> Option<u16> {
    let high = hex_byte(bytes.get(at..at + 2))?;
    let low = hex_byte(bytes.get(at + 2..at + 4))?;
    Some(u16::from_be_bytes([high, low]))
}

/// Writes the character of `XXXX`, of a surrogate pair `XXXX\uXXXX` or of `{X…}`, and returns its
/// length.
fn unescape_unicode(raw: &[u8], out: &mut Vec<u8>) -> usize {
    if let Some((character, length)) = braced(raw) {
        push(character, out);
        return length;
    }
    let Some(first) = unit(raw, 0) else { return 0 };
    let second = (raw.get(4..6) == Some(b"\\u"))
        .then(|| unit(raw, 6))
        .flatten();
    let mut decoded = char::decode_utf16([first].into_iter().chain(second));
    let (character, length) = match decoded.next() {
        Some(Ok(character)) => (character, if character.len_utf16() == 2 { 10 } else { 4 }),
        _ => (char::REPLACEMENT_CHARACTER, 4),
    };
    push(character, out);
    length
}

/// The character of `{X…}` and the length of that.
fn braced(raw: &[u8]) -> Option<(char, usize)> {
    let digits = raw.strip_prefix(b"{")?;
    let length = digits
        .iter()
        .take(LONGEST_BRACED + 1)
        .position(|byte| *byte == b'}')?;
    let digits = std::str::from_utf8(&digits[..length]).ok()?;
    let character = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    Some((character, length + 2))
}

/// Writes the character of `XX`, and returns its length. Two of them above U+007F are the bytes of
/// a UTF-8 character as often as they are two characters: bytes are what both readings agree on.
fn unescape_byte(raw: &[u8], out: &mut Vec<u8>) -> usize {
    match hex_byte(raw.get(..2)) {
        Some(byte) => {
            out.push(byte);
            2
        }
        None => {
            out.push(b'x');
            0
        }
    }
}

fn push(character: char, out: &mut Vec<u8>) {
    out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_of_json_are_resolved() {
        assert_eq!(
            unescape_json(br"\u00e9\ud83d\ude00\n\q"),
            "é😀\nq".as_bytes()
        );
        assert_eq!(unescape_json(br"\ud83d\"), "\u{fffd}".as_bytes());
    }

    #[test]
    fn escapes_of_javascript_are_resolved() {
        assert_eq!(
            unescape_json(br"a\x40b\u{40}c\u{1F600}\xzz\u{zz}"),
            "a@b@c😀xzz{zz}".as_bytes()
        );
        assert_eq!(unescape(br"a\x40b").as_deref(), Some(&b"a@b"[..]));
        assert_eq!(unescape(br"C:\dir"), None);
    }
}
