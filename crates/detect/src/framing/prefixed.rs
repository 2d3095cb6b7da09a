//! Binary data that says how long each of its pieces is.
//!
//! What it finds: bytes that are nothing but pieces with a length before each (the frames of
//! gRPC-Web, delimited messages, records), and, in any other binary data, strings that a length
//! before them runs together with, such as `5` before a string of 53 characters. References:
//! github.com/grpc/grpc/blob/master/doc/PROTOCOL-WEB.md; protobuf.dev, "Streaming Multiple
//! Messages". What it misses: lengths that count characters instead of bytes.

use super::Framed;
use super::protobuf::varint;
use crate::decoding::is_all_text;
use std::ops::Range;

/// Pieces of a length of one or two bytes are a chance unless there are several.
const LEAST_PIECES: usize = 2;
/// A record may start with a version, a type or a number of its own.
const LONGEST_HEADER: usize = 8;
/// Shorter strings are chance.
const SHORTEST_STRING: usize = 4;
/// Text of a framing in binary data is at least so long; chance makes less of random bytes.
const LEAST_FRAMED: usize = 12;
/// Behind the last string of a run: a tag, and a number that happens to be printable.
const LONGEST_REST: usize = 4;

/// How a length is written.
#[derive(Clone, Copy)]
enum Length {
    /// A byte of flags, then four bytes, the highest first.
    Grpc,
    Big(usize),
    Little(usize),
    Varint,
}

/// Four bytes prove something by themselves.
const LONG: [Length; 3] = [Length::Grpc, Length::Big(4), Length::Little(4)];
const SHORT: [Length; 3] = [Length::Big(2), Length::Little(2), Length::Varint];

/// Divides bytes that are nothing but pieces.
pub fn divide(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    let Some((start, length)) = way(bytes) else {
        return false;
    };
    let mut rest = &bytes[start..];
    while let Some(piece) = piece(&mut rest, length) {
        each(Framed::unnamed(piece));
    }
    true
}

/// Whether the bytes are nothing but pieces.
pub fn fits(bytes: &[u8]) -> bool {
    way(bytes).is_some()
}

/// Hands on strings in binary data that run together with what stands before or behind them.
pub fn strings(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) {
    let mut strings: Vec<Range<usize>> = Vec::new();
    let mut end = 0;
    while let Some(start) = (end..bytes.len()).find(|at| is_printable(bytes[*at])) {
        end = (start..bytes.len())
            .find(|at| !is_printable(bytes[*at]))
            .unwrap_or(bytes.len());
        let mut at = start;
        // Before the first string stands its length, or that and a field's tag within the run;
        // behind a string one or both of the next.
        while let Some((from, length)) = (at..=at + 2)
            .filter(|from| *from == start || *from > at)
            .find_map(|from| Some((from, length_before(bytes, from, end)?)))
        {
            at = from + length;
            strings.push(from..at);
        }
        // Text within binary data may itself be of a framing.
        if (start..end) != (0..bytes.len()) && is_framed(&bytes[start..end]) {
            each(Framed::unnamed(&bytes[start..end]));
        }
        // In text any character is a length; only in a message the last string ends with the run.
        if end - at <= LONGEST_REST {
            let together = strings.iter().filter(|string| **string != (start..end));
            together.for_each(|string| each(Framed::unnamed(&bytes[string.clone()])));
        }
        strings.clear();
    }
}

/// The length that the byte before `from` gives to a string that ends no later than `end`.
fn length_before(bytes: &[u8], from: usize, end: usize) -> Option<usize> {
    let length = usize::from(*bytes.get(from.checked_sub(1)?)?);
    (length >= SHORTEST_STRING && from + length <= end).then_some(length)
}

fn is_framed(text: &[u8]) -> bool {
    text.len() >= LEAST_FRAMED && text.iter().any(|byte| b"{[%=&\\".contains(byte))
}

fn is_printable(byte: u8) -> bool {
    byte >= b' ' && byte != 0x7f
}

