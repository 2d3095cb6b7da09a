//! Which kinds of bytes stand in a view: one pass, after which nearly every framing and decoding is known to have
//! nothing to do there.

use std::ops::BitOr;

/// A set of kinds of bytes. Every byte is of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kinds(u32);

impl Kinds {
    /// `0` to `9`.
    pub const DIGIT: Self = Self(1);
    /// Letters that are hex digits, in lower case.
    pub const HEX_LOWER: Self = Self(1 << 1);
    /// The same in upper case.
    pub const HEX_UPPER: Self = Self(1 << 2);
    /// Other letters.
    const OTHER_LOWER: Self = Self(1 << 22);
    const OTHER_UPPER: Self = Self(1 << 23);
    /// `+`.
    pub const PLUS: Self = Self(1 << 3);
    /// `/`.
    pub const SLASH: Self = Self(1 << 4);
    /// `-`.
    pub const HYPHEN: Self = Self(1 << 5);
    /// `_`.
    pub const UNDERSCORE: Self = Self(1 << 6);
    /// `=`.
    pub const EQUALS: Self = Self(1 << 7);
    /// `%`.
    pub const PERCENT: Self = Self(1 << 8);
    /// `&`.
    pub const AMPERSAND: Self = Self(1 << 9);
    /// A backslash.
    pub const BACKSLASH: Self = Self(1 << 10);
    /// `:`.
    pub const COLON: Self = Self(1 << 11);
    /// `;` and `,`.
    pub const LIST: Self = Self(1 << 12);
    /// `|`.
    pub const BAR: Self = Self(1 << 13);
    /// `{` and `[`.
    pub const OPENING: Self = Self(1 << 14);
    /// `$`.
    pub const DOLLAR: Self = Self(1 << 15);
    /// What else is printable.
    pub const PUNCTUATION: Self = Self(1 << 16);
    /// Space and tab.
    pub const SPACE: Self = Self(1 << 17);
    /// Line feed and carriage return.
    pub const BREAK: Self = Self(1 << 18);
    /// Zero.
    pub const NUL: Self = Self(1 << 19);
    /// What else no text has.
    pub const CONTROL: Self = Self(1 << 20);
    /// Beyond ASCII.
    pub const HIGH: Self = Self(1 << 21);
    /// `@`.
    pub const AT: Self = Self(1 << 25);
    /// Not a kind: whether the bytes that are [`Kinds::HIGH`] are not UTF-8.
    const BROKEN: Self = Self(1 << 24);

    const LOWER: Self = Self(Self::HEX_LOWER.0 | Self::OTHER_LOWER.0);
    /// Letters in upper case.
    pub const UPPER: Self = Self(Self::HEX_UPPER.0 | Self::OTHER_UPPER.0);
    /// Letters.
    pub const LETTER: Self = Self(Self::LOWER.0 | Self::UPPER.0);
    /// Letters that are hex digits, in either case.
    pub const HEX_LETTER: Self = Self(Self::HEX_LOWER.0 | Self::HEX_UPPER.0);
    /// Letters and digits.
    pub const WORD: Self = Self(Self::DIGIT.0 | Self::LETTER.0);
    /// Characters of base64 in any of its alphabets, its padding included.
    pub const BASE64: Self = Self(
        Self::WORD.0
            | Self::PLUS.0
            | Self::SLASH.0
            | Self::HYPHEN.0
            | Self::UNDERSCORE.0
            | Self::EQUALS.0,
    );
    /// Words and what usually stands between them.
    pub const PLAIN: Self = Self(
        Self::WORD.0
            | Self::HYPHEN.0
            | Self::UNDERSCORE.0
            | Self::SLASH.0
            | Self::COLON.0
            | Self::PUNCTUATION.0
            | Self::AT.0
            | Self::LIST.0
            | Self::BAR.0
            | Self::SPACE.0,
    );
    /// What may divide a value into others or escape something in it; white space but for line breaks does not.
    pub const STRUCTURE: Self = Self(
        Self::SLASH.0
            | Self::EQUALS.0
            | Self::PERCENT.0
            | Self::AMPERSAND.0
            | Self::BACKSLASH.0
            | Self::LIST.0
            | Self::BAR.0
            | Self::OPENING.0
            | Self::BREAK.0
            | Self::NUL.0
            | Self::CONTROL.0
            | Self::HIGH.0,
    );
    /// White space.
    pub const BLANK: Self = Self(Self::SPACE.0 | Self::BREAK.0);

