//! Query strings and urlencoded forms. Reference: WHATWG URL, application/x-www-form-urlencoded.
//!
//! What it finds: `a=1&b=2` in a URL, a body, or inside a parameter. What it misses: text with a
//! lone `=`, which is left to be read as text.

use super::Framed;
use crate::fold;
use std::borrow::Cow;

/// Longer keys are no keys.
const LONGEST_KEY: usize = 128;

/// Divides a view that looks like a query string.
pub fn divide(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    if !looks_like(bytes) {
        return false;
    }
    fields(bytes, each);
    true
}

/// Divides a query string; a piece without `=` is a name without a value.
pub fn fields(query: &[u8], each: &mut dyn FnMut(Framed<'_>)) {
    for piece in query
        .split(|byte| *byte == b'&')
        .filter(|piece| !piece.is_empty())
    {
        let (name, value) = match piece.iter().position(|byte| *byte == b'=') {
            Some(at) => (&piece[..at], &piece[at + 1..]),
            None => (piece, &b""[..]),
        };
        field(
            &String::from_utf8_lossy(&unescape(name)),
            &unescape(value),
            each,
        );
    }
}

/// Hands on a field, and its name too where that may itself hold something.
pub fn field(name: &str, value: &[u8], each: &mut dyn FnMut(Framed<'_>)) {
    if value.is_empty() || speaks(name.as_bytes()) {
        each(Framed {
            name: "",
            bytes: Cow::Borrowed(name.as_bytes()),
        });
    }
    each(Framed {
        name,
        bytes: Cow::Borrowed(value),
    });
}

/// Whether a name looks like more than a name: an address, a number, a digest, words, base64.
pub fn speaks(name: &[u8]) -> bool {
    /// Ten bytes of base64.
    const SHORTEST_BASE64: usize = 14;
    let digits = name.iter().filter(|byte| byte.is_ascii_digit()).count();
    let mixed =
        || name.iter().any(u8::is_ascii_uppercase) && name.iter().any(u8::is_ascii_lowercase);
    digits >= 4
        || name.len() >= 22
        || (name.len() >= SHORTEST_BASE64 && digits > 0 && mixed())
        || name.iter().any(|byte| matches!(byte, b'@' | b' ' | b'%'))
}

/// Whether the first field reads `key=value` with a plausible key, and the value is there.
fn looks_like(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"?").unwrap_or(bytes);
    let Some(equals) = bytes
        .iter()
        .take(LONGEST_KEY)
        .position(|byte| *byte == b'=')
    else {
        return false;
    };
    let key = &bytes[..equals];
    let value = &bytes[equals + 1..];
    // base64 ends in padding; `a==b` and `a =b` are code.
    let is_key =
        |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.[]%~:$*!".contains(byte) || *byte >= 0x80;
    !key.is_empty()
        && key.iter().all(is_key)
        && value
            .first()
            .is_some_and(|byte| *byte != b'=' && (*byte != b' '))
}

/// Whether text without escapes has so few `+` that they are rather digits of base64 than spaces; a
/// space follows a word before a token (`Basic+…`).
fn is_base64(text: &[u8]) -> bool {
    /// One digit in 64 is a `+`; words are shorter than this.
    const LEAST_PER_PLUS: usize = 16;
    let is_digit = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/=._-~|:;,".contains(byte);
    let first = memchr::memchr(b'+', text).unwrap_or(0);
    let word = first <= LEAST_PER_PLUS && text[..first].iter().all(u8::is_ascii_alphabetic);
    let pluses = memchr::memchr_iter(b'+', text).count();
    !word && pluses * LEAST_PER_PLUS <= text.len() && text.iter().all(is_digit)
}

/// Takes percent signs and `+` away, as the reader of a query string does; what is no escape stays, and so
/// does the `+` of base64 that was sent as it is.
pub fn unescape(text: &[u8]) -> Cow<'_, [u8]> {
    if memchr::memchr2(b'%', b'+', text).is_none() || is_base64(text) {
        return Cow::Borrowed(text);
    }
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = memchr::memchr2(b'%', b'+', rest) {
        out.extend_from_slice(&rest[..at]);
        let length = match (rest[at], fold::hex_byte(rest.get(at + 1..at + 3))) {
            (b'%', Some(byte)) => {
                out.push(byte);
                3
            }
            (b'+', _) => {
                out.push(b' ');
                1
            }
            (other, _) => {
                out.push(other);
                1
            }
        };
        rest = &rest[at + length..];
    }
    out.extend_from_slice(rest);
    Cow::Owned(out)
}
