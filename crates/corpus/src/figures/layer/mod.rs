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
    Xml,
}

use Layer::*;

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
        Xml,
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
        let last = chain.last();
        let packed = chain.iter().any(|layer| layer.compresses());
        match self {
            // Compressors are for documents, and nobody compresses twice.
            _ if self.compresses() => {
                bytes.len() >= 80
                    && !packed
                    && text.is_some_and(|text| is_document(text.trim_start()))
            }
            // Binary framings go around events, once.
            Protobuf | MsgPack | LengthPrefixed | Headed | Utf16Le | Utf16Be => {
                !packed_twice(chain, self)
            }
            // Nobody unpacks this later.
            Base58 => bytes.len() <= 256 && chain.is_empty(),
            Base32 | Hex | HexUpper => {
                !chain
                    .iter()
                    .any(|layer| matches!(layer, Base32 | Hex | HexUpper | Base58))
                    && bytes.len() <= 4_096
            }
            Base64 | Base64Unpadded | Base64Url | Base64Dashed | Base64Mime | Base64Inside => {
                chain.iter().filter(|layer| layer.is_base64()).count() < 2
            }
            // Escapes of characters: by whoever writes text out, so once and next to the value.
            JsonU | BackslashX | BackslashBrace | QuotedPrintable | HtmlNamed | Html | PercentU => {
                !chain.iter().any(|layer| {
                    matches!(
                        layer,
                        JsonU
                            | BackslashX
                            | BackslashBrace
                            | QuotedPrintable
                            | HtmlNamed
                            | Html
                            | PercentU
                    )
                }) && !packed
            }
            Plus => {
                text.is_some_and(|text| text.contains(' '))
                    && last != Some(&Plus)
                    && !bytes.contains(&b'+')
                    && !bytes.contains(&b'&')
            }
            Jwt => chain.is_empty() && text.is_some_and(|text| text.starts_with('{')),
            CrlfQueries => text.is_some_and(|text| {
                text.contains('=') && !text.contains(['{', '<', '\n', ' ', '"'])
            }),
            Ndjson => text.is_some_and(|text| text.starts_with('{') && !text.contains('\n')),
            Percent | PercentAll | PercentLower => {
                chain
                    .iter()
                    .filter(|layer| matches!(layer, Percent | PercentAll | PercentLower))
                    .count()
                    < 3
            }
            _ => true,
        }
    }

    fn compresses(self) -> bool {
        matches!(
            self,
            Gzip | Zlib | Deflate | Brotli | Zstd | LzBase64 | LzUri | LzBytes | LzUtf16
        )
    }

    fn is_base64(self) -> bool {
        matches!(
            self,
            Base64 | Base64Unpadded | Base64Url | Base64Dashed | Base64Mime | Base64Inside
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

/// The same binary framing twice, or two of them around each other.
fn packed_twice(chain: &[Layer], layer: Layer) -> bool {
    let binary = [Protobuf, MsgPack, LengthPrefixed, Headed, Utf16Le, Utf16Be];
    chain
        .iter()
        .any(|other| *other == layer || binary.contains(other))
}
