//! JSON text as captures hold it: borrowed where possible, mended where it must be.

use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// A string that borrows from the capture unless it holds escapes.
///
/// (`Option<Cow<str>>` on its own never borrows.)
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub(crate) struct Text<'a>(#[serde(borrow)] pub(crate) Cow<'a, str>);

/// Parses a JSON text. Whether it is UTF-8 is asked once, not of each string.
pub(crate) fn parse<'de, T: Deserialize<'de>>(json: &'de [u8]) -> Result<T, serde_json::Error> {
    match std::str::from_utf8(json) {
        Ok(text) => serde_json::from_str(text),
        // Nobody may ask for the string that is not.
        Err(_) => serde_json::from_slice(json),
    }
}

/// A value of no great importance: absent where it has another type than expected, since tools
/// differ and a whole entry is not to be lost for it.
pub(crate) fn lenient<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    let raw = <&'de RawValue>::deserialize(deserializer)?;
    Ok(serde_json::from_str(raw.get()).ok())
}

/// A JSON text with what makes it unreadable replaced by U+FFFD: bytes that are not UTF-8, and
/// halves of surrogate pairs, which JavaScript writes where a string was cut.
pub(crate) fn mended(json: &[u8]) -> String {
    let text = String::from_utf8_lossy(json);
    let mut mended = String::with_capacity(text.len());
    let mut rest = text.as_ref();
    while let Some(at) = rest.find('\\') {
        mended.push_str(&rest[..at]);
        rest = &rest[at..];
        let escape = match (surrogate(rest), rest.get(6..).and_then(surrogate)) {
            (None, _) => {
                // An escape of its own, `\\` among them; what follows a backslash may be any char.
                let length = rest.chars().take(2).map(char::len_utf8).sum();
                let (escape, after) = rest.split_at(length);
                rest = after;
                escape
            }
            (Some(Half::High), Some(Half::Low)) => {
                let (pair, after) = rest.split_at(12);
                rest = after;
                pair
            }
            (Some(_), _) => {
                rest = &rest[6..];
                "\u{fffd}"
            }
        };
        mended.push_str(escape);
    }
    mended.push_str(rest);
    mended
}

/// Which half of a surrogate pair an escape is.
enum Half {
    High,
    Low,
}

/// The half of a surrogate pair that a text begins with, as `\uXXXX`.
fn surrogate(text: &str) -> Option<Half> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    match u16::from_str_radix(digits, 16).ok()? {
        0xD800..=0xDBFF => Some(Half::High),
        0xDC00..=0xDFFF => Some(Half::Low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_pairs_become_replacement_characters_and_the_rest_stays() {
        for (json, expected) in [
            (r#""a\ud83db""#, "\"a\u{fffd}b\""),
            (r#""\ude00\ud83d\ude00""#, "\"\u{fffd}\\ud83d\\ude00\""),
            (r#""\\ud83d\n""#, r#""\\ud83d\n""#),
            (r#""\ud83d\ud83d""#, "\"\u{fffd}\u{fffd}\""),
            (r#""\ud8""#, r#""\ud8""#),
        ] {
            assert_eq!(mended(json.as_bytes()), expected);
        }
        assert_eq!(mended(b"\"\xff\""), "\"\u{fffd}\"");
    }
}
