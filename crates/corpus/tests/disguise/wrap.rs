//! What a value can be wrapped in.

use super::encode;

/// One layer around a value.
#[derive(Clone, Copy, Debug)]
pub enum Wrap {
    /// Every byte as `%xx`.
    Percent,
    /// RFC 4648 4.
    Base64,
    /// RFC 4648 5, without padding.
    Base64Url,
    /// Two digits a byte.
    Hex,
    /// The same in capitals.
    HexUpper,
    /// RFC 1952.
    Gzip,
    /// RFC 1950.
    Zlib,
    /// Every character as a character reference.
    Html,
    /// A field of a JSON object; bytes that are no text as one character a byte.
    JsonField,
    /// An item in an array deeper in JSON.
    JsonNest,
    /// A parameter of a query string.
    Query,
    /// The query of a page's URL.
    PageUrl,
}

impl Wrap {
    /// Every wrap.
    pub const ALL: [Self; 12] = [
        Self::Percent,
        Self::Base64,
        Self::Base64Url,
        Self::Hex,
        Self::HexUpper,
        Self::Gzip,
        Self::Zlib,
        Self::Html,
        Self::JsonField,
        Self::JsonNest,
        Self::Query,
        Self::PageUrl,
    ];

    /// Whether anybody would put this layer around these bytes.
    pub fn takes(self, bytes: &[u8]) -> bool {
        !matches!(self, Self::Html) || std::str::from_utf8(bytes).is_ok()
    }

    /// The bytes with this layer around them.
    pub fn around(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Percent => encode::percent_all(bytes).into_bytes(),
            Self::Base64 => encode::base64(bytes, encode::STANDARD, true).into_bytes(),
            Self::Base64Url => encode::base64(bytes, encode::URL_SAFE, false).into_bytes(),
            Self::Hex => encode::hex(bytes).into_bytes(),
            Self::HexUpper => encode::hex(bytes).to_uppercase().into_bytes(),
            Self::Gzip => encode::gzip(bytes),
            Self::Zlib => encode::zlib(bytes),
            Self::Html => encode::html(bytes).into_bytes(),
            Self::JsonField => {
                format!("{{\"n\":17,\"v\":{}}}", encode::json_string(bytes)).into_bytes()
            }
            Self::JsonNest => format!(
                "{{\"a\":[1,{{\"b\":{}}},null]}}",
                encode::json_string(bytes)
            )
            .into_bytes(),
            Self::Query => format!("n=17&v={}&z=", encode::percent(bytes)).into_bytes(),
            Self::PageUrl => format!(
                "https://shop.example.org/p?n=17&v={}",
                encode::percent(bytes)
            )
            .into_bytes(),
        }
    }

    /// Its name in a chain; none for framings.
    pub fn decoding(self) -> Option<&'static str> {
        match self {
            Self::Percent => Some("percent"),
            Self::Base64 | Self::Base64Url => Some("base64"),
            Self::Hex | Self::HexUpper => Some("hex"),
            Self::Gzip => Some("gzip"),
            Self::Zlib => Some("zlib"),
            Self::Html => Some("html"),
            Self::JsonField | Self::JsonNest | Self::Query | Self::PageUrl => None,
        }
    }
}
