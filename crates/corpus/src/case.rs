//! A case as it is written down, and the request it describes.

use base64::{Engine, engine::general_purpose::STANDARD};
use leaklight_core::{Body, Carrier, Confidence, Content, Field, FieldValue, Part, Request};
use serde::Deserialize;
use std::borrow::Cow;

/// One file of cases.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Cases {
    pub(crate) case: Vec<Case>,
}

/// One request, and what is to be found in it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    pub(crate) name: String,
    /// Where the fact is from; read by people only, and never absent.
    #[serde(rename = "source")]
    _source: String,
    pub(crate) profile: String,
    url: String,
    method: Option<String>,
    page: Option<String>,
    #[serde(default)]
    headers: Vec<(String, String)>,
    body: Option<String>,
    body_base64: Option<String>,
    form: Option<Vec<(String, FormValue)>>,
    pub(crate) expect: Vec<Expectation>,
    /// Why the case is not found yet: it fails once it is.
    pub(crate) known_miss: Option<String>,
}

/// A value of a form that the browser had parsed.
#[derive(Deserialize)]
#[serde(untagged)]
enum FormValue {
    Text(String),
    Bytes { base64: String },
}

/// What is to be found of one identifier. What is absent is not compared, but for `digest`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expectation {
    pub(crate) identifier: String,
    pub(crate) carrier: Option<Carrier>,
    pub(crate) name: Option<String>,
    /// That the place has no name.
    #[serde(default)]
    pub(crate) unnamed: bool,
    pub(crate) chain: Option<Vec<String>>,
    /// The digest's name; absent where the value itself stands there.
    pub(crate) digest: Option<String>,
    /// Over all places, in any order.
    pub(crate) parts: Option<Vec<Part>>,
    pub(crate) confidence: Option<Confidence>,
}

impl Case {
    /// The request that the case describes.
    pub(crate) fn request(&self) -> Result<Request<'_>, String> {
        let content = self.content()?;
        let method = match (&self.method, &content) {
            (Some(method), _) => method,
            (None, Content::Empty) => "GET",
            (None, _) => "POST",
        };
        Ok(Request {
            url: Cow::from(self.url.as_str()),
            method: Cow::from(method),
            headers: self
                .headers
                .iter()
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
            body: Body {
                content,
                unread: Vec::new(),
            },
            page: self.page.as_deref().map(Cow::from),
            ..Request::default()
        })
    }

    fn content(&self) -> Result<Content<'_>, String> {
        match (&self.body, &self.body_base64, &self.form) {
            (None, None, None) => Ok(Content::Empty),
            (Some(text), None, None) => Ok(Content::Bytes(text.as_bytes().into())),
            (None, Some(text), None) => Ok(Content::Bytes(bytes(text)?.into())),
            (None, None, Some(form)) => form
                .iter()
                .map(field)
                .collect::<Result<_, _>>()
                .map(Content::Form),
            _ => Err("only one of body, body_base64 and form may stand".to_owned()),
        }
    }
}

fn field((name, value): &(String, FormValue)) -> Result<Field<'_>, String> {
    let value = match value {
        FormValue::Text(text) => FieldValue::Text(text.into()),
        FormValue::Bytes { base64 } => FieldValue::Bytes(bytes(base64)?.into()),
    };
    Ok(Field {
        name: name.into(),
        value,
    })
}

fn bytes(base64: &str) -> Result<Vec<u8>, String> {
    STANDARD
        .decode(base64)
        .map_err(|error| format!("malformed base64: {error}"))
}
