//! Quoted-printable. Reference: RFC 2045 section 6.7.
//!
//! What it finds: `=40`, and lines broken by `=`, in text that has no other equals signs. The
//! decoded text is looked at beside the text as it is, since `a=40` is more often a field of 40.
//! What it misses: control characters; and lower-case digits, which the RFC forbids.

/// Decodes; none where there is an equals sign that no encoder writes, or none that escapes what
/// has to be.
pub fn decode(bytes: &[u8]) -> Option<Vec<u8>> {
    // A query string has ampersands; one that is quoted has its own equals signs quoted too.
    if bytes.contains(&b'&') && memchr::memmem::find(bytes, b"=3D").is_none() {
        return None;
    }
    let mut escapes = memchr::memchr_iter(b'=', bytes).map(|at| escape(&bytes[at + 1..]));
    let mut needed = false;
    let sound = escapes.all(|escape| match escape {
        Some((byte, _)) => {
            needed |= byte.is_none_or(|byte| !byte.is_ascii_alphanumeric());
            true
        }
        None => false,
    });
    if !sound || !needed {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = memchr::memchr(b'=', rest) {
        out.extend_from_slice(&rest[..at]);
        rest = &rest[at + 1..];
        match escape(rest) {
            Some((byte, length)) => {
                out.extend(byte);
                rest = &rest[length..];
            }
            None => out.push(b'='),
        }
    }
    out.extend_from_slice(rest);
    let has_control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t' | b'\r' | b'\n');
    (!out.iter().any(has_control)).then_some(out)
}

/// The byte that stands behind an equals sign, none for a line break, and its length.
fn escape(text: &[u8]) -> Option<(Option<u8>, usize)> {
    let digit = |byte: u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    };
    match *text {
        [b'\r', b'\n', ..] => Some((None, 2)),
        [b'\n', ..] => Some((None, 1)),
        [high, low, ..] => Some((Some(digit(high)? << 4 | digit(low)?), 2)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_and_broken_lines_are_decoded() {
        // python3 -c 'import quopri; print(quopri.encodestring("José@x = y".encode()))'
        assert_eq!(
            decode(b"Jos=C3=A9@x =3D y").as_deref(),
            Some("José@x = y".as_bytes())
        );
        assert_eq!(
            decode(b"jane.=\r\ndoe=\nx").as_deref(),
            Some(&b"jane.doex"[..])
        );
        assert_eq!(decode(b"a=b and c = d=3"), None);
    }
}
