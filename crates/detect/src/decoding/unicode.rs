//! Code points as people write them. Reference: The Unicode Standard, appendix A.
//!
//! What it finds: `U+0040`, alone or run together, of four to six digits. The text without them is
//! looked at beside the text as it is, since `U+` may be part of something else. What it misses:
//! a code point of more digits than it needs, before which nobody puts a zero.

const SHORTEST: usize = 4;
/// Of text that was written as code points, they are more than one part in so many.
pub const RARE: usize = 256;

/// Resolves code points; none where there are none.
pub fn unescape(bytes: &[u8]) -> Option<Vec<u8>> {
    memchr::memmem::find_iter(bytes, b"U+").find(|at| code_point(&bytes[at + 2..]).is_some())?;
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = memchr::memmem::find(rest, b"U+") {
        out.extend_from_slice(&rest[..at]);
        rest = &rest[at + 2..];
        match code_point(rest) {
            Some((character, length)) => {
                out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                rest = &rest[length..];
            }
            None => out.extend_from_slice(b"U+"),
        }
    }
    out.extend_from_slice(rest);
    Some(out)
}

/// The character and how many digits spell it. Four digits do unless a fifth or sixth is needed:
/// behind `U+0040` the text goes on, and may go on with an `e`.
fn code_point(text: &[u8]) -> Option<(char, usize)> {
    let value = |length: usize| {
        let digits = text.get(..length)?;
        let digits = digits.iter().all(u8::is_ascii_hexdigit).then_some(digits)?;
        let number = u32::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()?;
        char::from_u32(number).filter(|character| *character != '\0')
    };
    // Only a supplementary plane's first digit, or two, go beyond four.
    let supplementary = match text.first() {
        Some(b'1') if text.get(1) == Some(&b'0') => Some(6),
        Some(b'1'..=b'3') => Some(5),
        _ => None,
    };
    let long = supplementary.and_then(|length| Some((value(length)?, length)));
    let emoji = long.filter(|(character, _)| u32::from(*character) >= 0x1_0000);
    emoji.or_else(|| Some((value(SHORTEST)?, SHORTEST)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(escaped: &str) -> Option<String> {
        unescape(escaped.as_bytes()).map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn code_points_are_resolved() {
        assert_eq!(
            text("janeU+0040example.com").as_deref(),
            Some("jane@example.com")
        );
        assert_eq!(text("U+006AU+0061 U+1F600").as_deref(), Some("ja 😀"));
        assert_eq!(text("U+00e9U+zz").as_deref(), Some("éU+zz"));
        assert_eq!(text("menU+ and U+12"), None);
    }
}
