//! The `Cookie` header and another one. Run with `cargo +nightly fuzz run cookie` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::headers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| headers(bytes));
