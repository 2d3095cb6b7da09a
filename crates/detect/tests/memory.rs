//! What a look at a large body takes of memory, as the system counts it. A test of its own, since
//! it is the whole program that is counted.
#![cfg(target_os = "linux")]
#![allow(clippy::expect_used, reason = "a test fails by panicking")]

mod posted;

use posted::{jane, posted};

/// The most memory that this program had at once, in bytes (proc(5), `VmHWM`).
fn peak() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux has it");
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    kilobytes.expect("a number of kB") << 10
}

#[test]
fn a_large_body_takes_no_more_than_as_much_again() {
    let detector = jane();
    // Words, escapes and encoded text, in JSON: what is copied in the most ways.
    let piece = "{\"text\":\"so \\u0041nd %20 so\",\"blob\":\"c28gYW5kIHNvIG9u\",\"n\":[1,2,3]},";
    let body = format!("[{}1]", piece.repeat((12 << 20) / piece.len()));
    let size = body.len();
    let request = posted(body.as_bytes());
    let before = peak();
    let look = detector.look(&request);
    let taken = peak() - before;
    assert!(!look.found());
    assert!(taken < size, "{} MB", taken >> 20);
}
