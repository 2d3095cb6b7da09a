//! Whatever the bytes: no panic. Run with `cargo +nightly fuzz run list` in crates/capture.

#![no_main]

use leaklight_capture::{Capture, Format};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let capture = Capture::from_bytes(Format::RequestList, bytes.to_vec());
    let _skips = capture.read(|item| drop(item));
});
