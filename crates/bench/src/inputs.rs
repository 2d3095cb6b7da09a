//! Requests like those that pages send, without anybody in them: the usual case, and the same on every machine.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fmt::Write as _;
use std::io::Write as _;

/// What a case sends.
#[derive(Clone, Debug)]
pub enum Input {
    /// A URL alone.
    Url(String),
    /// A body.
    Body(Vec<u8>),
}

impl Input {
    /// Its bytes.
    pub fn bytes(&self) -> &[u8] {
        match self {
            Self::Url(url) => url.as_bytes(),
            Self::Body(body) => body,
        }
    }
}

/// URLs of the mixture.
pub const MIXTURE: u64 = 1000;

/// Every case of one input, by its name.
pub fn all() -> Vec<(&'static str, Input)> {
    vec![
        ("url-300", Input::Url(url(300))),
        ("url-1000", Input::Url(url(1000))),
        ("url-2000", Input::Url(url(2000))),
        ("json-100k", Input::Body(json(100_000))),
        ("json-100k-gzip64", Input::Body(gzip64(&json(100_000)))),
        ("gzip64-100k", Input::Body(gzip64_of_length(100_000))),
        ("replay-1m", Input::Body(replay(1_000_000))),
        ("text-10k", Input::Body(text(10_000))),
        ("text-1m", Input::Body(text(1_000_000))),
    ]
}

/// Numbers that look drawn by lot.
pub struct Lot(u64);

impl Lot {
    /// Starts at a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// The next number. Reference: G. Marsaglia, "Xorshift RNGs", 2003.
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    /// One of some.
    pub fn of<'a>(&mut self, some: &[&'a str]) -> &'a str {
        some[(self.next() % some.len() as u64) as usize]
    }
}

const WORDS: &[&str] = &[
    "the",
    "summer",
    "collection",
    "has",
    "arrived",
    "with",
    "new",
    "colours",
    "and",
    "lighter",
    "fabrics",
    "for",
    "every",
    "day",
    "of",
    "week",
    "free",
    "returns",
    "within",
    "thirty",
    "days",
    "on",
    "all",
    "orders",
    "over",
    "shipping",
    "is",
    "calculated",
    "at",
    "checkout",
    "please",
    "allow",
    "up",
    "to",
    "five",
    "working",
    "before",
    "your",
    "parcel",
    "leaves",
    "our",
    "warehouse",
    "customers",
    "also",
    "viewed",
    "these",
    "items",
    "review",
];

fn words(lot: &mut Lot, count: usize) -> String {
    let words: Vec<_> = (0..count).map(|_| lot.of(WORDS)).collect();
    words.join(" ")
}

/// A pixel's URL, as analytics send them: numbers, flags, a page's address and title.
pub fn url(length: usize) -> String {
    url_by(length as u64, length)
}

/// So many different ones, of 300 to 2,000 bytes.
pub fn urls(count: u64) -> Vec<String> {
    let mut lot = Lot::new(10);
    let lengths = (0..count).map(|number| (number, 300 + (lot.next() % 1701) as usize));
    // Other seeds than lengths are.
    let seeded = lengths.map(|(number, length)| url_by(1_000_000 + number, length));
    seeded.collect()
}

fn url_by(seed: u64, length: usize) -> String {
    let mut lot = Lot::new(seed);
    let mut url = format!(
        "https://www.collect.example/g/collect?v=2&tid=G-{:010X}&gtm=45je4{:x}&_p={}&cid={}.{}&ul=en-us&sr=1920x1080",
        lot.next() & 0xff_ffff_ffff,
        lot.next() & 0xffff_ffff,
        lot.next() % 1_000_000_000,
        lot.next() % 1_000_000_000,
        lot.next() % 1_000_000_000,
    );
    let mut number = 0;
    while url.len() < length {
        number += 1;
        let _ = match number % 5 {
            0 => write!(
                url,
                "&dl=https%3A%2F%2Fshop.example%2Fitems%2F{}%3Fref%3Dhome",
                lot.next() % 100_000
            ),
            1 => write!(
                url,
                "&dt={}%20%7C%20Shop",
                words(&mut lot, 4).replace(' ', "%20")
            ),
            2 => write!(
                url,
                "&ep.item_{number}={}",
                words(&mut lot, 2).replace(' ', "+")
            ),
            3 => write!(
                url,
                "&epn.value_{number}={}.{:02}",
                lot.next() % 900,
                lot.next() % 100
            ),
            _ => write!(url, "&sid={:016x}", lot.next()),
        };
    }
    url.truncate(length);
    url
}

