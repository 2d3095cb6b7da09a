//! Lists of pairs, behind the first pair. Run with `cargo +nightly fuzz run pairs` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[b"a:b|", bytes]));
