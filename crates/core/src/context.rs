//! What went along with a finding: device, browser, page. Shown as context, no leak by itself.

use leaklight_detect::Carrier;
use leaklight_parameters::{Context, context};
use leaklight_recipients::Product;
use serde::{Deserialize, Serialize};

/// More names of one kind than this are not listed.
const MOST_NAMES: usize = 8;

/// Longer names are somebody's own, and say nothing.
const LONGEST_NAME: usize = 64;

/// What of one kind went along with a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Surrounding {
    /// What it tells.
    pub kind: Context,
    /// The parameters that told it; never their values.
    pub names: Vec<String>,
}

/// All that went along, a kind each, in the order of [`Context`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Surroundings(Vec<Surrounding>);

impl Surroundings {
    /// Notes a parameter, if its name tells something.
    pub(crate) fn add(
        &mut self,
        product: Option<&Product>,
        carrier: Carrier,
        name: &str,
        mask: impl FnOnce(&str) -> String,
    ) {
        let travels = matches!(
            carrier,
            Carrier::UrlQuery
                | Carrier::UrlPath
                | Carrier::Body
                | Carrier::Message
                | Carrier::Cookie
        );
        if !travels || name.is_empty() {
            return;
        }
        let kind = match product {
            Some(product) => product.context(name),
            None => context("", name),
        };
        if let Some(kind) = kind {
            // What stands inside a page's address tells no more than that the address was there.
            let name = name.split(" › ").next().unwrap_or_default();
            self.note(kind, name, mask);
        }
    }

    fn note(&mut self, kind: Context, name: &str, mask: impl FnOnce(&str) -> String) {
        let at = match self.0.binary_search_by_key(&kind, |one| one.kind) {
            Ok(at) => at,
            Err(at) => {
                let names = Vec::new();
                self.0.insert(at, Surrounding { kind, names });
                at
            }
        };
        let names = &mut self.0[at].names;
        if names.len() < MOST_NAMES
            && name.len() <= LONGEST_NAME
            && !names.iter().any(|known| known == name)
        {
            let masked = mask(name);
            if !names.contains(&masked) {
                names.push(masked);
            }
        }
    }

    /// What several looks saw.
    pub(crate) fn together<'a>(all: impl Iterator<Item = &'a Self>) -> Vec<Surrounding> {
        let mut together = Self::default();
        for surrounding in all.flat_map(|one| &one.0) {
            for name in &surrounding.names {
                together.note(surrounding.kind, name, str::to_owned);
            }
        }
        together.0
    }
}
