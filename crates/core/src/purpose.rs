//! Handed over, or leaked: what a person gave a recipient to do what they asked of it.
//!
//! A finding is expected only if all three hold: the endpoint's role explains this detail; it travels in the
//! endpoint's own field, not in a Referer, a page's address or title; and the person acted there. Neither host
//! nor organisation decides anything.

use leaklight_detect::{Act, Carrier, Kind, Leak, Place, Request};
use leaklight_recipients::{Answer, Party, Product, Role, recipient};
use serde::{Deserialize, Serialize};

/// Why a finding is expected, or is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Nobody asks anything of this endpoint.
    #[default]
    None,
    /// Role, field and act explain it.
    HandedOver,
    /// Role and field explain it, and nothing speaks against it; what the person did is not known.
    ProbablyHandedOver,
    /// What the endpoint is for needs no such detail.
    NotNeeded,
    /// It stands where nobody put it for this recipient: in a page's address or title, in a header, in a digest.
    NotItsField,
    /// The person did nothing there.
    NotAsked,
}

impl Purpose {
    /// Whether it was handed over on purpose, as far as can be told.
    pub const fn is_expected(self) -> bool {
        matches!(self, Self::HandedOver | Self::ProbablyHandedOver)
    }
}

/// What webRequest calls requests that no form and no look-up makes: images, reports, what leaves as a page
/// closes.
const NOT_A_FORM: [&str; 9] = [
    "image",
    "imageset",
    "ping",
    "beacon",
    "csp_report",
    "font",
    "stylesheet",
    "media",
    "speculative",
];

/// What a leak was handed over for.
pub(crate) fn purpose(request: &Request<'_>, answer: &Answer, leak: &Leak) -> Purpose {
    let Some((product, role)) = answer
        .product
        .as_ref()
        .and_then(|product| Some((product, product.purpose()?)))
    else {
        return Purpose::None;
    };
    if !role.explains(leak.kind) {
        return Purpose::NotNeeded;
    }
    if !leak
        .places
        .iter()
        .all(|place| is_own(product, role, place, leak.kind))
    {
        return Purpose::NotItsField;
    }
    match act(request) {
        Some(Act::Nothing) => Purpose::NotAsked,
        Some(Act::Typed | Act::Visited) => Purpose::HandedOver,
        None if contradicts(request, answer) => Purpose::NotAsked,
        None => Purpose::ProbablyHandedOver,
    }
}

/// Whether a place is the endpoint's own for such a detail.
fn is_own(product: &Product, role: Role, place: &Place, kind: Kind) -> bool {
    if place.digest.is_some() && !role.takes_digests() {
        return false;
    }
    match (place.carrier, &place.name) {
        (Carrier::UrlQuery | Carrier::Body | Carrier::Message, Some(name)) => {
            product.owns(name, kind)
        }
        (Carrier::UrlPath, _) => product.owns("/", kind),
        _ => false,
    }
}

/// What the person did there: a tab that shows the recipient was sent there.
fn act(request: &Request<'_>) -> Option<Act> {
    request
        .acted
        .or((request.resource.as_deref() == Some("main_frame")).then_some(Act::Visited))
}

/// Whether something says that the person did not act: a type of request that no form makes, a frame that is
/// neither the page's nor the recipient's, or a frame that was not there yet.
fn contradicts(request: &Request<'_>, answer: &Answer) -> bool {
    let resource = request.resource.as_deref();
    if resource.is_some_and(|resource| NOT_A_FORM.contains(&resource)) {
        return true;
    }
    // A frame is told from the page and the recipient as a recipient is told from a page.
    let is_stranger = |asker: &str, to: &str| recipient(asker, Some(to)).party == Party::Third;
    let recipient_page = format!("https://{}/", answer.recipient.host);
    let (frame, page) = (request.frame.as_deref(), request.page.as_deref());
    // Whoever else has a frame of the recipient's loaded put into its address what stands there: nobody could
    // have typed into it.
    if resource == Some("sub_frame") && request.method == "GET" {
        return frame
            .or(page)
            .is_some_and(|asker| is_stranger(asker, &recipient_page));
    }
    frame.is_some_and(|frame| {
        page.is_some_and(|page| is_stranger(frame, page)) && is_stranger(frame, &recipient_page)
    })
}
