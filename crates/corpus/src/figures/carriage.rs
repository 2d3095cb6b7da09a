//! Where in a request a payload travels.

use super::chance::Chance;
use super::layer::Layer;
use super::{encode, noise};
use leaklight_core::{Body, Content, Field, FieldValue, Request};
use std::borrow::Cow;

/// A request whose body the payload is.
pub fn posted<'a>(payload: impl Into<Cow<'a, [u8]>>) -> Request<'a> {
    Request {
        url: "https://collect.example.net/".into(),
        method: "POST".into(),
        body: Body {
            content: Content::Bytes(payload.into()),
            unread: Vec::new(),
        },
        ..Request::default()
    }
}

/// A place for a payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Carriage {
    Query,
    WholeQuery,
    Path,
    Matrix,
    Userinfo,
    Referer,
    Authorization,
    Header,
    Cookie,
    Body,
    TextBody,
    Urlencoded,
    JsonBody,
    Lines,
    Multipart,
    Form,
    TornForm,
}

use Carriage::*;

impl Carriage {
    const OF_TEXT: &[Self] = &[
        Query,
        Query,
        WholeQuery,
        Path,
        Matrix,
        Userinfo,
        Referer,
        Authorization,
        Header,
        Cookie,
        Body,
        Body,
        TextBody,
        Urlencoded,
        JsonBody,
        Lines,
        Multipart,
        Form,
        TornForm,
    ];
    const OF_BYTES: &[Self] = &[Body, Body, Body, Multipart, Form, Query, Urlencoded];

    /// A carrier that takes such a payload.
    pub fn draw(payload: &[u8], chain: &[Layer], chance: &mut Chance) -> Self {
        let unmarked = chain.iter().any(|layer| layer.is_unmarked());
        let text = std::str::from_utf8(payload).ok();
        loop {
            let carriage = chance.pick(if text.is_some() {
                Self::OF_TEXT
            } else {
                Self::OF_BYTES
            });
            let fits = match (carriage, text) {
                (WholeQuery, Some(text)) => {
                    text.contains('=')
                        && !text.contains([' ', '{', '<', '#', '\n', '"', '?'])
                        && text.is_ascii()
                }
                (TornForm, Some(text)) => {
                    // What is not UTF-8 is lost where a browser takes the escapes off.
                    text.starts_with('{')
                        && !text.contains(['\n', '&', '+'])
                        && is_json(text)
                        && !unescaped(text).contains(char::REPLACEMENT_CHARACTER)
                }
                // Nobody logs in with a document.
                (Userinfo, Some(text)) => text.len() <= 200 && !text.contains('\n') && !unmarked,
                (TextBody | Authorization, Some(_)) if unmarked => false,
                (TextBody, Some(text)) => {
                    is_json(text) || chain.last().is_some_and(|last| last.is_plain())
                }
                (Authorization, Some(text)) => text.len() <= 4_000 && !text.contains('\n'),
                (Lines, Some(text)) => text.starts_with('{') && !text.contains('\n'),
                // Firefox and Chromium show bytes, not text, only where they are not UTF-8.
                _ => true,
            };
            if fits {
                return carriage;
            }
        }
    }

    /// A request with the payload in this place.
    pub fn request(self, payload: &[u8], chance: &mut Chance) -> Request<'static> {
        let mut request = Request {
            url: format!(
                "https://collect.example.net/{}?{}",
                chance.pick(&["c", "track", "v1/e", "g/collect"]),
                some_query(chance)
            )
            .into(),
            method: "POST".into(),
            page: Some("https://www.shop.example/".into()),
            headers: vec![
                ("Accept".into(), "*/*".into()),
                (
                    "User-Agent".into(),
                    "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0".into(),
                ),
            ],
            ..Request::default()
        };
        let encoded = if chance.once_in(3) {
            encode::form(payload)
        } else {
            encode::percent(payload)
        };
        let percent = encode::percent(payload);
        let text = String::from_utf8_lossy(payload);
        match self {
            Query => {
                request.url = format!(
                    "https://collect.example.net/c?{}&d={encoded}&z={}",
                    some_query(chance),
                    chance.digits(6)
                )
                .into()
            }
            WholeQuery => request.url = format!("https://collect.example.net/c?{text}").into(),
            Path => {
                request.url = format!(
                    "https://collect.example.net/c/{percent}/{}.gif",
                    chance.digits(6)
                )
                .into()
            }
            Matrix => {
                request.url = format!(
                    "https://{}.fls.example.net/activityi;src={};u1={percent};ord={}?",
                    chance.digits(7),
                    chance.digits(7),
                    chance.digits(9)
                )
                .into()
            }
            Userinfo => {
                request.url = format!("https://{percent}:x@collect.example.net/login").into()
            }
            Referer => {
                let value = format!("https://www.shop.example/account?step=2&d={percent}");
                request.headers.push(("Referer".into(), value.into()));
            }
            Authorization => {
                let value = match chance.below(2) {
                    0 => format!(
                        "Basic {}",
                        encode::base64(format!("{text}:").as_bytes(), encode::STANDARD, true)
                    ),
                    _ => format!(
                        "Bearer {}",
                        encode::base64(payload, encode::URL_SAFE, false)
                    ),
                };
                request.headers.push(("Authorization".into(), value.into()));
            }
            Header => {
                let name = chance.pick(&["X-Client-Context", "X-User", "Ping-To", "X-Track"]);
                request
                    .headers
                    .push((name.into(), header_value(&text, &percent, b"").into()));
            }
            Cookie => {
                let value = header_value(&text, &percent, b";,\" ");
                request.headers.push((
                    "Cookie".into(),
                    format!(
                        "_ga=GA1.2.{}.{}; prefs={value}; theme=dark",
                        chance.digits(9),
                        chance.digits(10)
                    )
                    .into(),
                ));
            }
            Body => request.body = body(payload.to_vec()),
            TextBody => {
                request.body = body(text_body(&text, chance).into_bytes());
            }
            Urlencoded => {
                request.body = body(format!("{}&d={encoded}", some_query(chance)).into_bytes())
            }
            JsonBody => {
                request.body = body(
                    format!(
                        "{{\"id\":\"{}\",\"d\":{}}}",
                        noise::uuid(chance),
                        encode::json_string(&text, chance.once_in(2))
                    )
                    .into_bytes(),
                )
            }
            Lines => {
                request.body = body(
                    format!(
                        "{{\"type\":\"header\",\"id\":\"{}\"}}\n{text}\n",
                        chance.hex(12)
                    )
                    .into_bytes(),
                )
            }
            Multipart => request.body = body(multipart(payload, chance)),
            Form => request.body = form(payload.to_vec(), chance),
            TornForm => request.body = torn(&text),
        }
        request
    }
}

