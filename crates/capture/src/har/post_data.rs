//! A HAR entry's `postData` as a body.

use super::shape::{HarParam, HarPostData};
use crate::body;
use leaklight_core::{Body, Content, Field, FieldValue, Reason};
use std::borrow::Cow;

/// The body that `postData` holds.
pub(super) fn body<'a>(
    post_data: HarPostData<'a>,
    headers: &[(Cow<'a, str>, Cow<'a, str>)],
    size: Option<i64>,
) -> Body<'a> {
    let params = post_data.params.unwrap_or_default();
    match post_data.text {
        Some(text) if !text.0.is_empty() => {
            let encoded = post_data
                .encoding
                .is_some_and(|encoding| encoding.0.eq_ignore_ascii_case("base64"));
            if encoded {
                body::from_base64(&text.0).unwrap_or_else(|| mangled(text.0))
            } else {
                body::from_text(text.0, headers)
            }
        }
        _ if !params.is_empty() => {
            let json = post_data
                .mime_type
                .is_some_and(|mime| mime.0.contains("json"));
            if json {
                json_members(&params)
            } else {
                form(params)
            }
        }
        // An empty text, and something that says that this is the whole body.
        Some(_) if body::content_length(headers).map_or(size == Some(0), |length| length == 0) => {
            Body::default()
        }
        _ => body::not_captured(),
    }
}

/// What calls itself base64 and is not, as it stands.
fn mangled(text: Cow<'_, str>) -> Body<'_> {
    let mut body = body::from_text(text, &[]);
    body.unread = vec![Reason::BodyMangled];
    body
}

/// A JSON body whose members a tool wrote as `params`.
fn json_members<'a>(params: &[HarParam<'_>]) -> Body<'a> {
    let mut json = String::from("{");
    for (index, param) in params.iter().enumerate() {
        if index > 0 {
            json.push(',');
        }
        json.push_str(&serde_json::Value::from(param.name.0.as_ref()).to_string());
        json.push(':');
        json.push_str(param.value.map_or("null", |value| value.get()));
    }
    json.push('}');
    Body {
        content: Content::Bytes(Cow::Owned(json.into_bytes())),
        unread: Vec::new(),
    }
}

/// A form; what files hold is not in it.
fn form(params: Vec<HarParam<'_>>) -> Body<'_> {
    let mut unread = Vec::new();
    let mut fields = Vec::with_capacity(params.len());
    for HarParam {
        name,
        value,
        file_name,
    } in params
    {
        let value = value
            .map(|raw| text_of(raw.get()))
            .filter(|text| !text.is_empty());
        if file_name.is_some() && value.is_none() && unread.is_empty() {
            unread.push(Reason::FileNotRead);
        }
        let texts = [file_name.map(|file| file.0), value];
        let mut texts: Vec<_> = texts.into_iter().flatten().collect();
        if texts.is_empty() {
            texts.push(Cow::Borrowed(""));
        }
        fields.extend(texts.into_iter().map(|text| Field {
            name: name.0.clone(),
            value: FieldValue::Text(text),
        }));
    }
    if fields
        .iter()
        .any(|field| matches!(&field.value, FieldValue::Text(text) if text.contains('\u{fffd}')))
    {
        unread.push(Reason::BodyMangled);
    }
    Body {
        content: Content::Form(fields),
        unread,
    }
}

/// A JSON string's text, or another value as it is written.
fn text_of(json: &str) -> Cow<'_, str> {
    serde_json::from_str::<crate::text::Text<'_>>(json).map_or(Cow::Borrowed(json), |text| text.0)
}
