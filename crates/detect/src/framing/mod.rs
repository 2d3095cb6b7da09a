//! Framings: what divides bytes into named parts. One file each; a framing's own unescaping (a
//! query string's percent signs, a JSON string's backslashes) belongs to it.

mod cookie;
mod headed;
mod json;
mod lines;
mod marks;
mod msgpack;
mod multipart;
mod pairs;
mod path;
mod prefixed;
mod protobuf;
mod query;
mod url;

pub use cookie::cookies;
pub use headed::{credentials, password};
pub use prefixed::strings;
pub use query::{field, fields, unescape};
pub use url::{Url, is_url, segments, userinfo};

use crate::decoding::is_all_text;
use leaklight_fold::Kinds;
use std::borrow::Cow;

/// One part of a view.
#[derive(Debug)]
pub struct Framed<'a> {
    /// Its name within the view; empty where the framing names nothing (a line, a URL's path).
    pub name: &'a [u8],
    /// Its bytes, unescaped.
    pub bytes: Cow<'a, [u8]>,
}

impl<'a> Framed<'a> {
    /// A part without a name.
    pub fn unnamed(bytes: impl Into<Cow<'a, [u8]>>) -> Self {
        Self {
            name: b"",
            bytes: bytes.into(),
        }
    }
}

/// Hands on the parts of a view, if it is of a framing that can be told by its look. Says whether
/// it was.
pub fn divide(bytes: &[u8], kinds: Kinds, each: &mut dyn FnMut(Framed<'_>)) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let trimmed = bytes.trim_ascii_start();
    let marked = match trimmed.first() {
        None => return false,
        Some(b'{' | b'[') => lines::divide(trimmed, each) || json::divide(trimmed, each),
        Some(b'-') => multipart::divide(trimmed, each),
        // A JSON string that holds JSON.
        Some(b'"') => json::divide(trimmed, each),
        _ => false,
    };
    let has = |kinds_of_it| kinds.has(kinds_of_it);
    marked
        // A message's first field may have the tag of a line feed.
        || ((!kinds.is_text() || bytes[0] == b'\n') && divide_binary(bytes, each))
        || (has(Kinds::SLASH) && url::divide(trimmed, each))
        || (has(Kinds::BREAK) && lines::divide(trimmed, each))
        || (has(Kinds::LIST | Kinds::BAR)
            && has(Kinds::EQUALS | Kinds::COLON)
            && pairs::divide(trimmed, each))
        || (has(Kinds::EQUALS) && query::divide(trimmed, each))
        || (has(Kinds::BAR | Kinds::OPENING) && headed::divide(trimmed, each))
}

/// Whether nothing in a view divides or escapes anything: words, numbers, and tokens of both.
pub fn is_plain(bytes: &[u8], kinds: Kinds) -> bool {
    !kinds.has(Kinds::STRUCTURE) && !matches!(bytes.first(), Some(b'-' | b'"'))
}

/// Whether a value of such plain kinds ([`Kinds::PLAIN`]) may be of a framing.
pub fn may_be_framed(bytes: &[u8], kinds: Kinds) -> bool {
    (kinds.has(Kinds::COLON) && kinds.has(Kinds::SLASH | Kinds::LIST | Kinds::BAR))
        || (kinds.has(Kinds::SLASH) && bytes.starts_with(b"/") && bytes.contains(&b'?'))
        || (kinds.has(Kinds::BAR) && headed::may_be(bytes))
}

/// Whether bytes that are no text are of a framing of binary data.
pub fn is_binary(bytes: &[u8]) -> bool {
    !is_all_text(bytes) && (protobuf::fits(bytes) || msgpack::fits(bytes) || prefixed::fits(bytes))
}

/// Whether bytes start with a mark of a framing that HTML's references cannot hide.
pub fn is_marked(bytes: &[u8]) -> bool {
    match bytes.trim_ascii_start() {
        start @ [b'-', b'-', ..] => !multipart::is_quoted(start),
        [b'"', b'{' | b'[' | b'\\', ..] => true,
        start @ [b'{' | b'[', ..] => json::is_opened(start),
        _ => false,
    }
}

fn divide_binary(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    protobuf::divide(bytes, each) || msgpack::divide(bytes, each) || prefixed::divide(bytes, each)
}
