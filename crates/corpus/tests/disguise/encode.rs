//! Encoders, written out.

use flate2::{Compression, write::GzEncoder, write::ZlibEncoder};
use std::fmt::Write as _;
use std::io::Write as _;

pub const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
pub const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

pub fn base64(bytes: &[u8], alphabet: &[u8; 64], padded: bool) -> String {
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let mut bits = [0; 3];
        bits[..group.len()].copy_from_slice(group);
        let bits = u32::from_be_bytes([0, bits[0], bits[1], bits[2]]);
        for place in 0..4 {
            if place <= group.len() {
                text.push(char::from(
                    alphabet[(bits >> (18 - 6 * place)) as usize & 63],
                ));
            } else if padded {
                text.push('=');
            }
        }
    }
    text
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// As encodeURIComponent has it.
pub fn percent(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, &byte| {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
        text
    })
}

pub fn percent_all(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "%{byte:02x}");
        text
    })
}

pub fn html(bytes: &[u8]) -> String {
    characters(bytes).fold(String::new(), |mut text, character| {
        let _ = write!(text, "&#{};", u32::from(character));
        text
    })
}

pub fn json_string(bytes: &[u8]) -> String {
    let escaped = characters(bytes).fold(String::new(), |mut text, character| {
        match character {
            '"' | '\\' => {
                text.push('\\');
                text.push(character);
            }
            ' '..='~' => text.push(character),
            _ => {
                let _ = write!(text, "\\u{:04x}", u32::from(character));
            }
        }
        text
    });
    format!("\"{escaped}\"")
}

/// Text's characters; one a byte where there is no text. All are below U+10000.
fn characters(bytes: &[u8]) -> impl Iterator<Item = char> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.chars().collect::<Vec<_>>(),
        Err(_) => bytes.iter().copied().map(char::from).collect(),
    }
    .into_iter()
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
