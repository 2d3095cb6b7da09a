//! Percent signs, references, backslashes and code points, beside one of each. Run with `cargo +nightly fuzz run escapes` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[b"%u0040 &#64; \\u{40} U+0040 =40", bytes]));
