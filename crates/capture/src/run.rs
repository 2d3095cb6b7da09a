//! What is certainly a string's inside, passed quickly: most of a HAR.
//!
//! A response's body has an escape every few dozen bytes; whoever stops at each of them is as slow as a parser.

/// So many bytes are passed at once.
const STEP: usize = 64;
/// So many before tell whether a quote may be escaped.
const BEFORE: usize = 2;

/// How many bytes, of which the first is not escaped, certainly go on with the string that `start` is in; and the
/// byte behind them is not escaped.
pub(crate) fn length(chunk: &[u8], start: usize) -> usize {
    let Some(first) = start.checked_sub(BEFORE) else {
        return 0;
    };
    let mut length = 0;
    while let Some(rest) = chunk.get(first + length..)
        && let Some(step) = rest.first_chunk()
        && goes_on(step)
    {
        length += STEP;
    }
    length
}

/// Whether the last [`STEP`] of these bytes go on with a string. Every test is made for every byte: so the compiler
/// makes them for sixteen at once.
#[inline]
fn goes_on(bytes: &[u8; BEFORE + STEP]) -> bool {
    let mut stops = false;
    for at in BEFORE..bytes.len() {
        let quote = bytes[at] == b'"';
        // Behind one backslash it is escaped; behind two or more it may not be.
        let escaped = (bytes[at - 1] == b'\\') & (bytes[at - 2] != b'\\');
        stops |= quote & !escaped;
    }
    !stops & (bytes[bytes.len() - 1] != b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_text_full_of_escaped_quotes_is_passed() {
        let text = br#"say \"hi\" and \u003cgo\u003e\n "#.repeat(32);
        assert_eq!(length(&text, 2), (text.len() - 2) / STEP * STEP);
        assert_eq!(length(&text, 1), 0);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_passed_goes_on_with_the_string(
            text in prop::collection::vec(prop_oneof![
                8 => Just("some text without anything in it"),
                2 => prop::sample::select(vec!["\\\"", "\\\\", "\\\\\"", "\\n"]),
                1 => prop::sample::select(vec!["\"", "\\", "\n"]),
            ], 0..40),
            start in 2..20_usize,
        ) {
            let text = text.concat().into_bytes();
            prop_assume!(start < text.len());
            let before = text[..start].iter().rev().take_while(|byte| **byte == b'\\').count();
            prop_assume!(before % 2 == 0);
            let passed = length(&text, start);
            let mut escaped = false;
            for byte in &text[start..start + passed] {
                prop_assert!(escaped || *byte != b'"');
                escaped = !escaped && *byte == b'\\';
            }
            prop_assert!(!escaped);
        }
    }
}
