//! What is known of a request's recipient.

use serde::{Deserialize, Serialize};

/// Who receives a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recipient {
    /// The host, without port, lower-case.
    pub host: String,
    /// The registrable domain, or the host itself where there is none (an IP address, `localhost`).
    pub domain: String,
    /// The organisation behind it, under the name people know.
    pub entity: Option<String>,
    /// The product whose endpoint this is, such as `Meta Pixel`.
    pub product: Option<String>,
    /// The product's customer, as the request names it: a pixel or measurement id.
    pub account: Option<String>,
    /// What happened, as the request names it to the product: `PageView`, `Add to Cart`.
    #[serde(default)]
    pub event: Option<String>,
    /// The request in words: `Meta Pixel 1234567890: SubscribedButtonClick on /checkout`.
    #[serde(default)]
    pub action: Option<String>,
    /// What the recipient mostly does, such as `advertising`.
    pub category: Option<String>,
    /// What this endpoint is for, such as `sign_in`.
    pub role: Option<String>,
    /// Whether it belongs to the page's own site.
    pub party: Party,
    /// How somebody else's endpoint passes for the page's own, where it does.
    pub disguise: Option<Disguise>,
    /// The host that it is an alias of, where that is known and somebody else's.
    #[serde(default)]
    pub cname: Option<String>,
    /// Whether it is a known tracker.
    pub tracker: bool,
}

/// How a recipient stands to the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The page's own site, or its own entity.
    First,
    /// Somebody else.
    Third,
    /// The page is not known; counts as somebody else.
    Unknown,
}

/// How somebody else's endpoint passes for the page's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Disguise {
    /// The host is an alias of somebody else's.
    Cname,
    /// A path on the site's own host passes requests on.
    Proxy,
}
