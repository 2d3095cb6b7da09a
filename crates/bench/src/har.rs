//! A HAR as Chromium's developer tools write it, most of which is response bodies: code, pages, answers of interfaces,
//! and images as base64.

use crate::inputs::{self, Lot};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

/// No body is longer than this and a line.
const LONGEST: usize = 60_000;

/// What its first request was for.
#[derive(Clone, Copy)]
pub enum First {
    /// The page itself, as nearly always.
    Document,
    /// Part of a page that was there before: so nobody says which.
    Script,
}

/// A HAR of at least so many bytes.
pub fn har(length: usize, first: First) -> Vec<u8> {
    let mut lot = Lot::new(8);
    let bodies = [
        ("text/javascript", script(&mut lot)),
        ("text/html", page(&mut lot)),
        ("application/json", answer()),
        ("image/webp", image(&mut lot)),
    ];
    let mut har = String::from(
        "{\n  \"log\": {\n    \"version\": \"1.2\",\n    \"creator\": { \"name\": \"WebInspector\", \"version\": \"537.36\" },\n    \
         \"pages\": [\n      { \"id\": \"page_1\", \"title\": \"https://shop.example/\", \"pageTimings\": {} }\n    ],\n    \"entries\": [\n",
    );
    while har.len() < length {
        let is_first = har.ends_with("[\n");
        if !is_first {
            har.push_str(",\n");
        }
        // Half of what a page loads is code.
        let (kind, body) = &bodies[[0, 0, 0, 1, 2, 3][lot.next() as usize % 6]];
        let size = lot.next() as usize % body.len();
        let destination = match first {
            First::Document if is_first => "document",
            _ => "script",
        };
        let entry = entry(&mut lot, destination, kind, &body[..size]);
        for line in format!("{entry:#}").lines() {
            har.push_str("      ");
            har.push_str(line);
            har.push('\n');
        }
        har.pop();
    }
    har.push_str("\n    ]\n  }\n}\n");
    har.into_bytes()
}

fn entry(lot: &mut Lot, destination: &str, kind: &str, body: &str) -> Value {
    let url = inputs::url(200 + lot.next() as usize % 800);
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let query: Vec<_> = query
        .split('&')
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect();
    let mut content = json!({ "size": body.len(), "mimeType": kind, "text": body });
    if kind.starts_with("image/") {
        content["encoding"] = "base64".into();
    }
    let call = |line| json!({ "functionName": "t", "scriptId": "12", "url": "https://shop.example/app.js", "lineNumber": 1, "columnNumber": line });
    json!({
        "_connectionId": "417",
        "_initiator": { "type": "script", "stack": { "callFrames": [call(9821), call(12_044), call(77)] } },
        "_priority": "Low",
        "_resourceType": destination,
        "cache": {},
        "connection": "443",
        "pageref": "page_1",
        "request": {
            "method": "GET", "url": url, "httpVersion": "http/2.0", "headers": request_headers(lot, destination), "queryString": query,
            "cookies": [], "headersSize": -1, "bodySize": 0
        },
        "response": {
            "status": 200, "statusText": "", "httpVersion": "http/2.0", "headers": response_headers(lot, kind), "cookies": [],
            "content": content, "redirectURL": "", "headersSize": -1, "bodySize": -1, "_transferSize": body.len() / 3,
            "_error": null
        },
        "serverIPAddress": "192.0.2.7",
        "startedDateTime": format!("2026-03-07T12:00:{:02}.{:03}Z", lot.next() % 60, lot.next() % 1000),
        "time": lot.next() % 300,
        "timings": {
            "blocked": 1.5, "dns": -1, "ssl": -1, "connect": -1, "send": 0.1, "wait": lot.next() % 200, "receive": 3,
            "_blocked_queueing": 1.2
        }
    })
}

fn request_headers(lot: &mut Lot, destination: &str) -> Vec<Value> {
    let cookie = format!(
        "session={:016x}{:016x}; theme=dark; consent=1",
        lot.next(),
        lot.next()
    );
    named(&[
        (":authority", "www.collect.example"),
        (":method", "GET"),
        (":scheme", "https"),
        ("accept", "*/*"),
        ("accept-encoding", "gzip, deflate, br, zstd"),
        ("accept-language", "en-US,en;q=0.9"),
        ("cookie", &cookie),
        ("referer", "https://shop.example/"),
        (
            "sec-ch-ua",
            "\"Chromium\";v=\"140\", \"Not=A?Brand\";v=\"24\"",
        ),
        ("sec-fetch-dest", destination),
        ("sec-fetch-mode", "no-cors"),
        ("sec-fetch-site", "cross-site"),
        (
            "user-agent",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
        ),
    ])
}

fn response_headers(lot: &mut Lot, kind: &str) -> Vec<Value> {
    let tag = format!("W/\"{:x}-{:x}\"", lot.next() & 0xffff, lot.next());
    named(&[
        ("alt-svc", "h3=\":443\"; ma=86400"),
        ("cache-control", "public, max-age=31536000, immutable"),
        ("content-encoding", "br"),
        ("content-type", kind),
        ("date", "Sat, 07 Mar 2026 12:00:00 GMT"),
        ("etag", &tag),
        (
            "strict-transport-security",
            "max-age=31536000; includeSubDomains; preload",
        ),
        ("vary", "Accept-Encoding"),
        ("x-cache", "HIT"),
        ("x-content-type-options", "nosniff"),
    ])
}

fn named(pairs: &[(&str, &str)]) -> Vec<Value> {
    pairs
        .iter()
        .map(|(name, value)| json!({ "name": name, "value": value }))
        .collect()
}

/// Minified code, with a state that is JSON in a string here and there.
fn script(lot: &mut Lot) -> String {
    let mut script = String::new();
    while script.len() < LONGEST {
        script.push_str(&format!(
            "function {}{:x}(e,t){{return e.{}?t[{}].{}(\"{}\"):void 0}}\n",
            lot.of(&["a", "b", "c"]),
            lot.next() & 0xfff,
            lot.of(&["length", "props", "state", "children", "current"]),
            lot.next() % 100,
            lot.of(&["push", "concat", "createElement", "apply"]),
            lot.of(&["div", "click", "use strict", "data-state", "px"]),
        ));
        if lot.next().is_multiple_of(20) {
            script.push_str("var s=JSON.parse(\"{\\\"html\\\":\\\"\\\\u003cb\\\\u003e\\\",\\\"open\\\":true}\");\n");
        }
    }
    script
}

/// A page's source.
fn page(lot: &mut Lot) -> String {
    let mut page = String::from("<!doctype html>\n<html lang=\"en\">\n");
    while page.len() < LONGEST {
        page.push_str(&format!(
            "      <li class=\"item item--{}\">\n        <a href=\"/items/{}?ref=home\" data-id=\"{}\">{}</a>\n      </li>\n",
            lot.of(&["wide", "new", "sale"]),
            lot.next() % 100_000,
            lot.next() % 100_000,
            lot.of(&["Summer collection", "Free returns", "All orders"]),
        ));
    }
    page
}

/// What an interface answers.
fn answer() -> String {
    String::from_utf8(inputs::json(LONGEST)).unwrap_or_default()
}

fn image(lot: &mut Lot) -> String {
    let bytes: Vec<u8> = (0..LONGEST / 12)
        .flat_map(|_| lot.next().to_le_bytes())
        .collect();
    STANDARD.encode(bytes)
}
