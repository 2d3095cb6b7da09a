//! The corpus, in the browser's own WebAssembly.
#![cfg(target_arch = "wasm32")]

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

// A worker, as in Chromium's background.
wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
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

#[wasm_bindgen_test]
fn every_flow_is_expected_and_every_twin_alarms() {
    let outcome = leaklight_corpus::run_flows();
    assert!(
        outcome.failures.is_empty(),
        "{} failures:\n{}",
        outcome.failures.len(),
        outcome.failures.join("\n")
    );
    assert_eq!(outcome.cases, leaklight_corpus::FLOWS);
}

#[wasm_bindgen_test]
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
