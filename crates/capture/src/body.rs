//! A request's body from what a capture holds of it.

use crate::entry::header;
use data_encoding::{BASE64, BASE64_NOPAD};
use leaklight_core::{Body, Content, Reason};
use std::borrow::Cow;

type Headers<'h, 'a> = &'h [(Cow<'a, str>, Cow<'a, str>)];

/// A body that a capture does not mention: none, unless method or headers tell that there was one.
pub(crate) fn unmentioned<'a>(
    method: &str,
    headers: Headers<'_, '_>,
    size: Option<i64>,
) -> Body<'a> {
    let length = content_length(headers);
    let there = match length {
        Some(length) => length > 0,
        None => {
            size.is_some_and(|size| size > 0)
                || header(headers, "transfer-encoding").is_some()
                || expects_body(method)
                || (!forbids_body(method) && header(headers, "content-type").is_some())
        }
    };
    if there {
        not_captured()
    } else {
        Body::default()
    }
}

/// A body that is known to have been there.
pub(crate) fn not_captured<'a>() -> Body<'a> {
    Body {
        content: Content::Empty,
        unread: vec![Reason::BodyNotCaptured],
    }
}

/// A body that a capture holds as text.
pub(crate) fn from_text<'a>(text: Cow<'a, str>, headers: Headers<'_, '_>) -> Body<'a> {
    let mut unread = Vec::new();
    if text.contains('\u{fffd}') {
        unread.push(Reason::BodyMangled);
    }
    let length = content_length(headers);
    let bytes = match bytes_in_disguise(&text, headers, length) {
        Some(bytes) => Cow::Owned(bytes),
        None => match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
            Cow::Owned(text) => Cow::Owned(text.into_bytes()),
        },
    };
    if unread.is_empty() && length.is_some_and(|length| length > on_the_wire(&bytes)) {
        unread.push(Reason::BodyTruncated);
    }
    Body {
        content: Content::Bytes(bytes),
        unread,
    }
}

/// A body that a capture holds as base64; none where it is not base64.
pub(crate) fn from_base64<'a>(text: &str) -> Option<Body<'a>> {
    let text = text.trim();
    let bytes = BASE64
        .decode(text.as_bytes())
        .or_else(|_| BASE64_NOPAD.decode(text.as_bytes()))
        .ok()?;
    Some(Body {
        content: Content::Bytes(Cow::Owned(bytes)),
        unread: Vec::new(),
    })
}

/// The length that the request's own headers state.
pub(crate) fn content_length(headers: Headers<'_, '_>) -> Option<usize> {
    header(headers, "content-length")?.trim().parse().ok()
}

fn expects_body(method: &str) -> bool {
    ["POST", "PUT", "PATCH"]
        .iter()
        .any(|name| method.eq_ignore_ascii_case(name))
}

/// Pages put a Content-Type on GET requests too, and browsers send no body with them.
fn forbids_body(method: &str) -> bool {
    ["GET", "HEAD"]
        .iter()
        .any(|name| method.eq_ignore_ascii_case(name))
}

/// The bytes of a text in which every character stands for one byte, as tools write binary bodies.
fn bytes_in_disguise(
    text: &str,
    headers: Headers<'_, '_>,
    length: Option<usize>,
) -> Option<Vec<u8>> {
    if text.is_ascii() || !text.chars().all(|c| u32::from(c) <= 0xFF) {
        return None;
    }
    let bytes: Vec<u8> = text
        .chars()
        .filter_map(|c| u8::try_from(u32::from(c)).ok())
        .collect();
    let encoded = header(headers, "content-encoding")
        .is_some_and(|encoding| !encoding.trim().eq_ignore_ascii_case("identity"));
    let told = encoded || is_compressed(&bytes) || length == Some(bytes.len());
    told.then_some(bytes)
}

