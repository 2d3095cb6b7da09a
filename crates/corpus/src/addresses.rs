//! Addresses: found as postal operators' rules spell them, and the neighbour's are not.
//!
//! `addresses.tsv`, 220 of each of four countries in four spellings, written by `generate/addresses.mjs`; and
//! `address_forms.tsv`, one for each rule.

use crate::{Outcome, inspector};
use leaklight_core::{Address, Confidence, Inspector, ProfileSource, Request, Secret};

/// How many addresses there are, and how many rules, so that none vanishes unseen.
pub const ADDRESSES: usize = 4 * 220 + 151;

static SPELLED: &str = include_str!("../../../tests/corpus/addresses.tsv");
static FORMS: &str = include_str!("../../../tests/corpus/address_forms.tsv");

/// Runs every address in every spelling.
///
/// A row that cannot be read is a failure too.
pub fn run_addresses() -> Outcome {
    let mut outcome = Outcome::default();
    for (file, text, read) in [
        ("addresses.tsv", SPELLED, spelled as fn(&str) -> Option<Row>),
        ("address_forms.tsv", FORMS, form),
    ] {
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            outcome.cases += 1;
            let problems = match read(line) {
                Some(row) => row.problems(),
                None => vec![format!("a column is missing: {line}")],
            };
            let named = problems.iter().map(|problem| format!("{file}: {problem}"));
            outcome.failures.extend(named);
        }
    }
    outcome
}

/// One address, and texts in which it is found or not.
struct Row<'a> {
    /// Country, street, unit, city, region, postal code.
    address: [&'a str; 6],
    /// Lines are divided by bars.
    texts: Vec<(&'a str, bool)>,
}

/// Address, four spellings, a neighbour's.
fn spelled(line: &str) -> Option<Row<'_>> {
    let columns: Vec<&str> = line.split('\t').collect();
    let (address, texts) = columns.split_first_chunk::<6>()?;
    let texts: [&str; 5] = texts.try_into().ok()?;
    Some(Row {
        address: *address,
        texts: texts
            .into_iter()
            .zip([true, true, true, true, false])
            .collect(),
    })
}

/// Verdict, address, text.
fn form(line: &str) -> Option<Row<'_>> {
    let columns: Vec<&str> = line.split('\t').collect();
    let ([verdict], rest) = columns.split_first_chunk::<1>()?;
    let (address, text) = rest.split_first_chunk::<6>()?;
    let [text]: [&str; 1] = text.try_into().ok()?;
    Some(Row {
        address: *address,
        texts: vec![(text, *verdict == "found")],
    })
}

impl Row<'_> {
    fn problems(&self) -> Vec<String> {
        let inspector = match self.inspector() {
            Ok(inspector) => inspector,
            Err(problem) => return vec![format!("{:?}: {problem}", self.address)],
        };
        let wrong = |(text, expected): &&(&str, bool)| is_found(&inspector, text) != *expected;
        self.texts
            .iter()
            .filter(wrong)
            .map(|(text, expected)| format!("{text}: should be found is {expected}"))
            .collect()
    }

    fn inspector(&self) -> Result<Inspector, String> {
        let [country, street, unit, city, region, code] = self.address;
        let some = |text: &str| (!text.is_empty()).then(|| Secret::new(text));
        inspector(&ProfileSource {
            country: Some(country.to_owned()),
            addresses: vec![Address {
                street: some(street),
                unit: some(unit),
                city: some(city),
                region: some(region),
                postal_code: some(code),
                ..Address::default()
            }],
            ..ProfileSource::default()
        })
    }
}

/// Whether a text is found that a page's own words surround, as a button's text is sent.
fn is_found(inspector: &Inspector, text: &str) -> bool {
    let encoded: String = format!("Deliver to: {} - change", text.replace('|', "\n"))
        .bytes()
        .map(|byte| format!("%{byte:02X}"))
        .collect();
    let verdict = inspector.inspect(&Request {
        url: format!("https://collect.example/tr?ev=click&t={encoded}&id=5512").into(),
        ..Request::default()
    });
    let mut found = verdict.findings.iter();
    found.any(|finding| finding.confidence >= Confidence::Likely)
}
