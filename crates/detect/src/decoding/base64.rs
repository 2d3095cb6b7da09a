//! Base64. Reference: RFC 4648 sections 4 and 5.
//!
//! What it finds: base64 in the standard and URL-safe alphabets, padded or not, as a whole value
//! or in the middle of other text at any alignment; and the alphabet that ends in `+-`. What it
//! misses: pieces too short to tell from words, when they are not a whole value.

use super::plausible::{is_mostly_text, is_plausible, is_readable, is_wrapped};
use super::whole;
use crate::digest::sextet;

/// Ten bytes, the shortest phone number; shorter pieces of longer text are left alone.
const SHORTEST_PIECE: usize = 14;
/// Whole values may be shorter.
const SHORTEST_VALUE: usize = 4;
/// A piece of a value that is at least so long, and most of the value, may hold anything.
const SHORTEST_MOST: usize = 32;
/// One character in 64 is a `+`; words are shorter than this.
const LEAST_PER_SPACE: usize = 16;

/// Hands on every plausible decoding.
pub fn decode(bytes: &[u8], each: &mut dyn FnMut(Vec<u8>)) {
    let mended = mended(whole(bytes));
    let bytes = mended.as_deref().unwrap_or(bytes);
    let length = whole(bytes).len();
    for run in bytes.split(|byte| sextet(*byte).is_none()) {
        let most = run.len() >= SHORTEST_MOST && run.len() * 3 > length * 2;
        let whole = run.len() + 3 > length || most;
        if run.len() >= SHORTEST_PIECE || (whole && run.len() >= SHORTEST_VALUE) {
            decode_run(run, whole, each);
        }
    }
}

fn decode_run(run: &[u8], whole: bool, each: &mut dyn FnMut(Vec<u8>)) {
    let ambiguous = run.contains(&b'-') && !run.iter().any(|byte| matches!(byte, b'/' | b'_'));
    let mut found = false;
    for (alphabet, fits) in [
        (
            sextet as fn(u8) -> Option<u8>,
            !(ambiguous && run.contains(&b'+')),
        ),
        (sextet_with_hyphen_last, ambiguous),
    ] {
        if fits {
            let aligned = decode_from(run, alphabet);
            if is_wrapped(&aligned)
                || is_mostly_text(&aligned)
                || (whole && is_readable(&aligned))
                || (ambiguous && is_plausible(&aligned))
            {
                each(aligned);
                found = true;
            }
        }
    }
    if found || run.len() < SHORTEST_PIECE {
        return;
    }
    for phase in 0..4 {
        let shifted = decode_from(&run[phase..], sextet);
        if is_plausible(&shifted) {
            each(shifted);
        }
    }
}

/// The alphabet that ends in `+-`, as lz-string's for URLs does.
fn sextet_with_hyphen_last(byte: u8) -> Option<u8> {
    if byte == b'-' { Some(63) } else { sextet(byte) }
}

/// Decodes from the first character on; what is left over at the end is dropped.
fn decode_from(run: &[u8], sextet: fn(u8) -> Option<u8>) -> Vec<u8> {
    let mut out = Vec::with_capacity(run.len() / 4 * 3 + 2);
    for group in run.chunks(4) {
        let held = group.iter().fold(0u32, |held, byte| {
            held << 6 | u32::from(sextet(*byte).unwrap_or(0))
        });
        let [_, a, b, c] = (held << (6 * (4 - group.len()))).to_be_bytes();
        out.extend_from_slice(&[a, b, c][..(group.len() * 6) / 8]);
    }
    out
}

/// A whole value with what a transport did to it undone: `+` became a space in a form (WHATWG URL),
/// or lines were broken (RFC 2045 section 6.8).
fn mended(bytes: &[u8]) -> Option<Vec<u8>> {
    let text = bytes.trim_ascii();
    let broken = |byte: &u8| matches!(byte, b' ' | b'\r' | b'\n');
    let fits = text.len() >= SHORTEST_PIECE
        && text.iter().any(broken)
        && text
            .iter()
            .all(|byte| sextet(*byte).is_some() || broken(byte) || *byte == b'=');
    if !fits {
        return None;
    }
    let mended: Vec<u8> = text
        .iter()
        .filter(|byte| !matches!(byte, b'\r' | b'\n'))
        .map(|byte| if *byte == b' ' { b'+' } else { *byte })
        .collect();
    let run = mended
        .split(|byte| *byte == b'=')
        .next()
        .unwrap_or_default();
    let decoded = decode_from(run, sextet);
    // Words with spaces between them decode to something as well.
    let spaces = memchr::memchr_iter(b' ', text).count();
    let fits = is_wrapped(&decoded)
        || (spaces * LEAST_PER_SPACE <= text.len()
            && (is_plausible(&decoded) || is_readable(&decoded)));
    fits.then_some(mended)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        decode(text.as_bytes(), &mut |bytes| {
            all.push(String::from_utf8_lossy(&bytes).into_owned())
        });
        all
    }

    #[test]
    fn values_are_decoded_in_every_alphabet() {
        // RFC 4648 section 10, and printf 'jane.doe@example.com?>' | base64
        assert_eq!(all("Zm9vYmFy"), ["foobar"]);
        assert_eq!(all("Zm9vYg=="), ["foob"]);
        assert_eq!(
            all("amFuZS5kb2VAZXhhbXBsZS5jb20/Pg=="),
            ["jane.doe@example.com?>"]
        );
        assert_eq!(
            all("amFuZS5kb2VAZXhhbXBsZS5jb20_Pg"),
            ["jane.doe@example.com?>"]
        );
        // Python's base64.b64encode(…, altchars=b"+-") of "jané?~ÿ>>": `-` may be 62 or 63 here.
        assert!(all("w7-Dvw==").contains(&"ÿÿ".to_owned()));
        assert_eq!(all("amFuw6k-fsO-Pj4+"), ["jané?~ÿ>>>"]);
    }

    #[test]
    fn pieces_that_are_most_of_a_value_may_hold_anything() {
        // @msgpack/msgpack 3: encode({event: "click", data: new Uint8Array([0x1f, …, 0x3e])})
        let packed = "gqVldmVudKVjbGlja6RkYXRhxCAfICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pg";
        for text in [
            format!("data:application/octet-stream;base64,{packed}=="),
            format!("v1.{packed}.77"),
        ] {
            let mut all = Vec::new();
            decode(text.as_bytes(), &mut |bytes| all.push(bytes));
            assert!(
                all.iter().any(|bytes| bytes.starts_with(b"\x82\xa5event")),
                "{text}"
            );
        }
        // A form makes a space of `+`; words have more spaces.
        let spaced = mended(b"gqVldmVudKVjbGlja6VkYXRhc8QD A A");
        assert!(spaced.is_some_and(|mended| mended.ends_with(b"+A+A")));
        assert_eq!(mended(b"winter boots and a warm coat for you"), None);
    }

    #[test]
    fn every_alignment_within_other_text_is_decoded() {
        for junk in ["", "x", "xy", "xyz"] {
            let text = format!("id={junk}amFuZS5kb2VAZXhhbXBsZS5jb20.1");
            assert!(
                all(&text)
                    .iter()
                    .any(|text| text.contains("jane.doe@example.com")),
                "{text}"
            );
        }
    }
}
