//! Encodings and compressions, bytes in and bytes out.

use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use std::io::Write;

pub fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut column = 0;
    for byte in bytes {
        let piece = match byte {
            b'=' => "=3D".to_owned(),
            b' '..=b'~' if byte.is_ascii_alphanumeric() => char::from(*byte).to_string(),
            _ => format!("={byte:02X}"),
        };
        if column + piece.len() > 75 {
            out.extend_from_slice(b"=\r\n");
            column = 0;
        }
        column += piece.len();
        out.extend_from_slice(piece.as_bytes());
    }
    out
}

pub fn alphabet(last: &[u8; 2]) -> Vec<u8> {
    (b'A'..=b'Z')
        .chain(b'a'..=b'z')
        .chain(b'0'..=b'9')
        .chain(*last)
        .collect()
}

pub fn bits(bytes: &[u8], width: usize, alphabet: &[u8], group: usize) -> Vec<u8> {
    let bits: Vec<u8> = bytes
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |at| byte >> at & 1))
        .collect();
    let mut out: Vec<u8> = bits
        .chunks(width)
        .map(|chunk| {
            let value = (0..width).fold(0, |value, at| {
                value << 1 | usize::from(chunk.get(at).copied().unwrap_or(0))
            });
            alphabet[value]
        })
        .collect();
    while !out.len().is_multiple_of(group) {
        out.push(b'=');
    }
    out
}

pub fn base58(bytes: &[u8]) -> Vec<u8> {
    const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut digits: Vec<u32> = vec![0];
    for byte in bytes {
        let mut carry = u32::from(*byte);
        for digit in &mut digits {
            carry += *digit << 8;
            *digit = carry % 58;
            carry /= 58;
        }
        while carry > 0 {
            digits.push(carry % 58);
            carry /= 58;
        }
    }
    digits
        .iter()
        .rev()
        .map(|digit| ALPHABET[*digit as usize])
        .collect()
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let options = brotli::enc::BrotliEncoderParams::default();
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &options).unwrap();
    out
}

pub fn zstd(bytes: &[u8]) -> Vec<u8> {
    zstd::encode_all(bytes, 3).unwrap()
}
