//! The corpus, natively.

#[test]
fn every_case_of_the_corpus_holds() {
    let outcome = leaklight_corpus::run();
    assert!(
        outcome.failures.is_empty(),
        "{} failures:\n{}",
        outcome.failures.len(),
        outcome.failures.join("\n")
    );
    assert_eq!(outcome.cases, leaklight_corpus::CASES);
}
