//! Pieces with their lengths, behind the first. Run with `cargo +nightly fuzz run prefixed` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[b"\0\0\0\x02ab", bytes]));
