//! Request lists: one JSON object a line.

use crate::body;
use crate::capture::Cookies;
use crate::entry::{Entry, header, is_web_page, referer, stays_local};
use crate::problem::{Cause, Position, Problem, before};
use crate::source::Source;
use crate::text::{self, Text, mended};
use leaklight_core::{Outcome, Request};
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::io::{BufRead, ErrorKind};

type Item<'i> = Result<Entry<'i>, Problem>;

/// Reads a request list, line by line.
pub(crate) fn read(source: Source, on: &mut dyn FnMut(Item<'_>)) -> Cookies {
    let consumed = Cell::new(0);
    let mut reader = match source.read(&consumed) {
        Ok(reader) => reader,
        Err(error) => {
            on(Err(Problem::new(Position::START, Cause::Io(error))));
            return Cookies::NoRequests;
        }
    };
    let mut cookies = Cookies::NoRequests;
    let mut position = Position::START;
    let mut index = 0;
    let mut line = Vec::new();
    loop {
        line.clear();
        // A capture that was cut gives its last bytes first, and the error then.
        let end = read_line(&mut *reader, &mut line);
        let (before, text) = content(&line);
        if !text.is_empty() {
            read_request(text, position.after(before), &mut |request| {
                if let Ok(request) = &request {
                    cookies = cookies.seen(header(&request.headers, "cookie").is_some());
                }
                match request {
                    Ok(request) if stays_local(&request.url) => {}
                    Ok(request) => on(Ok(Entry {
                        index,
                        request,
                        consumed: consumed.get(),
                    })),
                    Err(problem) => on(Err(problem)),
                }
            });
            index += 1;
        }
        match end {
            Ok(false) => position = position.next_line(line.len()),
            Ok(true) => return cookies,
            Err(cause) => {
                on(Err(Problem::new(position.after(&line), cause)));
                return cookies;
            }
        }
    }
}

/// Reads one line; true where it is the last.
fn read_line(reader: &mut dyn BufRead, line: &mut Vec<u8>) -> Result<bool, Cause> {
    loop {
        let chunk = match reader.fill_buf() {
            Ok(chunk) => chunk,
            Err(error) => match error.kind() {
                ErrorKind::Interrupted => continue,
                ErrorKind::UnexpectedEof => return Err(Cause::Truncated),
                _ => return Err(Cause::Io(error)),
            },
        };
        let end = memchr::memchr(b'\n', chunk).map(|newline| newline + 1);
        let length = end.unwrap_or(chunk.len());
        line.extend_from_slice(&chunk[..length]);
        reader.consume(length);
        if end.is_some() || length == 0 {
            return Ok(end.is_none());
        }
    }
}

/// A line's content, without the byte order mark and white space around it, and the white space before it.
fn content(line: &[u8]) -> (&[u8], &[u8]) {
    let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
    let text = line.trim_ascii_start();
    let (before, _) = line.split_at(line.len() - text.len());
    (before, text.trim_ascii_end())
}

/// Hands out the request that a line holds.
fn read_request(text: &[u8], start: Position, on: &mut dyn FnMut(Result<Request<'_>, Problem>)) {
    match text::parse::<Line<'_>>(text) {
        Ok(line) => on(line.into_request(start)),
        Err(error) => {
            let mended = mended(text);
            match serde_json::from_str::<Line<'_>>(&mended) {
                Ok(line) => on(line.into_request(start)),
                Err(_) => on(Err(Problem::new(
                    start.after(before(text, &error)),
                    Cause::from_json(&error),
                ))),
            }
        }
    }
}

/// A line as it is written; unknown keys are ignored.
#[derive(serde::Deserialize)]
#[serde(expecting = "a request, an object")]
struct Line<'a> {
    #[serde(borrow)]
    url: Text<'a>,
    #[serde(borrow)]
    method: Option<Text<'a>>,
    #[serde(borrow, default)]
    headers: Headers<'a>,
    #[serde(borrow)]
    body: Option<Text<'a>>,
    #[serde(borrow)]
    body_base64: Option<Text<'a>>,
    #[serde(borrow)]
    page: Option<Text<'a>>,
    #[serde(borrow)]
    frame: Option<Text<'a>>,
    #[serde(borrow)]
    resource: Option<Text<'a>>,
    #[serde(borrow)]
    time: Option<Text<'a>>,
    outcome: Option<Outcome>,
    #[serde(borrow, default)]
    initiator: Vec<Text<'a>>,
}

impl<'a> Line<'a> {
    fn into_request(self, start: Position) -> Result<Request<'a>, Problem> {
        let headers = self.headers.0;
        let written = self.body.is_some() || self.body_base64.is_some();
        let method = self.method.map_or(
            Cow::Borrowed(if written { "POST" } else { "GET" }),
            |method| method.0,
        );
        let body = match (self.body_base64, self.body) {
            (Some(text), _) => body::from_base64(&text.0).ok_or_else(|| {
                let what = "body_base64 is not base64".to_owned();
                Problem::new(start, Cause::Shape(what))
            })?,
            (None, Some(text)) => body::from_text(text.0, &headers),
            (None, None) => body::unmentioned(&method, &headers, None),
        };
        Ok(Request {
            url: self.url.0,
            method,
            page: self
                .page
                .map(|page| page.0)
                .filter(|page| is_web_page(page))
                .or_else(|| referer(&headers).map(Cow::Owned)),
            headers,
            body,
            missing: Vec::new(),
            frame: self.frame.map(|frame| frame.0),
            resource: self.resource.map(|resource| resource.0),
            time: self.time.map(|time| time.0),
            outcome: self.outcome,
            initiator: self.initiator.into_iter().map(|url| url.0).collect(),
            ..Request::default()
        })
    }
}

/// Headers as an object, in the order written.
#[derive(Default)]
struct Headers<'a>(Vec<(Cow<'a, str>, Cow<'a, str>)>);

impl<'de: 'a, 'a> Deserialize<'de> for Headers<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;
        impl<'de> Visitor<'de> for Object {
            type Value = Headers<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("an object of header names and values")
            }

            fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
                Ok(Headers::default())
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut headers = Vec::with_capacity(map.size_hint().unwrap_or(0));
                while let Some((name, value)) = map.next_entry::<Text<'de>, Text<'de>>()? {
                    headers.push((name.0, value.0));
                }
                Ok(Headers(headers))
            }
        }
        deserializer.deserialize_any(Object)
    }
}
