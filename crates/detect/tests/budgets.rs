//! A request that was made to be slow ends in time and memory that grow with its size, and says
//! what it left out. Work is counted in bytes looked at, not timed.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod base64;
mod posted;

use base64::base64;
use flate2::Compression;
use flate2::write::GzEncoder;
use leaklight_detect::{
    Address, Confidence, Detector, Look, Profile, ProfileSource, Reason, Secret,
};
use posted::{EMAIL, jane, posted};
use std::io::Write;

/// Looks at a body, and says whether the email address was found in it.
fn look(body: &[u8]) -> (Look, bool) {
    let detector = jane();
    let look = detector.look(&posted(body));
    let found = !detector.weigh(std::slice::from_ref(&look)).is_empty();
    (look, found)
}

/// Work for each byte of a body.
fn work_per_byte(body: &[u8]) -> u64 {
    look(body).0.work() / body.len() as u64
}

fn reasons(look: &Look) -> Vec<Reason> {
    look.skips().iter().map(|skip| skip.reason).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn more_values_than_are_looked_at_are_said_to_be_left() {
    let body = format!("[{}\"{EMAIL}\"]", "1,".repeat(1 << 20));
    let (look, found) = look(body.as_bytes());
    assert_eq!((reasons(&look), found), (vec![Reason::ViewLimit], false));
    assert!(look.work() < 3 * body.len() as u64, "{}", look.work());
}

#[test]
fn sixty_megabytes_are_read_in_linear_work() {
    let mut body = b". ".repeat(30_000_000);
    body.extend_from_slice(EMAIL.as_bytes());
    let (look, found) = look(&body);
    assert_eq!((reasons(&look), found), (vec![], true));
    assert!(look.work() < 2 * body.len() as u64);
}

#[test]
fn a_detail_across_two_pieces_of_a_long_text_is_found() {
    for offset in [0, 1, 7, 19] {
        let mut body = b". ".repeat(600_000);
        let at = (1 << 20) - offset;
        body[at - 1] = b' ';
        body[at..at + EMAIL.len()].copy_from_slice(EMAIL.as_bytes());
        body[at + EMAIL.len()] = b' ';
        assert!(look(&body).1, "{offset}");
    }
}

#[test]
fn a_gzip_bomb_is_cut_and_said_to_be() {
    // 80 MB in 80 KB, and those packed again.
    let bomb = gzip(&gzip(&b". ".repeat(40_000_000)));
    let (look, _) = look(&bomb);
    assert_eq!(reasons(&look), [Reason::TooLarge]);
    assert!(look.work() < 100 << 20, "{}", look.work());
}

#[test]
fn bombs_of_other_compressions_are_cut_and_said_to_be() {
    let text = b". ".repeat(34_000_000);
    let mut brotli = Vec::new();
    let settings = brotli::enc::BrotliEncoderParams {
        quality: 2,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &text[..], &mut brotli, &settings).unwrap();
    let zstd = zstd::encode_all(&text[..], 3).unwrap();
    for (name, bomb) in [("brotli", brotli), ("zstd", zstd)] {
        assert!(bomb.len() < 100_000, "{name}: {}", bomb.len());
        let (look, _) = look(&bomb);
        assert_eq!(reasons(&look), [Reason::TooLarge], "{name}");
        assert!(look.work() < 100 << 20, "{name}: {}", look.work());
    }
}

#[test]
fn what_proves_little_a_thousand_times_does_not_crowd_out_what_proves_much() {
    let source = ProfileSource {
        addresses: vec![Address {
            street: Some(Secret::new("123 Main Street")),
            city: Some(Secret::new("Springfield")),
            postal_code: Some(Secret::new("62704")),
            ..Address::default()
        }],
        ..ProfileSource::default()
    };
    let detector = Detector::new(Profile::new(&source).unwrap()).unwrap();
    let shops = "{\"city\":\"Springfield\",\"zip\":\"62704\"},".repeat(2_000);
    let body = format!("[{shops}{{\"address\":\"123 Main St, Springfield\"}}]");
    let look = detector.look(&posted(body.as_bytes()));
    let leaks = detector.weigh(std::slice::from_ref(&look));
    assert_eq!(leaks.len(), 1);
    assert_eq!(leaks[0].confidence, Confidence::Certain);
    assert!(leaks[0].places.len() <= 32, "{}", leaks[0].places.len());
}

#[test]
fn binary_messages_ten_thousand_deep_end() {
    // MessagePack: arrays of one; protobuf: messages of one field.
    let packed = [vec![0x91; 10_000], vec![0xb4], EMAIL.as_bytes().to_vec()].concat();
    let mut proto = EMAIL.as_bytes().to_vec();
    for _ in 0..10_000 {
        let mut outer = vec![0x0a];
        let mut length = proto.len();
        while length > 0x7f {
            outer.push((length & 0x7f) as u8 | 0x80);
            length >>= 7;
        }
        outer.push(length as u8);
        outer.extend_from_slice(&proto);
        proto = outer;
    }
    for (name, body) in [("msgpack", packed), ("protobuf", proto)] {
        let (look, found) = look(&body);
        assert!(
            found || reasons(&look) == [Reason::DepthLimit],
            "{name}: {:?}",
            reasons(&look)
        );
        assert!(
            look.work() < 100 * body.len() as u64,
            "{name}: {}",
            look.work()
        );
    }
}

#[test]
fn many_small_bombs_together_are_one_bomb() {
    let bomb = String::from_utf8(base64(&gzip(&b". ".repeat(4 << 20)))).unwrap();
    let body = format!("[{}1]", format!("\"{bomb}\",").repeat(20));
    let (look, _) = look(body.as_bytes());
    assert_eq!(reasons(&look), [Reason::TooLarge]);
    assert!(look.work() < 100 << 20, "{}", look.work());
}

#[test]
fn a_hundred_thousand_parameters_are_read() {
    let mut body = String::new();
    for number in 0..100_000 {
        body.push_str(&format!("p{number}=v{number}&"));
    }
    body.push_str("email=jane.doe%40example.com");
    let (look, found) = look(body.as_bytes());
    assert_eq!((reasons(&look), found), (vec![], true));
    assert!(look.work() < 4 * body.len() as u64, "{}", look.work());
}

#[test]
fn json_ten_thousand_deep_is_read() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let body = format!("{}\"{EMAIL}\"{}", open.repeat(10_000), close.repeat(10_000));
        let (look, found) = look(body.as_bytes());
        assert_eq!((reasons(&look), found), (vec![], true), "{open}");
        assert!(look.work() < 4 * body.len() as u64);
    }
}

