//! What somebody without Leaklight would look for with grep: a profile's values as they stand in a request at depth one.
//!
//! - Each value in up to four spellings: words (email addresses, names in two orders, streets) as they are, in lower case, in
//!   capitals, with hyphens; numbers (phones, cards) as they are, as digits alone, and grouped by hyphens or spaces.
//! - Each spelling plainly, and as URLs and forms write it ([`plain`]).
//! - Under one encoding besides, the first two spellings ([`depth_one`]): base64 at each of its three alignments, without
//!   the characters that depend on what stands beside it, and hexadecimal digits, small and large.
//!
//! For the household depth one makes about as many as the first prototype had, 230. They begin in many ways; the plain ones
//! among them begin in few, for which ripgrep has a much faster search.

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use leaklight_core::{ProfileSource, Secret};
use std::collections::BTreeSet;

/// How many of a value's spellings are looked for under encodings.
const ENCODED: usize = 2;

/// The patterns that are not encoded but as URLs and forms do it, each once.
pub fn plain(source: &ProfileSource) -> BTreeSet<String> {
    let spellings = spellings(source).into_iter().flatten();
    spellings
        .flat_map(|text| [percent(&text, "%20"), percent(&text, "+"), text])
        .collect()
}

/// These, and the patterns under one encoding, each once.
pub fn depth_one(source: &ProfileSource) -> BTreeSet<String> {
    let mut patterns = plain(source);
    for spellings in spellings(source) {
        for text in spellings.iter().take(ENCODED) {
            let bytes = text.as_bytes();
            patterns.extend([0, 1, 2].map(|offset| base64(bytes, offset)));
            let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            patterns.extend([hex.to_uppercase(), hex]);
        }
    }
    patterns
}

/// Each value, in its spellings.
fn spellings(source: &ProfileSource) -> Vec<Vec<String>> {
    let text = |secret: &Option<Secret>| secret.as_ref().map_or("", Secret::expose).to_owned();
    let mut all: Vec<_> = source
        .emails
        .iter()
        .map(|email| words(email.expose()))
        .collect();
    for name in &source.names {
        let (given, family) = (text(&name.given), text(&name.family));
        all.push(words(&format!("{given} {family}")));
        all.push(words(&format!("{family} {given}")));
    }
    all.extend(source.addresses.iter().map(|one| words(&text(&one.street))));
    all.extend(source.phones.iter().map(|phone| numbers(phone.expose())));
    all.extend(source.cards.iter().map(|card| numbers(&text(&card.number))));
    all
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let hyphens = lower.replace(' ', "-");
    vec![text.to_owned(), lower, text.to_uppercase(), hyphens]
}

fn numbers(text: &str) -> Vec<String> {
    let groups: Vec<_> = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .collect();
    let joined = ["", "-", " "].map(|between| groups.join(between));
    [vec![text.to_owned()], joined.into()].concat()
}

fn percent(text: &str, space: &str) -> String {
    let written = text.bytes().map(|byte| match byte {
        b' ' => space.to_owned(),
        byte if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => {
            char::from(byte).to_string()
        }
        byte => format!("%{byte:02X}"),
    });
    written.collect()
}

/// What base64 makes of these bytes behind `offset` others, whatever those are and whatever follows.
fn base64(bytes: &[u8], offset: usize) -> String {
    let text = STANDARD_NO_PAD.encode([&[0; 2][..offset], bytes].concat());
    // Six bits a character: those that hold bits of others only, or as well, are left out.
    let (start, end) = ((offset * 8).div_ceil(6), (offset + bytes.len()) * 8 / 6);
    text[start..end].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::detection::HOUSEHOLD;

    #[test]
    fn the_household_has_about_as_many_as_the_prototype_had() {
        let source: ProfileSource = serde_json::from_str(HOUSEHOLD).expect("a profile");
        let patterns = depth_one(&source);
        assert!((220..=260).contains(&patterns.len()), "{}", patterns.len());
        for pattern in [
            "jane.marlowe%2Bshop%40gmail.com",
            "OTIS+VAN+HOUTEN",
            "350-fifth-avenue",
            "12125550143",
            "303-555-0178",
            "4012%208888%208888%201881",
            "6f7469732076616e20686f7574656e",
        ] {
            assert!(patterns.contains(pattern), "{pattern}");
        }
    }

    #[test]
    fn base64_is_found_at_every_alignment() {
        for before in ["", "a", "ab", "abc"] {
            let text = STANDARD_NO_PAD.encode(format!("{before}Jane Marlowe, and more"));
            let found = [0, 1, 2].map(|offset| text.contains(&base64(b"Jane Marlowe", offset)));
            assert_eq!(found.iter().filter(|found| **found).count(), 1, "{before}");
        }
    }
}
