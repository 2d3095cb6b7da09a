//! JSON, also where it is cut off or slightly broken. Reference: RFC 8259.
//!
//! What it finds: every string, number and member name, each under its path: `$.user.email`,
//! `$.req[1].pc`. One pass without recursion, however deep. What it misses: nothing but the
//! exactness of a validator; whatever stands between the values is passed over.

use super::Framed;
use super::marks::first_mark;
use super::path::Path;
use super::query::speaks;
use crate::decoding::unescape_json;
use std::borrow::Cow;

struct Reader<'a, 'e> {
    bytes: &'a [u8],
    at: usize,
    path: Path,
    each: &'e mut dyn FnMut(Framed<'_>),
}

/// Divides a view that starts like JSON and has a first member or element.
pub fn divide(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    if !starts_like_json(bytes) {
        return false;
    }
    let mut reader = Reader {
        bytes,
        at: 0,
        path: Path::default(),
        each,
    };
    while reader.at < bytes.len() {
        reader.step();
    }
    true
}

/// `{"`, `{}`, `[` before a value, or a string that holds JSON.
fn starts_like_json(bytes: &[u8]) -> bool {
    let after = bytes[1..].trim_ascii_start();
    match bytes[0] {
        b'{' | b'[' => is_opened(bytes) && ends_soundly(bytes),
        _ => {
            matches!(after.first(), Some(b'{' | b'['))
                && bytes.len() > 2
                && bytes.last() == Some(&b'"')
        }
    }
}

/// Whether containers are opened as JSON opens them, up to the first value.
pub fn is_opened(bytes: &[u8]) -> bool {
    let mut rest = bytes.trim_ascii_start();
    while let Some(after) = rest.strip_prefix(b"[") {
        rest = after.trim_ascii_start();
    }
    match rest.strip_prefix(b"{") {
        Some(after) => matches!(after.trim_ascii_start().first(), None | Some(b'"' | b'}')),
        None => matches!(rest.first(), None | Some(b'"' | b']')) || is_bare(rest),
    }
}

/// A number, `true`, `false` or `null`, and nothing that only starts like one.
fn is_bare(bytes: &[u8]) -> bool {
    let length = bytes
        .iter()
        .position(|byte| b",]".contains(byte))
        .unwrap_or(bytes.len());
    let word = bytes[..length].trim_ascii_end();
    let number = word
        .iter()
        .all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(byte));
    !word.is_empty() && (number || matches!(word, b"true" | b"false" | b"null"))
}

/// Not one of several documents, one a line: those are of another framing.
fn ends_soundly(bytes: &[u8]) -> bool {
    let end = memchr::memchr(b'\n', bytes).unwrap_or(bytes.len());
    let first_line = bytes[..end].trim_ascii_end();
    let closed = matches!(
        (first_line[0], first_line[first_line.len() - 1]),
        (b'{', b'}') | (b'[', b']')
    );
    let rest = bytes[first_line.len()..].trim_ascii_start();
    !(closed && matches!(rest.first(), Some(b'{' | b'[')))
}

/// Whether a string opens containers and ends at once before a letter: JSON in a string whose own
/// quotation marks were not escaped, or lost their escapes on the way.
fn is_torn(raw: &[u8], behind: Option<&u8>) -> bool {
    let opens = !raw.is_empty() && raw.iter().all(|byte| b"{[".contains(byte));
    opens && behind.is_some_and(|behind| behind.is_ascii_alphanumeric() || b"_$".contains(behind))
}

/// What stands behind a string or a bare word.
static ENDS: [bool; 256] = {
    let mut ends = [false; 256];
    let all = b",:]}\" \t\n\r\x0c";
    let mut at = 0;
    while at < all.len() {
        ends[all[at] as usize] = true;
        at += 1;
    }
    ends
};

impl Reader<'_, '_> {
    fn step(&mut self) {
        match self.bytes[self.at] {
            b'"' => self.string(),
            byte @ (b'{' | b'[' | b'}' | b']' | b',') => {
                self.at += 1;
                match byte {
                    b',' => self.path.next(),
                    b'{' | b'[' => self.path.open(byte == b'['),
                    _ => self.path.close(),
                }
            }
            byte if byte.is_ascii_alphanumeric() || byte == b'-' => self.bare_word(),
            _ => self.at += 1,
        }
    }

