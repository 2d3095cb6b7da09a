//! What a URL writes with percent signs.

use std::borrow::Cow;

/// Text without its percent signs and with spaces for `+`. What is not UTF-8 then is left as it was.
pub(crate) fn decoded(text: &str) -> Cow<'_, str> {
    if !text.contains(['%', '+']) {
        return text.into();
    }
    let bytes = text.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = (byte == b'%')
            .then(|| u8::from_str_radix(text.get(at + 1..at + 3)?, 16).ok())
            .flatten();
        match escaped {
            Some(plain_byte) => {
                plain.push(plain_byte);
                at += 2;
            }
            None => plain.push(if byte == b'+' { b' ' } else { byte }),
        }
        at += 1;
    }
    String::from_utf8(plain).map_or(text.into(), Cow::Owned)
}
