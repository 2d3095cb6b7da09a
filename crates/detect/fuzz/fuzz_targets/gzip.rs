//! gzip, behind its first three bytes. Run with `cargo +nightly fuzz run gzip` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[b"\x1f\x8b\x08", bytes]));
