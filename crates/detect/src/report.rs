//! What a detector has to say about a request. Nothing here holds a personal value.

use crate::{Confidence, Kind, Part};
use serde::{Deserialize, Serialize};

/// What was found in one request, and what could not be read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// One leak for each identifier that was found.
    pub leaks: Vec<Leak>,
    /// What was there and could not be read.
    pub skips: Vec<Skip>,
}

/// One identifier found in one request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Leak {
    /// The identifier's id: `email-1`.
    pub identifier: String,
    /// Its kind.
    pub kind: Kind,
    /// Which of its parts were found, over all places.
    pub parts: Vec<Part>,
    /// Where it was found, the strongest place first; never empty.
    pub places: Vec<Place>,
    /// How much the places prove together.
    pub confidence: Confidence,
    /// The same in bits: see ARCHITECTURE.md.
    pub bits: f32,
}

/// One place in a request where an identifier stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// Where in the request bytes travel.
    pub carrier: Carrier,
    /// The name of the parameter, field or header that holds it: `udff[em]`, `data › $.user.email`.
    pub name: Option<String>,
    /// The decodings that lead to it, from the wire inwards: `["percent", "base64", "gzip"]`.
    pub chain: Vec<String>,
    /// The digest it is hidden in (`sha256`, `sha256(md5)`); none where the value itself stands there.
    pub digest: Option<String>,
    /// Which parts of the identifier stand here.
    pub parts: Vec<Part>,
}

/// Where in a request bytes travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Carrier {
    /// The URL's host name.
    UrlHost,
    /// User name and password in the URL.
    UrlUserinfo,
    /// The URL's path.
    UrlPath,
    /// The URL's query string.
    UrlQuery,
    /// A header other than `Cookie`.
    Header,
    /// A cookie.
    Cookie,
    /// The body.
    Body,
    /// A message on an open connection.
    Message,
}

/// Something in a request that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Skip {
    /// Where it is.
    pub carrier: Carrier,
    /// Why.
    pub reason: Reason,
}

/// Why something could not be read: the closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// There was a body; the capture does not hold it.
    BodyNotCaptured,
    /// There was a body; the browser does not show it.
    BodyUnreadable,
    /// The body holds replacement characters where bytes were.
    BodyMangled,
    /// Only the body's beginning was read.
    BodyTruncated,
    /// A file was uploaded; its content was not read.
    FileNotRead,
    /// The capture left out headers, `Cookie` among them.
    HeadersStripped,
    /// More bytes came out of decodings than are read.
    TooLarge,
    /// Deeper nested than is followed.
    DepthLimit,
    /// More parts than are looked at.
    ViewLimit,
    /// More work than one request may cost.
    WorkLimit,
}
