//! Multipart forms. Reference: RFC 7578; the boundary is read off the body itself, since browsers
//! show the body before the headers.

use super::Framed;
use std::borrow::Cow;

/// RFC 2046 section 5.1.1: at most 70 characters, and two hyphens before them.
const LONGEST_BOUNDARY: usize = 72;

/// Divides a body that starts with a boundary.
pub fn divide(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    let Some(boundary) = boundary(bytes) else {
        return false;
    };
    let mut rest = &bytes[boundary.len()..];
    let mut found = false;
    while let Some(part) = rest.strip_prefix(b"\r\n").or(rest.strip_prefix(b"\n")) {
        let end = next_boundary(part, boundary).unwrap_or(part.len());
        found |= divide_part(&part[..end], each);
        rest = part.get(end + boundary.len()..).unwrap_or_default();
    }
    found
}

/// The next boundary that stands at the start of a line.
fn next_boundary(part: &[u8], boundary: &[u8]) -> Option<usize> {
    memchr::memmem::find_iter(part, boundary).find(|at| *at > 0 && part[at - 1] == b'\n')
}

fn boundary(bytes: &[u8]) -> Option<&[u8]> {
    let end = bytes
        .iter()
        .take(LONGEST_BOUNDARY + 1)
        .position(|byte| matches!(byte, b'\r' | b'\n'))?;
    let line = &bytes[..end];
    let headed = &bytes[end..];
    let is_boundary = line.len() > 2 && line.starts_with(b"--");
    (is_boundary && headed.trim_ascii_start().to_ascii_lowercase_prefix(8) == b"content-")
        .then_some(line)
}

/// Whether a boundary's first part has its quotation marks as HTML's references.
pub fn is_quoted(bytes: &[u8]) -> bool {
    /// A boundary, and the first part's head.
    const LOOK: usize = 256;
    let look = &bytes[..bytes.len().min(LOOK)];
    boundary(bytes).is_some() && find(look, b"=\"").is_none() && find(look, b"=&").is_some()
}

fn divide_part(part: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    let (head, body) = if let Some(at) = find(part, b"\r\n\r\n") {
        (&part[..at], &part[at + 4..])
    } else if let Some(at) = find(part, b"\n\n") {
        (&part[..at], &part[at + 2..])
    } else {
        return false;
    };
    let body = body
        .strip_suffix(b"\r\n")
        .or(body.strip_suffix(b"\n"))
        .unwrap_or(body);
    let head = String::from_utf8_lossy(head);
    let name = parameter(&head, "name").unwrap_or_default();
    each(Framed {
        name: name.as_bytes(),
        bytes: Cow::Borrowed(body),
    });
    if let Some(file) = parameter(&head, "filename") {
        each(Framed {
            name: name.as_bytes(),
            bytes: Cow::Borrowed(file.as_bytes()),
        });
    }
    true
}

/// A quoted parameter of Content-Disposition; browsers write `"` in it as `%22`.
fn parameter(head: &str, name: &str) -> Option<String> {
    let start = head.find(&format!(" {name}=\""))? + name.len() + 3;
    let value = head[start..].split('"').next()?;
    Some(value.replace("%22", "\""))
}

fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    memchr::memmem::find(text, needle)
}

trait Prefix {
    fn to_ascii_lowercase_prefix(&self, length: usize) -> Vec<u8>;
}

impl Prefix for [u8] {
    fn to_ascii_lowercase_prefix(&self, length: usize) -> Vec<u8> {
        self[..length.min(self.len())].to_ascii_lowercase()
    }
}
