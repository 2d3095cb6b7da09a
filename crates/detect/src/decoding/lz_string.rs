//! lz-string, a compressor that pages use for what they keep in strings. Reference: the author's
//! description at pieroxy.net/blog/pages/lz-string, and what `lz-string` 1.5 of npm writes.
//!
//! What it finds: the outputs as base64, for URLs, as bytes and as UTF-16, whole values only.
//! What it misses: output that is cut off, since its end is what tells it from other text.

use leaklight_fold::Kinds;

/// Kinds of the characters that the outputs for text consist of, white space around them included.
pub const KINDS: Kinds = Kinds::WORD
    .or(Kinds::PLUS)
    .or(Kinds::SLASH)
    .or(Kinds::HYPHEN)
    .or(Kinds::EQUALS)
    .or(Kinds::DOLLAR)
    .or(Kinds::BLANK);

/// Bits that a literal character of each width has.
const NARROW: u32 = 8;
const WIDE: u32 = 16;
/// Codes: a literal of eight bits follows, one of sixteen, and the end.
const NARROW_FOLLOWS: usize = 0;
const WIDE_FOLLOWS: usize = 1;
const END: usize = 2;
/// What is no such code is an entry's.
const FIRST_ENTRY: usize = 3;
/// So many characters have to come out at least: the shortest that anybody looks for.
const SHORTEST: usize = 4;

/// What came out, and whether there was more than was allowed.
pub type Decompressed = (Vec<u8>, bool);

/// Decompresses text that consists of one of the alphabets, up to `most` bytes.
pub fn from_text(text: &[u8], most: usize) -> Option<Decompressed> {
    let text = text.trim_ascii();
    let padding = text.iter().rev().take_while(|byte| **byte == b'=').count();
    let text = &text[..text.len() - padding];
    if text.len() < SHORTEST || text.iter().any(|byte| base64(*byte).is_none()) {
        return None;
    }
    decompress(text.iter().map(|byte| base64(*byte).unwrap_or(0)), 6, most)
}

/// Decompresses bytes of which each two make up a unit, high byte first.
pub fn from_bytes(bytes: &[u8], most: usize) -> Option<Decompressed> {
    let units = bytes.chunks(2);
    let units = units.map(|pair| u16::from_be_bytes([pair[0], *pair.get(1).unwrap_or(&0)]));
    decompress(units, 16, most)
}

/// Decompresses the characters of a string: fifteen bits each, from U+0020 on, or all sixteen.
pub fn from_characters(text: &str, most: usize) -> Option<Decompressed> {
    let units = || text.encode_utf16();
    let of_fifteen_bits = units().all(|unit| (0x20..0x8020).contains(&unit));
    let fifteen = of_fifteen_bits
        .then(|| decompress(units().map(|unit| unit - 0x20), 15, most))
        .flatten();
    fifteen.or_else(|| decompress(units(), 16, most))
}

#[inline(always)]
fn base64(byte: u8) -> Option<u16> {
    Some(u16::from(VALUES[usize::from(byte)])).filter(|value| *value < 64)
}

/// The value of each character; 255 for what is none.
static VALUES: [u8; 256] = {
    let mut values = [255; 256];
    let mut byte = 0;
    while byte < 256 {
        if let Some(value) = value(byte as u8) {
            values[byte] = value;
        }
        byte += 1;
    }
    values
};

/// A character's six bits: the standard alphabet, or the one for URLs, which ends in `+-` and pads
/// with `$`. A form makes a space of its `+`.
const fn value(byte: u8) -> Option<u8> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b' ' => 62,
        b'/' | b'-' => 63,
        b'$' => 0,
        _ => return None,
    };
    Some(value)
}

/// Bits of units, the highest of a unit first; codes have their lowest bit first.
struct Bits<I> {
    units: I,
    width: u32,
    unit: u16,
    left: u32,
    ended: bool,
}

impl<I: Iterator<Item = u16>> Bits<I> {
    fn take(&mut self, count: u32) -> Option<usize> {
        let mut value = 0;
        for bit in 0..count {
            if self.left == 0 {
                self.unit = match self.units.next() {
                    Some(unit) => unit,
                    // UTF-16 output ends in a space, which is trimmed where space is.
                    None if !self.ended => {
                        self.ended = true;
                        0
                    }
                    None => return None,
                };
                self.left = self.width;
            }
            self.left -= 1;
            value |= usize::from(self.unit >> self.left & 1) << bit;
        }
        Some(value)
    }
}

