//! Any URL. Run with `cargo +nightly fuzz run url` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::url;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| url(bytes));
