//! What only the whole HAR tells.

use super::resource::{Document, document};
use super::shape::{HarEntry, HarPage, parse_entry};
use crate::capture::Cookies;
use crate::entry::is_web_page;
use crate::value::Value;
use std::collections::HashMap;

/// Which page each `pageref` is, and whether there are cookies.
pub(super) struct Outline {
    pages: HashMap<String, Page>,
    cookies: Cookies,
}

/// What is known of a page.
#[derive(Default)]
struct Page {
    /// The best witness of its URL so far.
    url: Option<(Witness, String)>,
    /// Whether an entry that is not a redirect has come by.
    begun: bool,
}

/// What tells a page's URL, the weakest first.
#[derive(Clone, Copy, PartialEq, PartialOrd)]
enum Witness {
    /// Its first entry is answered with HTML.
    FirstHtml,
    /// Its title is a URL.
    Title,
    /// An entry is called a document; so are frames.
    Called,
    /// The browser asked for the top-level document. The first that does is believed for good.
    Asked,
}

impl Outline {
    /// Before anything is read.
    pub(super) fn new() -> Self {
        Self {
            pages: HashMap::new(),
            cookies: Cookies::NoRequests,
        }
    }

    /// Whether nothing that may come can tell of another URL for the page that a `pageref` names.
    pub(super) fn is_settled(&self, pageref: &str) -> bool {
        let page = self.pages.get(pageref);
        let url = page.and_then(|page| page.url.as_ref());
        url.is_some_and(|(witness, _)| *witness == Witness::Asked)
    }

    /// The URL of the page that a `pageref` names.
    pub(super) fn page(&self, pageref: &str) -> Option<&str> {
        let (_, url) = self.pages.get(pageref)?.url.as_ref()?;
        Some(url)
    }

    /// Whether any request has a cookie.
    pub(super) fn cookies(&self) -> Cookies {
        self.cookies
    }

    /// Takes what a page tells of itself; one that cannot be read tells nothing.
    pub(super) fn add_page(&mut self, value: &Value<'_>) {
        let page: Option<HarPage<'_>> = serde_json::from_slice(value.text).ok();
        if let Some(HarPage {
            id,
            title: Some(title),
        }) = page
        {
            self.testify(&id.0, Witness::Title, title.0.trim());
        }
    }

    /// Takes what an entry tells; one that cannot be read tells nothing.
    pub(super) fn add(&mut self, value: &Value<'_>) {
        parse_entry(value, &mut |entry| {
            if let Ok(entry) = entry {
                self.add_entry(&entry);
            }
        });
    }

    /// Takes what an entry tells that is parsed already.
    pub(super) fn add_entry(&mut self, entry: &HarEntry<'_>) {
        let request = &entry.request;
        let cookies = request.cookies.as_deref().unwrap_or_default();
        self.cookies = self
            .cookies
            .seen(!cookies.is_empty() || request.header("cookie").is_some());
        let Some(pageref) = &entry.pageref else {
            return;
        };
        let status = entry.response.as_ref().and_then(|response| response.status);
        if matches!(status, Some(300..=399)) {
            return;
        }
        let page = self
            .pages
            .entry(pageref.0.clone().into_owned())
            .or_default();
        let first = !std::mem::replace(&mut page.begun, true);
        let witness = match document(entry) {
            Document::Asked => Witness::Asked,
            Document::Called => Witness::Called,
            Document::Html if first => Witness::FirstHtml,
            Document::Html | Document::No => return,
        };
        self.testify(&pageref.0, witness, &request.url.0);
    }

    /// Takes a URL for a page's, unless a better or earlier witness has named one.
    fn testify(&mut self, pageref: &str, witness: Witness, url: &str) {
        if !is_web_page(url) {
            return;
        }
        let page = self.pages.entry(pageref.to_owned()).or_default();
        if page.url.as_ref().is_none_or(|(known, _)| *known < witness) {
            page.url = Some((witness, url.to_owned()));
        }
    }
}
