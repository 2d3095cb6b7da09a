//! Registrable domains, by the public suffix list (<https://publicsuffix.org/list/>).
//!
//! `tables/suffixes.fst` holds the list's rules, both sections, in punycode, as an automaton over each
//! rule's bytes from its end: `moc`, `ku.oc`. A wildcard `*.ck` stands there as `kc.*`, an exception
//! `!www.ck` as `kc.www!`.

use fst::raw::{Fst, Node};
use std::sync::LazyLock;

static SUFFIXES: LazyLock<Option<Fst<&'static [u8]>>> =
    LazyLock::new(|| Fst::new(include_bytes!("../tables/suffixes.fst").as_slice()).ok());

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
    let mut longest = host.rfind('.').map_or(0, |dot| dot + 1);
    let Some(suffixes) = SUFFIXES.as_ref() else {
        return longest;
    };
    let mut node = suffixes.root();
    let bytes = host.as_bytes();
    for (at, &byte) in bytes.iter().enumerate().rev() {
        let Some(next) = step(suffixes, &node, byte.to_ascii_lowercase()) else {
            break;
        };
        node = next;
        let begins_label = at == 0 || bytes[at - 1] == b'.';
        if begins_label && is_final(suffixes, &node, b'!') {
            // The exception's first label is registered.
            return host[at..].find('.').map_or(at, |dot| at + dot + 1);
        }
        if begins_label && node.is_final() {
            longest = longest.min(at);
        }
        if byte == b'.' && is_final(suffixes, &node, b'*') {
            longest = longest.min(host[..at].rfind('.').map_or(0, |dot| dot + 1));
        }
    }
    longest
}

fn step<'a>(suffixes: &'a Fst<&'static [u8]>, node: &Node<'a>, byte: u8) -> Option<Node<'a>> {
    let transition = node.find_input(byte)?;
    Some(suffixes.node(node.transition_addr(transition)))
}

fn is_final(suffixes: &Fst<&'static [u8]>, node: &Node<'_>, byte: u8) -> bool {
    step(suffixes, node, byte).is_some_and(|next| next.is_final())
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
    fn registrable_domains_follow_the_list() {
        for (host, domain) in CASES {
            assert_eq!(registrable_domain(host), *domain, "{host}");
        }
        assert_eq!(CASES.len(), 57);
    }
}
