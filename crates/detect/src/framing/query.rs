//! Query strings and urlencoded forms. Reference: WHATWG URL, application/x-www-form-urlencoded.
//!
//! What it finds: `a=1&b=2` in a URL, a body, or inside a parameter. What it misses: text with a
//! lone `=`, which is left to be read as text.

use super::Framed;
use super::marks::each_mark;
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
    let mut rooms = [Room::default(), Room::default()];
    let mut piece = Piece::at(0);
    each_mark(query, [b'&', b'=', b'%', b'+'], &mut |at| match query[at] {
        b'&' => {
            piece.hand_on(&query[..at], &mut rooms, each);
            piece = Piece::at(at + 1);
        }
        b'=' if piece.equals.is_none() => piece.equals = Some(at),
        mark => piece.note(mark),
    });
    piece.hand_on(query, &mut rooms, each);
}

/// A name and a value under way.
struct Piece {
    start: usize,
    equals: Option<usize>,
    /// Of the name and of the value, those that escape.
    kinds: [Kinds; 2],
}

impl Piece {
    fn at(start: usize) -> Self {
        Self {
            start,
            equals: None,
            kinds: [Kinds::NONE; 2],
        }
    }

    fn note(&mut self, mark: u8) {
        let kinds = &mut self.kinds[usize::from(self.equals.is_some())];
        *kinds = kinds.with(mark);
    }

    /// Hands the piece on in which the query string so far ends.
    fn hand_on(&self, query: &[u8], rooms: &mut [Room; 2], each: &mut dyn FnMut(Framed<'_>)) {
        let (name, value) = match self.equals {
            Some(equals) => (&query[self.start..equals], &query[equals + 1..]),
            None => (&query[self.start..], &b""[..]),
        };
        if !name.is_empty() || self.equals.is_some() {
            let ([of_name, of_value], [room, more]) = (self.kinds, rooms);
            field(
                room.unescape(name, of_name),
                more.unescape(value, of_value),
                each,
            );
        }
    }
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
    let (mut kinds, mut digits) = (Kinds::NONE, 0);
    for byte in name {
        kinds = kinds.with(*byte);
        digits += usize::from(byte.is_ascii_digit());
    }
    kinds.has(Kinds::SPACE | Kinds::PERCENT | Kinds::AT)
        || digits >= LEAST_DIGITS
        || (digits > 0 && name.len() >= SHORTEST_BASE64 && kinds.is_mixed())
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
