//! Decodings: what unwraps bytes into bytes. One file each.

mod base64;
mod escapes;
mod hex;
mod inflate;
mod plausible;

pub use escapes::{unescape_html, unescape_json, unescape_percent};
pub use inflate::{embedded_gzip, inflate};

/// A decoding, as reports name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Decoding {
    /// Percent signs, beyond those of the framing.
    Percent,
    /// Backslashes, outside JSON.
    Json,
    /// HTML character references.
    Html,
    /// Base64 in any alphabet.
    Base64,
    /// Hexadecimal digits.
    Hex,
    /// gzip (RFC 1952).
    Gzip,
    /// zlib (RFC 1950).
    Zlib,
}

impl Decoding {
    /// Its name in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Json => "json",
            Self::Html => "html",
            Self::Base64 => "base64",
            Self::Hex => "hex",
            Self::Gzip => "gzip",
            Self::Zlib => "zlib",
        }
    }
}

/// Escapes that leave the rest of a view as it is: the view without them takes its place.
pub fn unescape(bytes: &[u8]) -> Option<(Decoding, Vec<u8>)> {
    unescape_percent(bytes)
        .map(|text| (Decoding::Percent, text))
        .or_else(|| unescape_html(bytes).map(|text| (Decoding::Html, text)))
        .or_else(|| escapes::unescape_backslashes(bytes).map(|text| (Decoding::Json, text)))
}

/// Hands on what stands encoded somewhere in a view.
pub fn decode(bytes: &[u8], each: &mut dyn FnMut(Decoding, Vec<u8>)) {
    base64::decode(bytes, &mut |decoded| each(Decoding::Base64, decoded));
    hex::decode(bytes, &mut |decoded| each(Decoding::Hex, decoded));
}
