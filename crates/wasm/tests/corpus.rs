//! The corpus, in the browser's own WebAssembly.
#![cfg(target_arch = "wasm32")]

use leaklight_corpus::{ADDRESSES, CASES, FLOWS, run, run_addresses, run_flows};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

// A worker, as in Chromium's background.
wasm_bindgen_test_configure!(run_in_dedicated_worker);

#[wasm_bindgen_test]
fn every_case_of_the_corpus_holds() {
    run().assert(CASES);
}

#[wasm_bindgen_test]
fn every_flow_is_expected_and_every_twin_alarms() {
    run_flows().assert(FLOWS);
}

#[wasm_bindgen_test]
fn every_address_is_found_in_every_spelling_and_no_neighbour_is() {
    run_addresses().assert(ADDRESSES);
}
