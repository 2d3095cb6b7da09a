//! MessagePack, inside of a map. Run with `cargo +nightly fuzz run msgpack` in crates/detect.

#![no_main]

use leaklight_detect_fuzz::body;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| body(&[b"\x83\xa1a", bytes]));
