//! Encoders of text, written out.

use std::fmt::Write as _;

/// RFC 4648, 4.
pub const STANDARD: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
/// RFC 4648, 5.
pub const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Some trackers' own.
pub const DASHED: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-";

/// In one of these alphabets.
pub fn base64(bytes: &[u8], alphabet: &[u8; 64], padded: bool) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 4);
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

/// RFC 4648, 6.
pub fn base32(bytes: &[u8], padded: bool) -> String {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut text = String::new();
    for group in bytes.chunks(5) {
        let mut bits = [0; 8];
        bits[3..3 + group.len()].copy_from_slice(group);
        let bits = u64::from_be_bytes(bits);
        let letters = (group.len() * 8).div_ceil(5);
        for place in 0..8 {
            if place < letters {
                text.push(char::from(
                    ALPHABET[(bits >> (35 - 5 * place)) as usize & 31],
                ));
            } else if padded {
                text.push('=');
            }
        }
    }
    text
}

/// Bitcoin's alphabet.
pub fn base58(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 58] = b"123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut digits: Vec<u32> = Vec::new();
    for &byte in bytes {
        let mut carry = u32::from(byte);
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
    let zeros = bytes.iter().take_while(|byte| **byte == 0).count();
    let ones = std::iter::repeat_n('1', zeros);
    ones.chain(
        digits
            .iter()
            .rev()
            .map(|digit| char::from(ALPHABET[*digit as usize])),
    )
    .collect()
}

/// Two digits a byte.
pub fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// As encodeURIComponent has it.
pub fn percent(bytes: &[u8]) -> String {
    percent_but(bytes, b"-_.!~*'()")
}

/// As a form has it: spaces as `+`.
pub fn form(bytes: &[u8]) -> String {
    percent_but(bytes, b"-_.* ").replace(' ', "+")
}

/// As a server's template or a careless tag has it: only what would end a parameter.
pub fn percent_but(bytes: &[u8], kept: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len()), |mut text, &byte| {
            if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
                text.push(char::from(byte));
            } else {
                let _ = write!(text, "%{byte:02X}");
            }
            text
        })
}

/// Every byte as `%xx`.
pub fn percent_all(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 3), |mut text, byte| {
            let _ = write!(text, "%{byte:02x}");
            text
        })
}

/// JavaScript's escape().
pub fn percent_u(text: &str) -> String {
    text.encode_utf16().fold(String::new(), |mut out, unit| {
        match u8::try_from(unit) {
            Ok(byte) if byte.is_ascii_alphanumeric() || b"@*_+-./".contains(&byte) => {
                out.push(char::from(byte))
            }
            Ok(byte) => {
                let _ = write!(out, "%{byte:02X}");
            }
            Err(_) => {
                let _ = write!(out, "%u{unit:04X}");
            }
        }
        out
    })
}

/// A JSON string with its quotation marks; what is above ASCII escaped or not.
pub fn json_string(text: &str, ascii: bool) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            ' '..='~' => out.push(character),
            _ if character >= '\u{a0}' && !ascii => out.push(character),
            _ => {
                let mut units = [0; 2];
                for unit in character.encode_utf16(&mut units) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
        }
    }
    out.push('"');
    out
}

/// Bytes as a JSON string of one character a byte, as `String.fromCharCode` makes one of a compressor's output.
pub fn json_latin1(bytes: &[u8]) -> String {
    let text: String = bytes.iter().copied().map(char::from).collect();
    json_string(&text, false)
}

/// RFC 2045, 6.7.
pub fn quoted_printable(bytes: &[u8]) -> String {
    let mut out = String::new();
    let mut column = 0;
    for &byte in bytes {
        if column >= 72 {
            out.push_str("=\r\n");
            column = 0;
        }
        if (b'!'..=b'~').contains(&byte) && byte != b'=' || byte == b' ' {
            out.push(char::from(byte));
            column += 1;
        } else {
            let _ = write!(out, "={byte:02X}");
            column += 3;
        }
    }
    out
}
