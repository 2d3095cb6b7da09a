//! Decodings: what unwraps bytes into bytes. One file each.
//!
//! Three ways lead to them. Compressed data that announces itself takes a view's place
//! ([`unpack`]); escapes that leave the rest of a text as it is do so too ([`unescape`]); what may
//! stand encoded somewhere in a view, or be compressed without saying so, is looked at beside it
//! ([`decode`]).

mod backslash;
mod base32;
mod base58;
mod base64;
mod bits;
mod brotli;
mod disguise;
mod guess;
mod hex;
mod html;
mod html_names;
mod inflate;
mod latin1;
mod lz_string;
mod percent;
mod plausible;
mod quoted_printable;
mod unicode;
mod utf16;
mod zstd;

pub use backslash::unescape_json;
pub use disguise::{Disguised, LONGEST_DISGUISE};
pub use guess::guess;
pub use hex::hex_byte;

use plausible::is_text;
pub use plausible::{is_all_text, is_text_but_for_its_end};

use leaklight_fold::Kinds;
use std::borrow::Cow;

/// A decoding, as reports name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decoding {
    /// Percent signs, beyond those of the framing.
    Percent,
    /// Backslashes, outside JSON.
    Json,
    /// HTML character references.
    Html,
    /// `U+0040`.
    Unicode,
    /// Quoted-printable (RFC 2045).
    QuotedPrintable,
    /// UTF-16 in either byte order.
    Utf16,
    /// Base32 in any alphabet.
    Base32,
    /// Base58 in any alphabet.
    Base58,
    /// Base64 in any alphabet.
    Base64,
    /// Hexadecimal digits.
    Hex,
    /// gzip (RFC 1952).
    Gzip,
    /// zlib (RFC 1950).
    Zlib,
    /// Deflate without a header (RFC 1951).
    Deflate,
    /// Brotli (RFC 7932).
    Brotli,
    /// Zstandard (RFC 8878).
    Zstd,
    /// lz-string in any of its outputs.
    LzString,
    /// Letters moved this far on in the alphabet: 13 for rot13.
    Rot(u8),
    /// Last character first.
    Reversed,
}

impl Decoding {
    /// Whether it turns any text into other text.
    pub const fn is_disguise(self) -> bool {
        matches!(self, Self::Rot(_) | Self::Reversed)
    }

    /// Its name in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Json => "json",
            Self::Html => "html",
            Self::Unicode => "unicode",
            Self::QuotedPrintable => "quoted_printable",
            Self::Utf16 => "utf16",
            Self::Base32 => "base32",
            Self::Base58 => "base58",
            Self::Base64 => "base64",
            Self::Hex => "hex",
            Self::Gzip => "gzip",
            Self::Zlib => "zlib",
            Self::Deflate => "deflate",
            Self::Brotli => "brotli",
            Self::Zstd => "zstd",
            Self::LzString => "lz_string",
            Self::Rot(shift) => disguise::name_of(shift),
            Self::Reversed => "reversed",
        }
    }
}

/// Whether a value is so short that it holds nothing but itself: a number, or three letters.
pub fn is_bare(value: &[u8]) -> bool {
    const LONGEST_NUMBER: usize = 7;
    const LONGEST_WORD: usize = 3;
    let is_of_number = |byte: &u8| matches!(byte, b'0'..=b'9' | b'.' | b'-');
    value.len() <= LONGEST_NUMBER && value.iter().all(is_of_number)
        || value.len() <= LONGEST_WORD && value.iter().all(u8::is_ascii_alphanumeric)
}

/// Whether a value of such kinds holds nothing that any decoding asks for, and no digest: words and numbers with white
/// space and punctuation between them. Most values are so.
pub fn holds_nothing(value: &[u8], kinds: Kinds) -> bool {
    let is_inner = |byte: &u8| !matches!(byte, b' ' | b'\t' | b'-' | b'"' | b':');
    let is_long_word =
        value.len() >= base58::SHORTEST && kinds.only(Kinds::WORD) && kinds.has(Kinds::LETTER);
    kinds.only(Kinds::PLAIN)
        && !is_long_word
        && value.first().is_some_and(is_inner)
        && value.last().is_some_and(is_inner)
        && !guess::may_be_text(value, kinds)
        && !(kinds.has(Kinds::SPACE) && scheme_length(value).is_some())
        && !(kinds.has(Kinds::COLON) && whole(value).len() < value.len())
        && !base64::may_stand_in(value, kinds)
        && !hex::may_stand_in(value)
}

