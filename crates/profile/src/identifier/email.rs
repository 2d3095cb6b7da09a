//! Email addresses.
//!
//! What it finds: the address in any case and with any separators, with and without gmail's dots,
//! with any `+tag` or none; its local part and its domain apart, in fields named for them; digests
//! of every vendor's normal form. Why it matters: an email address, digested or not, is the key by
//! which advertisers join visits to a person.
//! What it misses: a digest of the address under a tag other than the saved one.
//! References: RFC 5321 section 2.3.11, RFC 5233 (subaddresses); Meta, Google, Microsoft, Snap and
//! UID2 advanced matching documents for the normal forms.

use super::{Parts, Rule, Written};
use crate::profile::Problems;
use crate::{Part, Secret, weight};
use leaklight_fold as fold;

/// The two names of one provider's mail.
const GMAIL: [&str; 2] = ["gmail.com", "googlemail.com"];
/// Addresses that people type to get past a form.
const WEAK: &[&str] = &[
    "test", "tester", "testing", "user", "username", "noreply", "nobody",
];
/// Shorter local parts stand in every text: they are not looked for apart from their domain.
const SHORTEST_LOCAL: usize = 3;

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
    if WEAK.contains(&local.to_lowercase().as_str()) {
        problems.warning(
            path,
            "weak",
            "an address that many people use proves little",
        );
    }
    let bits = weight::email(local, domain);
    let mask = local.chars().next().unwrap_or('•');
    let mut written = Written::masked(format!("{mask}•••@{domain}"));
    for domain in domains(domain) {
        for local in locals(local) {
            let address = format!("{local}@{domain}");
            written.form(&address, Parts::NONE, bits, Rule::Email);
            written.normals_of(&address, Parts::NONE, bits);
        }
        let folded = Secret::new(fold::folded(domain));
        written.form(untagged(local), Parts::NONE, bits, Rule::Tagged(folded));
    }
    // Tools that try every spelling hash the address in capitals by whatever algorithm they have.
    written.normals([email.to_uppercase()], Parts::NONE, bits);
    apart(&mut written, local, domain);
    Some(written)
}

/// Local part and domain, each in a field named for it.
fn apart(written: &mut Written, local: &str, domain: &str) {
    let parts = Parts::of(Part::LocalPart);
    let bits = weight::local_part(local);
    for local in [local, untagged(local)] {
        if local.chars().count() >= SHORTEST_LOCAL {
            written.form(local, parts, bits, Rule::Field);
            written.normals([local.to_owned(), local.to_lowercase()], parts, bits);
        }
    }
    let parts = Parts::of(Part::Domain);
    let bits = weight::email_domain(domain);
    written.form(domain, parts, bits, Rule::Field);
    written.normals([domain.to_lowercase()], parts, bits);
}

/// The local part as it is, without its tag, without dots (Microsoft: at every domain; Google and
/// UID2: at gmail's), and without both.
fn locals(local: &str) -> Vec<String> {
    let untagged = untagged(local);
    vec![
        local.to_owned(),
        untagged.to_owned(),
        local.replace('.', ""),
        untagged.replace('.', ""),
    ]
}

fn untagged(local: &str) -> &str {
    match local.split_once('+') {
        Some((before, _)) if !before.is_empty() => before,
        _ => local,
    }
}

/// A domain, and what else it is called.
fn domains(domain: &str) -> Vec<&str> {
    let mut domains = vec![domain];
    if GMAIL.iter().any(|name| domain.eq_ignore_ascii_case(name)) {
        domains.extend(
            GMAIL
                .iter()
                .filter(|name| !domain.eq_ignore_ascii_case(name)),
        );
    }
    domains
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
