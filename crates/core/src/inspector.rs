//! The inspector: detection and recipients, joined.

use crate::action::action;
use crate::context::{Surrounding, Surroundings};
use crate::finding::{Finding, IdentifierRef, Verdict};
use crate::look::Look;
use crate::purpose::purpose;
use leaklight_detect::{BuildError, Detector, Familiar, Leak, Place, Profile, Request};
use leaklight_parameters::{Word, explanation};
use leaklight_recipients::{Answer, Asked, Product, Trackers, ask};
use std::sync::Arc;

/// Reads requests for one profile. Built once, used for every request.
#[derive(Debug)]
pub struct Inspector {
    detector: Detector,
    trackers: Option<Arc<Trackers>>,
}

/// What all findings of one request have in common.
struct Common {
    answer: Answer,
    page: Option<String>,
    url: String,
    initiator: Vec<String>,
    context: Vec<Surrounding>,
}

impl Inspector {
    /// Prepares for a profile.
    ///
    /// # Errors
    /// A profile of a size that no person's has.
    pub fn new(profile: Profile) -> Result<Self, BuildError> {
        Ok(Self {
            detector: Detector::new(profile)?,
            trackers: None,
        })
    }

    /// Knows further trackers, beside those of the tables; they take the place of any given before.
    pub fn with_trackers(mut self, trackers: Trackers) -> Self {
        self.use_trackers(Some(Arc::new(trackers)));
        self
    }

    /// As [`with_trackers`](Self::with_trackers), for one that is in use; none to know no more than the tables do.
    /// Several inspectors may share them.
    pub fn use_trackers(&mut self, trackers: Option<Arc<Trackers>>) {
        self.trackers = trackers;
    }

    /// The profile it looks for.
    pub fn profile(&self) -> &Profile {
        self.detector.profile()
    }

    /// Looks at a request, or at as much of it as is known so far.
    pub fn look(&self, request: &Request<'_>) -> Look {
        self.seen(self.detector.look(request), request)
    }

    /// The same, for one request of many: headers that they have in common are looked at once.
    pub fn look_again(&self, request: &Request<'_>, familiar: &mut Familiar) -> Look {
        self.seen(self.detector.look_again(request, familiar), request)
    }

    fn seen(&self, seen: leaklight_detect::Look, request: &Request<'_>) -> Look {
        Look::new(seen, &self.detector, request, self.trackers.as_deref())
    }

    /// Weighs all looks at one request together. The request's URL, page and the like are told
    /// again, since a look remembers no values.
    pub fn weigh(&self, request: &Request<'_>, looks: &[Look]) -> Verdict {
        let seen: Vec<_> = looks.iter().map(|look| look.seen.clone()).collect();
        let leaks = self.detector.weigh(&seen);
        let common = self.common(request, looks, leaks.is_empty());
        let findings = leaks
            .into_iter()
            .map(|leak| self.finding(request, &common, leak))
            .collect();
        let mut skips = Vec::new();
        for skip in looks.iter().flat_map(Look::skips) {
            if !skips.contains(skip) {
                skips.push(*skip);
            }
        }
        Verdict {
            recipient: common.answer.recipient,
            findings,
            skips,
        }
    }

    /// All that is to be said about a request. Never fails: what cannot be read is a skip.
    pub fn inspect(&self, request: &Request<'_>) -> Verdict {
        self.weigh(request, &[self.look(request)])
    }

    /// What is to be said of the request, whatever was found in it; without findings nothing is masked.
    fn common(&self, request: &Request<'_>, looks: &[Look], is_clean: bool) -> Common {
        let parts: Vec<String> = looks.iter().flat_map(|look| look.parts.clone()).collect();
        let mut answer = ask(&Asked {
            url: &request.url,
            page: request.page.as_deref(),
            cname: request.cname.as_deref(),
            resource: request.resource.as_deref(),
            parts: &parts,
            trackers: self.trackers.as_deref(),
        });
        if is_clean {
            // An event's name is shown only where somebody could see that it is nobody's.
            answer.recipient.event = None;
            return Common {
                answer,
                page: None,
                url: String::new(),
                initiator: Vec::new(),
                context: Vec::new(),
            };
        }
        let mask_url = |url: &str| self.detector.mask_url(url);
        let recipient = &mut answer.recipient;
        let own_words = |text: &String| self.detector.mask(text) == *text;
        let told = |told: fn(&Look) -> Option<&String>| looks.iter().find_map(told).cloned();
        recipient.account = recipient
            .account
            .take()
            .filter(own_words)
            .or_else(|| told(|look| look.account.as_ref()));
        recipient.event = recipient
            .event
            .take()
            .filter(own_words)
            .or_else(|| told(|look| look.event.as_ref()));
        let page = request.page.as_deref().map(mask_url);
        recipient.action = action(answer.product.as_ref(), recipient, page.as_deref());
        Common {
            page,
            url: mask_url(&request.url),
            initiator: request.initiator.iter().map(|url| mask_url(url)).collect(),
            context: Surroundings::together(looks.iter().map(|look| &look.context)),
            answer,
        }
    }

    fn finding(&self, request: &Request<'_>, common: &Common, leak: Leak) -> Finding {
        let owned = |text: &Option<std::borrow::Cow<'_, str>>| text.as_deref().map(str::to_owned);
        let strongest = leak.places.first();
        let name = strongest.and_then(|place| place.name.clone());
        let product = common.answer.product.as_ref();
        let vendor = product.map_or("", |product| product.vendor);
        let words = name
            .as_deref()
            .map_or_else(Vec::new, |name| explanation(vendor, name));
        let purpose = purpose(request, &common.answer, &leak);
        Finding {
            page: common.page.clone(),
            method: request.method.to_string(),
            url: common.url.clone(),
            time: owned(&request.time),
            resource: owned(&request.resource),
            outcome: request.outcome,
            initiator: common.initiator.clone(),
            recipient: common.answer.recipient.clone(),
            expected: purpose.is_expected(),
            purpose,
            identifier: IdentifierRef {
                id: leak.identifier,
                kind: leak.kind,
            },
            parts: leak.parts,
            carrier: strongest.map_or(leaklight_detect::Carrier::Body, |place| place.carrier),
            meaning: sentence(&words),
            words,
            usual_event: match common.answer.recipient.event {
                None => product.and_then(Product::usual_event),
                Some(_) => None,
            },
            name,
            chain: strongest
                .map(|place: &Place| place.chain.clone())
                .unwrap_or_default(),
            digest: strongest.and_then(|place| place.digest.clone()),
            places: leak.places,
            context: common.context.clone(),
            confidence: leak.confidence,
            bits: leak.bits,
            witness: request.witness,
        }
    }
}

fn sentence(words: &[Word]) -> Option<String> {
    let words: Vec<_> = words.iter().map(|word| word.words()).collect();
    (!words.is_empty()).then(|| words.join(", "))
}