    fn string(&mut self) {
        let start = self.at + 1;
        // Behind a container no string starts: there ends one whose quotation marks are not escaped.
        if self.bytes[..self.at].ends_with(b"}") || self.bytes[..self.at].ends_with(b"]") {
            self.at = start;
            return;
        }
        let mut end = start;
        let mut escaped = false;
        loop {
            let rest = self.bytes.get(end..).unwrap_or_default();
            let Some(more) = first_mark(rest, [b'"', b'\\']) else {
                end = self.bytes.len();
                break;
            };
            end += more;
            match self.bytes[end] {
                b'"' if self.ends_string(start, end) => break,
                b'"' => end += 1,
                _ => {
                    escaped = true;
                    end += 2;
                }
            }
        }
        self.at = end + 1;
        let raw = &self.bytes[start..end];
        if is_torn(raw, self.bytes.get(end + 1)) {
            self.at = start;
            return;
        }
        let text = if escaped {
            Cow::Owned(unescape_json(raw))
        } else {
            Cow::Borrowed(raw)
        };
        if self.is_member_name() {
            self.member(&text);
        } else {
            (self.each)(Framed {
                name: self.path.as_bytes(),
                bytes: text,
            });
        }
    }

    /// Whether a quotation mark ends the string that began at `start`: behind it nothing stands but what
    /// JSON has behind strings, or the string has opened containers.
    fn ends_string(&self, start: usize, end: usize) -> bool {
        let behind = self.bytes.get(end + 1);
        behind.is_none_or(|behind| ENDS[usize::from(*behind)])
            || is_torn(&self.bytes[start..end], behind)
    }

    fn is_member_name(&self) -> bool {
        self.path.is_in_object()
            && self.bytes[self.at.min(self.bytes.len())..]
                .trim_ascii_start()
                .first()
                == Some(&b':')
    }

    fn member(&mut self, name: &[u8]) {
        self.path.unnamed();
        if speaks(name) {
            (self.each)(Framed {
                name: self.path.as_bytes(),
                bytes: Cow::Borrowed(name),
            });
        }
        self.path.member(name);
        self.at += self.bytes[self.at..]
            .iter()
            .position(|byte| *byte == b':')
            .unwrap_or(0)
            + 1;
    }

    /// A number, `true`, `null`; or something that is no JSON, and may be anything.
    fn bare_word(&mut self) {
        let rest = &self.bytes[self.at..];
        let ends = |byte: &u8| ENDS[usize::from(*byte)];
        let length = rest.iter().position(ends).unwrap_or(rest.len());
        if !matches!(&rest[..length], b"true" | b"false" | b"null") {
            (self.each)(Framed {
                name: self.path.as_bytes(),
                bytes: Cow::Borrowed(&rest[..length]),
            });
        }
        self.at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<(String, String)> {
        let mut parts = Vec::new();
        divide(text.as_bytes(), &mut |part| {
            parts.push((
                String::from_utf8_lossy(part.name).into_owned(),
                String::from_utf8_lossy(&part.bytes).into_owned(),
            ));
        });
        parts
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect()
    }

    #[test]
    fn values_stand_under_their_paths() {
        assert_eq!(
            parts(r#"{"a":{"b":[1,"x",{"c":"d"}],"e":true},"f":"\u0041\"\\"}"#),
            pairs(&[
                ("$.a.b[0]", "1"),
                ("$.a.b[1]", "x"),
                ("$.a.b[2].c", "d"),
                ("$.f", "A\"\\")
            ])
        );
    }

    #[test]
    fn json_in_a_string_without_escapes_is_read() {
        assert_eq!(
            parts(r#"{"v":1,"data":"{"user":{"last4":"3940"}}","z":"x"}"#),
            pairs(&[("$.v", "1"), ("$.data.user.last4", "3940"), ("$.z", "x")])
        );
        assert_eq!(
            parts(r#"{"a":"{","b":"["}"#),
            pairs(&[("$.a", "{"), ("$.b", "[")])
        );
        assert_eq!(
            parts(r#"{"a":"<p class="x">Jane</p>","b":"y"}"#),
            pairs(&[("$.a", "<p class=\"x\">Jane</p>"), ("$.b", "y")])
        );
    }

    #[test]
    fn cut_off_json_is_read_to_its_end() {
        assert_eq!(
            parts(r#"[{"a":"b"},{"c":"de"#),
            pairs(&[("$[0].a", "b"), ("$[1].c", "de")])
        );
    }
}
