//! Layers whose outcome is bytes: compressors and binary framings.

use crate::figures::chance::Chance;
use flate2::Compression;
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
use std::io::Write;

/// RFC 1952.
pub fn gzip(bytes: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), level(chance));
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

/// RFC 1950.
pub fn zlib(bytes: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
    let mut encoder = ZlibEncoder::new(Vec::new(), level(chance));
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

/// RFC 1951.
pub fn deflate(bytes: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
    let mut encoder = DeflateEncoder::new(Vec::new(), level(chance));
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

fn level(chance: &mut Chance) -> Compression {
    chance.pick(&[
        Compression::fast(),
        Compression::default(),
        Compression::best(),
    ])
}

/// RFC 7932.
pub fn brotli(bytes: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
    let parameters = brotli::enc::BrotliEncoderParams {
        quality: chance.pick(&[4, 5, 9]),
        lgwin: 18,
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut out, &parameters).ok()?;
    Some(out)
}

/// RFC 8878.
pub fn zstd(bytes: &[u8], chance: &mut Chance) -> Option<Vec<u8>> {
    zstd::bulk::compress(bytes, chance.pick(&[1, 3, 9])).ok()
}

/// A Protocol Buffers message: an event with its time, its sender and the payload.
pub fn protobuf(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut message = Vec::new();
    length_delimited(1, chance.token(12).as_bytes(), &mut message);
    message.push(2 << 3);
    varint(
        1_700_000_000_000 + chance.below(90_000_000_000) as u64,
        &mut message,
    );
    if chance.once_in(2) {
        let mut inner = Vec::new();
        length_delimited(1, b"email", &mut inner);
        length_delimited(2, bytes, &mut inner);
        length_delimited(3, &inner, &mut message);
    } else {
        length_delimited(4, bytes, &mut message);
    }
    length_delimited(7, b"web", &mut message);
    message
}

fn length_delimited(field: u8, bytes: &[u8], out: &mut Vec<u8>) {
    out.push(field << 3 | 2);
    varint(bytes.len() as u64, out);
    out.extend_from_slice(bytes);
}

fn varint(mut number: u64, out: &mut Vec<u8>) {
    while number > 0x7f {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

/// A MessagePack map of an event.
pub fn msgpack(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut out = vec![0x83];
    pack_text(b"event", &mut out);
    pack_text(
        chance.pick(&["view", "identify", "click"]).as_bytes(),
        &mut out,
    );
    pack_text(b"ts", &mut out);
    out.push(0xcf);
    out.extend((1_700_000_000_000 + chance.below(90_000_000_000) as u64).to_be_bytes());
    pack_text(b"data", &mut out);
    if std::str::from_utf8(bytes).is_ok() {
        pack_text(bytes, &mut out);
    } else {
        out.push(0xc6);
        out.extend((bytes.len() as u32).to_be_bytes());
        out.extend_from_slice(bytes);
    }
    out
}

fn pack_text(text: &[u8], out: &mut Vec<u8>) {
    match text.len() {
        length @ 0..=31 => out.push(0xa0 | length as u8),
        length @ 32..=255 => out.extend([0xd9, length as u8]),
        length => {
            out.push(0xdb);
            out.extend((length as u32).to_be_bytes());
        }
    }
    out.extend_from_slice(text);
}

/// Raw strings behind their lengths, as home-made binary protocols have them.
pub fn length_prefixed(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut out = vec![0x01, 0x00];
    for part in [chance.token(9).as_bytes(), bytes, b"end"] {
        out.extend((part.len() as u32).to_be_bytes());
        out.extend_from_slice(part);
    }
    out
}

/// One part of a form with a file's name and type, as `FormData` with a blob has it.
pub fn multipart(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let boundary = format!("----WebKitFormBoundary{}", chance.token(16));
    let mut out = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"v\"\r\n\r\n3\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"data\"{}\r\n\r\n",
        if chance.once_in(2) { "" } else { "; filename=\"blob\"\r\nContent-Type: application/octet-stream" }
    )
    .into_bytes();
    out.extend_from_slice(bytes);
    out.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    out
}

/// A line that says what follows, and then that.
pub fn headed(bytes: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut out = format!(
        "{{\"v\":1,\"encoding\":\"none\",\"id\":\"{}\"}}\n",
        chance.hex(16)
    )
    .into_bytes();
    out.extend_from_slice(bytes);
    out
}
