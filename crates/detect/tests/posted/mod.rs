//! Jane Doe, who is looked for, and a body that is posted to somebody else.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use leaklight_detect::{Body, Content, Detector, Profile, ProfileSource, Request, Secret};

/// Her email address.
pub const EMAIL: &str = "jane.doe@example.com";

/// Looks for her.
pub fn jane() -> Detector {
    let source = ProfileSource {
        emails: vec![Secret::new(EMAIL)],
        phones: vec![Secret::new("+1 212-555-0143")],
        ..ProfileSource::default()
    };
    Detector::new(Profile::new(&source).unwrap()).unwrap()
}

/// A body on its way.
pub fn posted(body: &[u8]) -> Request<'_> {
    Request {
        url: "https://collect.example.net/c".into(),
        body: Body {
            content: Content::Bytes(body.into()),
            unread: Vec::new(),
        },
        ..Request::default()
    }
}
