//! Taking off the layers that a sender put around its text, one by one, and putting them on again.

use super::visitor::Swap;
use crate::figures::encode;
use base64::Engine;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::io::{Read, Write};

/// The bytes with one person's details in another's place, at whatever depth they stand.
pub fn rewrite(bytes: &[u8], swap: &mut Swap) -> Vec<u8> {
    if bytes.starts_with(&[0x1f, 0x8b])
        && let Some(inner) = gunzip(bytes)
    {
        return gzip(&rewrite(&inner, swap)).unwrap_or_default();
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return bytes.to_vec();
    };
    if text.starts_with("------") && text.contains("Content-Disposition: form-data") {
        return multipart(text, swap).into_bytes();
    }
    rewrite_text(text, swap).into_bytes()
}

fn rewrite_text(text: &str, swap: &mut Swap) -> String {
    if (text.starts_with("H4sI") || text.starts_with("eyJ"))
        && let Some(inner) = base64(text)
    {
        let inner = rewrite(&inner, swap);
        // Whoever leaves the padding off takes the other alphabet, too.
        return if text.starts_with("eyJ") {
            encode::base64(&inner, encode::URL_SAFE, false)
        } else {
            encode::base64(&inner, encode::STANDARD, true)
        };
    }
    if text.starts_with(['{', '[']) {
        return json(text, swap);
    }
    if let Some(("http" | "https", _)) = text.split_once("://")
        && let Some((place, query)) = text.split_once('?')
    {
        return format!("{place}?{}", rewrite_query(query, swap));
    }
    if is_query(text) {
        return rewrite_query(text, swap);
    }
    swap.text(text)
}

fn is_query(text: &str) -> bool {
    let key = text.split('=').next().unwrap_or_default();
    key.len() < text.len()
        && !key.is_empty()
        && !text.contains([' ', '\n'])
        && key
            .chars()
            .all(|letter| letter.is_ascii_alphanumeric() || "_.[]-".contains(letter))
}

fn rewrite_query(query: &str, swap: &mut Swap) -> String {
    let pairs: Vec<String> = query
        .split('&')
        .map(|pair| {
            let Some((name, value)) = pair.split_once('=') else {
                return pair.to_owned();
            };
            let plain = unpercent(&value.replace('+', " "));
            let inner = rewrite_text(&plain, swap);
            if inner == plain {
                return pair.to_owned();
            }
            let value = if value.contains('+') {
                encode::form(inner.as_bytes())
            } else {
                encode::percent(inner.as_bytes())
            };
            format!("{name}={value}")
        })
        .collect();
    pairs.join("&")
}

/// Every string of a JSON text, its names left alone.
fn json(text: &str, swap: &mut Swap) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(start) = rest.find('"') {
        out.push_str(&rest[..start]);
        let length = string_length(&rest[start..]);
        let literal = &rest[start..start + length];
        rest = &rest[start + length..];
        let string: String = serde_json::from_str(literal).unwrap_or_default();
        let inner = if rest.starts_with(':') {
            string.clone()
        } else {
            rewrite_text(&string, swap)
        };
        if inner == string {
            out.push_str(literal);
        } else {
            out.push_str(&encode::json_string(&inner, false));
        }
    }
    out.push_str(rest);
    out
}

/// Length of the JSON string that a text begins with.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn multipart(text: &str, swap: &mut Swap) -> String {
    let boundary = text.lines().next().unwrap_or_default();
    let parts: Vec<String> = text
        .split(boundary)
        .map(|part| match part.split_once("\r\n\r\n") {
            Some((head, body)) => {
                let body = body.strip_suffix("\r\n").unwrap_or(body);
                format!("{head}\r\n\r\n{}\r\n", rewrite_text(body, swap))
            }
            None => part.to_owned(),
        })
        .collect();
    parts.join(boundary)
}

/// Base64 of either alphabet; none where it is something else.
pub fn base64(text: &str) -> Option<Vec<u8>> {
    let config = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let alphabet = if text.contains(['-', '_']) {
        &URL_SAFE
    } else {
        &STANDARD
    };
    GeneralPurpose::new(alphabet, config).decode(text).ok()
}

fn unpercent(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let digits = text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

fn gunzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut out).ok()?;
    Some(out)
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}
