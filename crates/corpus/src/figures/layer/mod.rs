//! One layer around some bytes: what encoders, compressors and framings of real code do to them.

mod binary;
mod lz;
mod text;

use super::chance::Chance;
use super::encode;

/// A layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    Percent,
    PercentAll,
    PercentLower,
    PercentU,
    Plus,
    Html,
    HtmlNamed,
    JsonU,
    BackslashX,
    BackslashBrace,
    QuotedPrintable,
    Base64,
    Base64Unpadded,
    Base64Url,
    Base64Dashed,
    Base64Mime,
    Base64Inside,
    Base32,
    Base58,
    Hex,
    HexUpper,
    Jwt,
    Gzip,
    Zlib,
    Deflate,
    Brotli,
    Zstd,
    LzBase64,
    LzUri,
    LzBytes,
    LzUtf16,
    Utf16Le,
    Utf16Be,
    JsonField,
    JsonInJson,
    JsonLatin1,
    Query,
    PageUrl,
    CrlfQueries,
    Ndjson,
    Envelope,
    Headed,
    Multipart,
    Protobuf,
    MsgPack,
    LengthPrefixed,
}

use Layer::*;

const COMPRESSORS: &[Layer] = &[
    Gzip, Zlib, Deflate, Brotli, Zstd, LzBase64, LzUri, LzBytes, LzUtf16,
];
const BINARY: &[Layer] = &[Protobuf, MsgPack, LengthPrefixed, Headed, Utf16Le, Utf16Be];
const BASE64: &[Layer] = &[
    Base64,
    Base64Unpadded,
    Base64Url,
    Base64Dashed,
    Base64Mime,
    Base64Inside,
    Jwt,
];
/// Bytes as letters of other alphabets than base64's.
const SPELLED: &[Layer] = &[Base32, Base58, Hex, HexUpper];
const ENCODERS: &[Layer] = &[
    Base64,
    Base64Unpadded,
    Base64Url,
    Base64Dashed,
    Base64Mime,
    Base64Inside,
    Jwt,
    Base32,
    Base58,
    Hex,
    HexUpper,
];
const ESCAPES: &[Layer] = &[
    JsonU,
    BackslashX,
    BackslashBrace,
    QuotedPrintable,
    HtmlNamed,
    Html,
    PercentU,
];

impl Layer {
    /// What goes around text.
    const OF_TEXT: &[Self] = &[
        Percent,
        Percent,
        Percent,
        PercentAll,
        PercentLower,
        PercentU,
        Plus,
        Html,
        HtmlNamed,
        JsonU,
        BackslashX,
        BackslashBrace,
        QuotedPrintable,
        Base64,
        Base64,
        Base64Unpadded,
        Base64Url,
        Base64Dashed,
        Base64Mime,
        Base64Inside,
        Base32,
        Base58,
        Hex,
        HexUpper,
        Jwt,
        Gzip,
        Gzip,
        Zlib,
        Deflate,
        Brotli,
        Zstd,
        LzBase64,
        LzUri,
        LzBytes,
        LzUtf16,
        Utf16Le,
        Utf16Be,
        JsonField,
        JsonField,
        JsonInJson,
        Query,
        Query,
        PageUrl,
        CrlfQueries,
        Ndjson,
        Envelope,
        Multipart,
        Protobuf,
        MsgPack,
        LengthPrefixed,
    ];
    /// What goes around bytes that are no text.
    const OF_BYTES: &[Self] = &[
        Percent,
        Base64,
        Base64,
        Base64,
        Base64Unpadded,
        Base64Url,
        Base64Dashed,
        Base64Mime,
        Base64Inside,
        Base32,
        Hex,
        HexUpper,
        JsonLatin1,
        Headed,
        Multipart,
        Protobuf,
        MsgPack,
        LengthPrefixed,
    ];

    /// A layer that real code would put around these bytes, after the ones that are there.
    pub fn draw(bytes: &[u8], chain: &[Self], chance: &mut Chance) -> Self {
        let text = std::str::from_utf8(bytes);
        loop {
            let layer = chance.pick(if text.is_ok() {
                Self::OF_TEXT
            } else {
                Self::OF_BYTES
            });
            if layer.suits(bytes, chain) {
                return layer;
            }
        }
    }

