//! Recipes: how a value becomes a digest. By one algorithm, by two, or encoded first.

use super::algorithm::{Algorithm, Sum};
use std::borrow::Cow;
use std::fmt::Write;
use std::ops::RangeInclusive;

/// How a digest was made of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recipe {
    /// Of the value itself.
    Plain(Algorithm),
    /// Of a digest of the value.
    Twice {
        /// What was used last.
        outer: Algorithm,
        /// What was used first.
        inner: Algorithm,
        /// How the inner digest was written.
        writing: Writing,
    },
    /// Of the value in an encoding.
    Encoded {
        /// The algorithm.
        outer: Algorithm,
        /// The encoding.
        encoding: Encoding,
    },
}

/// How a digest is written for the next algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// Hex in lower case.
    Lower,
    /// Hex in upper case.
    Upper,
    /// As bytes.
    Raw,
}

/// How a value is encoded before it is digested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Base64 (RFC 4648 section 4), padded.
    Base64,
    /// Percent signs, as ECMAScript's `encodeURIComponent` sets them.
    Percent,
    /// Hex in lower case.
    Hex,
}

impl Recipe {
    /// Its name in reports: `sha256`, `sha256(md5)`, `sha256(base64)`.
    pub fn name(self) -> String {
        match self {
            Self::Plain(algorithm) => algorithm.as_str().to_owned(),
            Self::Twice { outer, inner, .. } => format!("{}({})", outer.as_str(), inner.as_str()),
            Self::Encoded { outer, encoding } => {
                format!("{}({})", outer.as_str(), encoding.as_str())
            }
        }
    }

    /// The digest that it makes of `value`.
    pub fn digest(self, value: &[u8]) -> Sum {
        match self {
            Self::Plain(algorithm) => algorithm.digest(value),
            Self::Twice {
                outer,
                inner,
                writing,
            } => outer.digest(&writing.write(inner.digest(value).as_bytes())),
            Self::Encoded { outer, encoding } => outer.digest(&encoding.encode(value)),
        }
    }
}

/// Hands on every digest of `value` that has so many bits, by which recipe it is made, and the digest.
pub fn each_digest(value: &[u8], bits: &RangeInclusive<usize>, each: &mut dyn FnMut(Recipe, Sum)) {
    let fits = |algorithm: &Algorithm| bits.contains(&algorithm.bits());
    for algorithm in Algorithm::ALL.into_iter().filter(fits) {
        each(Recipe::Plain(algorithm), algorithm.digest(value));
    }
    if !Algorithm::COMMON.iter().any(fits) {
        return;
    }
    for inner in Algorithm::COMMON {
        let sum = inner.digest(value);
        for writing in Writing::ALL {
            let written = writing.write(sum.as_bytes());
            for outer in Algorithm::COMMON.into_iter().filter(fits) {
                let recipe = Recipe::Twice {
                    outer,
                    inner,
                    writing,
                };
                each(recipe, outer.digest(&written));
            }
        }
    }
    for encoding in Encoding::ALL {
        let encoded = encoding.encode(value);
        if *encoded == *value {
            continue;
        }
        for outer in Algorithm::COMMON.into_iter().filter(fits) {
            each(Recipe::Encoded { outer, encoding }, outer.digest(&encoded));
        }
    }
}

/// The same, of those that are worth making of a spelling that hardly anybody digests.
pub fn each_common_digest(
    value: &[u8],
    bits: &RangeInclusive<usize>,
    each: &mut dyn FnMut(Recipe, Sum),
) {
    let common = Algorithm::ALL[..6].iter();
    for algorithm in common.filter(|algorithm| bits.contains(&algorithm.bits())) {
        each(Recipe::Plain(*algorithm), algorithm.digest(value));
    }
}

impl Writing {
    const ALL: [Self; 3] = [Self::Lower, Self::Upper, Self::Raw];

    fn write(self, digest: &[u8]) -> Cow<'_, [u8]> {
        match self {
            Self::Lower => Cow::Owned(hex(digest, b"0123456789abcdef")),
            Self::Upper => Cow::Owned(hex(digest, b"0123456789ABCDEF")),
            Self::Raw => Cow::Borrowed(digest),
        }
    }
}

impl Encoding {
    const ALL: [Self; 3] = [Self::Base64, Self::Percent, Self::Hex];

    const fn as_str(self) -> &'static str {
        match self {
            Self::Base64 => "base64",
            Self::Percent => "percent",
            Self::Hex => "hex",
        }
    }

    /// The value in the encoding.
    pub fn encode(self, value: &[u8]) -> Vec<u8> {
        match self {
            Self::Base64 => base64(value),
            Self::Percent => percent(value),
            Self::Hex => hex(value, b"0123456789abcdef"),
        }
    }
}

fn hex(bytes: &[u8], digits: &[u8; 16]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() * 2);
    for byte in bytes {
        out.extend([
            digits[usize::from(byte >> 4)],
            digits[usize::from(byte & 15)],
        ]);
    }
    out
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = Vec::with_capacity(bytes.len().div_ceil(3) * 4);
    for group in bytes.chunks(3) {
        let byte = |at: usize| u32::from(group.get(at).copied().unwrap_or(0));
        let held = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            out.push(if at <= group.len() {
                ALPHABET[(held >> (18 - 6 * at)) as usize & 63]
            } else {
                b'='
            });
        }
    }
    out
}

/// Reference: ECMA-262, `encodeURIComponent`.
fn percent(bytes: &[u8]) -> Vec<u8> {
    let mut out = String::with_capacity(bytes.len() * 2);
    for &byte in bytes {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_encoded_as_specified() {
        // RFC 4648 section 10.
        for (text, encoded) in [
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
        ] {
            assert_eq!(base64(text.as_bytes()), encoded.as_bytes());
        }
        assert_eq!(percent("a b@ü".as_bytes()), b"a%20b%40%C3%BC");
        assert_eq!(Writing::Upper.write(&[0xab, 0x0c]).as_ref(), b"AB0C");
    }

    #[test]
    fn each_digest_is_what_its_recipe_makes() {
        // Plain, twice (by three inner ones in three writings), encoded in three ways.
        for (bits, count) in [
            (1..=512, 19 + 27 + 9),
            (1..=128, 6 + 9 + 3),
            (129..=256, 7 + 18 + 6),
            (257..=512, 6),
        ] {
            let mut number = 0;
            each_digest(b"jane.doe@example.com", &bits, &mut |recipe, sum| {
                number += 1;
                let again = recipe.digest(b"jane.doe@example.com");
                assert_eq!(again.as_bytes(), sum.as_bytes(), "{}", recipe.name());
                assert!(bits.contains(&(sum.as_bytes().len() * 8)));
            });
            assert_eq!(number, count);
        }
    }
}
