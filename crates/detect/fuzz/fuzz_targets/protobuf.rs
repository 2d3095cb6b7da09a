//! Protocol Buffers, behind the first field. Run with `cargo +nightly fuzz run protobuf` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[b"\x0a\x02\xffa", bytes]));
