//! Email addresses.
//!
//! What it finds: the address in any case and with any separators, with and without gmail's dots
//! and `+tag`; digests of every vendor's normal form. Why it matters: an email address, digested
//! or not, is the key by which advertisers join visits to a person.
//! What it misses: a tag other than the saved one. References: RFC 5321 section 2.3.11; Meta,
//! Google, Microsoft and UID2 advanced matching documents for the normal forms.

use super::{Parts, Rule, Written};
use crate::profile::Problems;
use crate::weight;

/// Checks an address and works out its forms.
pub fn written(email: &str, path: &str, problems: &mut Problems) -> Option<Written> {
    let email = email.trim();
    let (local, domain) = email.rsplit_once('@').unwrap_or_default();
    if local.is_empty() || !is_domain(domain) || email.contains(char::is_whitespace) {
        problems.error(
            path,
            "not_an_email",
            "an email address reads name@example.com",
        );
        return None;
    }
    if local.eq_ignore_ascii_case("test") {
        problems.warning(
            path,
            "weak",
            "an address that many people use proves little",
        );
    }
    let bits = weight::email(local, domain);
    let mask = local.chars().next().unwrap_or('•');
    let mut written = Written::masked(format!("{mask}•••@{domain}"));
    for local in locals(local) {
        let address = format!("{local}@{domain}");
        written.form(&address, Parts::NONE, bits, Rule::Email);
        written.normals_of(&address, Parts::NONE, bits);
        if domain.eq_ignore_ascii_case("googlemail.com") {
            written.normals_of(&format!("{local}@gmail.com"), Parts::NONE, bits);
        }
    }
    Some(written)
}

/// The local part as it is, without its tag, without dots (Microsoft: at every domain; Google and
/// UID2: at gmail's), and without both.
fn locals(local: &str) -> Vec<String> {
    let untagged = local.split_once('+').map_or(local, |(before, _)| before);
    vec![
        local.to_owned(),
        untagged.to_owned(),
        local.replace('.', ""),
        untagged.replace('.', ""),
    ]
}

fn is_domain(domain: &str) -> bool {
    domain.contains('.')
        && domain.split('.').all(|label| {
            !label.is_empty()
                && label
                    .chars()
                    .all(|letter| letter.is_alphanumeric() || letter == '-')
        })
}
