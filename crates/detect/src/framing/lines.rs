//! Several messages in one body, one a line: NDJSON, several query strings as Google Analytics 4
//! sends its events, and envelopes, whose lines of JSON say what follows and may be followed by
//! binary data. Reference: develop.sentry.dev/sdk/data-model/envelopes.
//!
//! What it finds: lines that each look like JSON or a query string; behind such a line, as many
//! bytes as it gives as `"length"`; and a rest that is no text, whole. What it misses: lengths in
//! a notation of their own.

use super::Framed;
use crate::decoding::{is_all_text, is_text_but_for_its_end};

/// So much of a line says whether it is text.
const LOOK: usize = 256;

/// Divides a view whose first line is a message, and the next one too or no text.
pub fn divide(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    let mut rest = bytes;
    if !line(&mut rest).is_some_and(is_message) || !line(&mut rest).is_some_and(continues) {
        return false;
    }
    rest = bytes;
    loop {
        let before = rest;
        let Some(line) = line(&mut rest) else {
            return true;
        };
        if is_binary(line) && !is_json(line) {
            each(Framed::unnamed(before));
            return true;
        }
        each(Framed::unnamed(line));
        if let Some(payload) = payload(line, &mut rest) {
            each(Framed::unnamed(payload));
        }
    }
}

/// Takes the next line off that is not empty.
fn line<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    while !rest.is_empty() {
        let end = memchr::memchr(b'\n', rest).unwrap_or(rest.len());
        let line = rest[..end].trim_ascii();
        *rest = rest.get(end + 1..).unwrap_or_default();
        if !line.is_empty() {
            return Some(line);
        }
    }
    None
}

fn continues(line: &[u8]) -> bool {
    is_binary(line) || is_message(line)
}

fn is_binary(line: &[u8]) -> bool {
    match line.get(..LOOK) {
        Some(look) => !is_text_but_for_its_end(look),
        None => !is_all_text(line),
    }
}

/// As many bytes as an envelope's item header announces, if a line ends there.
fn payload<'a>(header: &[u8], rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    const LENGTH: &[u8] = b"\"length\":";
    /// Item headers are short.
    const LONGEST_HEADER: usize = 4096;
    if !header.starts_with(b"{") || header.len() > LONGEST_HEADER {
        return None;
    }
    let at = memchr::memmem::find(header, LENGTH)? + LENGTH.len();
    let number = header[at..].trim_ascii_start();
    let digits = number
        .iter()
        .take_while(|byte| byte.is_ascii_digit())
        .count();
    let length: usize = std::str::from_utf8(&number[..digits]).ok()?.parse().ok()?;
    let ends = matches!(rest.get(length), None | Some(b'\n'));
    (length > 0 && length <= rest.len() && ends)
        .then(|| rest.split_off(..length))
        .flatten()
}

fn is_message(line: &[u8]) -> bool {
    is_json(line) || (line.contains(&b'=') && !line.iter().any(u8::is_ascii_whitespace))
}

fn is_json(line: &[u8]) -> bool {
    matches!((line[0], line[line.len() - 1]), (b'{', b'}') | (b'[', b']'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(bytes: &[u8]) -> Vec<Vec<u8>> {
        let mut parts = Vec::new();
        divide(bytes, &mut |part| parts.push(part.bytes.into_owned()));
        parts
    }

    #[test]
    fn messages_stand_one_a_line() {
        assert_eq!(parts(b"en=a&b=c\r\nen=d"), [&b"en=a&b=c"[..], b"en=d"]);
        assert_eq!(parts(b"{\"a\":1}\n\n[2]\n"), [&b"{\"a\":1}"[..], b"[2]"]);
        assert_eq!(parts(b"{\"a\":1}\n"), Vec::<Vec<u8>>::new());
        assert_eq!(parts(b"a = 1\nb = 2"), Vec::<Vec<u8>>::new());
    }

    #[test]
    fn binary_items_of_envelopes_stay_whole() {
        let item = b"{\"segment_id\":0}\nx\x9c\n\x01\n";
        let header = format!(
            "{{\"type\":\"replay_recording\",\"length\":{}}}",
            item.len()
        );
        let envelope = [
            b"{\"sdk\":{}}\n",
            header.as_bytes(),
            b"\n",
            item,
            b"\n{\"type\":\"event\"}\n{}",
        ]
        .concat();
        assert_eq!(
            parts(&envelope),
            [
                &b"{\"sdk\":{}}"[..],
                header.as_bytes(),
                item,
                b"{\"type\":\"event\"}",
                b"{}"
            ]
        );
        assert_eq!(parts(item), [&b"{\"segment_id\":0}"[..], b"x\x9c\n\x01\n"]);
        let item = b"{\"segment_id\":0}\n\x1f\x8b\x08=\n\x01";
        assert_eq!(
            parts(item),
            [&b"{\"segment_id\":0}"[..], b"\x1f\x8b\x08=\n\x01"]
        );
        // A carriage return ends no line, and ISO 8859-1 is no binary data.
        let item = b"{\"segment_id\":0}\nx\xda\r\xce";
        assert_eq!(parts(item), [&b"{\"segment_id\":0}"[..], b"x\xda\r\xce"]);
        let item = b"{\"a\":\"\xb7\"}\n{\"b\":1}";
        assert_eq!(parts(item), [&b"{\"a\":\"\xb7\"}"[..], b"{\"b\":1}"]);
    }
}
