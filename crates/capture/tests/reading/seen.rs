//! What a capture handed out, kept for assertions.

use leaklight_capture::{Capture, Entry, Format};
use leaklight_core::{Content, FieldValue, Outcome, Reason};
use std::io::Write;

/// Everything that came out of a capture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Seen {
    pub requests: Vec<SeenRequest>,
    pub problems: Vec<String>,
    pub skips: Vec<Reason>,
}

/// One request, owned.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SeenRequest {
    pub index: usize,
    pub url: String,
    pub method: String,
    pub headers: Vec<(String, String)>,
    pub bytes: Option<Vec<u8>>,
    pub form: Option<Vec<(String, Vec<u8>)>>,
    pub unread: Vec<Reason>,
    pub missing: Vec<Reason>,
    pub page: Option<String>,
    pub frame: Option<String>,
    pub resource: Option<String>,
    pub time: Option<String>,
    pub outcome: Option<Outcome>,
    pub initiator: Vec<String>,
}

impl SeenRequest {
    fn from_entry(entry: Entry<'_>) -> Self {
        let request = entry.request;
        let (bytes, form) = match request.body.content {
            Content::Empty => (None, None),
            Content::Bytes(bytes) => (Some(bytes.into_owned()), None),
            Content::Form(fields) => {
                let fields = fields.into_iter().map(|field| {
                    let value = match field.value {
                        FieldValue::Text(text) => text.into_owned().into_bytes(),
                        FieldValue::Bytes(bytes) => bytes.into_owned(),
                    };
                    (field.name.into_owned(), value)
                });
                (None, Some(fields.collect()))
            }
        };
        let owned =
            |text: Option<std::borrow::Cow<'_, str>>| text.map(std::borrow::Cow::into_owned);
        Self {
            index: entry.index,
            url: request.url.into_owned(),
            method: request.method.into_owned(),
            headers: request
                .headers
                .into_iter()
                .map(|(name, value)| (name.into_owned(), value.into_owned()))
                .collect(),
            bytes,
            form,
            unread: request.body.unread,
            missing: request.missing,
            page: owned(request.page),
            frame: owned(request.frame),
            resource: owned(request.resource),
            time: owned(request.time),
            outcome: request.outcome,
            initiator: request
                .initiator
                .into_iter()
                .map(|url| url.into_owned())
                .collect(),
        }
    }

    /// The body's bytes as text.
    pub fn text(&self) -> &str {
        let bytes = self.bytes.as_deref().expect("a body of bytes");
        std::str::from_utf8(bytes).expect("a body of text")
    }
}

/// Reads a capture to its end.
pub fn read(capture: Capture) -> Seen {
    let mut seen = Seen::default();
    let skips = capture.read(|item| match item {
        Ok(entry) => seen.requests.push(SeenRequest::from_entry(entry)),
        Err(problem) => seen.problems.push(problem.to_string()),
    });
    seen.skips = skips;
    seen
}

/// Reads a HAR.
pub fn har(bytes: impl AsRef<[u8]>) -> Seen {
    read(Capture::from_bytes(Format::Har, bytes.as_ref().to_vec()))
}

/// Reads a request list.
pub fn list(bytes: impl AsRef<[u8]>) -> Seen {
    read(Capture::from_bytes(
        Format::RequestList,
        bytes.as_ref().to_vec(),
    ))
}

/// The one request of a HAR with one entry; its request's further members are given.
pub fn har_request(members: &str) -> SeenRequest {
    let mut seen = har(har_of(&[&format!(
        r#"{{"request":{{"url":"https://t.test/","method":"POST",{members}}}}}"#
    )]));
    assert_eq!(seen.problems, Vec::<String>::new());
    assert_eq!(seen.requests.len(), 1);
    seen.requests.remove(0)
}

/// A HAR of these entries.
pub fn har_of(entries: &[&str]) -> String {
    format!(
        r#"{{"log":{{"version":"1.2","entries":[{}]}}}}"#,
        entries.join(",")
    )
}

/// The bytes as gzip.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).expect("memory takes all");
    encoder.finish().expect("memory takes all")
}
