//! Multipart forms, behind the first boundary. Run with `cargo +nightly fuzz run multipart` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[
    b"--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n",
    bytes
]));
