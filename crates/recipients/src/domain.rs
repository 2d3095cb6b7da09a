//! Registrable domains, by the public suffix list (<https://publicsuffix.org/list/>).
//!
//! The table has the list's rules, both sections, in punycode: a row for each name that rules lie below, and then the
//! rules' first labels, between spaces; rows and labels are sorted. A wildcard's label is `*`, an exception's begins
//! with `!`.

use crate::tables::SUFFIXES;
use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::LazyLock;

/// The part of a host name that somebody registered: `example.co.uk` of `www.example.co.uk`.
///
/// The host itself where nothing can be registered below it: an IP address, `localhost`, a public suffix.
/// Case and the root's dot do not matter; names beyond ASCII are to be given in punycode.
pub fn registrable_domain(host: &str) -> &str {
    let host = host.trim_end_matches('.');
    if is_ip_address(host) {
        return host;
    }
    let suffix = suffix_start(host);
    // The label before the suffix.
    let Some(end) = suffix.checked_sub(1) else {
        return host;
    };
    let start = host[..end].rfind('.').map_or(0, |dot| dot + 1);
    if start == end { host } else { &host[start..] }
}

/// https://url.spec.whatwg.org/#ends-in-a-number-checker, for hosts that browsers have written.
fn is_ip_address(host: &str) -> bool {
    host.starts_with('[')
        || host
            .rsplit('.')
            .next()
            .is_some_and(|label| label.parse::<u32>().is_ok())
}

/// Where the public suffix begins. The list's algorithm: the exception, else the longest rule, else the
/// last label.
fn suffix_start(host: &str) -> usize {
    let host = lower(host);
    let mut longest = host.rfind('.').map_or(0, |dot| dot + 1);
    let mut above = host.len();
    let mut end = Some(host.len());
    while let Some(dot) = end {
        end = host[..dot].rfind('.');
        let start = end.map_or(0, |dot| dot + 1);
        let (label, rules) = (&host[start..dot], below(&host[above..]));
        // Exceptions come first, and there are few.
        let mut exceptions = rules.split(' ').map_while(|rule| rule.strip_prefix('!'));
        if exceptions.any(|rule| rule == label) {
            // The exception's first label is registered.
            return above;
        }
        if is_among(label, rules) || is_among("*", rules) {
            longest = longest.min(start);
        }
        above = start;
    }
    longest
}

/// A host as the tables write hosts.
pub(crate) fn lower(host: &str) -> Cow<'_, str> {
    if host.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(host.to_ascii_lowercase())
    } else {
        Cow::Borrowed(host)
    }
}

/// Each name that rules lie below, and their first labels.
static RULES: LazyLock<Vec<(&'static str, &'static str)>> = LazyLock::new(|| {
    let rows = SUFFIXES.lines();
    rows.filter_map(|row| row.split_once(' ')).collect()
});

/// The first labels of the rules right below a name, sorted and between spaces.
fn below(name: &str) -> &'static str {
    let place = RULES.binary_search_by(|row| row.0.cmp(name));
    place.map_or("", |place| RULES[place].1)
}

