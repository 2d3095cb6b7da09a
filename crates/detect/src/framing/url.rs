//! URLs. Reference: WHATWG URL; read by hand, since trackers send broken ones too.

use super::{Framed, query};
use leaklight_fold::Kinds;

/// The pieces of a URL that carry something, escapes untouched.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Url<'a> {
    /// User name and password.
    pub userinfo: &'a [u8],
    /// Host, without port.
    pub host: &'a [u8],
    /// Path.
    pub path: &'a [u8],
    /// Query, without `?`.
    pub query: &'a [u8],
    /// Fragment, without `#`.
    pub fragment: &'a [u8],
}

impl<'a> Url<'a> {
    /// Divides a URL; what has no scheme is all path.
    pub fn new(url: &'a [u8]) -> Self {
        Self::behind(scheme_length(url), url)
    }

    /// Divides a URL whose scheme has such a length.
    fn behind(scheme: Option<usize>, url: &'a [u8]) -> Self {
        let (rest, fragment) = split(url, b'#');
        let (rest, query) = split(rest, b'?');
        let Some(scheme) = scheme else {
            return Self {
                path: rest,
                query,
                fragment,
                ..Self::default()
            };
        };
        let rest = &rest[scheme..];
        let slash = memchr::memchr(b'/', rest).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(slash);
        let (userinfo, host) = match memchr::memrchr(b'@', authority) {
            Some(at) => (&authority[..at], &authority[at + 1..]),
            None => (&b""[..], authority),
        };
        Self {
            userinfo,
            host,
            path,
            query,
            fragment,
        }
    }
}

/// Divides a view that is a URL, or a path with a query: its parameters by name, the rest without.
pub fn divide(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    let scheme = scheme_length(bytes);
    if bytes[0] != b'/' && scheme.is_none() {
        return false;
    }
    let url = Url::behind(scheme, bytes);
    let is_path = || !bytes.iter().any(u8::is_ascii_whitespace) && !url.query.is_empty();
    if scheme.is_none() && !is_path() {
        return false;
    }
    for piece in [url.userinfo, url.host] {
        if !piece.is_empty() {
            each(Framed::unnamed(query::unescape(piece)));
        }
    }
    segments(url.path, each);
    query::fields(url.query, each);
    if url.fragment.contains(&b'=') {
        query::fields(url.fragment, each);
    } else if !url.fragment.is_empty() {
        each(Framed::unnamed(query::unescape(url.fragment)));
    }
    true
}

/// Divides user name and password.
pub fn userinfo(userinfo: &[u8], each: &mut dyn FnMut(Framed<'_>)) {
    for piece in userinfo.splitn(2, |byte| *byte == b':') {
        each(Framed::unnamed(query::unescape(piece)));
    }
}

/// Divides a path into its segments, and those into what stands between semicolons, where
/// `;name=value` has a name (as Floodlight's).
pub fn segments(path: &[u8], each: &mut dyn FnMut(Framed<'_>)) {
    let mut rest = Some(path);
    while let Some(path) = rest {
        let (segment, kinds) = segment(path);
        rest = path.get(segment.len() + 1..);
        if segment.is_empty() {
            continue;
        }
        if !kinds.has(Kinds::LIST) {
            each(Framed::unnamed(query::unescape_of(segment, kinds)));
            continue;
        }
        let mut pieces = segment.split(|byte| *byte == b';');
        let bytes = query::unescape(pieces.next().unwrap_or_default());
        each(Framed::unnamed(bytes));
        for piece in pieces {
            query::fields(piece, each);
        }
    }
}

/// What stands before the first slash, and the kinds of its bytes.
fn segment(path: &[u8]) -> (&[u8], Kinds) {
    let mut kinds = Kinds::NONE;
    for (at, byte) in path.iter().enumerate() {
        if *byte == b'/' {
            return (&path[..at], kinds);
        }
        kinds = kinds.with(*byte);
    }
    (path, kinds)
}

/// Whether bytes are a whole URL of the web.
pub fn is_url(bytes: &[u8]) -> bool {
    bytes.starts_with(b"https://") || bytes.starts_with(b"http://")
}

/// Length of `scheme://` at the start.
fn scheme_length(bytes: &[u8]) -> Option<usize> {
    if bytes.starts_with(b"https://") {
        return Some(8);
    }
    let colon = bytes.iter().take(16).position(|byte| *byte == b':')?;
    let scheme = &bytes[..colon];
    let is_scheme = scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(byte));
    (is_scheme && bytes[colon..].starts_with(b"://")).then_some(colon + 3)
}

fn split(bytes: &[u8], at: u8) -> (&[u8], &[u8]) {
    match memchr::memchr(at, bytes) {
        Some(position) => (&bytes[..position], &bytes[position + 1..]),
        None => (bytes, b""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_piece_is_told_apart() {
        let url = Url::new(b"https://alice:pw@example.com:8443/a/b?c=d&e#f");
        assert_eq!(
            url,
            Url {
                userinfo: b"alice:pw",
                host: b"example.com:8443",
                path: b"/a/b",
                query: b"c=d&e",
                fragment: b"f"
            }
        );
    }

    #[test]
    fn floodlight_parameters_have_names() {
        let mut names = Vec::new();
        let path = b"/activityi;src=1;u1=Jane%20Doe;~oref=https%3A%2F%2Fexample.com%2F";
        segments(path, &mut |part| {
            names.push(String::from_utf8_lossy(part.name).into_owned())
        });
        assert_eq!(names, ["", "src", "u1", "~oref"]);
    }
}
