//! Several messages in one body, one a line: NDJSON, and several query strings as Google
//! Analytics 4 sends its events.

use super::Framed;
use std::borrow::Cow;

/// Divides a view of several lines that each look like JSON or a query string.
pub fn divide(bytes: &[u8], each: &mut dyn FnMut(Framed<'_>)) -> bool {
    let lines = || {
        bytes
            .split(|byte| matches!(byte, b'\n' | b'\r'))
            .map(<[u8]>::trim_ascii)
            .filter(|line| !line.is_empty())
    };
    if lines().nth(1).is_none() || !lines().take(2).all(is_message) {
        return false;
    }
    for line in lines() {
        each(Framed {
            name: "",
            bytes: Cow::Borrowed(line),
        });
    }
    true
}

fn is_message(line: &[u8]) -> bool {
    let (first, last) = (line[0], line[line.len() - 1]);
    let json = matches!((first, last), (b'{', b'}') | (b'[', b']'));
    let query = line.contains(&b'=') && !line.iter().any(u8::is_ascii_whitespace);
    json || query
}
