//! What is handed over on purpose is expected; its twin on the same host or of the same organisation alarms.

use leaklight_corpus::{FLOWS, run_flows};

#[test]
fn every_flow_is_expected_and_every_twin_alarms() {
    run_flows().assert(FLOWS);
}
