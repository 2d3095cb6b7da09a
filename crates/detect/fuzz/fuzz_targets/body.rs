//! Any body. Run with `cargo +nightly fuzz run body` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[bytes]));
