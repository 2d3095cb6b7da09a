//! Looks digests up in bytes, at a cost that does not depend on how many there are.
//!
//! What it finds: a digest written as hex or base64 (any alphabet, padded or not), anywhere in a
//! longer run of such characters: `FFF<digest>`, `tv.1~em.<digest>`, `<digest>.appendix`; within
//! base64 of more than the digest, at any alignment; and as bytes, in what is not text.
//! How: a window rolls over each run that is long enough, and the index says what it may begin.

use super::algorithm::Sum;
use super::index::{Digested, Index, KEY_BITS};
use leaklight_fold::Kinds;
use std::ops::Range;

/// The shortest digest has 128 bits: 32 hex or 22 base64 characters, 16 bytes.
const SHORTEST_HEX: usize = 32;
const SHORTEST_BASE64: usize = 22;
const SHORTEST_RAW: usize = 16;
const KEY: u64 = (1 << KEY_BITS) - 1;

/// Calls `found` with the place of every digest that stands in `bytes`, which are of such kinds. An index is asked for
/// only where a digest has room, by the bits that there are.
pub fn find<'a>(
    index: impl Fn(usize) -> &'a Index,
    bytes: &[u8],
    kinds: Kinds,
    found: &mut dyn FnMut(Range<usize>, &'a Digested),
) {
    if bytes.len() < SHORTEST_RAW {
        return;
    }
    // Of base64 of so many characters not one in 100,000 has letters of one case alone.
    if kinds.is_mixed() {
        for run in runs(bytes, SHORTEST_BASE64, is_sextet) {
            // Bytes in base64 begin at every second bit of it.
            index(run.len() * 6).roll::<6, 3>(bytes, run, &SEXTETS, [0, 2, 4], found);
        }
    }
    for run in runs(bytes, SHORTEST_HEX, is_nibble) {
        index(run.len() * 4).roll::<4, 1>(bytes, run, &NIBBLES, [0], found);
    }
    // In text digests are written, and do not lie as bytes.
    if !kinds.is_text() {
        index(bytes.len() * 8).roll_raw(bytes, found);
    }
}

impl Index {
    /// Rolls over a run of characters of `BITS` bits. A digest may begin so many bits before the
    /// next character as `shifts` say.
    fn roll<'a, const BITS: u32, const SHIFTS: usize>(
        &'a self,
        text: &[u8],
        run: Range<usize>,
        values: &[u8; 256],
        shifts: [u32; SHIFTS],
        found: &mut dyn FnMut(Range<usize>, &'a Digested),
    ) {
        let mut window = 0u64;
        let characters = text[run.clone()].iter();
        for (end, character) in (run.start + 1..).zip(characters) {
            window = window << BITS | u64::from(values[usize::from(*character)]);
            for shift in shifts {
                if self.may_begin(window >> shift) {
                    let begun = self.begun(window >> shift & KEY);
                    let bits_read = (end - run.start) * BITS as usize;
                    let Some(bit) = bits_read.checked_sub((KEY_BITS + shift) as usize) else {
                        continue;
                    };
                    compare::<BITS>(begun, text, &run, values, bit, found);
                }
            }
        }
    }

    fn roll_raw<'a>(&'a self, bytes: &[u8], found: &mut dyn FnMut(Range<usize>, &'a Digested)) {
        let mut window = 0u64;
        for (end, byte) in (1..).zip(bytes) {
            window = window << 8 | u64::from(*byte);
            let candidate = window >> (64 - KEY_BITS);
            if end < 8 || !self.may_begin(candidate) {
                continue;
            }
            for (digested, sum) in self.begun(candidate) {
                if bytes[end - 8..].starts_with(sum.as_bytes()) {
                    found(end - 8..end - 8 + sum.as_bytes().len(), digested);
                }
            }
        }
    }
}

