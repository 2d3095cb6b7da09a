//! HTML character references. Reference: HTML Standard 13.5.
//!
//! What it finds: decimal and hexadecimal references, with and without the semicolon, and the named
//! ones of letters and of the punctuation that addresses have. What it misses: the other two
//! thousand names; none is of a character that stands in a person's details, and their table would
//! be larger than all other decodings together.

use super::html_names::NAMES;

/// `&#x10FFFF;` and the longest name in the table, with room for leading zeros.
const LONGEST: usize = 12;

/// Resolves character references; none where there are none.
pub fn unescape(bytes: &[u8]) -> Option<Vec<u8>> {
    memchr::memchr_iter(b'&', bytes).find(|at| reference(&bytes[at + 1..]).is_some())?;
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let length = memchr::memchr(b'&', &bytes[at..]).unwrap_or(bytes.len() - at);
        out.extend_from_slice(&bytes[at..at + length]);
        at += length;
        if let Some((character, length)) = bytes.get(at + 1..).and_then(reference) {
            out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            at += 1 + length;
        } else if at < bytes.len() {
            out.push(b'&');
            at += 1;
        }
    }
    Some(out)
}

/// Resolves character references in text in which every ampersand begins one; none elsewhere.
pub fn unescape_all(bytes: &[u8]) -> Option<Vec<u8>> {
    memchr::memchr_iter(b'&', bytes)
        .all(|at| reference(&bytes[at + 1..]).is_some())
        .then(|| unescape(bytes))
        .flatten()
}

/// The character of a reference, and its length behind the `&`.
fn reference(text: &[u8]) -> Option<(char, usize)> {
    let numeric = text.strip_prefix(b"#");
    let name = numeric.unwrap_or(text);
    let length = name
        .iter()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    let closed = name.get(length) == Some(&b';');
    match numeric {
        Some(_) => {
            let (character, digits) = number(&name[..length])?;
            let closed = name.get(digits) == Some(&b';');
            Some((character, 1 + digits + usize::from(closed)))
        }
        // Without its semicolon a name is the next parameter's in `a=1&lt=2`.
        None if closed => Some((named(&name[..length])?, length + 1)),
        None => None,
    }
}

/// The character that digits or `x` and hex digits number, and how many characters spell it.
fn number(text: &[u8]) -> Option<(char, usize)> {
    let hex = matches!(text.first(), Some(b'x' | b'X'));
    let (digits, radix) = if hex { (&text[1..], 16) } else { (text, 10) };
    let length = digits
        .iter()
        .take_while(|byte| char::from(**byte).is_digit(radix))
        .count();
    let digits = std::str::from_utf8(&digits[..length]).ok()?;
    let character = char::from_u32(u32::from_str_radix(digits, radix).ok()?)?;
    (character != '\0').then_some((character, length + usize::from(hex)))
}

fn named(name: &[u8]) -> Option<char> {
    let name = std::str::from_utf8(name).ok()?;
    let at = NAMES.binary_search_by_key(&name, |(name, _)| name).ok()?;
    Some(NAMES[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(escaped: &str) -> Option<String> {
        unescape(escaped.as_bytes()).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn names_are_sorted() {
        assert!(NAMES.is_sorted_by_key(|(name, _)| *name));
    }

    #[test]
    fn references_are_resolved() {
        // HTML Standard 13.5, and the page at /named-characters.
        assert_eq!(text("a&#64;b&amp;c").as_deref(), Some("a@b&c"));
        assert_eq!(text("a&#x40;b&#X40c").as_deref(), Some("a@b\u{40c}"));
        assert_eq!(text("a&commat;b&period;c").as_deref(), Some("a@b.c"));
        assert_eq!(text("&#106&#97&#110&#101").as_deref(), Some("jane"));
        assert_eq!(
            text("Jos&eacute; &Lstrok;uka").as_deref(),
            Some("José Łuka")
        );
    }

    #[test]
    fn what_is_no_reference_stays() {
        for plain in [
            "a & b",
            "a=1&lt=2",
            "&nosuchname;",
            "&#;",
            "&",
            "&#x110000;",
            "&#0;",
        ] {
            assert_eq!(text(plain), None, "{plain}");
        }
    }
}
