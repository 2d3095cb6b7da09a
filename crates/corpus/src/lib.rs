//! The corpus: requests as data, and what an inspector has to say about each of them.
//!
//! The cases are compiled in, so that the same code runs them natively and in WebAssembly.
//! Their format is described in `tests/corpus/README.md`.

mod addresses;
mod case;
mod comparison;
#[cfg(not(target_family = "wasm"))]
pub mod figures;
mod flows;

pub use addresses::{ADDRESSES, run_addresses};
pub use flows::{FLOWS, run_flows};

use case::{Case, Cases};
use leaklight_core::{Inspector, Profile, ProfileSource, Request, Verdict};
use std::collections::{BTreeMap, BTreeSet};

/// How many cases the corpus holds, so that none vanishes unseen.
pub const CASES: usize = 752;

const PROFILES: &str = include_str!("../../../tests/corpus/profiles.toml");

macro_rules! files {
    ($($file:literal),* $(,)?) => {
        [$(($file, include_str!(concat!("../../../tests/corpus/", $file)))),*]
    };
}

const FILES: [(&str, &str); 15] = files![
    "email.toml",
    "phone.toml",
    "card.toml",
    "address.toml",
    "name.toml",
    "other.toml",
    "carriers.toml",
    "decodings.toml",
    "digests.toml",
    "vendors.toml",
    "sdks.toml",
    "steps.toml",
    "near_misses.toml",
    "near_miss_digests.toml",
    "near_miss_vendors.toml",
];

/// What a run of the corpus came to.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// How many cases ran.
    pub cases: usize,
    /// A line for everything that was not as the corpus says: file, case, expected and got.
    pub failures: Vec<String>,
}

impl Outcome {
    /// Panics where anything was not as the corpus says, or other than this many cases ran.
    #[track_caller]
    pub fn assert(&self, cases: usize) {
        let failures = &self.failures;
        assert!(
            failures.is_empty(),
            "{} failures:\n{}",
            failures.len(),
            failures.join("\n")
        );
        assert_eq!(self.cases, cases);
    }
}

/// Runs every case.
///
/// A file that cannot be read, a profile that is refused and a name that stands twice are failures too.
pub fn run() -> Outcome {
    let mut outcome = Outcome::default();
    let inspectors = inspectors(&mut outcome.failures);
    let mut names = BTreeSet::new();
    for (file, text) in FILES {
        let cases = match toml::from_str::<Cases>(text) {
            Ok(cases) => cases.case,
            Err(error) => {
                outcome.failures.push(format!("{file}: {error}"));
                continue;
            }
        };
        for case in &cases {
            outcome.cases += 1;
            let mut problems = run_case(case, &inspectors);
            if !names.insert(case.name.clone()) {
                problems.push("this name stands twice".to_owned());
            }
            let named = problems
                .iter()
                .map(|problem| format!("{file}: {}: {problem}", case.name));
            outcome.failures.extend(named);
        }
    }
    outcome
}

/// An inspector for each profile of the corpus.
fn inspectors(failures: &mut Vec<String>) -> BTreeMap<String, Inspector> {
    let mut inspectors = BTreeMap::new();
    match profiles() {
        Ok(profiles) => {
            for (name, source) in profiles {
                match inspector(&source) {
                    Ok(inspector) => {
                        inspectors.insert(name, inspector);
                    }
                    Err(problem) => failures.push(format!("profiles.toml: {name}: {problem}")),
                }
            }
        }
        Err(problem) => failures.push(problem),
    }
    inspectors
}

/// An inspector for one profile of the corpus.
///
/// # Errors
/// What is wrong with the profile, or that there is none of this name.
pub fn inspector_of(profile: &str) -> Result<Inspector, String> {
    let profiles = profiles()?;
    inspector(profiles.get(profile).ok_or("there is no such profile")?)
}

fn profiles() -> Result<BTreeMap<String, ProfileSource>, String> {
    toml::from_str(PROFILES).map_err(|error| format!("profiles.toml: {error}"))
}

fn inspector(source: &ProfileSource) -> Result<Inspector, String> {
    let profile = Profile::new(source).map_err(|problems| {
        problems
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", ")
    })?;
    Inspector::new(profile).map_err(|error| error.to_string())
}

/// What is wrong with one case; empty where all is as expected.
///
/// Each case is looked at whole, as in a capture, and in two looks, as in a browser, which shows
/// headers after the body: both have to come to the same.
fn run_case(case: &Case, inspectors: &BTreeMap<String, Inspector>) -> Vec<String> {
    let Some(inspector) = inspectors.get(&case.profile) else {
        return vec![format!("there is no profile `{}`", case.profile)];
    };
    let request = match case.request() {
        Ok(request) => request,
        Err(problem) => return vec![problem],
    };
    let mut problems = comparison::compare(case, &inspector.inspect(&request));
    for problem in comparison::compare(case, &in_two_looks(inspector, &request)) {
        if !problems.contains(&problem) {
            problems.push(format!("headers apart: {problem}"));
        }
    }
    problems
}

fn in_two_looks(inspector: &Inspector, request: &Request<'_>) -> Verdict {
    let first = Request {
        headers: Vec::new(),
        ..request.clone()
    };
    let second = Request {
        headers: request.headers.clone(),
        ..Request::default()
    };
    inspector.weigh(request, &[inspector.look(&first), inspector.look(&second)])
}
