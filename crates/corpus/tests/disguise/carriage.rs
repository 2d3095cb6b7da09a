//! Where in a request a payload travels.

use super::encode;
use leaklight_core::{Body, Carrier, Content, Field, FieldValue, Request};

/// A place for a payload.
#[derive(Clone, Copy, Debug)]
pub enum Carriage {
    /// A query parameter.
    Query,
    /// A segment of the path.
    Path,
    /// A header; percent-encoded where it is not plain text.
    Header,
    /// A cookie; percent-encoded likewise.
    Cookie,
    /// The whole body.
    Body,
    /// A field of an urlencoded body.
    Urlencoded,
    /// A field of a multipart body.
    Multipart,
    /// A field of a JSON body.
    Json,
    /// A field of a form that the browser has parsed.
    Form,
}

impl Carriage {
    /// Every place.
    pub const ALL: [Self; 9] = [
        Self::Query,
        Self::Path,
        Self::Header,
        Self::Cookie,
        Self::Body,
        Self::Urlencoded,
        Self::Multipart,
        Self::Json,
        Self::Form,
    ];

    /// The carrier's name in reports.
    pub fn carrier(self) -> Carrier {
        match self {
            Self::Query => Carrier::UrlQuery,
            Self::Path => Carrier::UrlPath,
            Self::Header => Carrier::Header,
            Self::Cookie => Carrier::Cookie,
            _ => Carrier::Body,
        }
    }

    /// A decoding that the carrier itself asks for.
    pub fn decoding(self, payload: &[u8]) -> Option<&'static str> {
        let encodes = match self {
            Self::Header => !plain(payload, b""),
            Self::Cookie => !plain(payload, b";, \""),
            _ => false,
        };
        encodes.then_some("percent")
    }

    /// A request with the payload in this place.
    pub fn request(self, payload: &[u8]) -> Request<'static> {
        let mut request = Request {
            url: "https://collect.example.net/c?ev=1".into(),
            method: "POST".into(),
            page: Some("https://shop.example.org/".into()),
            ..Request::default()
        };
        let encoded = encode::percent(payload);
        let text = if self.decoding(payload).is_some() {
            encoded.clone()
        } else {
            String::from_utf8_lossy(payload).into_owned()
        };
        match self {
            Self::Query => {
                request.url = format!("https://collect.example.net/c?ev=1&d={encoded}").into()
            }
            Self::Path => request.url = format!("https://collect.example.net/c/{encoded}/x").into(),
            Self::Header => request.headers.push(("X-Payload".into(), text.into())),
            Self::Cookie => request
                .headers
                .push(("Cookie".into(), format!("a=1; d={text}; b=2").into())),
            Self::Body => request.body = body(payload.to_vec()),
            Self::Urlencoded => request.body = body(format!("ev=1&d={encoded}").into_bytes()),
            Self::Json => {
                request.body =
                    body(format!("{{\"d\":{}}}", encode::json_string(payload)).into_bytes())
            }
            Self::Multipart => {
                let head = b"--bound\r\nContent-Disposition: form-data; name=\"d\"\r\n\r\n";
                request.body = body([head, payload, b"\r\n--bound--\r\n"].concat());
            }
            Self::Form => request.body = form(payload.to_vec()),
        }
        request
    }
}

fn plain(payload: &[u8], excluded: &[u8]) -> bool {
    payload
        .iter()
        .all(|byte| (b' '..=b'~').contains(byte) && !excluded.contains(byte))
}

fn body(bytes: Vec<u8>) -> Body<'static> {
    Body {
        content: Content::Bytes(bytes.into()),
        unread: Vec::new(),
    }
}

fn form(bytes: Vec<u8>) -> Body<'static> {
    let value = match String::from_utf8(bytes) {
        Ok(text) => FieldValue::Text(text.into()),
        Err(error) => FieldValue::Bytes(error.into_bytes().into()),
    };
    Body {
        content: Content::Form(vec![Field {
            name: "d".into(),
            value,
        }]),
        unread: Vec::new(),
    }
}
