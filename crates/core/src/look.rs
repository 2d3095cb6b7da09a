//! Looks: what is remembered of a request between its body and its headers.

use crate::context::Surroundings;
use leaklight_detect::{Detector, Request, Skip};
use leaklight_recipients::{Asked, Trackers, ask, event_name, is_account, tells_product};
use serde::{Deserialize, Serialize};

/// More parts of a body than this tell no product.
const MOST_PARTS: usize = 32;

/// What a look at some of a request saw. Holds no personal value: names of what was found and of what went
/// with it, and the words in which the request says what it is for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Look {
    /// What was found.
    pub(crate) seen: leaklight_detect::Look,
    /// What went with it.
    pub(crate) context: Surroundings,
    /// Names of parts by which a product can be told.
    pub(crate) parts: Vec<String>,
    /// Whose account of the product it is for, where the body says so.
    pub(crate) account: Option<String>,
    /// What happened, where the body says so.
    pub(crate) event: Option<String>,
}

impl Look {
    /// What was seen of a request, or of as much of it as is known. What surrounds a finding is read only where
    /// there is one.
    pub(crate) fn new(
        seen: leaklight_detect::Look,
        detector: &Detector,
        request: &Request<'_>,
        trackers: Option<&Trackers>,
    ) -> Self {
        let mut look = Self {
            seen,
            ..Self::default()
        };
        // What alone proves nothing has no surroundings worth a second reading: a body full of numbers.
        let alone = std::slice::from_ref(&look.seen);
        if !look.seen.found() || detector.weigh(alone).is_empty() {
            return look;
        }
        detector.parts(request, &mut |_, name, _| {
            if look.parts.len() < MOST_PARTS
                && tells_product(name)
                && !look.parts.iter().any(|part| part == name)
            {
                look.parts.push(name.to_owned());
            }
        });
        let answer = ask(&Asked {
            url: &request.url,
            page: request.page.as_deref(),
            cname: request.cname.as_deref(),
            resource: request.resource.as_deref(),
            parts: &look.parts,
            trackers,
        });
        let product = answer.product;
        let (mut account, mut event) = (None, None);
        let context = &mut look.context;
        detector.parts(request, &mut |carrier, name, bytes| {
            context.add(product.as_ref(), carrier, name, |name| detector.mask(name));
            let Some(product) = &product else { return };
            let text = || std::str::from_utf8(bytes).unwrap_or_default();
            if account.is_none() && product.account_is_at(name) && is_account(text()) {
                account = Some(text().to_owned());
            }
            if event.is_none() && product.event_is_at(name) {
                event = event_name(text());
            }
        });
        // What the site calls its account or event may be somebody's name or number all the same.
        look.account = account.filter(|text| detector.mask(text) == *text);
        look.event = event.filter(|text| detector.mask(text) == *text);
        look
    }

    /// Whether there is nothing in it to keep.
    pub fn is_empty(&self) -> bool {
        self.seen.is_empty()
    }

    /// Whether anything was found; what was not read is not asked.
    pub fn found(&self) -> bool {
        self.seen.found()
    }

    /// What could not be read.
    pub fn skips(&self) -> &[Skip] {
        self.seen.skips()
    }

    /// Bytes that were looked at, decoded ones included.
    pub fn work(&self) -> u64 {
        self.seen.work()
    }
}