fn some_query(chance: &mut Chance) -> String {
    let fields = noise::fields(3, chance);
    let pairs: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{name}={}", encode::percent(value.as_bytes())))
        .collect();
    pairs.join("&")
}

fn is_json(text: &str) -> bool {
    text.starts_with(['{', '[']) && serde_json::from_str::<serde_json::Value>(text).is_ok()
}

/// JSON as Socket.IO sends it, anything else in a list.
fn text_body(text: &str, chance: &mut Chance) -> String {
    if is_json(text) {
        format!("42[\"track\",{text}]")
    } else {
        format!("{}|{}|{text}", chance.hex(8), chance.below(99))
    }
}

/// As it is, where it can stand in a header.
fn header_value(text: &str, percent: &str, excluded: &[u8]) -> String {
    let plain = |byte: u8| (b' '..=b'~').contains(&byte) && !excluded.contains(&byte);
    if text.bytes().all(plain) && text.trim() == text {
        text.to_owned()
    } else {
        percent.to_owned()
    }
}

fn multipart(payload: &[u8], chance: &mut Chance) -> Vec<u8> {
    let boundary = format!("----geckoformboundary{}", chance.hex(32));
    let mut out = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n{}\r\n--{boundary}\r\nContent-Disposition: form-data; name=\"d\"\r\n\r\n", chance.digits(15)).into_bytes();
    out.extend_from_slice(payload);
    out.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    out
}

fn body(bytes: Vec<u8>) -> Body<'static> {
    Body {
        content: Content::Bytes(bytes.into()),
        unread: Vec::new(),
    }
}

/// What a browser hands on of a form.
fn form(bytes: Vec<u8>, chance: &mut Chance) -> Body<'static> {
    let value = match String::from_utf8(bytes) {
        Ok(text) => FieldValue::Text(text.into()),
        Err(error) => FieldValue::Bytes(error.into_bytes().into()),
    };
    let mut fields: Vec<Field<'static>> = noise::fields(2, chance)
        .into_iter()
        .map(|(name, value)| Field {
            name: name.into(),
            value: FieldValue::Text(value.into()),
        })
        .collect();
    fields.push(Field {
        name: "d".into(),
        value,
    });
    Body {
        content: Content::Form(fields),
        unread: Vec::new(),
    }
}

/// JSON that was sent as a form: Firefox tears it at `&` and `=`, and takes the escapes off.
fn torn(text: &str) -> Body<'static> {
    let fields = text
        .split('&')
        .map(|piece| {
            let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
            Field {
                name: unescaped(name).into(),
                value: FieldValue::Text(unescaped(value).into()),
            }
        })
        .collect();
    Body {
        content: Content::Form(fields),
        unread: Vec::new(),
    }
}

/// As application/x-www-form-urlencoded is read.
fn unescaped(text: &str) -> String {
    let mut out = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let digits = bytes
            .get(at + 1..at + 3)
            .and_then(|digits| std::str::from_utf8(digits).ok());
        match (
            bytes[at],
            digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()),
        ) {
            (b'%', Some(byte)) => {
                out.push(byte);
                at += 3;
                continue;
            }
            (b'+', _) => out.push(b' '),
            (byte, _) => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}
