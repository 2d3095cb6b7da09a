//! Encoders of the tests' own, one for each decoding and framing. They share nothing with the
//! detector but the formats.

mod encoders;

use encoders::{alphabet, base58, bits, brotli, deflate, gzip, quoted_printable, zlib, zstd};
use proptest::prelude::*;

/// One layer around bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Percent,
    PercentLower,
    JavascriptEscape,
    Html,
    HtmlHex,
    JsonEscapes,
    JavascriptBytes,
    JavascriptBraces,
    CodePoints,
    QuotedPrintable,
    Utf16Marked,
    Utf16Little,
    Utf16Big,
    Base16,
    Base32,
    Base32Hex,
    Base58,
    Base64,
    Base64Url,
    Base64PlusMinus,
    Gzip,
    Zlib,
    Deflate,
    Brotli,
    Zstd,
    LzBase64,
    LzUrl,
    LzBytes,
    LzUtf16,
    Json,
    JsonArray,
    JsonLatin1,
    Query,
    Url,
    Lines,
    Envelope,
    HeaderAndRest,
    Multipart,
    Pairs,
    Protobuf,
    Msgpack,
    Grpc,
    Jwt,
}

use Step::*;

pub const ALL: &[Step] = &[
    Percent,
    PercentLower,
    JavascriptEscape,
    Html,
    HtmlHex,
    JsonEscapes,
    JavascriptBytes,
    JavascriptBraces,
    CodePoints,
    QuotedPrintable,
    Utf16Marked,
    Utf16Little,
    Utf16Big,
    Base16,
    Base32,
    Base32Hex,
    Base58,
    Base64,
    Base64Url,
    Base64PlusMinus,
    Gzip,
    Zlib,
    Deflate,
    Brotli,
    Zstd,
    LzBase64,
    LzUrl,
    LzBytes,
    LzUtf16,
    Json,
    JsonArray,
    JsonLatin1,
    Query,
    Url,
    Lines,
    Envelope,
    HeaderAndRest,
    Multipart,
    Pairs,
    Protobuf,
    Msgpack,
    Grpc,
    Jwt,
];

/// What changes every character of a text, and what makes bytes of it.
const TEXT_ONLY: &[Step] = &[
    JavascriptEscape,
    Html,
    HtmlHex,
    JsonEscapes,
    JavascriptBraces,
    CodePoints,
    QuotedPrintable,
    Utf16Marked,
    Utf16Little,
    Utf16Big,
    Deflate,
    Brotli,
    LzBase64,
    LzUrl,
    LzBytes,
    LzUtf16,
    Json,
    JsonArray,
    Lines,
    Pairs,
    Jwt,
];

/// What has no mark of its own, and is told by text coming out of it.
const UNMARKED: &[Step] = &[Base32, Base32Hex, Base58];

pub fn any() -> impl Strategy<Value = Step> {
    proptest::sample::select(ALL)
}

impl Step {
    /// Whether real code could put this layer around these bytes.
    pub fn takes(self, bytes: &[u8]) -> bool {
        let is_plain =
            |byte: &u8| matches!(byte, b' '..=b'~' | b'\t' | b'\r' | b'\n') || *byte >= 0x80;
        let text = std::str::from_utf8(bytes)
            .ok()
            .filter(|_| bytes.iter().all(is_plain));
        match self {
            // A number that nobody computes.
            Base58 if bytes.len() > 700 => false,
            Base58 if bytes[0] == 0 => false,
            Pairs => text.is_some_and(|text| !text.contains([';', '\n'])),
            Lines => text.is_some_and(|text| !text.contains(['\n', '\r'])),
            JsonLatin1 => {
                text.is_none()
                    && (bytes.starts_with(&[0x1f, 0x8b]) || bytes.starts_with(&[0x78, 0x9c]))
            }
            // Without a mark only Latin letters tell it from other bytes.
            Utf16Little | Utf16Big => text.is_some_and(|text| text.is_ascii()),
            HeaderAndRest | Envelope => {
                bytes.starts_with(&[0x1f, 0x8b]) || bytes.starts_with(&[0x78, 0x9c])
            }
            _ if TEXT_ONLY.contains(&self) => text.is_some(),
            _ if UNMARKED.contains(&self) => text.is_some() || bytes.starts_with(&[0x1f, 0x8b]),
            _ => true,
        }
    }