/// Whether the bytes start like compressed data that announces itself.
pub fn announced(bytes: &[u8]) -> bool {
    inflate::announced(bytes) || bytes.starts_with(zstd::ZSTD)
}

/// Whether such data follows lines of text, whose first letters may look like a binary field's tag and length. What it
/// misses: longer headers than real ones, which are a version or an object of a few members.
pub fn announced_behind_lines(bytes: &[u8]) -> bool {
    const LONGEST_HEADER: usize = 256;
    let look = &bytes[..bytes.len().min(LONGEST_HEADER)];
    memchr::memchr_iter(b'\n', look)
        .map(|at| at + 1)
        .find(|behind| announced(&bytes[*behind..]))
        .is_some_and(|behind| is_text(&bytes[..behind]))
}

/// The next place from `from` on where bytes start like such data.
pub fn next_announced(bytes: &[u8], from: usize) -> Option<usize> {
    let candidates = memchr::memchr3_iter(
        inflate::GZIP[0],
        inflate::ZLIB,
        zstd::ZSTD[0],
        bytes.get(from..)?,
    );
    candidates
        .map(|at| from + at)
        .find(|at| announced(&bytes[*at..]))
}

/// Decompresses such data at the start of a view, up to `most` bytes of it.
pub fn unpack(view: &[u8], most: usize) -> Option<Unpacked> {
    inflate::unpack(view, most).or_else(|| zstd::unpack(view, most))
}

/// What came out of compressed data.
#[derive(Debug)]
pub struct Unpacked {
    /// How it was compressed.
    pub decoding: Decoding,
    /// The bytes.
    pub bytes: Vec<u8>,
    /// How many bytes of the view it took.
    pub read: usize,
    /// Whether there was more than was allowed.
    pub cut: bool,
}

/// Text whose every ampersand is a reference: HTML is around whatever it holds.
pub fn unmarked(bytes: &[u8], kinds: Kinds) -> Option<(Decoding, Vec<u8>)> {
    let may_be = kinds.is_text() && kinds.has(Kinds::AMPERSAND);
    let text = may_be.then(|| html::unescape_all(bytes)).flatten();
    text.map(|text| (Decoding::Html, text))
}

/// Escapes that leave the rest of a view as it is: the view without them takes its place.
pub fn unescape(bytes: &[u8], kinds: Kinds) -> Option<(Decoding, Vec<u8>)> {
    type Way = fn(&[u8]) -> Option<Vec<u8>>;
    const WAYS: [(Kinds, Decoding, Way); 4] = [
        (Kinds::PERCENT, Decoding::Percent, percent::unescape),
        (Kinds::AMPERSAND, Decoding::Html, html::unescape),
        (Kinds::BACKSLASH, Decoding::Json, backslash::unescape),
        (Kinds::NUL, Decoding::Utf16, utf16::decode_stretches),
    ];
    let ways = WAYS.into_iter().filter(|(needed, _, _)| kinds.has(*needed));
    ways.into_iter()
        .find_map(|(_, decoding, way)| way(bytes).map(|text| (decoding, text)))
}

/// Bytes that were put into a string one character a byte, as bytes again; other bytes as they are.
pub fn narrowed(bytes: &[u8], kinds: Kinds) -> Cow<'_, [u8]> {
    if kinds.is_ascii() {
        Cow::Borrowed(bytes)
    } else {
        latin1::narrowed(bytes)
    }
}

/// Text that quoted-printable escapes; see there.
pub fn unquoted(bytes: &[u8], kinds: Kinds) -> Option<Vec<u8>> {
    let may_be = kinds.has(Kinds::EQUALS);
    may_be.then(|| quoted_printable::decode(bytes)).flatten()
}

/// Text that is UTF-16 wholly: it takes the view's place, before any framing.
pub fn widened(bytes: &[u8], kinds: Kinds) -> Option<(Decoding, Vec<u8>)> {
    let text = (!kinds.is_text()).then(|| utf16::decode(bytes)).flatten();
    text.map(|text| (Decoding::Utf16, text))
}

