//! Whether decoded bytes can be what somebody encoded.

use super::{announced, guess, utf16};
use crate::digest::runs;
use crate::framing;

/// So many printable characters in a row come out of random bytes once in some 3,000 places.
const STRETCH: usize = 8;
/// A message of fewer bytes says of nobody who it is: two names of four and three letters and their lengths. And a
/// number of 64 bits is no message.
const SHORTEST_BINARY: usize = 9;

/// Whether the bytes hold a stretch of text, or are all text, or start like compressed data.
pub fn is_plausible(bytes: &[u8]) -> bool {
    is_wrapped(bytes)
        || runs(bytes, STRETCH, is_printable).next().is_some()
        || utf16::has_stretch(bytes)
}

/// Whether the bytes are all text, or start like compressed data or UTF-16.
pub fn is_wrapped(bytes: &[u8]) -> bool {
    is_text(bytes) || announced(bytes) || utf16::starts_like(bytes)
}

/// Whether the bytes of a whole value, though no text, are of something that is read further:
/// a framing of binary data, or compressed data that does not announce itself.
pub fn is_readable(bytes: &[u8]) -> bool {
    if bytes.len() < SHORTEST_BINARY {
        return false;
    }
    let is = |bytes: &[u8]| {
        framing::is_binary(bytes)
            || guess::fits(bytes)
            || utf16::starts_like(bytes)
            || announced(bytes)
    };
    is(bytes) || framing::password(bytes).is_some_and(is)
}

/// Whether nine bytes of ten are printable: no other reading of them can be better.
pub fn is_mostly_text(bytes: &[u8]) -> bool {
    let mut others = bytes.iter().filter(|byte| !is_printable(**byte));
    others.nth(bytes.len() / 10).is_none()
}

/// Whether the bytes are text and nothing else, and long enough to say so.
pub fn is_text(bytes: &[u8]) -> bool {
    bytes.len() >= 3 && is_all_text(bytes)
}

/// Whether the bytes are text and nothing else.
pub fn is_all_text(bytes: &[u8]) -> bool {
    bytes.iter().all(|byte| is_text_byte(*byte)) && std::str::from_utf8(bytes).is_ok()
}

/// Whether a byte may be one of text.
#[inline(always)]
pub fn is_text_byte(byte: u8) -> bool {
    is_printable(byte) || byte >= 0x80
}

/// Whether the bytes are text, a last character that is cut in two aside.
pub fn is_text_but_for_its_end(bytes: &[u8]) -> bool {
    match std::str::from_utf8(bytes) {
        Ok(_) => is_all_text(bytes),
        Err(error) => error.error_len().is_none() && is_all_text(&bytes[..error.valid_up_to()]),
    }
}

/// Whether a character stands in text that people write or programs print.
pub fn is_text_character(character: char) -> bool {
    !character.is_control() || matches!(character, '\t' | '\n' | '\r')
}

#[inline(always)]
fn is_printable(byte: u8) -> bool {
    matches!(byte, b' '..=b'~' | b'\t' | b'\n' | b'\r')
}
