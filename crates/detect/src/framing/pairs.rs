//! Lists of names and values: `k=v;k=v`, `k:v|k:v`.
//!
//! What it finds: pairs as Google's `data` parameter, Criteo's and many an advertiser's have them,
//! and cookies outside their header. What it misses: lists in which one piece is no pair, and
//! pairs of which a comma with white space behind it could be prose.

use super::Framed;
use std::borrow::Cow;

/// Longer names are no names.
const LONGEST_NAME: usize = 64;

/// Divides a list of at least two pairs.
pub fn divide(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    let Some((between, within)) = separators(bytes) else {
        return false;
    };
    for (name, value) in pieces(bytes, between).filter_map(|piece| pair(piece, within)) {
        each(Framed {
            name,
            bytes: Cow::Borrowed(value),
        });
    }
    true
}

/// What stands between pairs, and between a name and its value.
fn separators(bytes: &[u8]) -> Option<(u8, u8)> {
    let within = *bytes
        .iter()
        .take(LONGEST_NAME)
        .find(|byte| matches!(byte, b'=' | b':'))?;
    let between = *bytes
        .iter()
        .find(|byte| matches!(byte, b';' | b'|' | b',' | b'&'))?;
    let are_pairs = between != b'&'
        && !(between == b',' && bytes.contains(&b' '))
        && pieces(bytes, between).nth(1).is_some()
        && pieces(bytes, between).all(|piece| pair(piece, within).is_some());
    are_pairs.then_some((between, within))
}

fn pieces(bytes: &[u8], between: u8) -> impl Iterator<Item = &[u8]> {
    bytes
        .split(move |byte| *byte == between)
        .map(<[u8]>::trim_ascii)
        .filter(|piece| !piece.is_empty())
}

/// A name and its value; `https://` and a time of day are none.
fn pair(piece: &[u8], within: u8) -> Option<(&[u8], &[u8])> {
    let at = piece
        .iter()
        .take(LONGEST_NAME)
        .position(|byte| *byte == within)?;
    let (name, value) = (&piece[..at], &piece[at + 1..]);
    let is_name = name
        .first()
        .is_some_and(|first| first.is_ascii_alphabetic() || b"_~$".contains(first))
        && name
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || b"_.-[]~$".contains(byte));
    (is_name && !value.starts_with(b"//")).then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<String> {
        let mut parts = Vec::new();
        divide(text.as_bytes(), &mut |part| {
            parts.push(format!(
                "{} {}",
                String::from_utf8_lossy(part.name),
                String::from_utf8_lossy(&part.bytes)
            ));
        });
        parts
    }

    #[test]
    fn pairs_are_told_apart() {
        let expected = ["event sign_up", "em jane@example.com"];
        for text in [
            "event=sign_up;em=jane@example.com",
            "event=sign_up; em=jane@example.com;",
            "event:sign_up|em:jane@example.com",
            "event:sign_up,em:jane@example.com",
        ] {
            assert_eq!(parts(text), expected, "{text}");
        }
    }

    #[test]
    fn other_text_is_left() {
        for text in [
            "a=1&b=2;c=3",
            "a=1",
            "Note: jane, and: more",
            "https://a.example;https://b.example",
            "a=1;plain",
            "12:30|13:30",
        ] {
            assert_eq!(parts(text), Vec::<String>::new(), "{text}");
        }
    }
}
