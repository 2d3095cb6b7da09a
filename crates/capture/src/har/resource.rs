//! What a HAR entry was requested as, and what became of it.

use super::shape::HarEntry;
use leaklight_core::Outcome;

/// How an entry shows to be a page's document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Document {
    /// The browser's `Sec-Fetch-Dest` says so.
    Asked,
    /// The tool says so; it says the same of frames.
    Called,
    /// Nobody says, and the answer is HTML.
    Html,
    /// It is something else.
    No,
}

/// Whether an entry is a page's document.
pub(super) fn document(entry: &HarEntry<'_>) -> Document {
    if let Some(destination) = entry.request.header("sec-fetch-dest") {
        return if destination.eq_ignore_ascii_case("document") {
            Document::Asked
        } else {
            Document::No
        };
    }
    match &entry.resource_type {
        Some(kind) if kind.0 == "document" => Document::Called,
        Some(_) => Document::No,
        None if is_html(entry) => Document::Html,
        None => Document::No,
    }
}

fn is_html(entry: &HarEntry<'_>) -> bool {
    let content = entry
        .response
        .as_ref()
        .and_then(|response| response.content.as_ref());
    let mime = content.and_then(|content| content.mime_type.as_ref());
    mime.is_some_and(|mime| {
        mime.0.starts_with("text/html") || mime.0.starts_with("application/xhtml+xml")
    })
}

/// What an entry was requested as, in webRequest's words.
///
/// From Chromium's developer tools' word, else from `Sec-Fetch-Dest`
/// (<https://fetch.spec.whatwg.org/#concept-request-destination>), whose `empty` tells too little.
pub(super) fn resource(entry: &HarEntry<'_>) -> Option<&'static str> {
    let destination = entry.request.header("sec-fetch-dest");
    let framed = matches!(destination, Some("iframe" | "frame"));
    if let Some(kind) = &entry.resource_type {
        return Some(match kind.0.as_ref() {
            "document" if framed => "sub_frame",
            "document" => "main_frame",
            "stylesheet" => "stylesheet",
            "image" => "image",
            "media" | "texttrack" => "media",
            "font" => "font",
            "script" => "script",
            "xhr" | "fetch" | "eventsource" => "xmlhttprequest",
            "ping" => "ping",
            "csp-violation-report" => "csp_report",
            "websocket" => "websocket",
            _ => "other",
        });
    }
    match destination? {
        "document" => Some("main_frame"),
        "iframe" | "frame" => Some("sub_frame"),
        "style" | "xslt" => Some("stylesheet"),
        "image" => Some("image"),
        "audio" | "video" | "track" => Some("media"),
        "font" => Some("font"),
        "script" | "worker" | "sharedworker" | "serviceworker" => Some("script"),
        "object" | "embed" => Some("object"),
        "report" => Some("csp_report"),
        "websocket" => Some("websocket"),
        _ => None,
    }
}

/// What became of an entry; none where its response is not described.
///
/// A transfer size of 0 is no sign of a cache: captures hold it for requests that did leave.
pub(super) fn outcome(entry: &HarEntry<'_>) -> Option<Outcome> {
    if entry.from_cache.is_some() {
        return Some(Outcome::Cached);
    }
    let response = entry.response.as_ref()?;
    let error = response.error.as_ref().or(response.failure_text.as_ref());
    if let Some(error) = error.filter(|error| !error.0.is_empty()) {
        // Chromium's name for what extensions, settings and policies hold back.
        let blocked = error.0.contains("ERR_BLOCKED_BY_CLIENT")
            || error.0.contains("ERR_BLOCKED_BY_ADMINISTRATOR");
        return Some(if blocked {
            Outcome::Blocked
        } else {
            Outcome::Failed
        });
    }
    Some(match response.status? {
        status if status <= 0 => Outcome::Failed,
        _ => Outcome::Sent,
    })
}
