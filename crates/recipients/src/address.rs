//! A URL, cut into the pieces that say who receives a request.
//!
//! URLs come from browsers, which have already put them into the one way they are written; this cuts
//! what it is given and never fails.

use crate::punycode::to_ascii;
use std::borrow::Cow;

/// A URL's pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Address<'a> {
    /// The scheme, as written; empty without one.
    pub scheme: &'a str,
    /// The host: lower-case, in ASCII, without port and without the dot of the root.
    pub host: Cow<'a, str>,
    /// The path, with its first slash; may be empty.
    pub path: &'a str,
    /// What stands after the question mark.
    pub query: &'a str,
    /// Path and query, as written.
    pub target: &'a str,
}

impl<'a> Address<'a> {
    /// Cuts a URL. What has no `//` after its scheme (`about:blank`, `data:…`) has no host.
    pub fn new(url: &'a str) -> Self {
        let url = url.trim();
        let url = url.split_once('#').map_or(url, |split| split.0);
        let (scheme, rest) = match url.split_once("://") {
            Some((scheme, rest)) if is_scheme(scheme) => (scheme, rest),
            _ => {
                return Self {
                    scheme: url.split_once(':').map_or("", |split| split.0),
                    host: "".into(),
                    path: "",
                    query: "",
                    target: "",
                };
            }
        };
        // https://url.spec.whatwg.org/#authority-state: a backslash ends the authority as a slash does.
        let end = rest.find(['/', '\\', '?']).unwrap_or(rest.len());
        let (authority, target) = rest.split_at(end);
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        Self {
            scheme,
            host: host(authority),
            path,
            query,
            target,
        }
    }

    /// Whether it is a web page's.
    pub fn is_web(&self) -> bool {
        !self.host.is_empty()
            && (self.scheme.eq_ignore_ascii_case("http")
                || self.scheme.eq_ignore_ascii_case("https"))
    }
}

/// https://url.spec.whatwg.org/#url-scheme-string
fn is_scheme(text: &str) -> bool {
    text.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

fn host(authority: &str) -> Cow<'_, str> {
    let after_user = authority
        .rsplit_once('@')
        .map_or(authority, |split| split.1);
    let host = match after_user
        .strip_prefix('[')
        .and_then(|inner| inner.find(']'))
    {
        // The bracket that closes an IPv6 address, after the one that was taken off.
        Some(close) => &after_user[..close + 2],
        None => after_user
            .split_once(':')
            .map_or(after_user, |split| split.0),
    };
    let host = host.trim_end_matches('.');
    if host
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        return Cow::Borrowed(host);
    }
    to_ascii(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// URL, scheme, host, path, query.
    const CASES: &[[&str; 5]] = &[
        [
            "https://www.example.com/a/b?c=d#e",
            "https",
            "www.example.com",
            "/a/b",
            "c=d",
        ],
        [
            "https://www.example.com",
            "https",
            "www.example.com",
            "",
            "",
        ],
        [
            "https://www.example.com?a=b?c",
            "https",
            "www.example.com",
            "",
            "a=b?c",
        ],
        [
            "HTTPS://User:p%40ss@WWW.Example.COM.:8443/A",
            "HTTPS",
            "www.example.com",
            "/A",
            "",
        ],
        ["https://a@b@example.com/", "https", "example.com", "/", ""],
        [
            "http://[2001:DB8::1]:80/x",
            "http",
            "[2001:db8::1]",
            "/x",
            "",
        ],
        ["http://[broken/x", "http", "[broken", "/x", ""],
        ["http://127.0.0.1:8080/", "http", "127.0.0.1", "/", ""],
        [
            "wss://bücher.example/",
            "wss",
            "xn--bcher-kva.example",
            "/",
            "",
        ],
        [
            "https://example.com\\@other.example/",
            "https",
            "example.com",
            "\\@other.example/",
            "",
        ],
        ["about:blank", "about", "", "", ""],
        [
            "data:text/html,<a href='https://x.example/'>",
            "data",
            "",
            "",
            "",
        ],
        ["https://#x", "https", "", "", ""],
        ["", "", "", "", ""],
        ["no url at all", "", "", "", ""],
    ];

    #[test]
    fn urls_are_cut_where_browsers_cut_them() {
        for [url, scheme, host, path, query] in CASES {
            let found = Address::new(url);
            let found = [found.scheme, &found.host, found.path, found.query];
            assert_eq!(found, [*scheme, host, path, query], "{url}");
        }
        assert_eq!(CASES.len(), 15);
    }
}
