//! lz-string's compressor, after its documented format: an LZ78 whose codes grow by a bit, packed into
//! units of 6 bits (base64, URI) or 16 bits (bytes).

use std::collections::{HashMap, HashSet};

const BASE64: &[u8; 65] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";
const URI: &[u8; 65] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-$";

/// `compressToBase64`.
pub fn base64(text: &str) -> String {
    let mut out: String = units(text, 6)
        .iter()
        .map(|unit| char::from(BASE64[usize::from(*unit)]))
        .collect();
    while !out.len().is_multiple_of(4) {
        out.push('=');
    }
    out
}

/// `compressToEncodedURIComponent`.
pub fn uri(text: &str) -> String {
    units(text, 6)
        .iter()
        .map(|unit| char::from(URI[usize::from(*unit)]))
        .collect()
}

/// `compressToUint8Array`: 16-bit units, the higher byte first.
pub fn bytes(text: &str) -> Vec<u8> {
    units(text, 16)
        .iter()
        .flat_map(|unit| unit.to_be_bytes())
        .collect()
}

/// `compressToUTF16`: 15 bits a character, above the control characters, and a space at the end.
pub fn utf16(text: &str) -> String {
    let characters = units(text, 15)
        .into_iter()
        .map(|unit| char::from_u32(u32::from(unit) + 32).unwrap_or(' '));
    characters.chain([' ']).collect()
}

/// Bits in units of some width.
struct Bits {
    width: u32,
    units: Vec<u16>,
    unit: u16,
    filled: u32,
}

impl Bits {
    fn bit(&mut self, bit: u32) {
        self.unit = self.unit << 1 | bit as u16;
        self.filled += 1;
        if self.filled == self.width {
            self.units.push(self.unit);
            (self.unit, self.filled) = (0, 0);
        }
    }

    /// The lowest bit first.
    fn number(&mut self, mut number: u32, bits: u32) {
        for _ in 0..bits {
            self.bit(number & 1);
            number >>= 1;
        }
    }
}

struct Codes {
    bits: Bits,
    /// Words of the dictionary by their UTF-16 units.
    words: HashMap<Vec<u16>, u32>,
    /// Characters that were not yet written in full.
    fresh: HashSet<u16>,
    size: u32,
    width: u32,
    /// Codes until they grow by a bit.
    left: u32,
}

impl Codes {
    fn grow(&mut self) {
        self.left -= 1;
        if self.left == 0 {
            self.left = 1 << self.width;
            self.width += 1;
        }
    }

    fn write(&mut self, word: &[u16]) {
        match word.first() {
            Some(&unit) if word.len() == 1 && self.fresh.remove(&unit) => {
                // Code 0 is a character of 8 bits, code 1 one of 16.
                let (code, bits) = if unit < 256 { (0, 8) } else { (1, 16) };
                self.bits.number(code, self.width);
                self.bits.number(u32::from(unit), bits);
                self.grow();
            }
            _ => {
                let code = self.words.get(word).copied().unwrap_or_default();
                self.bits.number(code, self.width);
            }
        }
        self.grow();
    }
}

fn units(text: &str, width: u32) -> Vec<u16> {
    let bits = Bits {
        width,
        units: Vec::new(),
        unit: 0,
        filled: 0,
    };
    let mut codes = Codes {
        bits,
        words: HashMap::new(),
        fresh: HashSet::new(),
        size: 3,
        width: 2,
        left: 2,
    };
    let mut word: Vec<u16> = Vec::new();
    for unit in text.encode_utf16() {
        if !codes.words.contains_key(&[unit][..]) {
            codes.words.insert(vec![unit], codes.size);
            codes.size += 1;
            codes.fresh.insert(unit);
        }
        let longer = [&word[..], &[unit]].concat();
        if codes.words.contains_key(&longer) {
            word = longer;
            continue;
        }
        codes.write(&word);
        codes.words.insert(longer, codes.size);
        codes.size += 1;
        word = vec![unit];
    }
    if !word.is_empty() {
        codes.write(&word);
    }
    // Code 2 ends the stream.
    let width = codes.width;
    codes.bits.number(2, width);
    // A whole unit where nothing is left to fill, as the original has it.
    codes.bits.bit(0);
    while codes.bits.filled > 0 {
        codes.bits.bit(0);
    }
    codes.bits.units
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::encode::hex;

    /// What lz-string 1.5.0 of npm makes of these texts.
    #[test]
    fn compressed_as_the_original_does() {
        let json =
            "{\"email\":\"jane.doe@example.com\",\"name\":\"Jörg Müller\",\"x\":[1,2,3,1,2,3]}";
        assert_eq!(base64("a"), "IZA=");
        assert_eq!(base64("hello hello hello"), "BYUwNmD2AEoTcpA=");
        assert_eq!(
            uri(json),
            "N4IgpgtghglgNiAXCAVlAdmAdAEwPZgACYAHlBAA5zYDGeEIANCOuWEiAFIBvATgOYACALIAfuNV5MQJJAG0AjIwBMjAMyMlqtQF0AvkA"
        );
        assert_eq!(base64("😀 emoji ő"), "rwbgA9gECmC2D2BWBLMhFQCA");
        assert_eq!(hex(&bytes("hello hello hello")), "0585303660f6004a13729000");
        assert_eq!(hex(utf16("a").as_bytes()), "e183a820");
    }
}
