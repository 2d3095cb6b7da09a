//! From JavaScript's part of a request to the core's request.

use crate::error::coded;
use crate::text;
use crate::types::{JsContext, JsPart};
use js_sys::{Array, Reflect, Uint8Array};
use leaklight_core::{Act, Body, Content, Field, FieldValue, Outcome, Reason, Request, Witness};
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

/// A request that holds what `part` holds.
pub fn request(part: &JsPart) -> Result<Request<'static>, JsValue> {
    if !part.is_object() {
        return Ok(Request::default());
    }
    Ok(Request {
        url: text::text(&part.url()).unwrap_or_default().into(),
        headers: pairs(&part.headers())
            .map(|(name, value)| (name.into(), value.as_string().unwrap_or_default().into()))
            .collect(),
        body: Body {
            content: content(&part.body()),
            unread: value::<Vec<Reason>>(part.unread(), "unread")?.unwrap_or_default(),
        },
        messages: messages(&part.messages()),
        cname: part.cname().as_string().map(Into::into),
        ..Request::default()
    })
}

/// A request that holds what surrounds it.
pub fn context(context: &JsContext) -> Result<Request<'static>, JsValue> {
    Ok(Request {
        url: text(context, "url").unwrap_or_default().into(),
        method: text(context, "method").unwrap_or_default().into(),
        page: text(context, "page").map(Into::into),
        frame: text(context, "frame").map(Into::into),
        resource: text(context, "resource").map(Into::into),
        time: text(context, "time").map(Into::into),
        outcome: parsed::<Outcome>(context, "outcome")?,
        cname: text(context, "cname").map(Into::into),
        acted: parsed::<Act>(context, "acted")?,
        witness: parsed::<Witness>(context, "witness")?.unwrap_or_default(),
        initiator: parsed::<Vec<String>>(context, "initiator")?
            .unwrap_or_default()
            .into_iter()
            .map(Into::into)
            .collect(),
        ..Request::default()
    })
}

fn content(body: &JsValue) -> Content<'static> {
    let bytes = get(body, "bytes");
    if let Some(bytes) = bytes.dyn_ref::<Uint8Array>() {
        return Content::Bytes(bytes.to_vec().into());
    }
    let fields: Vec<_> = pairs(&get(body, "form"))
        .map(|(name, value)| Field {
            name: name.into(),
            value: field_value(&value),
        })
        .collect();
    if fields.is_empty() {
        Content::Empty
    } else {
        Content::Form(fields)
    }
}

fn messages(list: &JsValue) -> Vec<std::borrow::Cow<'static, [u8]>> {
    let list = list.dyn_ref::<Array>().map(Array::to_vec);
    let bytes = |message: &JsValue| Some(message.dyn_ref::<Uint8Array>()?.to_vec().into());
    list.unwrap_or_default().iter().filter_map(bytes).collect()
}

fn field_value(value: &JsValue) -> FieldValue<'static> {
    match value.dyn_ref::<Uint8Array>() {
        Some(bytes) => FieldValue::Bytes(bytes.to_vec().into()),
        None => FieldValue::Text(value.as_string().unwrap_or_default().into()),
    }
}

fn pairs(value: &JsValue) -> impl Iterator<Item = (String, JsValue)> {
    let pairs = value
        .dyn_ref::<Array>()
        .map(Array::to_vec)
        .unwrap_or_default();
    pairs.into_iter().map(|pair| {
        let pair = Array::from(&pair);
        (pair.get(0).as_string().unwrap_or_default(), pair.get(1))
    })
}

fn get(object: &JsValue, key: &str) -> JsValue {
    if object.is_object() {
        Reflect::get(object, &JsValue::from_str(key)).unwrap_or_default()
    } else {
        JsValue::UNDEFINED
    }
}

fn text(object: &JsValue, key: &str) -> Option<String> {
    get(object, key).as_string()
}

fn parsed<T: DeserializeOwned>(object: &JsValue, key: &str) -> Result<Option<T>, JsValue> {
    value(get(object, key), key)
}

fn value<T: DeserializeOwned>(value: JsValue, key: &str) -> Result<Option<T>, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    serde_wasm_bindgen::from_value(value)
        .map(Some)
        .map_err(|_| {
            coded(
                "bad_request",
                &format!("{key} is not of the form that is asked for"),
            )
            .into()
        })
}
