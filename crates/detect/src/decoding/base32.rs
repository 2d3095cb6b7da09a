//! Base32. References: RFC 4648 sections 6 and 7; Crockford's and z-base-32's alphabets as their
//! authors publish them.
//!
//! What it finds: a whole value, in either case, padded or not. What it misses: base32 in the
//! middle of other text, where words and numbers look like it.

use super::plausible::{is_plausible, is_readable};
use crate::digest::is_nibble;

/// Seven bytes, the shortest email address that people have.
const SHORTEST: usize = 12;

const ALPHABETS: [&[u8; 32]; 4] = [
    b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
    b"0123456789ABCDEFGHIJKLMNOPQRSTUV",
    b"0123456789ABCDEFGHJKMNPQRSTVWXYZ",
    b"YBNDRFG8EJKMCPQXOT1UWISZA345H769",
];

/// The value of each character of each alphabet, in either case.
static VALUES: [[Option<u8>; 256]; 4] = {
    let mut tables = [[None; 256]; 4];
    let mut at = 0;
    while at < 4 * 32 {
        let (alphabet, value) = (at / 32, at % 32);
        let character = ALPHABETS[alphabet][value];
        tables[alphabet][character as usize] = Some(value as u8);
        tables[alphabet][character.to_ascii_lowercase() as usize] = Some(value as u8);
        at += 1;
    }
    tables
};

/// Hands on what the value decodes to, if it can be what somebody encoded.
pub fn decode(bytes: &[u8], each: &mut dyn FnMut(Vec<u8>)) {
    let text = bytes.trim_ascii();
    let padding = text.iter().rev().take_while(|byte| **byte == b'=').count();
    let text = &text[..text.len() - padding];
    if text.len() < SHORTEST {
        return;
    }
    // Numbers and digests are tried in vain.
    if text.iter().all(|byte| is_nibble(*byte)) {
        return;
    }
    for values in &VALUES {
        let decoded = decode_from(text, values);
        if let Some(decoded) = decoded.filter(|bytes| is_plausible(bytes) || is_readable(bytes)) {
            return each(decoded);
        }
    }
}

/// Decodes, if every character is of the alphabet; bits over at the end are dropped.
fn decode_from(text: &[u8], values: &[Option<u8>; 256]) -> Option<Vec<u8>> {
    // Most text is of no alphabet, and needs no memory to be told so.
    if !text.iter().all(|byte| values[usize::from(*byte)].is_some()) {
        return None;
    }
    let mut out = Vec::with_capacity(text.len() / 8 * 5 + 5);
    let (mut held, mut bits) = (0u32, 0);
    for byte in text {
        held = held << 5 | u32::from(values[usize::from(*byte)]?);
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            out.push((held >> bits) as u8);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Option<String> {
        let mut one = None;
        decode(text.as_bytes(), &mut |bytes| {
            one = String::from_utf8(bytes).ok();
        });
        one
    }

    #[test]
    fn every_alphabet_is_decoded() {
        // printf jane.doe@example.com | base32, and basenc --base32hex
        let text = Some("jane.doe@example.com".to_owned());
        assert_eq!(one("NJQW4ZJOMRXWKQDFPBQW24DMMUXGG33N"), text);
        assert_eq!(one("njqw4zjomrxwkqdfpbqw24dmmuxgg33n"), text);
        assert_eq!(one("D9GMSP9ECHNMAG35F1GMQS3CCKN66RRD"), text);
        // The same groups of five bits in Crockford's alphabet.
        assert_eq!(one("D9GPWS9ECHQPAG35F1GPTW3CCMQ66VVD"), text);
        assert_eq!(one("MFYHA3DF======"), None);
        assert_eq!(one("NJQW4ZJOMRXWKQA="), Some("jane.doe@".to_owned()));
    }

    #[test]
    fn words_are_left() {
        assert_eq!(one("advertisement"), None);
        assert_eq!(one("1700000000123"), None);
    }
}
