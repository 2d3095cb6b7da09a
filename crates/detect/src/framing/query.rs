//! Query strings and urlencoded forms. Reference: WHATWG URL, application/x-www-form-urlencoded.
//!
//! What it finds: `a=1&b=2` in a URL, a body, or inside a parameter. What it misses: text with a
//! lone `=`, which is left to be read as text.

use super::Framed;
use crate::decoding::hex_byte;
use leaklight_fold::Kinds;
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
    let (mut rest, mut room, mut more) = (query, Room::default(), Room::default());
    while !rest.is_empty() {
        let (name, kinds) = stretch(rest, Kinds::EQUALS | Kinds::AMPERSAND);
        rest = &rest[name.len()..];
        let mut value = &b""[..];
        let mut of_value = Kinds::NONE;
        if let Some(behind) = rest.strip_prefix(b"=") {
            (value, of_value) = stretch(behind, Kinds::AMPERSAND);
            rest = &behind[value.len()..];
        } else if name.is_empty() {
            rest = &rest[1..];
            continue;
        }
        rest = rest.get(1..).unwrap_or_default();
        let name = room.unescape(name, kinds);
        field(name, more.unescape(value, of_value), each);
    }
}

/// What stands before the first byte of such kinds, and the kinds of its bytes.
pub fn stretch(bytes: &[u8], ends: Kinds) -> (&[u8], Kinds) {
    let mut kinds = Kinds::NONE;
    for (at, byte) in bytes.iter().enumerate() {
        let kind = Kinds::NONE.with(*byte);
        if kind.has(ends) {
            return (&bytes[..at], kinds);
        }
        kinds = kinds | kind;
    }
    (bytes, kinds)
}

/// Room for what comes out of one escaped text after the other.
#[derive(Default)]
struct Room(Vec<u8>);

impl Room {
    fn unescape<'a>(&'a mut self, text: &'a [u8], kinds: Kinds) -> &'a [u8] {
        if !is_escaped(text, kinds) {
            return text;
        }
        unescape_into(&mut self.0, text);
        &self.0
    }
}

/// Hands on a field, and its name too where that may itself hold something.
pub fn field(name: &[u8], value: &[u8], each: &mut dyn FnMut(Framed<'_>)) {
    if value.is_empty() || speaks(name) {
        each(Framed::unnamed(name));
    }
    each(Framed {
        name,
        bytes: Cow::Borrowed(value),
    });
}

/// Whether a name looks like more than a name: an address, a number, a digest, words, base64.
pub fn speaks(name: &[u8]) -> bool {
    /// As long as a digest in base64.
    const LONGEST: usize = 21;
    /// Ten bytes of base64.
    const SHORTEST_BASE64: usize = 14;
    const LEAST_DIGITS: usize = 4;
    if name.len() > LONGEST {
        return true;
    }
    let kinds = Kinds::of(name);
    kinds.has(Kinds::SPACE | Kinds::PERCENT | Kinds::AT)
        || kinds.has(Kinds::DIGIT)
            && (name.len() >= SHORTEST_BASE64 && kinds.is_mixed()
                || name
                    .iter()
                    .filter(|byte| byte.is_ascii_digit())
                    .nth(LEAST_DIGITS - 1)
                    .is_some())
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
    let Some(first) = memchr::memchr(b'+', text) else {
        return false;
    };
    let word = first <= LEAST_PER_PLUS && text[..first].iter().all(u8::is_ascii_alphabetic);
    let pluses = || memchr::memchr_iter(b'+', text).count();
    !word && pluses() * LEAST_PER_PLUS <= text.len() && text.iter().all(is_digit)
}

/// Takes percent signs and `+` away, as the reader of a query string does; what is no escape stays, and so
/// does the `+` of base64 that was sent as it is.
pub fn unescape(text: &[u8]) -> Cow<'_, [u8]> {
    unescape_of(text, Kinds::of(text))
}

/// The same for text of such kinds.
pub fn unescape_of(text: &[u8], kinds: Kinds) -> Cow<'_, [u8]> {
    if !is_escaped(text, kinds) {
        return Cow::Borrowed(text);
    }
    let mut room = Vec::new();
    unescape_into(&mut room, text);
    Cow::Owned(room)
}

fn is_escaped(text: &[u8], kinds: Kinds) -> bool {
    let is_spaced = kinds.has(Kinds::PLUS);
    (is_spaced || kinds.has(Kinds::PERCENT)) && !(is_spaced && is_base64(text))
}

/// Unescapes in place of what was in the room.
fn unescape_into(room: &mut Vec<u8>, text: &[u8]) {
    room.clear();
    room.resize(text.len(), 0);
    let (mut from, mut to) = (0, 0);
    while let (Some(byte), Some(out)) = (text.get(from), room.get_mut(to)) {
        *out = match byte {
            b'%' => match hex_byte(text.get(from + 1..from + 3)) {
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
    room.truncate(to);
}
