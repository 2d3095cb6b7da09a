//! What is read of a HAR, as serde sees it. Everything else, response bodies above all, is passed
//! over.

use crate::problem::Fault;
use crate::text::{self, Text, lenient, mended};
use crate::value::Value;
use serde::Deserialize;
use serde_json::value::RawValue;

/// One of `log.pages`.
#[derive(Deserialize)]
pub(super) struct HarPage<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    #[serde(borrow, default)]
    pub(super) title: Option<Text<'a>>,
}

/// One of `log.entries`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", expecting = "an entry, an object")]
pub(super) struct HarEntry<'a> {
    #[serde(borrow)]
    pub(super) request: HarRequest<'a>,
    #[serde(borrow, default, deserialize_with = "lenient")]
    pub(super) response: Option<HarResponse<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient")]
    pub(super) pageref: Option<Text<'a>>,
    #[serde(borrow, default, deserialize_with = "lenient")]
    pub(super) started_date_time: Option<Text<'a>>,
    /// Chromium: what it was requested as, in the words of its developer tools.
    #[serde(
        borrow,
        default,
        rename = "_resourceType",
        deserialize_with = "lenient"
    )]
    pub(super) resource_type: Option<Text<'a>>,
    /// Chromium: `memory` or `disk`.
    #[serde(borrow, default, rename = "_fromCache", deserialize_with = "lenient")]
    pub(super) from_cache: Option<Text<'a>>,
    /// Chromium: an object; chrome-har: a URL.
    #[serde(borrow, default, rename = "_initiator")]
    pub(super) initiator: Option<&'a RawValue>,
    /// chrome-har: the same object as a JSON string.
    #[serde(
        borrow,
        default,
        rename = "_initiator_detail",
        deserialize_with = "lenient"
    )]
    pub(super) initiator_detail: Option<Text<'a>>,
    /// chrome-har: `script`, `parser`, …
    #[serde(
        borrow,
        default,
        rename = "_initiator_type",
        deserialize_with = "lenient"
    )]
    pub(super) initiator_type: Option<Text<'a>>,
    /// Chromium: what went over a WebSocket.
    #[serde(
        borrow,
        default,
        rename = "_webSocketMessages",
        deserialize_with = "lenient"
    )]
    pub(super) web_socket_messages: Option<Vec<HarMessage<'a>>>,
}

/// A request.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", expecting = "a request, an object")]
pub(super) struct HarRequest<'a> {
    #[serde(borrow)]
    pub(super) url: Text<'a>,
    #[serde(borrow)]
    pub(super) method: Text<'a>,
    #[serde(borrow, default)]
    pub(super) headers: Option<Vec<HarPair<'a>>>,
    #[serde(borrow, default)]
    pub(super) cookies: Option<Vec<HarPair<'a>>>,
    #[serde(borrow, default)]
    pub(super) post_data: Option<HarPostData<'a>>,
    #[serde(default, deserialize_with = "lenient")]
    pub(super) body_size: Option<i64>,
}

/// A header or a cookie.
#[derive(Deserialize)]
#[serde(expecting = "an object with name and value")]
pub(super) struct HarPair<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    #[serde(borrow, default)]
    pub(super) value: Option<Text<'a>>,
}

/// A request's body.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", expecting = "postData, an object")]
pub(super) struct HarPostData<'a> {
    #[serde(borrow, default, deserialize_with = "lenient")]
    pub(super) mime_type: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub(super) text: Option<Text<'a>>,
    /// `base64` where a tool wrote bytes.
    #[serde(borrow, default, deserialize_with = "lenient")]
    pub(super) encoding: Option<Text<'a>>,
    #[serde(borrow, default)]
    pub(super) params: Option<Vec<HarParam<'a>>>,
}

/// One field of a form.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", expecting = "a parameter, an object")]
pub(super) struct HarParam<'a> {
    #[serde(borrow)]
    pub(super) name: Text<'a>,
    /// Text; older chrome-har wrote the members of JSON bodies here, of any type.
    #[serde(borrow, default)]
    pub(super) value: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "lenient")]
    pub(super) file_name: Option<Text<'a>>,
}

/// A response, of which only the fate of the request is read.
#[derive(Deserialize)]
pub(super) struct HarResponse<'a> {
    #[serde(default, deserialize_with = "lenient")]
    pub(super) status: Option<i64>,
    #[serde(borrow, default, deserialize_with = "lenient")]
    pub(super) content: Option<HarContent<'a>>,
    /// Chromium: `net::ERR_…`.
    #[serde(borrow, default, rename = "_error", deserialize_with = "lenient")]
    pub(super) error: Option<Text<'a>>,
    /// Playwright: the same.
    #[serde(borrow, default, rename = "_failureText", deserialize_with = "lenient")]
    pub(super) failure_text: Option<Text<'a>>,
}

/// A response's body, of which only the type is read.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct HarContent<'a> {
    #[serde(borrow, default)]
    pub(super) mime_type: Option<Text<'a>>,
}

/// A message on a WebSocket.
#[derive(Deserialize)]
pub(super) struct HarMessage<'a> {
    #[serde(borrow, rename = "type", default)]
    pub(super) direction: Option<Text<'a>>,
}

/// Parses an entry.
pub(super) fn parse<'a>(value: &Value<'a>) -> Result<HarEntry<'a>, serde_json::Error> {
    text::parse(value.text)
}

/// Mends an entry that has this error, and parses it again.
pub(super) fn parse_mended(
    value: &Value<'_>,
    error: &serde_json::Error,
    on: &mut dyn FnMut(Result<HarEntry<'_>, Fault>),
) {
    on(serde_json::from_str(&mended(value.text)).map_err(|_| value.fault(error)));
}

/// Parses an entry; where it is not sound it is mended and parsed again.
pub(super) fn parse_entry(value: &Value<'_>, on: &mut dyn FnMut(Result<HarEntry<'_>, Fault>)) {
    match parse(value) {
        Ok(entry) => on(Ok(entry)),
        Err(error) => parse_mended(value, &error, on),
    }
}
