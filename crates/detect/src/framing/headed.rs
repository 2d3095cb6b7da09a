//! Something short before what is worth reading: `1f2e|43|{"a":…}`, `42["event",…]`.
//!
//! What it finds: what stands behind tokens that each end in a bar, and JSON right behind a token.
//! References: the frames of socket.io, `42[…]`; replay recorders that put a session's id and a
//! number before their data. What it misses: other separators.

use super::{Framed, is_binary, json};
use crate::decoding::is_all_text;

/// Longer is no header.
const LONGEST: usize = 64;

/// Divides tokens and what stands behind them.
pub fn divide(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    let mut rest = bytes;
    let mut hand = |bytes| {
        each(Framed::unnamed(bytes));
    };
    loop {
        let token = token(rest);
        match rest.get(token) {
            Some(b'|') if token + 1 < rest.len() => {
                hand(&rest[..token]);
                rest = &rest[token + 1..];
            }
            Some(b'{' | b'[')
                if token > 0 && json::is_opened(&rest[token..]) && holds_text(&rest[token..]) =>
            {
                hand(&rest[..token]);
                rest = &rest[token..];
                break;
            }
            _ => break,
        }
    }
    let divided = rest.len() < bytes.len();
    if divided {
        hand(rest);
    }
    divided
}

/// Whether a token ends in a bar.
pub fn may_be(bytes: &[u8]) -> bool {
    bytes.get(token(bytes)) == Some(&b'|')
}

/// Divides what base64 held into a user's name and a password, which may be empty. Reference: RFC 7617
/// section 2.
pub fn credentials(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    let is_name = |name: &&[u8]| is_all_text(name) || (is_binary(name) && !is_binary(bytes));
    if let Some(name) = bytes.strip_suffix(b":").filter(is_name) {
        each(Framed::unnamed(name));
        return true;
    }
    let Some(password) = password(bytes) else {
        return false;
    };
    let length = bytes.len() - password.len() - 1;
    for bytes in [&bytes[..length], password] {
        each(Framed::unnamed(bytes));
    }
    true
}

/// What follows a user's name.
pub fn password(bytes: &[u8]) -> Option<&[u8]> {
    let length = token_without(bytes, b':');
    let password = bytes.get(length..)?.strip_prefix(b":")?;
    // A URL, or a word before a sentence.
    let is_other = password.is_empty() || password.starts_with(b"//") || password.starts_with(b" ");
    (!is_other).then_some(password)
}

/// Whether JSON is more than an index: `a[0]`.
fn holds_text(json: &[u8]) -> bool {
    matches!(
        json[1..].trim_ascii_start().first(),
        Some(b'"' | b'{' | b'[')
    )
}

/// Length of the letters, digits and the like at the start.
fn token(bytes: &[u8]) -> usize {
    token_without(bytes, b'|')
}

fn token_without(bytes: &[u8], end: u8) -> usize {
    let is_token =
        |byte: &&u8| **byte != end && (byte.is_ascii_alphanumeric() || b"_-.:".contains(byte));
    let length = bytes.iter().take(LONGEST + 1).take_while(is_token).count();
    if length > LONGEST { 0 } else { length }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<String> {
        let mut parts = Vec::new();
        divide(text.as_bytes(), &mut |part| {
            parts.push(String::from_utf8_lossy(&part.bytes).into_owned());
        });
        parts
    }

    #[test]
    fn what_stands_behind_tokens_is_told_apart() {
        assert_eq!(
            parts("1f2e|43|{\"a\":\"x|y\"}"),
            ["1f2e", "43", "{\"a\":\"x|y\"}"]
        );
        assert_eq!(parts("42[\"event\",{}]"), ["42", "[\"event\",{}]"]);
        assert_eq!(parts("7|a=1&b=2"), ["7", "a=1&b=2"]);
    }

    #[test]
    fn a_password_follows_its_name() {
        assert_eq!(password(b"jane:x:y"), Some(&b"x:y"[..]));
        for other in [&b"https://a"[..], b"Note: a", b"jane", b"jane:"] {
            assert_eq!(password(other), None);
        }
    }

    #[test]
    fn a_password_may_be_empty() {
        for (bytes, name) in [
            (&b"%83%A5event:"[..], &b"%83%A5event"[..]),
            (b"\x81\xa1a\xa4Jane:", b"\x81\xa1a\xa4Jane"),
        ] {
            let mut parts = Vec::new();
            credentials(bytes, &mut |part| parts.push(part.bytes.into_owned()));
            assert_eq!(parts, [name]);
        }
        assert!(!credentials(b"\xff\xfe\x01:", &mut |_| {}));
    }

    #[test]
    fn other_text_is_left() {
        for text in [
            "Winter boots | Shop",
            "a[0]",
            "plain",
            "f{x}",
            "{\"a\":1}",
            "a|",
        ] {
            assert_eq!(parts(text), Vec::<String>::new(), "{text}");
        }
    }
}
