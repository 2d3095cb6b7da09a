//! The inspector: detection and recipients, joined.

use crate::finding::{Finding, IdentifierRef, Verdict};
use leaklight_detect::{BuildError, Detector, Leak, Look, Place, Profile, Request};
use leaklight_recipients::{Recipient, recipient as recipient_of};

/// Reads requests for one profile. Built once, used for every request.
#[derive(Debug)]
pub struct Inspector {
    detector: Detector,
}

impl Inspector {
    /// Prepares for a profile.
    ///
    /// # Errors
    /// A profile of a size that no person's has.
    pub fn new(profile: Profile) -> Result<Self, BuildError> {
        Ok(Self {
            detector: Detector::new(profile)?,
        })
    }

    /// The profile it looks for.
    pub fn profile(&self) -> &Profile {
        self.detector.profile()
    }

    /// Looks at a request, or at as much of it as is known so far.
    pub fn look(&self, request: &Request<'_>) -> Look {
        self.detector.look(request)
    }

    /// Weighs all looks at one request together. The request's URL, page and the like are told
    /// again, since a look remembers no values.
    pub fn weigh(&self, request: &Request<'_>, looks: &[Look]) -> Verdict {
        let recipient = recipient_of(&request.url, request.page.as_deref());
        let leaks = self.detector.weigh(looks);
        let findings = leaks
            .into_iter()
            .map(|leak| self.finding(request, &recipient, leak))
            .collect();
        let mut skips = Vec::new();
        for skip in looks.iter().flat_map(Look::skips) {
            if !skips.contains(skip) {
                skips.push(*skip);
            }
        }
        Verdict {
            recipient,
            findings,
            skips,
        }
    }

    /// All that is to be said about a request. Never fails: what cannot be read is a skip.
    pub fn inspect(&self, request: &Request<'_>) -> Verdict {
        self.weigh(request, &[self.look(request)])
    }

    fn finding(&self, request: &Request<'_>, recipient: &Recipient, leak: Leak) -> Finding {
        let owned = |text: &Option<std::borrow::Cow<'_, str>>| text.as_deref().map(str::to_owned);
        let strongest = leak.places.first();
        Finding {
            page: request
                .page
                .as_deref()
                .map(|page| self.detector.mask_url(page)),
            method: request.method.to_string(),
            url: self.detector.mask_url(&request.url),
            time: owned(&request.time),
            resource: owned(&request.resource),
            outcome: request.outcome,
            initiator: request
                .initiator
                .iter()
                .map(|url| self.detector.mask_url(url))
                .collect(),
            recipient: recipient.clone(),
            expected: false,
            identifier: IdentifierRef {
                id: leak.identifier,
                kind: leak.kind,
            },
            parts: leak.parts,
            carrier: strongest.map_or(leaklight_detect::Carrier::Body, |place| place.carrier),
            name: strongest.and_then(|place| place.name.clone()),
            chain: strongest
                .map(|place: &Place| place.chain.clone())
                .unwrap_or_default(),
            digest: strongest.and_then(|place| place.digest.clone()),
            places: leak.places,
            confidence: leak.confidence,
            bits: leak.bits,
        }
    }
}
