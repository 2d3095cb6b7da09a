//! zlib, behind its header; raw deflate is the same data without. Run with `cargo +nightly fuzz run zlib` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[b"x\x9c", bytes]));
