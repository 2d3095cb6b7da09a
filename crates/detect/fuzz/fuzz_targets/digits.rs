//! Base16, base32, base58 and base64, as a whole value of their characters. Run with `cargo +nightly fuzz run digits` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::digits;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| digits(bytes));
