//! Encoders, written out: the figures' own, and what is made of them here.

pub use leaklight_corpus::figures::encode::{
    STANDARD, URL_SAFE, base64, hex, percent, percent_all,
};

use flate2::{Compression, write::GzEncoder, write::ZlibEncoder};
use leaklight_corpus::figures::encode;
use std::fmt::Write as _;
use std::io::Write as _;

pub fn html(bytes: &[u8]) -> String {
    text(bytes)
        .chars()
        .fold(String::new(), |mut text, character| {
            let _ = write!(text, "&#{};", u32::from(character));
            text
        })
}

pub fn json_string(bytes: &[u8]) -> String {
    encode::json_string(&text(bytes), true)
}

/// Bytes as text; as one character a byte where they are none.
fn text(bytes: &[u8]) -> String {
    std::str::from_utf8(bytes).map_or_else(
        |_| bytes.iter().copied().map(char::from).collect(),
        str::to_owned,
    )
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}
