//! Looks digests up in text, at a cost that does not depend on how many there are.
//!
//! What it finds: a digest written as hex or base64 (any alphabet, padded or not), anywhere in a
//! longer run of such characters: `FFF<digest>`, `tv.1~em.<digest>`, `<digest>.appendix`.
//! How: the first 60 bits of every digest are a key. A window of 60 bits rolls over each run of
//! hex or base64 characters that is long enough; a small filter rejects nearly every window.

use super::Algorithm;
use std::collections::HashMap;
use std::ops::Range;

/// Bits of a digest that serve as its key.
const KEY_BITS: u32 = 60;
/// Hex characters that hold a key, and base64 characters that do.
const HEX_WINDOW: usize = 15;
const BASE64_WINDOW: usize = 10;
/// The shortest digest has 128 bits: 32 hex or 22 base64 characters.
const SHORTEST_HEX: usize = 32;
const SHORTEST_BASE64: usize = 22;
/// Bits of a key that the filter looks at: 8 KiB of filter for some thousand digests.
const FILTER_BITS: u32 = 16;

/// One digest of one form.
#[derive(Clone, Debug)]
pub struct Digested {
    /// Number of the form, as the detector counts them.
    pub form: u32,
    /// The algorithm.
    pub algorithm: Algorithm,
    bytes: Box<[u8]>,
}

/// All digests of all forms.
#[derive(Debug)]
pub struct Index {
    by_key: HashMap<u64, Vec<Digested>>,
    filter: Vec<u64>,
}

impl Default for Index {
    fn default() -> Self {
        Self {
            by_key: HashMap::new(),
            filter: vec![0; 1 << (FILTER_BITS - 6)],
        }
    }
}

impl Index {
    /// Adds a form under every algorithm.
    pub fn add(&mut self, form: u32, value: &[u8]) {
        for algorithm in Algorithm::ALL {
            let bytes = algorithm.digest(value).into_boxed_slice();
            let key = key(&bytes);
            let slot = filter_slot(key);
            self.filter[slot.0] |= slot.1;
            self.by_key.entry(key).or_default().push(Digested {
                form,
                algorithm,
                bytes,
            });
        }
    }

    /// Calls `found` with the place of every digest that stands in `text`.
    pub fn find<'a>(&'a self, text: &[u8], found: &mut dyn FnMut(Range<usize>, &'a Digested)) {
        for run in runs(text, SHORTEST_BASE64, |byte| sextet(byte).is_some()) {
            self.roll::<BASE64_WINDOW, 6>(text, run, sextet, found);
        }
        for run in runs(text, SHORTEST_HEX, |byte| nibble(byte).is_some()) {
            self.roll::<HEX_WINDOW, 4>(text, run, nibble, found);
        }
    }

    fn roll<'a, const WINDOW: usize, const BITS: u32>(
        &'a self,
        text: &[u8],
        run: Range<usize>,
        value: fn(u8) -> Option<u8>,
        found: &mut dyn FnMut(Range<usize>, &'a Digested),
    ) {
        let mask = (1 << KEY_BITS) - 1;
        let mut window = 0u64;
        for at in run.clone() {
            window = (window << BITS | u64::from(value(text[at]).unwrap_or(0))) & mask;
            let slot = filter_slot(window);
            if self.filter[slot.0] & slot.1 == 0 || at + 1 < run.start + WINDOW {
                continue;
            }
            let start = at + 1 - WINDOW;
            for digested in self.by_key.get(&window).into_iter().flatten() {
                let length = (digested.bytes.len() * 8).div_ceil(BITS as usize);
                let span = start..start + length;
                if span.end <= run.end
                    && written::<BITS>(&text[span.clone()], value, &digested.bytes)
                {
                    found(span, digested);
                }
            }
        }
    }
}

/// Whether `text`, of `BITS` bits a character, spells `bytes`; bits over are not compared.
fn written<const BITS: u32>(text: &[u8], value: fn(u8) -> Option<u8>, bytes: &[u8]) -> bool {
    let (mut held, mut bits, mut at) = (0u32, 0, 0);
    for &character in text {
        held = held << BITS | u32::from(value(character).unwrap_or(0));
        bits += BITS;
        if bits >= 8 {
            bits -= 8;
            if at < bytes.len() && bytes[at] != (held >> bits) as u8 {
                return false;
            }
            at += 1;
        }
    }
    at >= bytes.len()
}

fn key(digest: &[u8]) -> u64 {
    let first = digest.first_chunk::<8>().copied().unwrap_or_default();
    u64::from_be_bytes(first) >> (64 - KEY_BITS)
}

fn filter_slot(key: u64) -> (usize, u64) {
    let low = (key & ((1 << FILTER_BITS) - 1)) as usize;
    (low >> 6, 1 << (low & 63))
}

/// Runs of at least `shortest` bytes that all belong. Looks at every `shortest`-th byte only
/// where the text is not of that kind.
fn runs(
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
pub const fn sextet(byte: u8) -> Option<u8> {
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
pub const fn nibble(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // printf %s jane.doe@example.com | sha256sum
    const HEX: &str = "86e0b9e56c17cc4d12387e1949b85053fbe73bc3ce5a1188713a9d300cc6133d";
    const BASE64: &str = "huC55WwXzE0SOH4ZSbhQU/vnO8POWhGIcTqdMAzGEz0";

    fn found(text: &str) -> Vec<(Range<usize>, &'static str)> {
        let mut index = Index::default();
        index.add(7, b"jane.doe@example.com");
        let mut found = Vec::new();
        index.find(text.as_bytes(), &mut |span, digested| {
            assert_eq!(digested.form, 7);
            found.push((span, digested.algorithm.as_str()));
        });
        found
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
    fn runs_are_found_at_every_offset() {
        for before in 0..70 {
            let text = format!("{}{}.", "-".repeat(before), "a".repeat(32));
            let runs: Vec<_> = runs(text.as_bytes(), 32, |byte| nibble(byte).is_some()).collect();
            assert_eq!((runs.len(), runs[0].clone()), (1, before..before + 32));
        }
    }
}
