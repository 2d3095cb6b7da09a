//! Words from captures made harmless where they are written.

use std::borrow::Cow;

/// A text without characters that steer a terminal or turn the direction of what follows: pages
/// choose the names of their parameters, and their URLs.
pub(crate) fn readable(text: &str) -> Cow<'_, str> {
    if text.contains(steers) {
        Cow::Owned(text.replace(steers, "\u{fffd}"))
    } else {
        Cow::Borrowed(text)
    }
}

fn steers(c: char) -> bool {
    // Unicode Standard Annex 9, 2: the explicit directional characters; 2028 and 2029 end lines.
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// A text that no spreadsheet takes for a formula.
///
/// See <https://owasp.org/www-community/attacks/CSV_Injection>.
pub(crate) fn for_spreadsheet(text: &str) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_do_not_reach_the_reader() {
        assert_eq!(
            readable("a\u{1b}[2Jb\u{202e}c\n"),
            "a\u{fffd}[2Jb\u{fffd}c\u{fffd}"
        );
        assert_eq!(readable("data › $.zoë"), "data › $.zoë");
    }

    #[test]
    fn formulas_are_quoted() {
        assert_eq!(for_spreadsheet("=1+1"), "'=1+1");
        assert_eq!(for_spreadsheet("a=1"), "a=1");
    }
}
