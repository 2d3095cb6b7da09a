//! How draws are made and verdicts read, for every property.

use leaklight_core::{Confidence, Verdict};
use proptest::test_runner::{Config, RngSeed};

/// Any number will do; that it stays the same is what counts.
const SEED: u64 = 20_260_105;

/// As many draws as asked for, the same at each run; `PROPTEST_CASES` asks for more of them,
/// `PROPTEST_RNG_SEED` for others.
pub fn config(cases: u32) -> Config {
    let asked = Config::default();
    let rng_seed = match asked.rng_seed {
        RngSeed::Random => RngSeed::Fixed(SEED),
        fixed @ RngSeed::Fixed(_) => fixed,
    };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() {
        asked.cases
    } else {
        cases
    };
    Config {
        cases,
        rng_seed,
        failure_persistence: None,
        ..asked
    }
}

/// The identifiers that are worth a warning.
pub fn warned_of(verdict: &Verdict) -> Vec<&str> {
    let worth_a_warning = verdict
        .findings
        .iter()
        .filter(|finding| finding.confidence >= Confidence::Likely);
    worth_a_warning
        .map(|finding| finding.identifier.id.as_str())
        .collect()
}