/// Decompresses; none where the units are not of lz-string, whose output ends with its own code in
/// the last unit. Every entry of the dictionary is a stretch of what came out before, so that
/// memory is bounded by the input and `most`.
fn decompress(units: impl Iterator<Item = u16>, width: u32, most: usize) -> Option<Decompressed> {
    let mut bits = Bits {
        units,
        width,
        unit: 0,
        left: 0,
        ended: false,
    };
    let mut out: Vec<u16> = Vec::new();
    // Where each entry starts and how long it is.
    let mut entries: Vec<(usize, usize)> = Vec::new();
    let mut previous: Option<(usize, usize)> = None;
    let (mut width, mut until_wider) = (2, 1usize);
    let cut = loop {
        let code = bits.take(width)?;
        let start = out.len();
        let literal = match code {
            NARROW_FOLLOWS => Some(NARROW),
            WIDE_FOLLOWS => Some(WIDE),
            END => break false,
            _ => None,
        };
        if let Some(literal) = literal {
            let unit = bits.take(literal)? as u16;
            if unit < u16::from(b' ') && !matches!(unit, 0x09 | 0x0a | 0x0d) {
                return None;
            }
            out.push(unit);
            entries.push((start, 1));
            if previous.is_some() {
                wider(&mut width, &mut until_wider);
            }
        } else {
            // The newest entry is the one that this code completes.
            let number = code - FIRST_ENTRY;
            let (from, length) = match entries.get(number) {
                Some(entry) => *entry,
                None if number == entries.len() => {
                    previous.map(|(from, length)| (from, length + 1))?
                }
                None => return None,
            };
            if out.len() + length > most {
                break true;
            }
            for at in from..from + length {
                out.push(out[at]);
            }
        }
        match previous {
            Some((from, length)) => {
                entries.push((from, length + 1));
                wider(&mut width, &mut until_wider);
            }
            // The first code has two bits, and the next has three.
            None => (width, until_wider) = (3, 4),
        }
        previous = Some((start, out.len() - start));
        if out.len() > most {
            break true;
        }
    };
    let ended = cut || bits.units.next().is_none_or(|unit| unit == 0);
    let mut text = String::from_utf16_lossy(&out).into_bytes();
    let cut = cut || text.len() > most;
    text.truncate(most);
    (ended && out.len() >= SHORTEST).then_some((text, cut))
}

/// Counts an entry: codes grow by a bit when the entries need it.
fn wider(width: &mut u32, until_wider: &mut usize) {
    *until_wider -= 1;
    if *until_wider == 0 {
        *until_wider = 1 << *width;
        *width += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::known::bytes;
    use super::*;

    // Written by lz-string 1.5.0 of npm.
    const TEXT: &str = r#"{"email":"jane.doe@example.com","n":"aaaaaaaaaaaaaaaa Łódź"}"#;
    const BASE64: &str =
        "N4IgpgtghglgNiAXCAVlAdmAdAEwPZgACYAHlBAA5zYDGeEIANCOkiFB5191AASCCgAGecgL0AQAXyA=";
    const BYTES: &str = "378220a60b6086096036201708056501d9807401303d9800098007941000e7360319e108
                         00d08e922141e75f750004820a000679c80bd004005f2000";
    const UTF16: &str = "e1afa1e0a189e4868ce0a280e4aca1e5a2a0e2b8b0d685c48ce680bd46cfb9e480a0e298a0e0bd88
                         e180a0e78ebbc3a6e3b1812dd294e4a2a5cfaee5be9522e282a2e480a0e69ebce481bee480b0c39e
                         e280a020";

    fn text(decompressed: Option<Decompressed>) -> Option<String> {
        decompressed.map(|(bytes, _)| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn every_output_is_decompressed() {
        let found = Some(TEXT.to_owned());
        assert_eq!(text(from_text(BASE64.as_bytes(), 1 << 10)), found);
        let for_urls = BASE64.replace('=', "$");
        assert_eq!(text(from_text(for_urls.as_bytes(), 1 << 10)), found);
        assert_eq!(text(from_bytes(&bytes(BYTES), 1 << 10)), found);
        let characters = String::from_utf8(bytes(UTF16)).unwrap();
        assert_eq!(text(from_characters(&characters, 1 << 10)), found);
    }

    #[test]
    fn no_more_comes_out_than_is_allowed() {
        let (bytes, cut) = from_text(BASE64.as_bytes(), 10).unwrap();
        assert!(cut && bytes.len() <= 10);
    }

    #[test]
    fn other_text_is_left() {
        for other in [
            "d0449736dafd114bec813950bde1ac6cac0d74d2a5a4448ca8ca6b5d3d5ae083",
            "advertisement",
            "NNNN",
        ] {
            assert_eq!(text(from_text(other.as_bytes(), 1 << 10)), None, "{other}");
        }
    }
}
