//! Base64. Reference: RFC 4648 sections 4 and 5.
//!
//! What it finds: base64 in the standard and URL-safe alphabets, padded or not, as a whole value
//! or in the middle of other text at any alignment; and the alphabet that ends in `+-`. What it
//! misses: pieces too short to tell from words, when they are not a whole value.

use super::plausible::{
    is_mostly_text, is_plausible, is_readable, is_text, is_text_but_for_its_end, is_wrapped,
};
use super::{announced, utf16};
use crate::digest::{SEXTETS, is_sextet, runs};
use leaklight_fold::Kinds;

/// Ten bytes, the shortest phone number; shorter pieces of longer text are left alone.
const SHORTEST_PIECE: usize = 14;
/// Whole values may be shorter.
const SHORTEST_VALUE: usize = 4;
/// A piece of a value that is at least so long, and most of the value, may hold anything.
const SHORTEST_MOST: usize = 32;
/// One character in 64 is a `+`; words are shorter than this.
const LEAST_PER_SPACE: usize = 16;
/// Shorter ones hold nothing but text, if anything: eight bytes.
const FEW: usize = 12;
/// Kinds of bytes in base64 that a transport broke into pieces.
const BROKEN: Kinds = Kinds::BASE64.or(Kinds::BLANK);

/// Hands on every plausible decoding of bytes that hold a whole value.
pub fn decode(bytes: &[u8], value: &[u8], kinds: Kinds, each: &mut dyn FnMut(Vec<u8>)) {
    // Digits alone are a number.
    if !kinds.has(Kinds::LETTER) {
        return;
    }
    if !kinds.has(Kinds::UPPER) {
        if value.iter().all(|byte| is_sextet(*byte) || *byte == b'=') {
            decode_word(value, each);
        }
        return;
    }
    // What stands before a colon may be anything.
    let may_be_broken = kinds.has(Kinds::BLANK) && (kinds.only(BROKEN) || kinds.has(Kinds::COLON));
    let mended = may_be_broken.then(|| mended(value)).flatten();
    let (bytes, length) = match &mended {
        Some(mended) => (mended.as_slice(), mended.len()),
        None => (bytes, value.len()),
    };
    // The shortest run that is decoded, be it a whole value or a piece.
    for run in runs(bytes, shortest(length), is_sextet) {
        let most = run.len() >= SHORTEST_MOST && run.len() * 3 > length * 2;
        let whole = run.len() + 3 > length || most;
        decode_run(&bytes[run], whole, each);
    }
}

/// How long a run in a value of such a length has to be.
fn shortest(length: usize) -> usize {
    length
        .saturating_sub(2)
        .clamp(SHORTEST_VALUE, SHORTEST_PIECE)
}

/// Whether a value of such kinds, which is [`super::whole`], may hold what would be decoded.
pub fn may_stand_in(value: &[u8], kinds: Kinds) -> bool {
    if !kinds.has(Kinds::UPPER) {
        return kinds.has(Kinds::LETTER) && kinds.only(Kinds::BASE64) && may_be_word(value);
    }
    (kinds.has(Kinds::SPACE) && kinds.only(BROKEN))
        || runs(value, shortest(value.len()), is_sextet)
            .next()
            .is_some()
}

/// Whether a word begins like text in base64. Nearly all begin with what no character of UTF-8 does.
fn may_be_word(run: &[u8]) -> bool {
    let mut start = [0; 3];
    let length = decode_into(&run[..run.len().min(4)], &SEXTETS, &mut start);
    run.len() >= SHORTEST_VALUE
        && !matches!(start[0], 0x80..0xc2)
        && is_text_but_for_its_end(&start[..length])
}

/// Decodes a value without upper-case letters: nearly always a word or a number in hex. Of base64 one value in 10,000 of
/// fourteen characters is such a one, and fewer than one in 100 of eight: so only text is believed.
fn decode_word(value: &[u8], each: &mut dyn FnMut(Vec<u8>)) {
    let run = value.split(|byte| *byte == b'=').next().unwrap_or_default();
    if may_be_word(run) {
        let mut decoded = Vec::new();
        decode_from(run, &SEXTETS, &mut decoded);
        if is_text(&decoded) {
            each(decoded);
        }
    }
}

/// Decodes what is too short to hold anything but text.
fn decode_few(run: &[u8], values: &[u8; 256], each: &mut dyn FnMut(Vec<u8>)) -> bool {
    let mut room = [0; FEW / 4 * 3];
    let length = decode_into(run, values, &mut room);
    let decoded = &room[..length];
    let is_wrapped = is_wrapped(decoded);
    if is_wrapped {
        each(decoded.to_vec());
    }
    is_wrapped
}

