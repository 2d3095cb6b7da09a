//! MessagePack. Reference: the specification at github.com/msgpack/msgpack.
//!
//! What it finds: every string, byte string and number of a map or an array, under its path as in
//! JSON: `$.user.email`. One pass without recursion. What it misses: values inside of extensions.

use super::Framed;
use super::path::Path;
use crate::decoding::is_all_text;
use std::borrow::Cow;

/// Strings that a value which is cut off has to hold: other bytes hold one by chance.
const LEAST_BEFORE_CUT: usize = 2;
/// Containers in containers; deeper is something else than MessagePack.
const DEEPEST: usize = 1024;
/// Numbers below this are counts and flags; those above may be telephone numbers.
const LEAST_NUMBER: u64 = 1_000_000;

/// Divides a map or an array.
pub fn divide(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    if !fits(bytes) {
        return false;
    }
    read(bytes, &mut |path, value| match value {
        Value::Bytes(bytes) => each(Framed {
            name: path,
            bytes: Cow::Borrowed(bytes),
        }),
        Value::Number(number) if number >= LEAST_NUMBER => each(Framed {
            name: path,
            bytes: Cow::Owned(number.to_string().into_bytes()),
        }),
        Value::Number(_) | Value::Other | Value::Map(_) | Value::Array(_) => {}
    });
    true
}

/// Whether the bytes are a map or an array from the first byte to the last, or up to where they
/// were cut off, and hold something that can be read.
pub fn fits(bytes: &[u8]) -> bool {
    let is_container = matches!(bytes.first(), Some(0x80..=0x9f | 0xdc..=0xdf));
    if !is_container || is_all_text(bytes) {
        return false;
    }
    let mut strings = 0;
    let end = read(bytes, &mut |_, value| {
        strings += usize::from(matches!(value, Value::Bytes(bytes) if !bytes.is_empty()));
    });
    match end {
        End::Whole => strings > 0,
        End::Cut => strings >= LEAST_BEFORE_CUT,
        End::Other => false,
    }
}

#[derive(Clone, Copy)]
enum Value<'a> {
    Bytes(&'a [u8]),
    Number(u64),
    Map(u64),
    Array(u64),
    Other,
}

enum End {
    Whole,
    Cut,
    Other,
}

/// A container that the reader is inside of.
struct Level {
    /// Keys and values that are still to come.
    left: u64,
    is_map: bool,
}