/// Compares digests that may begin at such a bit of a run. It is apart, so that the loop around it stays in registers.
#[inline(never)]
fn compare<'a, const BITS: u32>(
    begun: impl Iterator<Item = (&'a Digested, Sum)>,
    text: &[u8],
    run: &Range<usize>,
    values: &[u8; 256],
    bit: usize,
    found: &mut dyn FnMut(Range<usize>, &'a Digested),
) {
    let (start, skip) = (run.start + bit / BITS as usize, bit as u32 % BITS);
    for (digested, sum) in begun {
        let bits = skip as usize + sum.as_bytes().len() * 8;
        let span = start..start + bits.div_ceil(BITS as usize);
        if span.end <= run.end && spells::<BITS>(&text[span.clone()], values, skip, sum.as_bytes())
        {
            found(span, digested);
        }
    }
}

/// Whether `text`, of `BITS` bits a character, spells `bytes` behind `skip` bits; bits over are not
/// compared.
fn spells<const BITS: u32>(text: &[u8], values: &[u8; 256], skip: u32, bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    let (mut held, mut bits) = (0u32, 0);
    for (number, character) in text.iter().enumerate() {
        held = held << BITS | u32::from(values[usize::from(*character)]);
        bits += if number == 0 { BITS - skip } else { BITS };
        if bits >= 8 {
            bits -= 8;
            match rest.next() {
                Some(byte) if *byte == (held >> bits) as u8 => {}
                Some(_) => return false,
                None => break,
            }
        }
    }
    rest.next().is_none()
}

/// Runs of at least `shortest` bytes that all belong. Looks at every `shortest`-th byte only
/// where the text is not of that kind.
pub fn runs(
    text: &[u8],
    shortest: usize,
    belongs: impl Fn(u8) -> bool + Copy,
) -> impl Iterator<Item = Range<usize>> {
    let mut probe = shortest - 1;
    let mut floor = 0;
    std::iter::from_fn(move || {
        while probe < text.len() {
            if !belongs(text[probe]) {
                floor = probe + 1;
                probe += shortest;
                continue;
            }
            let mut start = probe;
            while start > floor && belongs(text[start - 1]) {
                start -= 1;
            }
            let mut end = probe + 1;
            while end < text.len() && belongs(text[end]) {
                end += 1;
            }
            floor = end;
            probe = end + shortest;
            if end - start >= shortest {
                return Some(start..end);
            }
        }
        None
    })
}

/// The value of a base64 character in any of the usual alphabets.
const fn sextet(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

/// The value of a hex digit.
const fn nibble(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

/// What stands in the tables for a byte that is no such character.
const NONE: u8 = 255;

/// Whether a byte is a base64 character in any of the usual alphabets.
#[inline(always)]
pub const fn is_sextet(byte: u8) -> bool {
    SEXTETS[byte as usize] != NONE
}

/// Whether a byte is a hex digit.
#[inline(always)]
pub const fn is_nibble(byte: u8) -> bool {
    NIBBLES[byte as usize] != NONE
}

/// [`sextet`] and [`nibble`] of every byte: one look instead of five comparisons.
pub static SEXTETS: [u8; 256] = {
    let mut table = [NONE; 256];
    let mut byte = 0;
    while byte < 256 {
        if let Some(value) = sextet(byte as u8) {
            table[byte] = value;
        }
        byte += 1;
    }
    table
};
pub static NIBBLES: [u8; 256] = {
    let mut table = [NONE; 256];
    let mut byte = 0;
    while byte < 256 {
        if let Some(value) = nibble(byte as u8) {
            table[byte] = value;
        }
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::super::indexes::Indexes;
    use super::*;
    use crate::Secret;
    use leaklight_profile::Usage;

    // printf %s jane.doe@example.com | sha256sum
    const HEX: &str = "86e0b9e56c17cc4d12387e1949b85053fbe73bc3ce5a1188713a9d300cc6133d";
    const BASE64: &str = "huC55WwXzE0SOH4ZSbhQU/vnO8POWhGIcTqdMAzGEz0";

    fn found(text: &str) -> Vec<(Range<usize>, String)> {
        found_in(text.as_bytes())
    }

    fn found_in(bytes: &[u8]) -> Vec<(Range<usize>, String)> {
        let values = ["other", "jane.doe@example.com", "undefined"].map(Secret::new);
        let indexes = Indexes::default();
        let forms = || values.iter().map(|value| (value, Usage::Usual));
        let index = |bits| indexes.within(bits, forms);
        let mut found = Vec::new();
        find(index, bytes, Kinds::of(bytes), &mut |span, digested| {
            assert_eq!(digested.form, 1);
            found.push((span, digested.recipe.name()));
        });
        found
    }

    fn raw() -> Vec<u8> {
        let value = |digit: u8| nibble(digit).unwrap();
        let pairs = HEX.as_bytes().chunks(2);
        pairs
            .map(|pair| value(pair[0]) << 4 | value(pair[1]))
            .collect()
    }

    #[test]
    fn digest_is_found_in_every_writing() {
        let url_safe = BASE64.replace("/", "_");
        for text in [
            HEX.to_owned(),
            HEX.to_uppercase(),
            format!("FFF{HEX}"),
            format!("{HEX}.AQYBAQ"),
            format!("{HEX}abc"),
            format!("a,{HEX},b"),
            BASE64.to_owned(),
            format!("{BASE64}="),
            format!("tv.1~em.{url_safe}~pn.x"),
        ] {
            let found = found(&text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1, "sha256");
        }
    }

    #[test]
    fn altered_digest_is_not_found() {
        assert_eq!(found(&HEX[..63]), []);
        assert_eq!(found(&format!("{}f", &HEX[..63])), []);
        assert_eq!(found(&BASE64[..42]), []);
    }

    #[test]
    fn digest_is_found_as_bytes() {
        for before in 0..20 {
            let mut bytes = vec![7; before];
            bytes.extend(raw());
            bytes.push(0x42);
            let found = found_in(&bytes);
            assert_eq!(found, [(before..before + 32, "sha256".to_owned())]);
        }
    }

    #[test]
    fn digest_is_found_in_base64_of_more_at_every_alignment() {
        // printf '%s%s' $junk $HEX | xxd -r -p | base64
        for text in [
            "CobgueVsF8xNEjh+GUm4UFP75zvDzloRiHE6nTAMxhM9Cg==",
            "CguG4LnlbBfMTRI4fhlJuFBT++c7w85aEYhxOp0wDMYTPQo=",
            "CgsMhuC55WwXzE0SOH4ZSbhQU/vnO8POWhGIcTqdMAzGEz0K",
        ] {
            let found = found(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1, "sha256");
        }
    }

    #[test]
    fn digests_of_digests_and_of_encodings_are_named() {
        for (text, name) in [
            // Python's hashlib over the hex (lower, upper case), the bytes, and the encoded text; mmh3.
            (
                "861a02f31e82e3e351245b890b77cd9dcf6d2a41cae117e1fb55d79a1c9a2b8f",
                "sha256(md5)",
            ),
            (
                "fa0291a829d95da352d4292715bc13d461d25b8d656806fa61f73458226a5c19",
                "sha256(md5)",
            ),
            ("cf48f24ba1d50881a151592f4faf6f62de2cceb3", "sha1(sha256)"),
            (
                "3e165ffd85c09cee67137c9e84abf98bfbdd6dbbd4abe9a593cc75d5a1243480",
                "sha256(base64)",
            ),
            ("4b78f677acfbbf54c559d5dc43f0912e", "md5(percent)"),
            ("7b4e9963f8133deca573e27541f3418e87d28b36", "sha1(hex)"),
            ("96d7617e9d1ab9dc1fc9c3a0b425ff40", "murmur3-128"),
        ] {
            let found = found(text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].1, name);
        }
    }

    #[test]
    fn digest_of_a_placeholder_is_nobodys() {
        // printf %s undefined | sha256sum
        let text = "eb045d78d273107348b0300c01d29b7552d622abbc6faf81b3ec55359aa9950c";
        assert_eq!(found(text), []);
    }

    #[test]
    fn runs_are_found_at_every_offset() {
        for before in 0..70 {
            let text = format!("{}{}.", "-".repeat(before), "a".repeat(32));
            let runs: Vec<_> = runs(text.as_bytes(), 32, |byte| nibble(byte).is_some()).collect();
            assert_eq!((runs.len(), runs[0].clone()), (1, before..before + 32));
        }
    }
}