fn decode_run(run: &[u8], whole: bool, each: &mut dyn FnMut(Vec<u8>)) {
    let ambiguous = run.contains(&b'-') && !run.iter().any(|byte| matches!(byte, b'/' | b'_'));
    let mut found = false;
    let mut decoded = Vec::new();
    for (values, fits) in [
        (&SEXTETS, !(ambiguous && run.contains(&b'+'))),
        (&HYPHEN_LAST, ambiguous),
    ] {
        if fits && run.len() < FEW {
            found |= decode_few(run, values, each);
        } else if fits {
            decode_from(run, values, &mut decoded);
            if is_wrapped(&decoded)
                || is_mostly_text(&decoded)
                || (whole && is_readable(&decoded))
                || (ambiguous && is_plausible(&decoded))
            {
                each(std::mem::take(&mut decoded));
                found = true;
            }
        }
    }
    if found || run.len() < SHORTEST_PIECE {
        return;
    }
    for phase in 0..4 {
        let run = &run[phase..];
        if may_be_plausible(run) {
            decode_from(run, &SEXTETS, &mut decoded);
            if is_plausible(&decoded) {
                each(std::mem::take(&mut decoded));
            }
        }
    }
}

/// Whether what a run decodes to may be plausible; of random characters it says no to most, at little cost.
fn may_be_plausible(run: &[u8]) -> bool {
    let mut start = [0; 9];
    let length = decode_into(&run[..run.len().min(12)], &SEXTETS, &mut start);
    let start = &start[..length];
    if announced(start) || utf16::starts_like(start) || is_text_but_for_its_end(start) {
        return true;
    }
    // A stretch of text, or of letters with zeros in turn, fills one of two neighbouring groups.
    let (groups, _) = run.as_chunks::<4>();
    let is_printable = |group: Option<&[u8; 4]>| {
        group.is_some_and(|group| {
            let held = held(group, &SEXTETS);
            held & TOP == 0 && (held.wrapping_sub(SPACES) & TOP == 0 || has_blank(held))
        })
    };
    let has_zero = |group: &[u8; 4]| held(group, &SEXTETS).to_be_bytes()[1..].contains(&0);
    (0..groups.len()).step_by(2).any(|at| {
        has_zero(&groups[at])
            || (is_printable(groups.get(at))
                && (is_printable(groups.get(at + 1))
                    || at
                        .checked_sub(1)
                        .is_some_and(|before| is_printable(groups.get(before)))))
    })
}

/// The first bit of each of three bytes, and a space in each.
const TOP: u32 = 0x80_8080;
const SPACES: u32 = 0x20_2020;

/// Whether one of three bytes is white space.
fn has_blank(held: u32) -> bool {
    let [_, bytes @ ..] = held.to_be_bytes();
    bytes
        .iter()
        .any(|byte| matches!(byte, b'\t' | b'\n' | b'\r'))
}

/// The alphabet that ends in `+-`, as lz-string's for URLs does.
static HYPHEN_LAST: [u8; 256] = {
    let mut values = SEXTETS;
    values[b'-' as usize] = 63;
    values
};

/// The bits of up to four characters.
#[inline(always)]
fn held(group: &[u8], values: &[u8; 256]) -> u32 {
    let sextets = group
        .iter()
        .map(|byte| u32::from(values[usize::from(*byte)]));
    sextets.fold(0, |held, sextet| held << 6 | sextet)
}

/// Decodes from the first character on; what is left over at the end is dropped.
fn decode_from(run: &[u8], values: &[u8; 256], out: &mut Vec<u8>) {
    out.clear();
    out.resize(run.len().div_ceil(4) * 3, 0);
    let length = decode_into(run, values, out);
    out.truncate(length);
}

/// Decodes into room for three bytes for each four characters begun, and returns how many bytes came out.
fn decode_into(run: &[u8], values: &[u8; 256], room: &mut [u8]) -> usize {
    let (groups, rest) = run.as_chunks::<4>();
    let (triples, _) = room.as_chunks_mut::<3>();
    let mut triples = triples.iter_mut();
    for (group, triple) in groups.iter().zip(&mut triples) {
        let [_, bytes @ ..] = held(group, values).to_be_bytes();
        *triple = bytes;
    }
    if let (false, Some(triple)) = (rest.is_empty(), triples.next()) {
        let [_, bytes @ ..] = (held(rest, values) << (6 * (4 - rest.len()))).to_be_bytes();
        *triple = bytes;
    }
    groups.len() * 3 + rest.len() * 6 / 8
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
            .all(|byte| is_sextet(*byte) || broken(byte) || *byte == b'=');
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
    let mut decoded = Vec::new();
    decode_from(run, &SEXTETS, &mut decoded);
    // Words with spaces between them decode to something as well.
    let spaces = memchr::memchr_iter(b' ', text).count();
    let fits = is_wrapped(&decoded)
        || (spaces * LEAST_PER_SPACE <= text.len()
            && (is_plausible(&decoded) || is_readable(&decoded)));
    fits.then_some(mended)
}

#[cfg(test)]
mod tests {
    use super::super::whole;
    use super::*;

    fn all(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        decode(
            text.as_bytes(),
            whole(text.as_bytes()),
            Kinds::of(text.as_bytes()),
            &mut |bytes| all.push(String::from_utf8_lossy(&bytes).into_owned()),
        );
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
            let kinds = Kinds::of(text.as_bytes());
            decode(
                text.as_bytes(),
                whole(text.as_bytes()),
                kinds,
                &mut |bytes| all.push(bytes),
            );
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