    /// The bytes with this layer around them.
    pub fn around(self, bytes: &[u8]) -> Vec<u8> {
        let text = || std::str::from_utf8(bytes).unwrap();
        let units = || text().encode_utf16();
        let each = |write: &dyn Fn(char) -> String| {
            text().chars().map(write).collect::<String>().into_bytes()
        };
        let each_unit =
            |write: &dyn Fn(u16) -> String| units().map(write).collect::<String>().into_bytes();
        let each_byte = |write: &dyn Fn(u8) -> String| {
            bytes
                .iter()
                .map(|byte| write(*byte))
                .collect::<String>()
                .into_bytes()
        };
        match self {
            Percent => each_byte(&|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                    char::from(byte).to_string()
                }
                _ => format!("%{byte:02X}"),
            }),
            PercentLower => each_byte(&|byte| format!("%{byte:02x}")),
            JavascriptEscape => each_unit(&|unit| match u8::try_from(unit) {
                Ok(byte) if byte.is_ascii_alphanumeric() || b"@*_+-./".contains(&byte) => {
                    char::from(byte).to_string()
                }
                _ => format!("%u{unit:04X}"),
            }),
            Html => each(&|character| format!("&#{};", u32::from(character))),
            HtmlHex => each(&|character| format!("&#x{:x};", u32::from(character))),
            JsonEscapes => each_unit(&|unit| format!("\\u{unit:04x}")),
            JavascriptBytes => each_byte(&|byte| format!("\\x{byte:02x}")),
            JavascriptBraces => each(&|character| format!("\\u{{{:x}}}", u32::from(character))),
            CodePoints => each(&|character| format!("U+{:04X}", u32::from(character))),
            QuotedPrintable => quoted_printable(bytes),
            Utf16Marked => [0xff, 0xfe]
                .into_iter()
                .chain(units().flat_map(u16::to_le_bytes))
                .collect(),
            Utf16Little => units().flat_map(u16::to_le_bytes).collect(),
            Utf16Big => units().flat_map(u16::to_be_bytes).collect(),
            Base16 => each_byte(&|byte| format!("{byte:02x}")),
            Base32 => bits(bytes, 5, b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 8),
            Base32Hex => bits(bytes, 5, b"0123456789ABCDEFGHIJKLMNOPQRSTUV", 1),
            Base58 => base58(bytes),
            Base64 => bits(bytes, 6, &alphabet(b"+/"), 4),
            Base64Url => bits(bytes, 6, &alphabet(b"-_"), 1),
            Base64PlusMinus => bits(bytes, 6, &alphabet(b"+-"), 4),
            Gzip => gzip(bytes),
            Zlib => zlib(bytes),
            Deflate => deflate(bytes),
            Brotli => brotli(bytes),
            Zstd => zstd(bytes),
            LzBase64 => lz_str::compress_to_base64(text()).into_bytes(),
            LzUrl => lz_str::compress_to_encoded_uri_component(text()).into_bytes(),
            LzBytes => lz_str::compress_to_uint8_array(text()),
            LzUtf16 => lz_str::compress_to_utf16(text()).into_bytes(),
            Json => format!("{{\"n\":1,\"v\":{}}}", json_string(text())).into_bytes(),
            JsonArray => format!("[[\"identify\",{}],null]", json_string(text())).into_bytes(),
            JsonLatin1 => {
                let characters: String = bytes.iter().map(|byte| char::from(*byte)).collect();
                format!("{{\"z\":{}}}", json_string(&characters)).into_bytes()
            }
            Query => [b"v=1&d=", &Percent.around(bytes)[..]].concat(),
            Url => [
                b"https://shop.example.org/done?n=1&d=",
                &Percent.around(bytes)[..],
                b"#top",
            ]
            .concat(),
            Lines => [b"{\"n\":1}\n", &Json.around(bytes)[..], b"\n"].concat(),
            Envelope => {
                let item = [b"{\"segment_id\":0}\n", bytes].concat();
                let header = format!(
                    "{{\"sdk\":{{}}}}\n{{\"type\":\"replay_recording\",\"length\":{}}}\n",
                    item.len()
                );
                [header.as_bytes(), &item, b"\n{\"type\":\"session\"}\n{}\n"].concat()
            }
            HeaderAndRest => [b"replay 1\n", bytes].concat(),
            Multipart => {
                // A boundary that the parts do not hold.
                let boundary = format!("----b{}", bytes.len());
                let part = |name: &str| {
                    format!(
                        "--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n"
                    )
                };
                let end = format!("\r\n--{boundary}--\r\n");
                [
                    part("n").as_bytes(),
                    b"1\r\n",
                    part("d").as_bytes(),
                    bytes,
                    end.as_bytes(),
                ]
                .concat()
            }
            Pairs => [b"event=sign_up;d=", bytes, b";n=1"].concat(),
            Protobuf => {
                let inner = [b"\x08\x01", &field(3, bytes)[..]].concat();
                [&field(1, b"ev")[..], &field(2, &inner)].concat()
            }
            Msgpack => {
                let length = (bytes.len() as u32).to_be_bytes();
                [b"\x82\xa1n\x01\xa1u\x81\xa1d", &[0xc6][..], &length, bytes].concat()
            }
            Grpc => [&[0][..], &(bytes.len() as u32).to_be_bytes(), bytes].concat(),
            Jwt => {
                let url = |bytes: &[u8]| String::from_utf8(Base64Url.around(bytes)).unwrap();
                let body = Json.around(bytes);
                format!(
                    "{}.{}.{}",
                    url(br#"{"alg":"HS256","typ":"JWT"}"#),
                    url(&body),
                    url(b"\xff\x00signature\x01")
                )
                .into_bytes()
            }
        }
    }
}

fn json_string(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\0'..='\x1f' => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => out.push(character),
        }
    }
    out + "\""
}

fn field(number: u8, bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![number << 3 | 2];
    let mut length = bytes.len();
    while length > 127 {
        out.push(length as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
    out.extend_from_slice(bytes);
    out
}
