//! Whose account of a product a request is for, as its URL says it.

use crate::address::Address;

/// How long an account's name may be. Longer than any vendor's; short enough to carry nothing else.
const LONGEST: usize = 64;

/// Whether text can be an account's name. Reports show it, so nothing may pass that a person might have
/// typed: no spaces, no `@`, nothing encoded.
pub(crate) fn is_one(text: &str) -> bool {
    (1..=LONGEST).contains(&text.len())
        && text.bytes().all(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b',' | b':')
        })
}

/// The account where `place` says it is: `?name`, `;name` or `.`; `host` is the part of the address's host
/// that the endpoint is known by.
pub(crate) fn find<'a>(place: &str, host: &str, address: &'a Address<'_>) -> Option<&'a str> {
    if place == "." {
        return address
            .host
            .strip_suffix(host)?
            .strip_suffix('.')?
            .rsplit('.')
            .next();
    }
    if let Some(name) = place.strip_prefix('?') {
        return value_of(address.query.split('&'), name);
    }
    value_of(address.path.split(['/', ';']), place.strip_prefix(';')?)
}

/// Whether a query has a parameter: `tid=G-` begins so, `tid` is any.
pub(crate) fn has_parameter(query: &str, wanted: &str) -> bool {
    let (name, beginning) = wanted.split_once('=').unwrap_or((wanted, ""));
    value_of(query.split('&'), name).is_some_and(|value| value.starts_with(beginning))
}

fn value_of<'a>(mut parameters: impl Iterator<Item = &'a str>, name: &str) -> Option<&'a str> {
    parameters.find_map(|parameter| parameter.strip_prefix(name)?.strip_prefix('='))
}
