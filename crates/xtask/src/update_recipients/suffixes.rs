//! The public suffix list, as the automaton that `crates/recipients/src/domain.rs` reads.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use fst::SetBuilder;
use leaklight_recipients::to_ascii;

use super::{backwards, text};

/// Where the list lies, as its makers publish it.
pub const PATH: &str = "data/public_suffix_list.dat";

/// How many rules the list has at the very least; one that was cut short has fewer.
const FEWEST_RULES: usize = 9000;

/// The list's rules.
pub struct Suffixes {
    keys: BTreeSet<Vec<u8>>,
    icann: BTreeSet<String>,
}

impl Suffixes {
    pub fn read(root: &Path) -> Result<Self> {
        let mut suffixes = Self {
            keys: BTreeSet::new(),
            icann: BTreeSet::new(),
        };
        let mut is_icann = false;
        // https://github.com/publicsuffix/list/wiki/Format: a rule is what stands before the first white space.
        for line in text(root, PATH)?.lines().map(str::trim) {
            if line.starts_with("// ===BEGIN ICANN DOMAINS===") {
                is_icann = true;
            } else if line.starts_with("// ===END ICANN DOMAINS===") {
                is_icann = false;
            }
            let Some(rule) = line
                .split_whitespace()
                .next()
                .filter(|rule| !rule.starts_with("//"))
            else {
                continue;
            };
            let rule = to_ascii(rule);
            if is_icann {
                suffixes.icann.insert(rule.to_string());
            }
            suffixes.keys.insert(key(&rule)?);
        }
        ensure!(
            suffixes.keys.len() >= FEWEST_RULES,
            "{PATH} has only {} rules",
            suffixes.keys.len()
        );
        Ok(suffixes)
    }

    /// Whether a registry sells names right below it.
    pub fn is_registry(&self, domain: &str) -> bool {
        self.icann.contains(domain)
    }

    pub fn automaton(&self) -> Result<Vec<u8>> {
        let mut builder = SetBuilder::memory();
        builder.extend_iter(&self.keys)?;
        Ok(builder.into_inner()?)
    }
}

/// A rule from its end; `!www.ck` is `kc.www!`, so that it is met right after the host's own bytes.
fn key(rule: &str) -> Result<Vec<u8>> {
    let (name, exception) = rule
        .strip_prefix('!')
        .map_or((rule, false), |name| (name, true));
    let labels = name.strip_prefix("*.").unwrap_or(name);
    let is_known = labels
        .split('.')
        .all(|label| !label.is_empty() && label.bytes().all(is_host_byte));
    is_known
        .then_some(())
        .with_context(|| format!("{PATH}: a rule of a shape that is not known: {rule}"))?;
    let mut key = backwards(name);
    if exception {
        key.push(b'!');
    }
    Ok(key)
}

fn is_host_byte(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
}
