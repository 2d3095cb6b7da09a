//! What all targets share: a detector, and the ways to a parser.

use leaklight_detect::{Body, Content, Detector, Name, Profile, ProfileSource, Request, Secret};
use std::borrow::Cow;
use std::sync::LazyLock;

static JANE: LazyLock<Detector> = LazyLock::new(|| {
    let some = |text: &str| Some(Secret::new(text));
    let source = ProfileSource {
        emails: vec![Secret::new("jane.doe@example.com")],
        phones: vec![Secret::new("+1 212-555-0143")],
        names: vec![Name {
            given: some("Jane"),
            family: some("Doe"),
            ..Name::default()
        }],
        ..ProfileSource::default()
    };
    let profile = Profile::new(&source).expect("the profile is sound");
    Detector::new(profile).expect("the profile is small")
});

/// Looks at a body of these pieces.
pub fn body(pieces: &[&[u8]]) {
    look(&Request {
        body: Body {
            content: Content::Bytes(Cow::Owned(pieces.concat())),
            unread: Vec::new(),
        },
        ..Request::default()
    });
}

/// Looks at a URL.
pub fn url(bytes: &[u8]) {
    look(&Request {
        url: String::from_utf8_lossy(bytes),
        ..Request::default()
    });
}

/// Looks at a header, as a cookie and as any other.
pub fn headers(bytes: &[u8]) {
    let value = String::from_utf8_lossy(bytes);
    look(&Request {
        headers: vec![("Cookie".into(), value.clone()), ("X-A".into(), value)],
        ..Request::default()
    });
}

/// Looks at a value that consists of the alphabets' characters.
pub fn digits(bytes: &[u8]) {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_=";
    let value: Vec<u8> = bytes
        .iter()
        .map(|byte| DIGITS[usize::from(*byte) % DIGITS.len()])
        .collect();
    body(&[&value]);
}

fn look(request: &Request<'_>) {
    let look = JANE.look(request);
    drop(JANE.weigh(&[look]));
}
