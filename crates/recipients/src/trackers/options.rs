//! What stands behind a rule's `$`: to which requests it applies.

use super::Question;
use crate::Party;

/// Options of a rule, as far as they are understood.
#[derive(Debug, Default)]
pub struct Options<'a> {
    third_party: Option<bool>,
    types: Vec<&'a str>,
    other_types: Vec<&'a str>,
    pages: &'a str,
}

/// Filter lists' words for types of requests, and webRequest's.
const TYPES: [(&str, &[&str]); 12] = [
    ("script", &["script"]),
    ("image", &["image", "imageset"]),
    ("stylesheet", &["stylesheet"]),
    ("xmlhttprequest", &["xmlhttprequest"]),
    ("xhr", &["xmlhttprequest"]),
    ("ping", &["ping", "beacon"]),
    ("beacon", &["ping", "beacon"]),
    ("subdocument", &["sub_frame"]),
    ("websocket", &["websocket"]),
    ("media", &["media"]),
    ("font", &["font"]),
    ("other", &["other", "csp_report"]),
];

impl<'a> Options<'a> {
    /// Reads what stands behind the sign; nothing where some of it is not understood.
    pub fn read(text: &'a str) -> Option<Self> {
        let mut options = Self::default();
        for option in text.split(',').filter(|option| !option.is_empty()) {
            let (name, negated) = match option.strip_prefix('~') {
                Some(name) => (name, true),
                None => (option, false),
            };
            match name {
                "third-party" | "3p" => options.third_party = Some(!negated),
                "first-party" | "1p" => options.third_party = Some(negated),
                // Which of several rules wins does not matter here, nor does what the browser shows then.
                "important" | "all" | "match-case" if !negated => {}
                _ => match name.split_once('=') {
                    Some(("domain" | "from", pages)) if !negated => options.pages = pages,
                    None if types_of(name).is_some() && negated => options.other_types.push(name),
                    None if types_of(name).is_some() => options.types.push(name),
                    _ => return None,
                },
            }
        }
        Some(options)
    }

    /// Whether a request is one of those that the rule applies to. What is not known of it excludes nothing.
    pub fn allow(&self, question: &Question<'_>) -> bool {
        let party = match question.party {
            Party::Unknown => true,
            Party::Third => self.third_party != Some(false),
            Party::First => self.third_party != Some(true),
        };
        let is_any = |names: &[&str]| {
            names
                .iter()
                .filter_map(|name| types_of(name))
                .any(|types| types.contains(&question.resource))
        };
        let resource = question.resource.is_empty()
            || (self.types.is_empty() || is_any(&self.types)) && !is_any(&self.other_types);
        party && resource && self.allows_page(question.page)
    }

    fn allows_page(&self, page: &str) -> bool {
        if self.pages.is_empty() || page.is_empty() {
            return true;
        }
        let is_of = |site: &str| {
            page.strip_suffix(site)
                .is_some_and(|below| below.is_empty() || below.ends_with('.'))
        };
        let mut only = self.pages.split('|').filter(|site| !site.starts_with('~'));
        let mut not = self
            .pages
            .split('|')
            .filter_map(|site| site.strip_prefix('~'));
        let named = only.clone().next().is_some();
        !not.any(is_of) && (!named || only.any(is_of))
    }
}

fn types_of(name: &str) -> Option<&'static [&'static str]> {
    TYPES
        .iter()
        .find(|(known, _)| *known == name)
        .map(|(_, types)| *types)
}
