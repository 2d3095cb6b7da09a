//! Layers around text: escapes, envelopes and the like.

use super::{Layer, Layer::*, lz};
use crate::figures::chance::Chance;
use crate::figures::encode;

/// Text with a layer around it; none for a layer that is not of text.
pub fn around(layer: Layer, text: &str, chance: &mut Chance) -> Option<Vec<u8>> {
    let encoded = match layer {
        PercentU => encode::percent_u(text),
        Plus => text.replace(' ', "+"),
        Html => text
            .chars()
            .map(|character| html(character, chance))
            .collect(),
        HtmlNamed => text
            .replace('&', "&amp;")
            .replace('"', "&quot;")
            .replace('<', "&lt;")
            .replace('>', "&gt;")
            .replace('@', "&commat;")
            .replace('\'', "&#39;"),
        JsonU => text
            .encode_utf16()
            .map(|unit| format!("\\u{unit:04x}"))
            .collect(),
        BackslashX => text.bytes().map(|byte| format!("\\x{byte:02x}")).collect(),
        BackslashBrace => text
            .chars()
            .map(|character| format!("\\u{{{:x}}}", u32::from(character)))
            .collect(),
        QuotedPrintable => encode::quoted_printable(text.as_bytes()),
        Jwt => {
            let head = encode::base64(
                b"{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                encode::URL_SAFE,
                false,
            );
            let claims = encode::base64(text.as_bytes(), encode::URL_SAFE, false);
            format!(
                "{head}.{claims}.{}",
                encode::base64(&chance.bytes(32), encode::URL_SAFE, false)
            )
        }
        LzBase64 => lz::base64(text),
        LzUri => lz::uri(text),
        LzUtf16 => lz::utf16(text),
        LzBytes => return Some(lz::bytes(text)),
        Utf16Le => return Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        Utf16Be => return Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        JsonField => format!(
            "{{\"v\":{},\"data\":{}}}",
            chance.below(9),
            value(text, chance)
        ),
        JsonInJson => format!(
            "{{\"payload\":{}}}",
            encode::json_string(
                &format!("{{\"body\":{}}}", encode::json_string(text, false)),
                false
            )
        ),
        Query => format!(
            "v={}&d={}&z={}",
            chance.below(9),
            encode::percent(text.as_bytes()),
            chance.token(6)
        ),
        PageUrl => format!(
            "https://www.shop.example/checkout/done?step=3&data={}",
            encode::percent(text.as_bytes())
        ),
        CrlfQueries => format!(
            "en=page_view&_et={}\r\n{text}\r\nen=scroll&epn.percent_scrolled=90",
            chance.below(9_999)
        ),
        Ndjson => format!(
            "{{\"index\":{}}}\n{text}\n{{\"index\":{}}}",
            chance.below(99),
            chance.below(99)
        ),
        Envelope => format!(
            "{{\"sent_at\":\"2026-10-02T09:{:02}:11.{}Z\",\"dsn\":\"https://{}@o1.ingest.example/4\"}}\n{{\"type\":\"event\"}}\n{}",
            chance.between(10, 59),
            chance.digits(3),
            chance.hex(32),
            enveloped(text)
        ),
        _ => return None,
    };
    Some(encoded.into_bytes())
}

/// JSON as itself or as a string.
/// As it is where it is JSON, else as a string.
fn value(text: &str, chance: &mut Chance) -> String {
    if text.starts_with("{\"") && !text.contains('\n') && text.ends_with('}') && chance.once_in(2) {
        return text.to_owned();
    }
    encode::json_string(text, chance.once_in(3))
}

fn enveloped(text: &str) -> String {
    if text.starts_with('{') && !text.contains('\n') {
        return text.to_owned();
    }
    format!("{{\"message\":{}}}", encode::json_string(text, false))
}

fn html(character: char, chance: &mut Chance) -> String {
    let number = u32::from(character);
    if chance.once_in(2) {
        format!("&#{number};")
    } else {
        format!("&#x{number:x};")
    }
}

/// RFC 2045: 76 characters a line.
pub fn lines(text: &str) -> String {
    let lines: Vec<&str> = text
        .as_bytes()
        .chunks(76)
        .map(|line| std::str::from_utf8(line).unwrap_or_default())
        .collect();
    lines.join("\r\n")
}

/// Base64 amid other text and at any of the three alignments: junk before what is encoded, and more behind it.
pub fn base64_inside(bytes: &[u8], chance: &mut Chance) -> String {
    // What has a beginning of its own begins there.
    let has_words = std::str::from_utf8(bytes).is_ok_and(|text| {
        text.contains(' ') && !text.starts_with(['{', '[']) && !text.contains("://")
    });
    let junk = if has_words {
        chance.pick(&["", ":", "u:", "id:"])
    } else {
        ""
    };
    let mut junk = junk.as_bytes().to_vec();
    junk.extend_from_slice(bytes);
    let encoded = encode::base64(
        &junk,
        chance.pick(&[encode::STANDARD, encode::URL_SAFE]),
        chance.once_in(2),
    );
    match chance.below(4) {
        0 => format!("data:application/octet-stream;base64,{encoded}"),
        1 => format!("v1.{encoded}.{}", chance.digits(4)),
        2 => format!("Basic {encoded}"),
        _ => format!("{}:{encoded}", chance.hex(8)),
    }
}
