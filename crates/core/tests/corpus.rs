//! The corpus, natively.

use leaklight_corpus::{ADDRESSES, CASES, run, run_addresses};

#[test]
fn every_case_of_the_corpus_holds() {
    run().assert(CASES);
}

#[test]
fn every_address_is_found_in_every_spelling_and_no_neighbour_is() {
    run_addresses().assert(ADDRESSES);
}
