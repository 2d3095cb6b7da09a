//! Bytes that were put into a string one character a byte, as `"\u001f\u008b…"`.
//!
//! What it finds: compressed data that a page keeps in a string and sends as UTF-8. It is part of
//! the framing that holds the string, and not of the chain. What it misses: other binary data,
//! whose characters are looked at as they are.

use super::announced;
use std::borrow::Cow;

/// The view as bytes, if it is such a string; else the view itself.
pub fn narrowed(view: &[u8]) -> Cow<'_, [u8]> {
    /// Enough for every sequence that announces compressed data.
    const LOOK: usize = 16;
    let look = but_for_its_end(&view[..view.len().min(LOOK)]).unwrap_or_default();
    let start: Option<Vec<u8>> = look.chars().take(4).map(narrow).collect();
    if look.is_ascii() || !start.is_some_and(|start| announced(&start)) {
        return Cow::Borrowed(view);
    }
    let bytes = but_for_its_end(view).and_then(|text| text.chars().map(narrow).collect());
    bytes.map_or(Cow::Borrowed(view), Cow::Owned)
}

/// Text, without a character that is cut off at its end; none where the bytes are no UTF-8.
fn but_for_its_end(bytes: &[u8]) -> Option<&str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if error.error_len().is_some() => None,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).ok(),
    }
}

fn narrow(character: char) -> Option<u8> {
    u8::try_from(u32::from(character)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gzip_in_a_string_is_bytes_again() {
        assert_eq!(
            *narrowed("\u{1f}\u{8b}\u{8}\u{0}é".as_bytes()),
            [0x1f, 0x8b, 8, 0, 0xe9]
        );
        assert_eq!(
            *narrowed("x\u{9c}\u{cb}\u{48}".as_bytes()),
            [0x78, 0x9c, 0xcb, 0x48]
        );
        for other in ["x", "José", "\u{1f}\u{8b}\u{8}\u{0}€"] {
            assert_eq!(*narrowed(other.as_bytes()), *other.as_bytes());
        }
        // Compressed data may start like a character.
        let zlib = b"x\x01\r\xc3\xbd\x0a\x80\x20\x10";
        assert_eq!(*narrowed(zlib), *zlib);
    }
}
