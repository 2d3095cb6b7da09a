//! What stands behind a rule's `$`: to which requests it applies.

use super::Question;
use crate::Party;

/// Options of a rule, as far as they are understood.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options<'a> {
    /// Whether it applies only to strangers (yes) or only to the site's own (no).
    third_party: Option<bool>,
    /// The types of requests that it applies to, a bit each; none for all.
    types: u16,
    /// Those that it does not apply to.
    other_types: u16,
    /// The sites on whose pages it applies, as written; empty for all.
    pages: &'a str,
}

/// Filter lists' words for types of requests, and webRequest's. Places in this list are bits.
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
                _ => match (name.split_once('='), type_bit(name)) {
                    (Some(("domain" | "from", pages)), _) if !negated => options.pages = pages,
                    (None, Some(bit)) if negated => options.other_types |= bit,
                    (None, Some(bit)) => options.types |= bit,
                    _ => return None,
                },
            }
        }
        Some(options)
    }

    /// Writes them as they are kept, behind a `\t`: `3` or `1`, types as numbers behind `+` and `-`, pages
    /// behind `=`. Nothing where they say nothing.
    pub fn write(&self, text: &mut String) {
        if *self == Self::default() {
            return;
        }
        text.push('\t');
        match self.third_party {
            Some(true) => text.push('3'),
            Some(false) => text.push('1'),
            None => {}
        }
        for (sign, types) in [('+', self.types), ('-', self.other_types)] {
            if types != 0 {
                text.push(sign);
                text.push_str(&types.to_string());
            }
        }
        if !self.pages.is_empty() {
            text.push('=');
            text.push_str(self.pages);
        }
    }

    /// Reads what was kept.
    pub fn kept(text: &'a str) -> Self {
        let (head, pages) = text.split_once('=').unwrap_or((text, ""));
        let (head, other_types) = head.split_once('-').unwrap_or((head, ""));
        let (party, types) = head.split_once('+').unwrap_or((head, ""));
        let number = |text: &str| text.parse().unwrap_or(0);
        Self {
            third_party: match party {
                "3" => Some(true),
                "1" => Some(false),
                _ => None,
            },
            types: number(types),
            other_types: number(other_types),
            pages,
        }
    }

    /// Whether a request is one of those that the rule applies to. What is not known of it excludes nothing.
    pub fn allow(&self, question: &Question<'_>) -> bool {
        let party = match question.party {
            Party::Unknown => true,
            Party::Third => self.third_party != Some(false),
            Party::First => self.third_party != Some(true),
        };
        let resource = question.resource.is_empty()
            || (self.types == 0 || is_any(self.types, question.resource))
                && !is_any(self.other_types, question.resource);
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

fn type_bit(name: &str) -> Option<u16> {
    let place = TYPES.iter().position(|(known, _)| *known == name)?;
    Some(1 << place)
}

/// Whether webRequest's word is one of these types.
fn is_any(types: u16, resource: &str) -> bool {
    let listed = TYPES.iter().zip(0..);
    listed
        .filter(|(_, place)| types & (1 << place) != 0)
        .any(|((_, words), _)| words.contains(&resource))
}