/// The value that decodings of whole values look at: what follows the scheme in an `Authorization`
/// header (RFC 9110 section 11.4), the user's name before a password (RFC 7617 section 2), or the type
/// in a data URL (RFC 2397).
pub fn whole(view: &[u8]) -> &[u8] {
    /// Shorter pieces are worth no decoding.
    const SHORTEST: usize = 9;
    // A name without a password ends in a colon.
    let text = view.trim_ascii();
    let text = text.strip_suffix(b":").unwrap_or(text);
    let start = scheme_length(text).unwrap_or_else(|| {
        let before = if text.starts_with(b"data:") {
            memchr::memchr(b',', text)
        } else {
            memchr::memrchr(b':', text)
        };
        let start = before.map_or(0, |at| at + 1);
        // A user's name may stand before all of it.
        start + scheme_length(&text[start..]).unwrap_or(0)
    });
    if text.len() - start >= SHORTEST {
        &text[start..]
    } else {
        text
    }
}

/// Length of the scheme at the start, and of the space behind it.
fn scheme_length(text: &[u8]) -> Option<usize> {
    const SCHEMES: [&[u8]; 4] = [b"Bearer", b"Basic", b"Token", b"JWT"];
    const LONGEST: usize = 7;
    let mut start = text.iter().take(LONGEST);
    let word = start.position(|byte| *byte == b' ')?;
    let is = |scheme: &&[u8]| text[..word].eq_ignore_ascii_case(scheme);
    SCHEMES.iter().any(is).then_some(word + 1)
}

/// [`whole`] of bytes of such kinds.
fn whole_of(view: &[u8], kinds: Kinds) -> &[u8] {
    if kinds.has(Kinds::BLANK | Kinds::COLON) {
        whole(view)
    } else {
        view
    }
}

/// Hands on what stands encoded somewhere in a view; none where it would cost too much.
pub fn decode(bytes: &[u8], kinds: Kinds, each: &mut dyn FnMut(Decoding, Option<Vec<u8>>)) {
    let value = whole_of(bytes, kinds);
    base64::decode(bytes, value, kinds, &mut |decoded| {
        each(Decoding::Base64, Some(decoded))
    });
    hex::decode(bytes, kinds, &mut |decoded| {
        each(Decoding::Hex, Some(decoded))
    });
    // What stands before a colon may be anything.
    let is_word = kinds.only(Kinds::WORD | Kinds::EQUALS | Kinds::BLANK);
    if bytes.len() >= base58::SHORTEST && (is_word || kinds.has(Kinds::COLON)) {
        let value = value.trim_ascii();
        if !kinds.has(Kinds::SPACE) || !value.contains(&b' ') {
            base32::decode(value, &mut |decoded| each(Decoding::Base32, Some(decoded)));
            if kinds.is_mixed() {
                base58::decode(value, &mut |decoded| each(Decoding::Base58, decoded));
            }
        }
    }
    // In base64 a few may stand by accident.
    let by_chance = |text: &[u8]| {
        kinds.only(Kinds::BASE64) && (bytes.len() - text.len()) * unicode::RARE < bytes.len()
    };
    if kinds.has(Kinds::PLUS)
        && let Some(text) = unicode::unescape(bytes)
        && !by_chance(&text)
    {
        each(Decoding::Unicode, Some(text));
    }
}

#[cfg(test)]
pub mod known {
    /// The bytes that hex digits spell, as other programs print them.
    pub fn bytes(hex: &str) -> Vec<u8> {
        let digits: Vec<u8> = hex.bytes().filter(u8::is_ascii_hexdigit).collect();
        digits
            .chunks(2)
            .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::whole;

    #[test]
    fn what_stands_before_a_value_is_taken_off() {
        for (view, value) in [
            ("Bearer dG9rZW4tdG9rZW4", "dG9rZW4tdG9rZW4"),
            ("basic dG9rZW4tdG9rZW4:", "dG9rZW4tdG9rZW4"),
            ("jane:dG9rZW4tdG9rZW4", "dG9rZW4tdG9rZW4"),
            ("id:Basic dG9rZW4tdG9rZW4", "dG9rZW4tdG9rZW4"),
            ("data:text/plain;base64,dG9rZW4tdG9rZW4", "dG9rZW4tdG9rZW4"),
            ("a token of words", "a token of words"),
            ("id:short", "id:short"),
        ] {
            assert_eq!(whole(view.as_bytes()), value.as_bytes(), "{view}");
        }
    }
}