fn read(bytes: &[u8], each: &mut dyn FnMut(&[u8], Value<'_>)) -> End {
    let mut rest = bytes;
    let mut path = Path::default();
    let mut levels: Vec<Level> = Vec::new();
    loop {
        let is_key = levels
            .last()
            .is_some_and(|level| level.is_map && level.left % 2 == 0);
        let value = match value(&mut rest) {
            Some(Some(value)) => value,
            Some(None) => return End::Other,
            None => return End::Cut,
        };
        if let Some(level) = levels.last_mut() {
            level.left -= 1;
        }
        match value {
            Value::Bytes(name) if is_key => path.member(name),
            Value::Number(number) if is_key => path.member(number.to_string().as_bytes()),
            _ if is_key => return End::Other,
            Value::Map(_) | Value::Array(_) if levels.len() >= DEEPEST => return End::Other,
            Value::Map(count) => {
                path.open(false);
                levels.push(Level {
                    left: count.saturating_mul(2),
                    is_map: true,
                });
            }
            Value::Array(count) => {
                path.open(true);
                levels.push(Level {
                    left: count,
                    is_map: false,
                });
            }
            value => each(path.as_bytes(), value),
        }
        let mut is_done = !matches!(value, Value::Map(1..) | Value::Array(1..));
        while levels.last().is_some_and(|level| level.left == 0) {
            levels.pop();
            path.close();
            is_done = true;
        }
        match levels.last() {
            None if rest.is_empty() => return End::Whole,
            None => return End::Other,
            Some(level) if is_done && !level.is_map => path.next(),
            Some(_) => {}
        }
    }
}

/// Takes a value off the start: none where the bytes end within it, `Some(None)` where it is none.
fn value<'a>(rest: &mut &'a [u8]) -> Option<Option<Value<'a>>> {
    let first = *rest.split_off_first()?;
    let fixed = |count: u8| u64::from(first & count);
    Some(Some(match first {
        0x00..=0x7f => Value::Number(u64::from(first)),
        0x80..=0x8f => Value::Map(fixed(0x0f)),
        0x90..=0x9f => Value::Array(fixed(0x0f)),
        0xa0..=0xbf => bytes(rest, fixed(0x1f))?,
        0xc1 => return Some(None),
        0xc0 | 0xc2 | 0xc3 | 0xe0..=0xff => Value::Other,
        0xc4..=0xc6 => {
            let length = number(rest, 1 << (first - 0xc4))?;
            bytes(rest, length)?
        }
        0xc7..=0xc9 => {
            let length = number(rest, 1 << (first - 0xc7))?;
            bytes(rest, length + 1).map(|_| Value::Other)?
        }
        0xca => number(rest, 4).map(|_| Value::Other)?,
        0xcb => Value::Number(whole(f64::from_bits(number(rest, 8)?))),
        0xcc..=0xcf => Value::Number(number(rest, 1 << (first - 0xcc))?),
        0xd0..=0xd3 => Value::Number(number(rest, 1 << (first - 0xd0))?),
        0xd4..=0xd8 => bytes(rest, (1 << (first - 0xd4)) + 1).map(|_| Value::Other)?,
        0xd9..=0xdb => {
            let length = number(rest, 1 << (first - 0xd9))?;
            bytes(rest, length)?
        }
        0xdc | 0xdd => Value::Array(number(rest, 2 << (first - 0xdc))?),
        0xde | 0xdf => Value::Map(number(rest, 2 << (first - 0xde))?),
    }))
}

/// JavaScript's encoders write large whole numbers as floating point.
fn whole(number: f64) -> u64 {
    if number.fract() == 0.0 && (0.0..9e15).contains(&number) {
        number as u64
    } else {
        0
    }
}

fn bytes<'a>(rest: &mut &'a [u8], length: u64) -> Option<Value<'a>> {
    rest.split_off(..usize::try_from(length).ok()?)
        .map(Value::Bytes)
}

fn number(rest: &mut &[u8], length: usize) -> Option<u64> {
    let bytes = rest.split_off(..length)?;
    Some(
        bytes
            .iter()
            .fold(0, |number, byte| number << 8 | u64::from(*byte)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decoding::known::bytes;

    fn parts(bytes: &[u8]) -> Vec<(String, String)> {
        let mut parts = Vec::new();
        divide(bytes, &mut |part| {
            parts.push((
                String::from_utf8_lossy(part.name).into_owned(),
                String::from_utf8_lossy(&part.bytes).into_owned(),
            ));
        });
        parts
    }

    #[test]
    fn values_stand_under_their_paths() {
        // @msgpack/msgpack 3: encode({a: {b: [1, "x", {c: "d"}, [], "y"]}, f: "é", n: 12125550143})
        let packed =
            bytes("83a16181a16295 01a178 81a163a164 90a179 a166a2c3a9 a16ecf00000002d2bd363f");
        let expected = [
            ("$.a.b[1]", "x"),
            ("$.a.b[2].c", "d"),
            ("$.a.b[4]", "y"),
            ("$.f", "é"),
            ("$.n", "12125550143"),
        ];
        assert_eq!(
            parts(&packed),
            expected.map(|(name, value)| (name.to_owned(), value.to_owned()))
        );
        // Cut off behind what can be read.
        assert_eq!(parts(&packed[..packed.len() - 4]).len(), 4);
    }

    #[test]
    fn other_bytes_are_left() {
        for other in [
            &b"\x81"[..],
            b"\x80",
            b"\x82\xa1a\x01\xc1\x01",
            "ÜbÜb".as_bytes(),
            b"\x91\x05",
        ] {
            assert_eq!(parts(other), [], "{other:?}");
        }
    }
}