    /// Whether anybody would put it there.
    fn suits(self, bytes: &[u8], chain: &[Self]) -> bool {
        let text = std::str::from_utf8(bytes).ok();
        let any = |of: &[Self]| chain.iter().any(|layer| of.contains(layer));
        let count = |of: &[Self]| chain.iter().filter(|layer| of.contains(layer)).count();
        // Text for localStorage, which is sent as text or not at all.
        if chain.last() == Some(&LzUtf16) {
            return matches!(self, Percent | JsonField | JsonInJson | Query);
        }
        match self {
            // Compressors are for documents as scripts write them, and nobody compresses twice.
            Gzip | Zlib | Deflate | Brotli | Zstd | LzBase64 | LzUri | LzBytes | LzUtf16 => {
                bytes.len() >= 80
                    && !any(COMPRESSORS)
                    && !any(BINARY)
                    && count(ENCODERS) <= 1
                    && text.is_some_and(|text| is_document(text.trim_start()))
            }
            // Events go into one binary framing, not into several around each other.
            Protobuf | MsgPack => !any(BINARY) && !any(SPELLED),
            // What a compressor's stream is written behind, or into a string of.
            Headed | JsonLatin1 => matches!(chain.last(), Some(Gzip | Zlib)),
            // Raw strings behind their lengths, as they are in memory.
            LengthPrefixed => !any(BINARY) && !any(SPELLED) && !any(COMPRESSORS),
            // What Windows and Java make of text before they encode it.
            Utf16Le | Utf16Be => matches!(chain, [] | [JsonField]),
            // These are for values, and written out by hand: nobody puts documents or data into them.
            Base58 => bytes.len() <= 256 && chain.is_empty(),
            QuotedPrintable => chain.is_empty(),
            JsonU | BackslashX | BackslashBrace | HtmlNamed | Html | PercentU => {
                !any(ESCAPES) && !any(COMPRESSORS) && !any(BINARY) && !any(ENCODERS)
            }
            Base32 => !any(ENCODERS) && !any(COMPRESSORS) && !any(BINARY) && bytes.len() <= 1_024,
            Hex | HexUpper => !any(SPELLED) && bytes.len() <= 4_096,
            Base64 | Base64Unpadded | Base64Url | Base64Dashed => count(BASE64) < 2,
            // What cannot be told by its look has a parameter of its own, or nobody could read it.
            Base64Inside => {
                count(BASE64) < 2 && !chain.last().is_some_and(|last| last.is_unmarked())
            }
            Base64Mime => !any(BASE64),
            Plus => {
                chain.is_empty()
                    && text
                        .is_some_and(|text| text.contains(' ') && !text.contains(['+', '&', '{']))
            }
            Jwt => chain.is_empty() && text.is_some_and(|text| text.starts_with('{')),
            CrlfQueries => {
                text.is_some_and(|text| {
                    text.contains('=') && !text.contains(['{', '<', '\n', ' ', '"', '\0'])
                }) && !any(ENCODERS)
            }
            Ndjson => text.is_some_and(|text| text.starts_with('{') && !text.contains('\n')),
            Percent | PercentAll | PercentLower => count(&[Percent, PercentAll, PercentLower]) < 3,
            _ => true,
        }
    }

    /// Whether what it makes has nothing by which it can be told.
    pub fn is_unmarked(self) -> bool {
        matches!(
            self,
            Deflate | Brotli | LzBase64 | LzUri | LzBytes | LzUtf16 | Base32 | Base58
        )
    }

    /// Whether a value so written stands in a list as it is.
    pub fn is_plain(self) -> bool {
        matches!(
            self,
            Base64 | Base64Unpadded | Base64Url | Hex | HexUpper | Jwt
        )
    }

    /// The bytes with this layer around them; none where a coder refuses them.
    pub fn around(self, bytes: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
        match self {
            Gzip => return binary::gzip(bytes, chance),
            Zlib => return binary::zlib(bytes, chance),
            Deflate => return binary::deflate(bytes, chance),
            Brotli => return binary::brotli(bytes, chance),
            Zstd => return binary::zstd(bytes, chance),
            Protobuf => return Some(binary::protobuf(bytes, chance)),
            MsgPack => return Some(binary::msgpack(bytes, chance)),
            LengthPrefixed => return Some(binary::length_prefixed(bytes, chance)),
            Multipart => return Some(binary::multipart(bytes, chance)),
            Headed => return Some(binary::headed(bytes, chance)),
            _ => {}
        }
        let encoded = match self {
            Percent => encode::percent(bytes),
            PercentAll => encode::percent_all(bytes),
            PercentLower => encode::percent(bytes)
                .replace("%2F", "%2f")
                .replace("%3A", "%3a")
                .replace("%3D", "%3d")
                .replace("%7B", "%7b"),
            Base64 => encode::base64(bytes, encode::STANDARD, true),
            Base64Unpadded => encode::base64(bytes, encode::STANDARD, false),
            Base64Url => encode::base64(bytes, encode::URL_SAFE, false),
            Base64Dashed => encode::base64(bytes, encode::DASHED, false),
            Base64Mime => text::lines(&encode::base64(bytes, encode::STANDARD, true)),
            Base64Inside => text::base64_inside(bytes, chance),
            Base32 => encode::base32(bytes, chance.once_in(2)),
            Base58 => encode::base58(bytes),
            Hex => encode::hex(bytes),
            HexUpper => encode::hex(bytes).to_uppercase(),
            JsonLatin1 => format!("{{\"type\":2,\"data\":{}}}", encode::json_latin1(bytes)),
            _ => return text::around(self, std::str::from_utf8(bytes).ok()?, chance),
        };
        Some(encoded.into_bytes())
    }
}

/// A document is JSON, a query string or markup; a lone value is not compressed.
fn is_document(text: &str) -> bool {
    text.starts_with(['{', '[', '<']) || text.contains('=') || text.contains(' ')
}
