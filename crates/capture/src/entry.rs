//! One request of a capture.

use leaklight_core::Request;
use std::borrow::Cow;

/// One request of a capture, with its place in it.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The request's 0-based index in the capture.
    pub index: usize,
    /// The request.
    pub request: Request<'a>,
    /// How many bytes of the capture, as it lies on disk, have been read so far.
    pub consumed: u64,
}

/// Whether a URL's bytes never leave the machine, so that nobody receives them.
pub(crate) fn stays_local(url: &str) -> bool {
    /// Schemes that browsers answer by themselves, and that captures list all the same.
    const LOCAL: [&str; 10] = [
        "about",
        "blob",
        "chrome",
        "chrome-extension",
        "data",
        "devtools",
        "file",
        "javascript",
        "moz-extension",
        "safari-web-extension",
    ];
    url.split_once(':')
        .is_some_and(|(scheme, _)| LOCAL.iter().any(|local| scheme.eq_ignore_ascii_case(local)))
}

/// The first header of that name, whatever its case.
pub(crate) fn header<'h>(
    headers: &'h [(Cow<'_, str>, Cow<'_, str>)],
    name: &str,
) -> Option<&'h str> {
    headers
        .iter()
        .find(|(header, _)| header.eq_ignore_ascii_case(name))
        .map(|(_, value)| value.as_ref())
}

/// The page a request names in its `Referer`, for captures that do not say.
pub(crate) fn referer(headers: &[(Cow<'_, str>, Cow<'_, str>)]) -> Option<String> {
    header(headers, "referer")
        .filter(|url| is_web_page(url))
        .map(str::to_owned)
}

/// Whether a text is the URL of a web page.
pub(crate) fn is_web_page(text: &str) -> bool {
    let scheme = text
        .split_once("://")
        .map(|(scheme, rest)| (scheme, rest.is_empty()));
    matches!(scheme, Some((scheme, false))
        if scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http"))
        && !has_white_space(text)
}

fn has_white_space(text: &str) -> bool {
    if text.is_ascii() {
        // U+000B, a vertical tab, is white space to Unicode alone.
        let blank = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'\x0B';
        return text.as_bytes().iter().any(blank);
    }
    text.contains(char::is_whitespace)
}
