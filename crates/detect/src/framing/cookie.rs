//! The `Cookie` header. Reference: RFC 6265 section 4.2.

use super::Framed;
use std::borrow::Cow;

/// Divides a `Cookie` header into its cookies.
pub fn cookies(header: &[u8], each: &mut dyn FnMut(Framed<'_>)) {
    for pair in header.split(|byte| *byte == b';') {
        let pair = pair.trim_ascii();
        let (name, value) = match pair.iter().position(|byte| *byte == b'=') {
            Some(at) => (&pair[..at], &pair[at + 1..]),
            None => (&b""[..], pair),
        };
        each(Framed {
            name,
            bytes: Cow::Borrowed(value),
        });
    }
}
