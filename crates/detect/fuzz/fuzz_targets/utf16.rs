//! UTF-16, behind its mark. Run with `cargo +nightly fuzz run utf16` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[b"\xff\xfe", bytes]));