/// Whether a label is one of some that are sorted, where they stand.
fn is_among(label: &str, labels: &str) -> bool {
    let mut rest = labels;
    while !rest.is_empty() {
        let middle = rest.len() / 2;
        let start = rest[..middle].rfind(' ').map_or(0, |space| space + 1);
        let end = rest[middle..]
            .find(' ')
            .map_or(rest.len(), |space| middle + space);
        match rest[start..end].cmp(label) {
            Ordering::Equal => return true,
            Ordering::Less => rest = rest.get(end + 1..).unwrap_or_default(),
            Ordering::Greater => rest = &rest[..start.saturating_sub(1)],
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hosts and their registrable domains, from the rules of the list.
    const CASES: &[(&str, &str)] = &[
        ("example.com", "example.com"),
        ("www.example.com", "example.com"),
        ("a.b.example.com", "example.com"),
        ("WWW.Example.COM", "Example.COM"),
        ("example.com.", "example.com"),
        ("www.example.com.", "example.com"),
        ("com", "com"),
        // co.uk
        ("example.co.uk", "example.co.uk"),
        ("www.example.co.uk", "example.co.uk"),
        ("co.uk", "co.uk"),
        ("uk", "uk"),
        // *.ck and !www.ck
        ("ck", "ck"),
        ("test.ck", "test.ck"),
        ("b.test.ck", "b.test.ck"),
        ("a.b.test.ck", "b.test.ck"),
        ("www.ck", "www.ck"),
        ("www.www.ck", "www.ck"),
        // jp, ac.jp, *.kobe.jp, !city.kobe.jp, ide.kyoto.jp
        ("jp", "jp"),
        ("test.jp", "test.jp"),
        ("www.test.jp", "test.jp"),
        ("test.ac.jp", "test.ac.jp"),
        ("kyoto.jp", "kyoto.jp"),
        ("test.kyoto.jp", "test.kyoto.jp"),
        ("b.ide.kyoto.jp", "b.ide.kyoto.jp"),
        ("a.b.ide.kyoto.jp", "b.ide.kyoto.jp"),
        ("c.kobe.jp", "c.kobe.jp"),
        ("b.c.kobe.jp", "b.c.kobe.jp"),
        ("a.b.c.kobe.jp", "b.c.kobe.jp"),
        ("city.kobe.jp", "city.kobe.jp"),
        ("www.city.kobe.jp", "city.kobe.jp"),
        // us, ak.us, k12.ak.us
        ("test.us", "test.us"),
        ("test.ak.us", "test.ak.us"),
        ("test.k12.ak.us", "test.k12.ak.us"),
        ("www.test.k12.ak.us", "test.k12.ak.us"),
        // The private section
        ("github.io", "github.io"),
        ("octocat.github.io", "octocat.github.io"),
        ("www.octocat.github.io", "octocat.github.io"),
        ("blogspot.com", "blogspot.com"),
        ("x.blogspot.com", "x.blogspot.com"),
        (
            "d111111abcdef8.cloudfront.net",
            "d111111abcdef8.cloudfront.net",
        ),
        ("bucket.s3.amazonaws.com", "bucket.s3.amazonaws.com"),
        ("shop.myshopify.com", "shop.myshopify.com"),
        // Punycode
        ("www.xn--85x722f.com.cn", "xn--85x722f.com.cn"),
        ("www.xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn"),
        ("shishi.xn--fiqs8s", "shishi.xn--fiqs8s"),
        // A last label that is not listed counts as a suffix.
        ("example", "example"),
        ("a.b.example", "b.example"),
        ("localhost", "localhost"),
        ("leaklight.localhost", "leaklight.localhost"),
        // IP addresses
        ("127.0.0.1", "127.0.0.1"),
        ("[2001:db8::1]", "[2001:db8::1]"),
        // Not host names; nothing to say, and nothing to fall over.
        ("", ""),
        (".", ""),
        ("..", ""),
        (".com", ".com"),
        ("a..com", "a..com"),
        ("é.com", "é.com"),
    ];

    #[test]
    fn labels_are_found_where_they_stand() {
        for (name, labels) in RULES.iter() {
            for label in labels.split(' ') {
                assert!(is_among(label, labels), "{label}.{name}");
                assert!(!is_among(&format!("{label}-"), labels), "{label}-.{name}");
            }
            assert!(!is_among("", labels) && !is_among("~", labels), "{name}");
        }
        assert!(!is_among("a", ""));
    }

    #[test]
    fn registrable_domains_follow_the_list() {
        for (host, domain) in CASES {
            assert_eq!(registrable_domain(host), *domain, "{host}");
        }
        assert_eq!(CASES.len(), 57);
    }
}
