//! The public suffix list, as the table that `crates/recipients/src/domain.rs` reads.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use leaklight_recipients::to_ascii;

use super::text;

/// Where the list lies, as its makers publish it.
pub const PATH: &str = "data/public_suffix_list.dat";

/// How many rules the list has at the very least; one that was cut short has fewer.
const FEWEST_RULES: usize = 9000;

/// The list's rules.
pub struct Suffixes {
    /// The first labels of rules, by what they lie below.
    labels: BTreeMap<String, BTreeSet<String>>,
    icann: BTreeSet<String>,
}

impl Suffixes {
    pub fn read(root: &Path) -> Result<Self> {
        let mut suffixes = Self {
            labels: BTreeMap::new(),
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
            let (label, above) = divided(&rule)?;
            let labels = suffixes.labels.entry(above.to_owned()).or_default();
            labels.insert(label.to_owned());
        }
        let rules: usize = suffixes.labels.values().map(BTreeSet::len).sum();
        ensure!(rules >= FEWEST_RULES, "{PATH} has only {rules} rules");
        Ok(suffixes)
    }

    /// Whether a registry sells names right below it.
    pub fn is_registry(&self, domain: &str) -> bool {
        self.icann.contains(domain)
    }

    /// The table: a row for each name that rules lie below.
    pub fn table(&self) -> String {
        let row = |(above, labels): (&String, &BTreeSet<String>)| {
            let labels: String = labels.iter().map(|label| format!(" {label}")).collect();
            format!("{above}{labels}\n")
        };
        self.labels.iter().map(row).collect()
    }
}

/// A rule's first label, with an exception's mark, and what it lies below.
fn divided(rule: &str) -> Result<(&str, &str)> {
    let (label, above) = rule.split_once('.').unwrap_or((rule, ""));
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(is_host_byte);
    let is_known = (label == "*" || is_name(label.strip_prefix('!').unwrap_or(label)))
        && (above.is_empty() || above.split('.').all(is_name));
    is_known
        .then_some((label, above))
        .with_context(|| format!("{PATH}: a rule of a shape that is not known: {rule}"))
}

fn is_host_byte(byte: u8) -> bool {
    byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-'
}
