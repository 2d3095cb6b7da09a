//! Protocol Buffers. Reference: protobuf.dev/programming-guides/encoding.
//!
//! What it finds: every string, submessage and number of a message, under its field's number, for
//! field names do not travel. What it misses: groups, which no generator writes any more; and a
//! message is told from other bytes only by being one from its first byte to its last, but for a
//! last field that was cut off.

use super::Framed;
use crate::decoding::is_all_text;
use std::borrow::Cow;

/// Field numbers above this are those of extensions; a message's own are low.
const HIGHEST_FIELD: u64 = 1 << 12;
/// Before a field that is cut off, so many have to be whole.
const LEAST_BEFORE_CUT: usize = 3;
/// A shorter string is a chance.
const SHORTEST_STRING: usize = 2;
/// Numbers below this are counts and flags; those above may be telephone numbers.
const LEAST_NUMBER: u64 = 1_000_000;

/// Divides a message.
pub fn divide(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    if !fits(bytes) {
        return false;
    }
    let mut rest = bytes;
    while let Some((number, value)) = field(&mut rest) {
        let bytes = match value {
            Value::Bytes(bytes) | Value::Cut(bytes) => Cow::Borrowed(bytes),
            Value::Number(value) if value >= LEAST_NUMBER => {
                Cow::Owned(value.to_string().into_bytes())
            }
            Value::Number(_) | Value::Fixed => continue,
        };
        each(Framed {
            name: number.to_string().as_bytes(),
            bytes,
        });
    }
    true
}

/// Whether the bytes are a message, and hold something that can be read.
pub fn fits(bytes: &[u8]) -> bool {
    // What is all text starts with the tag of field 1, a line feed, or is text.
    if !bytes.starts_with(b"\n") && is_all_text(bytes) {
        return false;
    }
    let (mut rest, mut fields, mut readable) = (bytes, 0, false);
    while !rest.is_empty() {
        match field(&mut rest) {
            Some((_, Value::Bytes(bytes))) => {
                readable |= bytes.len() >= SHORTEST_STRING;
            }
            Some((_, Value::Cut(_))) => {
                return readable && fields >= LEAST_BEFORE_CUT && !is_all_text(bytes);
            }
            Some(_) => {}
            None => return false,
        }
        fields += 1;
    }
    readable
}

enum Value<'a> {
    Number(u64),
    Fixed,
    Bytes(&'a [u8]),
    /// The same, cut off by the end of the view.
    Cut(&'a [u8]),
}

/// Takes a field off the start.
fn field<'a>(rest: &mut &'a [u8]) -> Option<(u64, Value<'a>)> {
    let tag = varint(rest)?;
    let number = tag >> 3;
    if number == 0 || number > HIGHEST_FIELD {
        return None;
    }
    let value = match tag & 7 {
        0 => Value::Number(varint(rest)?),
        1 => rest.split_off(..8).map(|_| Value::Fixed)?,
        5 => rest.split_off(..4).map(|_| Value::Fixed)?,
        2 => {
            let length = usize::try_from(varint(rest)?).ok()?;
            match rest.split_off(..length) {
                Some(bytes) => Value::Bytes(bytes),
                None => Value::Cut(std::mem::take(rest)),
            }
        }
        _ => return None,
    };
    Some((number, value))
}

/// Takes a number off the start: seven bits a byte, the lowest first.
pub fn varint(rest: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let byte = *rest.split_off_first()?;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
        let mut parts = Vec::new();
        divide(bytes, &mut |part| {
            parts.push((
                String::from_utf8_lossy(part.name).into_owned(),
                part.bytes.into_owned(),
            ))
        });
        parts
    }

    #[test]
    fn fields_stand_under_their_numbers() {
        // The guide's own examples: message Test2 { string b = 2; } with "testing", and
        // Test3 { Test1 c = 3; } with Test1 { int32 a = 1; } of 150.
        let bytes = b"\x12\x07testing\x1a\x03\x08\x96\x01";
        assert_eq!(
            parts(bytes),
            [
                ("2".to_owned(), b"testing".to_vec()),
                ("3".to_owned(), b"\x08\x96\x01".to_vec())
            ]
        );
        // protoc --encode, field 4 as int64 of 12125550143
        assert_eq!(
            parts(b"\n\x04Jane \xbf\xec\xf4\x95\x2d"),
            [
                ("1".to_owned(), b"Jane".to_vec()),
                ("4".to_owned(), b"12125550143".to_vec())
            ]
        );
    }

    #[test]
    fn other_bytes_are_no_message() {
        for other in [
            &b"plain text"[..],
            b"\x89PNG\r\n\x1a\n",
            b"\x08\x01",
            b"",
            b"\x12\x20short",
        ] {
            assert_eq!(parts(other), [], "{other:?}");
        }
    }
}