/// Whether bytes begin as compressed data does.
fn is_compressed(bytes: &[u8]) -> bool {
    match bytes {
        // RFC 1952, 2.3.1.
        [0x1F, 0x8B, ..] => true,
        // RFC 8878, 3.1.1.
        [0x28, 0xB5, 0x2F, 0xFD, ..] => true,
        // RFC 1950, 2.2: method 8, a window of at most 32 KB, and a check modulo 31.
        [cmf, flags, ..] => {
            cmf & 0x0F == 8 && cmf >> 4 <= 7 && u16::from_be_bytes([*cmf, *flags]) % 31 == 0
        }
        _ => false,
    }
}

/// How many bytes a body may have had at most: captures may hold CRLF as LF.
fn on_the_wire(bytes: &[u8]) -> usize {
    bytes.len() + memchr::memchr_iter(b'\n', bytes).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(
        pairs: &[(&'static str, &'static str)],
    ) -> Vec<(Cow<'static, str>, Cow<'static, str>)> {
        pairs
            .iter()
            .map(|(name, value)| (Cow::Borrowed(*name), Cow::Borrowed(*value)))
            .collect()
    }

    fn bytes(body: &Body<'_>) -> Vec<u8> {
        match &body.content {
            Content::Bytes(bytes) => bytes.to_vec(),
            other => panic!("not bytes: {other:?}"),
        }
    }

    #[test]
    fn a_body_is_missed_only_where_there_was_one() {
        for (method, pairs, size, missed) in [
            ("GET", &[][..], None, false),
            (
                "GET",
                &[("Content-Type", "application/json")][..],
                Some(0),
                false,
            ),
            ("GET", &[][..], Some(12), true),
            ("OPTIONS", &[][..], Some(0), false),
            ("POST", &[][..], Some(0), true),
            ("post", &[][..], Some(-1), true),
            ("POST", &[("content-length", "0")][..], Some(0), false),
            ("DELETE", &[("content-type", "text/plain")][..], None, true),
            ("DELETE", &[("Content-Length", "3")][..], None, true),
            ("DELETE", &[][..], Some(-1), false),
        ] {
            let body = unmentioned(method, &headers(pairs), size);
            let expected: &[Reason] = if missed {
                &[Reason::BodyNotCaptured]
            } else {
                &[]
            };
            assert_eq!(body.unread, expected, "{method} {pairs:?} {size:?}");
        }
    }

    #[test]
    fn gzip_stored_as_text_becomes_bytes_again() {
        let text = "\u{1f}\u{8b}\u{8}\u{0}\u{ff}";
        let body = from_text(text.into(), &[]);
        assert_eq!(bytes(&body), [0x1F, 0x8B, 8, 0, 0xFF]);
        assert_eq!(body.unread, []);
    }

    #[test]
    fn what_a_header_calls_encoded_becomes_bytes_again() {
        let body = from_text("\u{8b}ab".into(), &headers(&[("Content-Encoding", "br")]));
        assert_eq!(bytes(&body), [0x8B, b'a', b'b']);
        let body = from_text("\u{8b}ab".into(), &headers(&[("Content-Length", "3")]));
        assert_eq!(bytes(&body), [0x8B, b'a', b'b']);
    }

    #[test]
    fn accented_text_stays_text() {
        let body = from_text("Zoë Straße".into(), &[]);
        assert_eq!(bytes(&body), "Zoë Straße".as_bytes());
    }

    #[test]
    fn replacement_characters_are_said() {
        let body = from_text("a\u{fffd}b".into(), &headers(&[("content-length", "900")]));
        assert_eq!(body.unread, [Reason::BodyMangled]);
    }

    #[test]
    fn a_body_shorter_than_its_length_is_cut() {
        let cut = from_text("abc".into(), &headers(&[("content-length", "900")]));
        assert_eq!(cut.unread, [Reason::BodyTruncated]);
        let whole = from_text("a\nc".into(), &headers(&[("content-length", "4")]));
        assert_eq!(whole.unread, []);
    }

    #[test]
    fn base64_is_read_with_and_without_padding() {
        for text in ["YQ==", "YQ", " YQ==\n"] {
            let body = from_base64(text).expect("base64");
            assert_eq!(bytes(&body), b"a");
        }
        assert!(from_base64("{}").is_none());
    }
}
