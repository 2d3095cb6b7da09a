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

#[test]
fn every_address_is_found_in_every_spelling_and_no_neighbour_is() {
    let outcome = leaklight_corpus::run_addresses();
    assert!(
        outcome.failures.is_empty(),
        "{} failures:\n{}",
        outcome.failures.len(),
        outcome.failures.join("\n")
    );
    assert_eq!(outcome.cases, leaklight_corpus::ADDRESSES);
}
