//! Base58. Reference: draft-msporny-base58, and the alphabets of Flickr and Ripple.
//!
//! What it finds: a whole value. What it misses: values beyond [`LONGEST`], since the number that a
//! value spells is decoded as a whole, at a cost that grows with the square of its length.

use super::plausible::{is_plausible, is_readable};

/// Seven bytes.
pub const SHORTEST: usize = 9;
/// 750 bytes, at about a hundred steps a byte: more than anybody puts into a number.
const LONGEST: usize = 1024;

const ALPHABETS: [&[u8; 58]; 3] = [
    b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz",
    b"123456789abcdefghijkmnopqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ",
    b"rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz",
];

/// The value of each character of each alphabet.
static VALUES: [[Option<u8>; 256]; 3] = {
    let mut tables = [[None; 256]; 3];
    let mut at = 0;
    while at < 3 * 58 {
        let (alphabet, value) = (at / 58, at % 58);
        tables[alphabet][ALPHABETS[alphabet][value] as usize] = Some(value as u8);
        at += 1;
    }
    tables
};

/// Hands on what the value decodes to, if it can be what somebody encoded; none if it is too long.
pub fn decode(bytes: &[u8], each: &mut dyn FnMut(Option<Vec<u8>>)) {
    let text = bytes.trim_ascii();
    if text.len() < SHORTEST || !looks_like(text) {
        return;
    }
    if text.len() > LONGEST {
        return each(None);
    }
    for values in &VALUES {
        let decoded = decode_from(text, values);
        if let Some(decoded) = decoded.filter(|bytes| is_plausible(bytes) || is_readable(bytes)) {
            return each(Some(decoded));
        }
    }
}

/// Words are of one case and tokens have a zero: neither is worth a try.
fn looks_like(text: &[u8]) -> bool {
    text.iter()
        .all(|byte| byte.is_ascii_alphanumeric() && !b"0OIl".contains(byte))
        && text.iter().any(u8::is_ascii_lowercase)
        && text.iter().any(u8::is_ascii_uppercase)
}

fn decode_from(text: &[u8], values: &[Option<u8>; 256]) -> Option<Vec<u8>> {
    // The number in base 2^32, its lowest digit first.
    let mut number: Vec<u32> = Vec::with_capacity(text.len() / 5 + 1);
    for byte in text {
        let mut carry = u64::from(values[usize::from(*byte)]?);
        for digit in &mut number {
            let value = u64::from(*digit) * 58 + carry;
            *digit = value as u32;
            carry = value >> 32;
        }
        if carry > 0 {
            number.push(carry as u32);
        }
    }
    let bytes = number.iter().rev().flat_map(|digit| digit.to_be_bytes());
    Some(bytes.skip_while(|byte| *byte == 0).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_alphabet_is_decoded() {
        let mut all = Vec::new();
        let mut each = |decoded: Option<Vec<u8>>| {
            all.push(decoded.map(|bytes| String::from_utf8(bytes).unwrap()))
        };
        // draft-msporny-base58-03, section 5, and the same digits in Flickr's alphabet.
        decode(b"2NEpo7TZRRrLZSi2U", &mut each);
        decode(b"2nePN7syqqRkyrH2t", &mut each);
        decode(b"2NEpo7TZRRrLZSi2U".repeat(70).as_slice(), &mut each);
        decode(b"advertisement", &mut each);
        decode(b"buttonFeatures", &mut each);
        assert_eq!(
            all,
            [
                Some("Hello World!".to_owned()),
                Some("Hello World!".to_owned()),
                None
            ]
        );
    }
}