/// Events as analytics batch them.
pub fn json(length: usize) -> Vec<u8> {
    let mut lot = Lot::new(5);
    let mut json = String::from("{\"batch\":[");
    while json.len() < length - 400 {
        let _ = write!(
            json,
            "{{\"event\":\"{} {}\",\"messageId\":\"ajs-next-{:016x}{:016x}\",\"timestamp\":\"2026-03-0{}T12:{:02}:07.{:03}Z\",\
             \"properties\":{{\"path\":\"/items/{}\",\"title\":\"{}\",\"url\":\"https://shop.example/items/{}?ref=home\",\
             \"price\":{}.{:02},\"quantity\":{},\"in_stock\":true,\"coupon\":null}},\"context\":{{\"library\":{{\"name\":\
             \"analytics.js\",\"version\":\"next-1.{}.0\"}},\"locale\":\"en-US\"}}}},",
            lot.of(WORDS),
            lot.of(WORDS),
            lot.next(),
            lot.next(),
            lot.next() % 9 + 1,
            lot.next() % 60,
            lot.next() % 1000,
            lot.next() % 100_000,
            words(&mut lot, 6),
            lot.next() % 100_000,
            lot.next() % 900,
            lot.next() % 100,
            lot.next() % 9,
            lot.next() % 99,
        );
    }
    json.push_str("{}],\"sentAt\":\"2026-03-07T12:00:08.000Z\"}");
    json.into_bytes()
}

/// Bytes, compressed and written as base64.
fn gzip64(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    // Writing to memory does not fail.
    let _ = encoder.write_all(bytes);
    STANDARD
        .encode(encoder.finish().unwrap_or_default())
        .into_bytes()
}

/// As many events as make that length, compressed and written as base64.
fn gzip64_of_length(length: usize) -> Vec<u8> {
    let probe = gzip64(&json(length)).len();
    gzip64(&json(length * length / probe))
}

/// What a session's recorder sends: the page's nodes, then movements of the pointer and changes of text.
pub fn replay(length: usize) -> Vec<u8> {
    let mut lot = Lot::new(6);
    let mut json = String::from("[{\"type\":2,\"data\":{\"node\":{\"type\":0,\"childNodes\":[");
    let mut id = 1;
    while json.len() < length * 3 / 5 {
        id += 2;
        let _ = write!(
            json,
            "{{\"type\":2,\"tagName\":\"{}\",\"attributes\":{{\"class\":\"{}-{} css-{:x}\",\"style\":\"width: {}px; color: \
             rgb({}, {}, 51);\"}},\"childNodes\":[{{\"type\":3,\"textContent\":\"\\n    {}\\n  \",\"id\":{}}}],\"id\":{id}}},",
            lot.of(&["div", "span", "a", "li", "button", "p"]),
            lot.of(WORDS),
            lot.of(WORDS),
            lot.next() & 0xff_ffff,
            lot.next() % 1200,
            lot.next() % 256,
            lot.next() % 256,
            words(&mut lot, 7),
            id + 1,
        );
    }
    json.push_str("{}]},\"initialOffset\":{\"left\":0,\"top\":0}},\"timestamp\":1772884807000}");
    while json.len() < length {
        let _ = write!(
            json,
            ",{{\"type\":3,\"data\":{{\"source\":1,\"positions\":[{{\"x\":{},\"y\":{},\"id\":{},\"timeOffset\":-{}}},{{\"x\":{},\
             \"y\":{},\"id\":{},\"timeOffset\":0}}]}},\"timestamp\":17728848{:05}}}",
            lot.next() % 1900,
            lot.next() % 1000,
            lot.next() % 9000,
            lot.next() % 500,
            lot.next() % 1900,
            lot.next() % 1000,
            lot.next() % 9000,
            lot.next() % 100_000,
        );
    }
    json.push(']');
    json.into_bytes()
}

/// Running text.
pub fn text(length: usize) -> Vec<u8> {
    let mut lot = Lot::new(7);
    let mut text = String::new();
    while text.len() < length {
        let sentence = words(&mut lot, 12);
        let _ = write!(text, "{}{}. ", sentence[..1].to_uppercase(), &sentence[1..]);
    }
    text.truncate(length);
    text.into_bytes()
}
