//! Query strings, behind the first name. Run with `cargo +nightly fuzz run query` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[b"a=", bytes]));
