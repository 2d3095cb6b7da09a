//! Compressed data that does not announce itself, on whole values, kept only if text comes out.
//!
//! Random bytes pass the first checks of a decompressor once in some dozens of tries, and nearly
//! never come out as text; a short first try keeps them cheap.

use super::plausible::{is_all_text, is_text_but_for_its_end};
use super::{Decoding, Unpacked, brotli, inflate, lz_string, whole};
use leaklight_fold::Kinds;

/// Shorter values are not worth compressing: of text alone, and of bytes, where a compressor adds two to a few
/// characters of which it makes nothing less; eight are the number of a session, and nine a measurement's (`G-…`).
const SHORTEST: usize = 6;
const SHORTEST_BYTES: usize = 10;
/// So much comes out at the first try.
const LOOK: usize = 256;

/// Decompresses a value, if what comes out is text; up to `most` bytes.
pub fn guess(value: &[u8], kinds: Kinds, most: usize) -> Option<Unpacked> {
    let is_plain = kinds.is_text() && kinds.is_ascii();
    // What stands before a colon may be anything. Of a dozen characters of base64 one in a thousand has letters of one
    // case alone.
    let may_be = kinds.is_mixed() && (kinds.only(lz_string::KINDS) || kinds.has(Kinds::COLON));
    if is_plain && !may_be {
        return None;
    }
    let value = whole_of(value);
    let way = if is_plain {
        first_of(&[Way::LzText], value)?
    } else {
        way(value)?
    };
    way.decompress(value, most)
        .filter(|unpacked| unpacked.cut || is_all_text(&unpacked.bytes))
}

/// Whether text of such kinds may be compressed.
pub fn may_be_text(value: &[u8], kinds: Kinds) -> bool {
    value.len() >= SHORTEST
        && kinds.is_mixed()
        && (kinds.only(lz_string::KINDS) || kinds.has(Kinds::COLON))
}

/// Whether [`guess`] is likely to find something.
pub fn fits(value: &[u8]) -> bool {
    way(whole_of(value)).is_some()
}

/// Text may stand behind something else; bytes are compressed from the first to the last.
fn whole_of(value: &[u8]) -> &[u8] {
    if value.is_ascii() {
        whole(value)
    } else {
        value
    }
}

fn way(value: &[u8]) -> Option<Way> {
    let text = std::str::from_utf8(value)
        .ok()
        .filter(|_| is_all_text(value));
    let ways: &[Way] = match text {
        Some(text) if text.is_ascii() => &[Way::LzText],
        Some(text) if is_mostly_foreign(text) => &[Way::LzCharacters],
        Some(_) => &[],
        None if value.len() < SHORTEST_BYTES => &[],
        None => &[Way::Deflate, Way::Brotli, Way::LzBytes, Way::LzCharacters],
    };
    first_of(ways, value)
}

/// The first way in which something like text comes out of a value.
fn first_of(ways: &[Way], value: &[u8]) -> Option<Way> {
    if value.len() < SHORTEST {
        return None;
    }
    ways.iter().copied().find(|way| {
        let unpacked = way.decompress(value, LOOK);
        unpacked.is_some_and(|unpacked| is_text_but_for_its_end(&unpacked.bytes))
    })
}

/// What lz-string writes as UTF-16 is spread over all of it.
fn is_mostly_foreign(text: &str) -> bool {
    text.chars()
        .take(LOOK)
        .filter(|character| !character.is_ascii())
        .count()
        * 2
        > text.chars().take(LOOK).count()
}

#[derive(Clone, Copy)]
enum Way {
    Deflate,
    Brotli,
    LzText,
    LzBytes,
    LzCharacters,
}

impl Way {
    fn decompress(self, value: &[u8], most: usize) -> Option<Unpacked> {
        let (bytes, cut) = match self {
            Self::Deflate if inflate::may_be_raw(value) => return inflate::raw(value, most),
            Self::Brotli if brotli::may_be(value) => return brotli::unpack(value, most),
            Self::Deflate | Self::Brotli => return None,
            Self::LzText => lz_string::from_text(value, most),
            Self::LzBytes => lz_string::from_bytes(value, most),
            Self::LzCharacters => {
                lz_string::from_characters(std::str::from_utf8(value).ok()?, most)
            }
        }?;
        Some(Unpacked {
            decoding: Decoding::LzString,
            bytes,
            read: value.len(),
            cut,
        })
    }
}
