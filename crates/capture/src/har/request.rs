//! A HAR entry as a request.

use super::outline::Outline;
use super::shape::{HarEntry, HarPair, HarRequest};
use super::{initiator, post_data, resource};
use crate::body;
use crate::entry::{header, referer};
use leaklight_core::{Reason, Request};
use std::borrow::Cow;

impl HarRequest<'_> {
    /// The first header of that name, whatever its case.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let pair = self
            .headers
            .iter()
            .flatten()
            .find(|pair| pair.name.0.eq_ignore_ascii_case(name))?;
        pair.value.as_ref().map(|value| value.0.as_ref())
    }
}

/// The request that an entry describes.
pub(super) fn from_entry<'a>(entry: HarEntry<'a>, outline: &Outline) -> Request<'a> {
    let resource = resource::resource(&entry).map(Cow::Borrowed);
    let outcome = resource::outcome(&entry);
    let initiator = initiator::scripts(&entry);
    let missing = unread_messages(&entry);
    let page = entry
        .pageref
        .as_ref()
        .and_then(|pageref| outline.page(&pageref.0))
        .map(str::to_owned);
    let HarRequest {
        url,
        method,
        headers,
        cookies,
        post_data,
        body_size,
    } = entry.request;
    let headers = headers_of(headers.unwrap_or_default(), cookies.unwrap_or_default());
    let body = match post_data {
        Some(post_data) => post_data::body(post_data, &headers, body_size),
        None => body::unmentioned(&method.0, &headers, body_size),
    };
    Request {
        url: url.0,
        method: method.0,
        page: page.or_else(|| referer(&headers)).map(Cow::Owned),
        headers,
        body,
        missing,
        frame: None,
        resource,
        time: entry.started_date_time.map(|time| time.0),
        outcome,
        initiator,
        ..Request::default()
    }
}

/// The headers as sent: without HTTP/2's pseudo-headers (RFC 9113, 8.3), which repeat the URL, and
/// with the `Cookie` header that some tools list apart only.
fn headers_of<'a>(
    headers: Vec<HarPair<'a>>,
    cookies: Vec<HarPair<'a>>,
) -> Vec<(Cow<'a, str>, Cow<'a, str>)> {
    let mut pairs: Vec<_> = headers
        .into_iter()
        .filter(|pair| !pair.name.0.starts_with(':'))
        .map(|pair| (pair.name.0, pair.value.unwrap_or_default().0))
        .collect();
    if !cookies.is_empty() && header(&pairs, "cookie").is_none() {
        let cookies: Vec<_> = cookies
            .iter()
            .map(|cookie| {
                let value = cookie.value.as_ref().map_or("", |value| value.0.as_ref());
                format!("{}={value}", cookie.name.0)
            })
            .collect();
        pairs.push((Cow::Borrowed("Cookie"), Cow::Owned(cookies.join("; "))));
    }
    pairs
}

/// Messages that the page sent over a WebSocket are not read.
fn unread_messages(entry: &HarEntry<'_>) -> Vec<Reason> {
    let sent = entry.web_socket_messages.iter().flatten().any(|message| {
        message
            .direction
            .as_ref()
            .is_some_and(|direction| direction.0 == "send")
    });
    if sent {
        vec![Reason::BodyUnreadable]
    } else {
        Vec::new()
    }
}
