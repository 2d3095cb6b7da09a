//! Where a request says something of itself: its account, its event.

use crate::address::Address;
use crate::pattern::Fit;
use crate::percent;

/// How long an account's name may be. Longer than any vendor's; short enough to carry nothing else.
const LONGEST_ACCOUNT: usize = 64;

/// How long an event's name may be.
const LONGEST_EVENT: usize = 48;

/// More digits in a row than this are no part of a name: they may be somebody's number.
const MOST_DIGITS: usize = 6;

/// Whether text can be an account's name. Reports show it, so nothing may pass that a person might have
/// typed: no spaces, no `@`, nothing encoded.
pub fn is_account(text: &str) -> bool {
    (1..=LONGEST_ACCOUNT).contains(&text.len())
        && text.bytes().all(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b',' | b':')
        })
}

/// An event's name as it may be shown: short words without an address's signs and without long numbers.
pub fn event_name(text: &str) -> Option<String> {
    let text = percent::decoded(text.trim());
    let is_word = |letter: char| letter.is_alphanumeric() || " $_-.:/|>()".contains(letter);
    let longest_number = text
        .split(|letter: char| !letter.is_ascii_digit())
        .map(str::len)
        .max();
    let is_name = (1..=LONGEST_EVENT).contains(&text.len())
        && text.chars().all(is_word)
        && text.contains(char::is_alphabetic)
        && longest_number <= Some(MOST_DIGITS);
    is_name.then(|| text.into_owned())
}

/// What the URL says at the first of the `places` that it has: `name` a parameter, `;name` one between
/// semicolons or slashes of the path, `.` the label before `host`. What the path's pattern names comes first.
pub(crate) fn find<'a>(
    places: &str,
    in_path: Option<&'a str>,
    host: &str,
    address: &'a Address<'_>,
) -> Option<&'a str> {
    in_path.or_else(|| {
        let places = places.split_once('=').map_or(places, |split| split.0);
        places
            .split(' ')
            .find_map(|place| find_at(place, host, address))
    })
}

fn find_at<'a>(place: &str, host: &str, address: &'a Address<'_>) -> Option<&'a str> {
    if place == "." {
        return address
            .host
            .strip_suffix(host)?
            .strip_suffix('.')?
            .rsplit('.')
            .next();
    }
    match place.strip_prefix(';') {
        Some(name) => value_of(address.path.split(['/', ';']), name),
        None if place.is_empty() => None,
        None => value_of(address.query.split('&'), place),
    }
    .filter(|value| !value.is_empty())
}

/// What stands in the path at `{account}` and `{event}`.
pub(crate) fn in_path<'a>(fit: &Fit<'a>) -> [Option<&'a str>; 2] {
    [fit.account, fit.event]
}

/// Whether a query has a parameter: `tid=G-` begins so, `tid` is any.
pub(crate) fn has_parameter(query: &str, wanted: &str) -> bool {
    let (name, beginning) = wanted.split_once('=').unwrap_or((wanted, ""));
    value_of(query.split('&'), name).is_some_and(|value| value.starts_with(beginning))
}

fn value_of<'a>(mut parameters: impl Iterator<Item = &'a str>, name: &str) -> Option<&'a str> {
    parameters.find_map(|parameter| parameter.strip_prefix(name)?.strip_prefix('='))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_events_name_is_words_and_nobodys_details() {
        for (text, expected) in [
            ("PageView", Some("PageView")),
            ("Add%20to+Cart", Some("Add to Cart")),
            ("$identify", Some("$identify")),
            ("jane%40example.com", None),
            ("call 2125550143", None),
            ("12345", None),
            ("", None),
            ("%ff", None),
        ] {
            assert_eq!(event_name(text).as_deref(), expected, "{text}");
        }
    }
}