    /// Those of nothing.
    pub const NONE: Self = Self(0);

    /// The kinds of some bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut four = [0; 4];
        let (groups, rest) = bytes.as_chunks::<4>();
        for group in groups {
            for (kinds, byte) in four.iter_mut().zip(group) {
                *kinds |= KIND_OF[usize::from(*byte)];
            }
        }
        let kinds = rest
            .iter()
            .fold(four[0] | four[1] | four[2] | four[3], |kinds, byte| {
                kinds | KIND_OF[usize::from(*byte)]
            });
        Self(kinds).judged(bytes)
    }

    /// With one more byte's, for who looks at each anyway; [`Kinds::judged`] ends it.
    #[inline(always)]
    pub fn with(self, byte: u8) -> Self {
        Self(self.0 | KIND_OF[usize::from(byte)])
    }

    /// The kinds of all of some bytes, when those of each are known.
    pub fn judged(self, bytes: &[u8]) -> Self {
        if self.has(Self::HIGH) && std::str::from_utf8(bytes).is_err() {
            self | Self::BROKEN
        } else {
            self
        }
    }

    /// These and those.
    #[inline(always)]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether any of these stands there.
    #[inline(always)]
    pub const fn has(self, any: Self) -> bool {
        self.0 & any.0 != 0
    }

    /// Whether nothing else stands there.
    #[inline(always)]
    pub const fn only(self, these: Self) -> bool {
        self.0 & !these.0 == 0
    }

    /// Whether letters of both cases stand there.
    #[inline(always)]
    pub const fn is_mixed(self) -> bool {
        self.has(Self::LOWER) && self.has(Self::UPPER)
    }

    /// Whether the bytes are text and nothing else.
    #[inline(always)]
    pub const fn is_text(self) -> bool {
        !self.has(Self(Self::NUL.0 | Self::CONTROL.0 | Self::BROKEN.0))
    }

    /// Whether the bytes are ASCII.
    #[inline(always)]
    pub const fn is_ascii(self) -> bool {
        !self.has(Self::HIGH)
    }
}

impl BitOr for Kinds {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        self.or(other)
    }
}

static KIND_OF: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = kind_of(byte as u8).0;
        byte += 1;
    }
    table
};

const fn kind_of(byte: u8) -> Kinds {
    match byte {
        b'0'..=b'9' => Kinds::DIGIT,
        b'a'..=b'f' => Kinds::HEX_LOWER,
        b'A'..=b'F' => Kinds::HEX_UPPER,
        b'g'..=b'z' => Kinds::OTHER_LOWER,
        b'G'..=b'Z' => Kinds::OTHER_UPPER,
        b'+' => Kinds::PLUS,
        b'/' => Kinds::SLASH,
        b'-' => Kinds::HYPHEN,
        b'_' => Kinds::UNDERSCORE,
        b'=' => Kinds::EQUALS,
        b'%' => Kinds::PERCENT,
        b'&' => Kinds::AMPERSAND,
        b'\\' => Kinds::BACKSLASH,
        b':' => Kinds::COLON,
        b';' | b',' => Kinds::LIST,
        b'|' => Kinds::BAR,
        b'{' | b'[' => Kinds::OPENING,
        b'$' => Kinds::DOLLAR,
        b'@' => Kinds::AT,
        b' ' | b'\t' => Kinds::SPACE,
        b'\n' | b'\r' => Kinds::BREAK,
        0 => Kinds::NUL,
        b'!'..=b'~' => Kinds::PUNCTUATION,
        0x80.. => Kinds::HIGH,
        _ => Kinds::CONTROL,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_told_from_other_bytes() {
        for text in ["", "a", "Jane Doe\t\r\n", "Łódź", "~`^"] {
            assert!(Kinds::of(text.as_bytes()).is_text(), "{text}");
        }
        for bytes in [&b"a\0"[..], b"\x7f", b"abcdef\x1b", b"\xff", b"caf\xe9 a"] {
            assert!(!Kinds::of(bytes).is_text(), "{bytes:?}");
        }
    }

    #[test]
    fn every_byte_is_of_one_kind() {
        for byte in 0..=255 {
            assert_eq!(kind_of(byte).0.count_ones(), 1, "{byte}");
        }
        assert!(Kinds::of(b"0aF").only(Kinds::DIGIT | Kinds::HEX_LETTER));
        assert!(Kinds::of(b"x+/-_=").only(Kinds::BASE64));
        assert!(!Kinds::of(b"a b").only(Kinds::BASE64));
    }
}
