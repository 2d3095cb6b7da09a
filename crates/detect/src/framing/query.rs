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
    let mut rest = query;
    while !rest.is_empty() {
        let (piece, after) = split(rest);
        rest = after;
        if !piece.bytes.is_empty() {
            let (name, value) = piece.name_and_value();
            field(&String::from_utf8_lossy(&name), &value, each);
        }
    }
}

/// What stands between two ampersands.
struct Piece<'a> {
    bytes: &'a [u8],
    /// Where its first equals sign stands.
    equals: Option<usize>,
    /// Whether there is anything to unescape.
    is_escaped: bool,
}

impl<'a> Piece<'a> {
    fn name_and_value(&self) -> (Cow<'a, [u8]>, Cow<'a, [u8]>) {
        let (name, value) = match self.equals {
            Some(at) => (&self.bytes[..at], &self.bytes[at + 1..]),
            None => (self.bytes, &b""[..]),
        };
        if self.is_escaped {
            (unescape(name), unescape(value))
        } else {
            (Cow::Borrowed(name), Cow::Borrowed(value))
        }
    }
}

/// Takes a piece off the start.
fn split(query: &[u8]) -> (Piece<'_>, &[u8]) {
    let (mut equals, mut is_escaped, mut at) = (None, false, 0);
    // One look a byte: most are none of these.
    while let Some(next) = query[at..]
        .iter()
        .position(|byte| MARKS[usize::from(*byte)])
    {
        at += next;
        match query[at] {
            b'&' => break,
            b'=' if equals.is_none() => equals = Some(at),
            b'=' => {}
            _ => is_escaped = true,
        }
        at += 1;
    }
    let end = if query.get(at) == Some(&b'&') {
        at
    } else {
        query.len()
    };
    let piece = Piece {
        bytes: &query[..end],
        equals,
        is_escaped,
    };
    (piece, query.get(end + 1..).unwrap_or_default())
}

/// What divides a query string or escapes something in it.
static MARKS: [bool; 256] = {
    let mut marks = [false; 256];
    marks[b'&' as usize] = true;
    marks[b'=' as usize] = true;
    marks[b'%' as usize] = true;
    marks[b'+' as usize] = true;
    marks
};

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
    if name.len() >= 22 {
        return true;
    }
    let (mut digits, mut upper, mut lower) = (0, false, false);
    for byte in name {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'a'..=b'z' => lower = true,
            b'A'..=b'Z' => upper = true,
            b'@' | b' ' | b'%' => return true,
            _ => {}
        }
    }
    digits >= 4 || (name.len() >= SHORTEST_BASE64 && digits > 0 && upper && lower)
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
    let pluses = memchr::memchr_iter(b'+', text).count();
    if pluses == 0 || pluses * LEAST_PER_PLUS > text.len() {
        return false;
    }
    let first = memchr::memchr(b'+', text).unwrap_or(0);
    let word = first <= LEAST_PER_PLUS && text[..first].iter().all(u8::is_ascii_alphabetic);
    !word && text.iter().all(is_digit)
}

/// Takes percent signs and `+` away, as the reader of a query string does; what is no escape stays, and so
/// does the `+` of base64 that was sent as it is.
pub fn unescape(text: &[u8]) -> Cow<'_, [u8]> {
    let is_escape = |byte: &u8| matches!(byte, b'%' | b'+');
    let Some(first) = text.iter().position(is_escape) else {
        return Cow::Borrowed(text);
    };
    if is_base64(text) {
        return Cow::Borrowed(text);
    }
    let mut out = text.to_vec();
    let (mut from, mut to) = (first, first);
    while let Some(byte) = text.get(from) {
        out[to] = match byte {
            b'%' => match fold::hex_byte(text.get(from + 1..from + 3)) {
                Some(byte) => {
                    from += 2;
                    byte
                }
                None => b'%',
            },
            b'+' => b' ',
            other => *other,
        };
        (from, to) = (from + 1, to + 1);
    }
    out.truncate(to);
    Cow::Owned(out)
}
