//! What was found, against what was to be found.

use crate::case::{Case, Expectation};
use leaklight_core::{Confidence, Finding, Part, Verdict};
use std::fmt::Debug;

/// What is wrong with a verdict; empty where all is as the case says.
pub(crate) fn compare(case: &Case, verdict: &Verdict) -> Vec<String> {
    let expected = |finding: &&Finding| {
        case.expect
            .iter()
            .any(|expectation| expectation.identifier == finding.identifier.id)
    };
    let mut problems: Vec<String> = verdict
        .findings
        .iter()
        .filter(|finding| finding.confidence >= Confidence::Likely && !expected(finding))
        .map(|finding| format!("not to be found: {}", describe(finding)))
        .collect();
    let missed: Vec<String> = case
        .expect
        .iter()
        .flat_map(|expectation| unmet(expectation, verdict))
        .collect();
    match &case.known_miss {
        Some(_) if !missed.is_empty() => {}
        Some(reason) => problems.push(format!("a known miss (\"{reason}\") is found now")),
        None => problems.extend(missed),
    }
    problems
}

/// In what a verdict falls short of an expectation.
fn unmet(expectation: &Expectation, verdict: &Verdict) -> Vec<String> {
    let id = &expectation.identifier;
    let found: Vec<&Finding> = verdict
        .findings
        .iter()
        .filter(|finding| finding.identifier.id == *id)
        .collect();
    match found[..] {
        [] => vec![format!("not found: {id}")],
        [finding] if finding.confidence < Confidence::Likely => {
            vec![format!("too weak: {}", describe(finding))]
        }
        [finding] => different(expectation, finding),
        _ => vec![format!("{id} stands {} times, not once", found.len())],
    }
}

/// In what a finding differs from an expectation.
fn different(expectation: &Expectation, finding: &Finding) -> Vec<String> {
    let mut differences = Differences {
        id: &expectation.identifier,
        lines: Vec::new(),
    };
    let name = &finding.name;
    if expectation.unnamed {
        differences.add("name", &None, name);
    }
    if expectation.name.is_some() {
        differences.add("name", &expectation.name, name);
    }
    differences.add("digest", &expectation.digest, &finding.digest);
    if let Some(carrier) = expectation.carrier {
        differences.add("carrier", &carrier, &finding.carrier);
    }
    if let Some(chain) = &expectation.chain {
        differences.add("chain", chain, &finding.chain);
    }
    if let Some(parts) = &expectation.parts {
        differences.add("parts", &sorted(parts), &sorted(&finding.parts));
    }
    if let Some(confidence) = expectation.confidence {
        differences.add("confidence", &confidence, &finding.confidence);
    }
    differences.lines
}

struct Differences<'a> {
    id: &'a str,
    lines: Vec<String>,
}

impl Differences<'_> {
    fn add<T: Debug + PartialEq>(&mut self, what: &str, expected: &T, got: &T) {
        if expected != got {
            self.lines.push(format!(
                "{}: {what}: expected {expected:?}, got {got:?}",
                self.id
            ));
        }
    }
}

fn sorted(parts: &[Part]) -> Vec<Part> {
    let mut parts = parts.to_vec();
    parts.sort_unstable();
    parts
}

fn describe(finding: &Finding) -> String {
    format!(
        "{} in {:?} {:?}, chain {:?}, digest {:?}, parts {:?}: {:?}, {} bits",
        finding.identifier.id,
        finding.carrier,
        finding.name,
        finding.chain,
        finding.digest,
        finding.parts,
        finding.confidence,
        finding.bits
    )
}
