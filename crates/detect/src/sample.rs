//! Samples: a few of the ways in which an identifier will be looked for, for its owner's own eyes.
//!
//! They are chosen to differ from what was typed and from each other: other words (`ST`, `STREET`), another case, other
//! separators, an encoding, a digest. Nothing else is made of them.

use crate::digest::{Algorithm, Encoding};
use crate::{Kind, Part};
use leaklight_profile::{Parts, Written};

/// Spellings shown of an identifier.
const MOST: usize = 3;

/// Other ways to write what was typed: spellings, and for what advertisers join visits by, an encoding and a digest.
pub fn samples(kind: Kind, written: &Written, typed: &str) -> Vec<String> {
    let mut samples = match kind {
        Kind::Name | Kind::Address | Kind::Phone | Kind::BirthDate => {
            spellings(kind, written, typed)
        }
        Kind::Email | Kind::NationalId | Kind::Other => vec![typed.to_uppercase(), bare(typed)],
        Kind::Card => Vec::new(),
    };
    if kind == Kind::Email {
        samples.truncate(1);
        let lower = typed.to_lowercase();
        samples
            .push(String::from_utf8_lossy(&Encoding::Base64.encode(lower.as_bytes())).into_owned());
        samples.push(hex(Algorithm::Sha256.digest(lower.as_bytes()).as_bytes()));
    }
    let mut shown: Vec<String> = Vec::new();
    for sample in samples {
        if sample != typed && !sample.is_empty() && !shown.contains(&sample) {
            shown.push(sample);
        }
    }
    shown.truncate(MOST);
    shown
}

/// Spellings that differ in more than case and separators, each in another case and with other separators.
fn spellings(kind: Kind, written: &Written, typed: &str) -> Vec<String> {
    let whole = whole(kind);
    let mut chosen: Vec<&str> = Vec::new();
    for normal in written
        .digested
        .iter()
        .filter(|normal| normal.parts == whole)
    {
        let text = normal.text.expose();
        let is_new = |known: &&str| bare(known) != bare(text);
        if text.contains(' ') == typed.contains(' ') && is_new(&typed) && chosen.iter().all(is_new)
        {
            chosen.push(text);
        }
    }
    let mut spellings = vec![typed.to_uppercase()];
    spellings.extend(chosen.first().map(|text| text.to_uppercase()));
    spellings.push(typed.to_lowercase().replace(' ', "-"));
    spellings.extend(chosen.iter().skip(1).map(|text| (*text).to_owned()));
    spellings.push(bare(typed));
    spellings
}

/// What the samples of a kind are of, where not of all of it.
fn whole(kind: Kind) -> Parts {
    match kind {
        Kind::Address => Parts::of(Part::Street),
        Kind::Name => Parts::of(Part::Given).and(Parts::of(Part::Family)),
        _ => Parts::NONE,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bare(text: &str) -> String {
    text.chars()
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
