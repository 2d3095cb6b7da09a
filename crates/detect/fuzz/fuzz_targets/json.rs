//! JSON, from its second byte on. Run with `cargo +nightly fuzz run json` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[b"{\"", bytes]));