#[test]
fn layers_beyond_the_deepest_are_said_to_be_left() {
    let mut percent = EMAIL.replace('@', "%40");
    let mut wrapped = EMAIL.as_bytes().to_vec();
    for _ in 0..40 {
        percent = percent.replace('%', "%25");
        if wrapped.len() < 1 << 18 {
            wrapped = base64(&wrapped);
        }
    }
    let (look_at_percent, found) = look(percent.as_bytes());
    assert_eq!(
        (reasons(&look_at_percent), found),
        (vec![Reason::DepthLimit], false)
    );
    assert!(look_at_percent.work() < 40 * percent.len() as u64);
    // Base64 grows by a third a layer: the bytes of all of them are four times the outermost's.
    let (look, _) = look(&wrapped);
    assert!(
        look.work() < 8 * wrapped.len() as u64,
        "{} {}",
        look.work(),
        wrapped.len()
    );
}

#[test]
fn what_almost_is_something_costs_no_more_the_more_there_is() {
    let quick = |text: &str, times: usize| text.repeat(times).into_bytes();
    for text in [
        "\u{1f}\u{8b}\u{8}",
        "x\u{9c}",
        "U+",
        "U+00",
        "%",
        "%u00",
        "&#",
        "&amp",
        "=",
        "=4",
        "\\u",
        "\\",
        "{",
        "[",
        "{\"a\":\"",
        "\"",
        "\"a\" ",
        "--a\r\n",
        "a=b\n",
        "a:b|",
        "a=1;",
        "https://",
        "/a;b=c",
        "{\"length\":1}\n",
        "aB1",
        "MFRA",
        "\0a",
        "\n\u{1}a",
    ] {
        let (small, large) = (quick(text, 1_000), quick(text, 10_000));
        let (small, large) = (work_per_byte(&small), work_per_byte(&large));
        assert!(
            large <= small * 2 + 8,
            "{text:?}: {small} and {large} a byte"
        );
    }
    // The same as bytes.
    for bytes in [
        &b"\x1f\x8b\x08"[..],
        b"x\x9c",
        b"\x1f\x8b\x08\0\0\0\0\0\0\0\x01",
        b"\x82\xa1a",
        b"\0\0\0\x01",
        b"\x05abcd",
    ] {
        let (small, large) = (bytes.repeat(1_000), bytes.repeat(10_000));
        let (small, large) = (work_per_byte(&small), work_per_byte(&large));
        assert!(
            large <= small * 2 + 8,
            "{bytes:?}: {small} and {large} a byte"
        );
    }
}
