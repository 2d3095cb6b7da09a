//! Tables that are part of the program. They are deflated: the first finding waits for them, and brotli would take twice
//! as long.

use crate::inflate::{Deflated, inflate};

/// The text of a table; nothing where the stream is broken.
pub fn table(stream: &[u8]) -> String {
    let inflated = inflate(stream, Deflated::Bare, usize::MAX);
    let bytes = inflated.ended.then_some(inflated.bytes);
    bytes
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::table;

    // node -p 'zlib.deflateRawSync("jane.doe@example.com").toString("hex")'
    const STREAM: &[u8] =
        b"\xcb\x4a\xcc\x4b\xd5\x4b\xc9\x4f\x75\x48\xad\x48\xcc\x2d\xc8\x49\xd5\x4b\xce\xcf\x05\x00";

    #[test]
    fn a_table_is_its_text() {
        assert_eq!(table(STREAM), "jane.doe@example.com");
        assert_eq!(table(&STREAM[..9]), "");
        assert_eq!(table(b"\x03\x00"), "");
    }
}
