//! Escapes within text: percent signs, backslashes, HTML character references.

use crate::fold::hex_byte;
use std::borrow::Cow;

/// Takes one layer of percent signs away; none where there is no escape.
pub fn unescape_percent(bytes: &[u8]) -> Option<Vec<u8>> {
    let is_escape = |at: usize| hex_byte(bytes.get(at + 1..at + 3));
    memchr::memchr_iter(b'%', bytes).find(|at| is_escape(*at).is_some())?;
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'%' if let Some(byte) = is_escape(at) => {
                out.push(byte);
                at += 3;
            }
            byte => {
                out.push(byte);
                at += 1;
            }
        }
    }
    Some(out)
}

/// Resolves HTML character references; none where there are none.
pub fn unescape_html(bytes: &[u8]) -> Option<Vec<u8>> {
    memchr::memchr_iter(b'&', bytes).find(|at| {
        let name = bytes[at + 1..]
            .iter()
            .take(12)
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#');
        let length = name.count();
        length > 1 && bytes.get(at + 1 + length) == Some(&b';')
    })?;
    let text = String::from_utf8_lossy(bytes);
    match html_escape::decode_html_entities(&text) {
        Cow::Owned(decoded) if decoded.as_bytes() != bytes => Some(decoded.into_bytes()),
        _ => None,
    }
}

/// Resolves backslashes in text that is not JSON; none where there are none of JSON's.
pub fn unescape_backslashes(bytes: &[u8]) -> Option<Vec<u8>> {
    memchr::memchr_iter(b'\\', bytes).find(|at| {
        matches!(
            bytes.get(at + 1),
            Some(b'u' | b'"' | b'/' | b'n' | b'r' | b't' | b'\\')
        )
    })?;
    Some(unescape_json(bytes))
}

/// Resolves a JSON string's backslashes. Reference: RFC 8259 section 7; a lone surrogate becomes
/// U+FFFD, an unknown escape its own character.
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
            other => out.push(other),
        }
    }
    out
}

/// Writes the character of `XXXX` or of a surrogate pair `XXXX\uXXXX`, and returns its length.
fn unescape_unicode(raw: &[u8], out: &mut Vec<u8>) -> usize {
    let unit = |at: usize| {
        let digits = std::str::from_utf8(raw.get(at..at + 4)?).ok()?;
        u16::from_str_radix(digits, 16).ok()
    };
    let Some(first) = unit(0) else { return 0 };
    let second = (raw.get(4..6) == Some(b"\\u")).then(|| unit(6)).flatten();
    let mut decoded = char::decode_utf16([first].into_iter().chain(second));
    let (character, length) = match decoded.next() {
        Some(Ok(character)) => (character, if character.len_utf16() == 2 { 10 } else { 4 }),
        _ => (char::REPLACEMENT_CHARACTER, 4),
    };
    out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_resolved_one_layer_at_a_time() {
        assert_eq!(
            unescape_percent(b"a%2540b%zz").as_deref(),
            Some(&b"a%40b%zz"[..])
        );
        assert_eq!(unescape_percent(b"100% a"), None);
        assert_eq!(
            unescape_html(b"a&#64;b&amp;c").as_deref(),
            Some(&b"a@b&c"[..])
        );
        assert_eq!(unescape_html(b"a & b"), None);
        assert_eq!(
            unescape_json(br"\u00e9\ud83d\ude00\n\x"),
            "é😀\nx".as_bytes()
        );
        assert_eq!(unescape_json(br"\ud83d\"), "\u{fffd}".as_bytes());
    }
}
