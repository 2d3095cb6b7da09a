//! What is handed over on purpose is expected; its twin on the same host or of the same organisation alarms.

#[test]
fn every_flow_is_expected_and_every_twin_alarms() {
    let outcome = leaklight_corpus::run_flows();
    assert!(
        outcome.failures.is_empty(),
        "{} problems:\n{}",
        outcome.failures.len(),
        outcome.failures.join("\n")
    );
    assert_eq!(outcome.cases, leaklight_corpus::FLOWS);
}
