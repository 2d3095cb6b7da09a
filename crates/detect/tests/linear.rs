//! Work grows no faster than a request: from 1 KB to 16 MB, for every shape that could make it do so. Work is counted in
//! bytes looked at, not timed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod base64;
mod posted;

use base64::base64;
use posted::{jane, posted};

/// Bytes, from 1 KB to 16 MB.
const SIZES: [usize; 5] = [1 << 10, 1 << 14, 1 << 17, 1 << 20, 1 << 24];

/// What is fixed in each look, in bytes looked at: the URL, and what is read of any body to tell what it is.
const FIXED: u64 = 1 << 10;

/// Holds the work for these sizes to so much a byte, `most`; at 1 KB it must be a quarter of that at least, so that the bound
/// is one that growth would break.
fn is_linear(shape: &str, sizes: &[usize], most: u64, body: impl Fn(usize) -> Vec<u8>) {
    for &size in sizes {
        let body = body(size);
        let length = body.len() as u64;
        assert!(
            (size as u64 / 2..size as u64 * 2).contains(&length),
            "{shape}: {length} bytes are not {size}"
        );
        let work = jane().look(&posted(&body)).work();
        assert!(
            work <= length * most + FIXED,
            "{shape}: {work} for {length} bytes"
        );
        if size == SIZES[0] {
            assert!(
                work >= length * most / 4,
                "{shape}: {work} for {length} bytes"
            );
        }
    }
}

const SENTENCE: &str = "The summer collection has arrived, with new colours & lighter fabrics. ";

/// Sentences of about that many bytes.
fn text(size: usize) -> Vec<u8> {
    SENTENCE.repeat(size.div_ceil(SENTENCE.len())).into_bytes()
}

fn percent(bytes: &[u8]) -> Vec<u8> {
    const HEX: &[u8] = b"0123456789ABCDEF";
    let mut written = Vec::with_capacity(bytes.len() * 3);
    for byte in bytes {
        if byte.is_ascii_alphanumeric() {
            written.push(*byte);
        } else {
            let digits = [byte >> 4, byte & 15].map(|digit| HEX[usize::from(digit)]);
            written.extend_from_slice(&[b'%', digits[0], digits[1]]);
        }
    }
    written
}

/// So many layers around text, which is as much shorter as they make it longer.
fn layered(layer: fn(&[u8]) -> Vec<u8>, layers: u32, size: usize) -> Vec<u8> {
    let wrap = |bytes| (0..layers).fold(bytes, |bytes: Vec<u8>, _| layer(&bytes));
    let grown = wrap(text(10_000)).len();
    wrap(text(size * 10_000 / grown))
}

#[test]
fn text_is_looked_at_in_linear_work() {
    is_linear("text", &SIZES, 3, text);
}

#[test]
fn percent_layers_are_undone_in_linear_work() {
    // The many bytes of one number of layers stand for those of the others.
    for (layers, sizes) in [(1, &SIZES[..4]), (4, &SIZES[..]), (8, &SIZES[..4])] {
        // Each layer is a view of its own, and shorter than the one around it.
        let shape = format!("{layers} layers of percent signs");
        let most = 2 + u64::from(layers);
        is_linear(&shape, sizes, most, |size| layered(percent, layers, size));
    }
}

#[test]
fn base64_layers_are_undone_in_linear_work() {
    for (layers, sizes) in [(1, &SIZES[..4]), (4, &SIZES[..])] {
        let shape = format!("{layers} layers of base64");
        // Each layer is shorter by a quarter: all of them are no more than four times the outermost.
        is_linear(&shape, sizes, 8, |size| layered(base64, layers, size));
    }
}

#[test]
fn json_of_any_depth_is_read_in_linear_work() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        is_linear(open, &SIZES, 4, |size| {
            let depth = size / (open.len() + close.len());
            format!("{}1{}", open.repeat(depth), close.repeat(depth)).into_bytes()
        });
    }
}

#[test]
fn any_number_of_parameters_is_read_in_linear_work() {
    is_linear("parameters", &SIZES, 4, |size| {
        let mut body = String::new();
        for number in 0.. {
            body.push_str(&format!("p{number}=v{number}"));
            if body.len() >= size {
                break;
            }
            body.push('&');
        }
        body.into_bytes()
    });
}

#[test]
fn what_is_repeated_is_read_in_linear_work() {
    for (open, unit, close, most) in [
        ("", "abcdefghijklmnopqrstuvwxyz0123456789_", "", 3),
        ("", "2125550142", "", 3),
        ("", "eyJhIjoiYiJ9.SmFuZQ== ", "", 3),
        ("", "{\"a\":\"Main St\"}\n", "", 5),
        ("[", "\"Springfield\",", "0]", 3),
        ("", "{[\"%7B&#123;\\u007b", "", 5),
    ] {
        is_linear(unit, &SIZES[..4], most, |size| {
            let units = unit.repeat(size.div_ceil(unit.len()));
            format!("{open}{units}{close}").into_bytes()
        });
    }
}
