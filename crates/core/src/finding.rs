//! A finding: one leak of one request, with who received it. Every front end hands out this shape.

use crate::context::Surrounding;
use crate::purpose::Purpose;
use leaklight_detect::{Carrier, Confidence, Kind, Outcome, Part, Place, Skip, Witness};
use leaklight_parameters::Word;
use leaklight_recipients::Recipient;
use serde::{Deserialize, Serialize};

/// All that is to be said about one request.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Who received it.
    pub recipient: Recipient,
    /// What was found, of every party and confidence; front ends filter.
    pub findings: Vec<Finding>,
    /// What could not be read.
    pub skips: Vec<Skip>,
}

/// One identifier that one recipient got in one request. Holds no personal value: URLs are masked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// URL of the top-level page, masked.
    pub page: Option<String>,
    /// The request's method.
    pub method: String,
    /// The request's URL, masked.
    pub url: String,
    /// When it was sent, RFC 3339.
    pub time: Option<String>,
    /// What it was requested as: `image`, `ping`, …
    pub resource: Option<String>,
    /// What became of it.
    pub outcome: Option<Outcome>,
    /// URLs of the scripts that caused it, innermost first, masked.
    pub initiator: Vec<String>,
    /// Who received it.
    pub recipient: Recipient,
    /// Whether it was handed over on purpose.
    pub expected: bool,
    /// Why it is expected, or is not.
    #[serde(default)]
    pub purpose: Purpose,
    /// Which detail it is.
    pub identifier: IdentifierRef,
    /// Which parts of it, over all places.
    pub parts: Vec<Part>,
    /// Carrier of the strongest place.
    pub carrier: Carrier,
    /// Name of the strongest place.
    pub name: Option<String>,
    /// What that name says in words: `email, collected automatically from a form, SHA-256`.
    #[serde(default)]
    pub meaning: Option<String>,
    /// The same word by word, for who says it in another language; reports have the sentence.
    #[serde(skip)]
    pub words: Vec<Word>,
    /// Likewise what happened, where the recipient's event is none and its endpoint is for nothing else: `page visit`.
    #[serde(skip)]
    pub usual_event: Option<&'static str>,
    /// Decodings of the strongest place, from the wire inwards.
    pub chain: Vec<String>,
    /// Digest of the strongest place; none where the value itself stands there.
    pub digest: Option<String>,
    /// Every place, the strongest first.
    pub places: Vec<Place>,
    /// What else the request told of person, device and page: no leak, and no values.
    #[serde(default)]
    pub context: Vec<Surrounding>,
    /// How sure the match is.
    pub confidence: Confidence,
    /// The same in bits.
    pub bits: f32,
    /// Who says that it was sent; left out where it is the browser.
    #[serde(default, skip_serializing_if = "is_browser")]
    pub witness: Witness,
}

fn is_browser(witness: &Witness) -> bool {
    *witness == Witness::Browser
}

/// Which detail was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentifierRef {
    /// Its id: `email-1`.
    pub id: String,
    /// Its kind.
    pub kind: Kind,
}