/// Where the pieces start, and how their lengths are written.
fn way(bytes: &[u8]) -> Option<(usize, Length)> {
    if is_all_text(bytes) {
        return None;
    }
    let fits = |start: usize, length, least| {
        let mut rest = bytes.get(start..).unwrap_or_default();
        fits_wholly(&mut rest, length, least).then_some((start, length))
    };
    // A length of four bytes has a zero among them.
    let start = &bytes[..bytes.len().min(LONGEST_HEADER + 4)];
    if start.contains(&0) || bytes.len() >> 24 > 0 {
        let mut headed = (1..=LONGEST_HEADER)
            .flat_map(|start| [(start, Length::Big(4)), (start, Length::Little(4))]);
        let plain = LONG.into_iter().find_map(|length| fits(0, length, 1));
        let found =
            plain.or_else(|| headed.find_map(|(start, length)| fits(start, length, LEAST_PIECES)));
        if found.is_some() {
            return found;
        }
    }
    SHORT
        .into_iter()
        .find_map(|length| fits(0, length, LEAST_PIECES))
}

/// Whether nothing but pieces follows, most of them filled, and most lengths no letters: in text
/// any character is a length.
fn fits_wholly(rest: &mut &[u8], length: Length, least: usize) -> bool {
    let (mut pieces, mut filled, mut letters) = (0, 0, 0);
    loop {
        let before = *rest;
        let Some(piece) = piece(rest, length) else {
            break;
        };
        pieces += 1;
        filled += usize::from(!piece.is_empty());
        let written = &before[..before.len() - piece.len() - rest.len()];
        letters += usize::from(written.iter().all(|byte| is_printable(*byte)));
    }
    rest.is_empty() && filled >= least && pieces <= filled * 2 && letters * 2 <= pieces
}

/// Takes a piece off the start; leaves the rest as it is where there is none.
fn piece<'a>(rest: &mut &'a [u8], length: Length) -> Option<&'a [u8]> {
    let mut after = *rest;
    if matches!(length, Length::Grpc) && !matches!(after.split_off_first()?, 0 | 1 | 0x80 | 0x81) {
        return None;
    }
    let length = match length {
        Length::Grpc => big(after.split_off(..4)?),
        Length::Big(width) => big(after.split_off(..width)?),
        Length::Little(width) => little(after.split_off(..width)?),
        Length::Varint => varint(&mut after)?,
    };
    let piece = after.split_off(..usize::try_from(length).ok()?)?;
    *rest = after;
    Some(piece)
}

fn big(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .fold(0, |length, byte| length << 8 | u64::from(*byte))
}

fn little(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .rev()
        .fold(0, |length, byte| length << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(divide: impl FnOnce(&mut dyn FnMut(Framed<'_>))) -> Vec<String> {
        let mut texts = Vec::new();
        divide(&mut |part| texts.push(String::from_utf8_lossy(&part.bytes).into_owned()));
        texts
    }

    #[test]
    fn pieces_are_told_apart() {
        for bytes in [
            &b"\0\0\0\0\x04Jane\x80\0\0\0\x03Doe"[..],
            b"\0\0\0\x04Jane\0\0\0\x03Doe",
            b"\x04\0\0\0Jane\x03\0\0\0Doe",
            b"\x04Jane\x03Doe",
            b"\0\x04Jane\0\x03Doe",
            b"\x04\0Jane\x03\0Doe",
        ] {
            assert_eq!(
                texts(|each| assert!(divide(bytes, each))),
                ["Jane", "Doe"],
                "{bytes:?}"
            );
        }
        let headed = b"\x01\0\0\0\0\x09WTbZyUlPO\0\0\0\x07{\"a\":1}\0\0\0\x03end";
        assert_eq!(
            texts(|each| assert!(divide(headed, each))),
            ["WTbZyUlPO", "{\"a\":1}", "end"]
        );
        assert!(!fits(b"\x04Jane\x03Doex"));
        assert!(!fits(b"plain text"));
    }

    #[test]
    fn strings_are_parted_from_their_lengths() {
        let email = "a.rather.long.email.address.of.jane.doe@example.com.invalid";
        let length = char::from(email.len() as u8);
        for bytes in [
            format!("\x01{length}{email}\x02"),
            format!("\x01B{length}{email}\x02"),
            format!("\x01\x04Jane{length}{email}\x02"),
            format!("\x01\x04JaneB{length}{email}Bxy"),
        ] {
            let found = texts(|each| strings(bytes.as_bytes(), each));
            assert!(found.contains(&email.to_owned()), "{bytes:?} {found:?}");
        }
        assert!(texts(|each| strings(b"\x01Jane Doe\x02and more text\x03", each)).is_empty());
    }
}
