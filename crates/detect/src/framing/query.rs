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
    let mut unescaped = [Unescaped::default(), Unescaped::default()];
    let mut piece = Piece::at(0);
    each_mark(query, [b'&', b'=', b'%', b'+'], &mut |at| match query[at] {
        b'&' => {
            piece.hand_on(&query[..at], &mut unescaped, each);
            piece = Piece::at(at + 1);
        }
        b'=' if piece.equals.is_none() => piece.equals = Some(at),
        mark => piece.note(mark),
    });
    piece.hand_on(query, &mut unescaped, each);
}

/// A name and a value under way.
struct Piece {
    start: usize,
    equals: Option<usize>,
    /// Of the name and of the value, as far as it matters to who unescapes them.
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
    fn hand_on(
        &self,
        query: &[u8],
        unescaped: &mut [Unescaped; 2],
        each: &mut dyn FnMut(Framed<'_>),
    ) {
        let (name, value) = match self.equals {
            Some(equals) => (&query[self.start..equals], &query[equals + 1..]),
            None => (&query[self.start..], &b""[..]),
        };
        if !name.is_empty() || self.equals.is_some() {
            let ([of_name, of_value], [first, second]) = (self.kinds, unescaped);
            field(first.of(name, of_name), second.of(value, of_value), each);
        }
    }
}

/// What comes out of one escaped text after the other.
#[derive(Default)]
struct Unescaped(Vec<u8>);

impl Unescaped {
    fn of<'a>(&'a mut self, text: &'a [u8], kinds: Kinds) -> &'a [u8] {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pairs(query: &str) -> Vec<(String, String)> {
        let mut pairs = Vec::new();
        fields(query.as_bytes(), &mut |part| {
            let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            pairs.push((text(part.name), text(&part.bytes)));
        });
        pairs
    }

    /// The same by splitting, for names and values in which nothing is escaped.
    fn split(query: &str) -> Vec<(String, String)> {
        let pieces = query.split('&').filter(|piece| !piece.is_empty());
        let pairs = pieces.map(|piece| piece.split_once('=').unwrap_or((piece, "")));
        let spoken = pairs.flat_map(|(name, value)| {
            let alone = (value.is_empty() || speaks(name.as_bytes())).then_some(("", name));
            alone.into_iter().chain([(name, value)])
        });
        spoken
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn names_and_values_are_what_stands_between_the_marks(query in "[ab&=é]{0,40}") {
            prop_assert_eq!(pairs(&query), split(&query));
        }
    }

    #[test]
    fn names_and_values_are_unescaped_each_by_itself() {
        let own = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            pairs("n%5Fn=a%20b+c&m=x&%=+=%zz&z%3D"),
            [
                own("n_n", "a b c"),
                own("m", "x"),
                own("", "%"),
                own("%", " =%zz"),
                own("", "z="),
                own("z=", ""),
            ]
        );
    }
}
