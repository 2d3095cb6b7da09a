//! lz-string as bytes, behind a first literal. Run with `cargo +nightly fuzz run lz_string` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[b"\x37\x80", bytes]));
