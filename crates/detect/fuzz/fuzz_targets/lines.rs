//! Lines and envelopes, behind the first line. Run with `cargo +nightly fuzz run lines` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[b"{\"length\":9}\n", bytes]));
