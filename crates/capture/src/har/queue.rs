//! Entries on their way out, in the order of the file: each waits until its page is known.

use super::kept::Kept;
use super::outline::Outline;
use super::shape::{HarEntry, parse, parse_entry, parse_mended};
use super::{Item, request};
use crate::capture::Cookies;
use crate::entry::{Entry, stays_local};
use crate::problem::Fault;
use crate::text::Text;
use crate::value::Value;
use std::collections::HashSet;

/// A page's document comes first, but for redirects and the like. Behind so many that wait, all wait for the end, and
/// are not parsed before.
const FIRST: usize = 16;
/// So many bytes of kept entries and of what is parsed of them may stay until they are handed out; headers of an entry
/// take as much again.
const MOST_PARSED: usize = 4 * 1024 * 1024;

/// The entries of a HAR.
pub(super) struct Queue<'o> {
    outline: Outline,
    /// Those that wait; none any more where they became too much.
    waiting: Option<Kept>,
    /// The pages of those that are not known for good.
    unsettled: HashSet<String>,
    /// The index of the next one that is handed out.
    next: usize,
    /// The index of the next one of a second reading.
    again: usize,
    on: &'o mut dyn FnMut(Item<'_>),
}

impl<'o> Queue<'o> {
    /// Before anything is read.
    pub(super) fn new(on: &'o mut dyn FnMut(Item<'_>)) -> Self {
        Self {
            outline: Outline::new(),
            waiting: Some(Kept::default()),
            unsettled: HashSet::new(),
            next: 0,
            again: 0,
            on,
        }
    }

    /// Takes one of `log.pages`.
    pub(super) fn page(&mut self, value: &Value<'_>) {
        self.outline.add_page(value);
    }

    /// Takes an entry, before which so many bytes are read.
    pub(super) fn entry(&mut self, value: &Value<'_>, consumed: u64) {
        let Some(waiting) = &self.waiting else {
            return self.outline.add(value);
        };
        let count = waiting.len();
        if count >= FIRST {
            return self.keep(value, consumed);
        }
        let mut is_out = false;
        parse_entry(value, &mut |entry| {
            if let Ok(entry) = &entry {
                self.outline.add_entry(entry);
                self.note_page(entry);
            }
            is_out = count == 0 && self.unsettled.is_empty();
            if is_out {
                self.hand_out(entry, consumed);
            }
        });
        if !is_out {
            self.keep(value, consumed);
            if self.unsettled.is_empty() {
                self.hand_out_waiting();
            }
        }
    }

    /// Hands out those that wait still: all is read.
    pub(super) fn end(&mut self) {
        self.hand_out_waiting();
    }

    /// Whether entries are not handed out that were too much to be kept.
    pub(super) fn is_short(&self) -> bool {
        self.waiting.is_none()
    }

    /// Takes an entry of a second reading.
    pub(super) fn again(&mut self, value: &Value<'_>, consumed: u64) {
        if self.again == self.next {
            parse_entry(value, &mut |entry| self.hand_out(entry, consumed));
        }
        self.again += 1;
    }

    /// Whether there was any cookie.
    pub(super) fn cookies(&self) -> Cookies {
        self.outline.cookies()
    }

    /// Notes whether an entry's page is known for good by now.
    fn note_page(&mut self, entry: &HarEntry<'_>) {
        if let Some(Text(pageref)) = &entry.pageref {
            if self.outline.is_settled(pageref) {
                self.unsettled.remove(pageref.as_ref());
            } else if !self.unsettled.contains(pageref.as_ref()) {
                self.unsettled.insert(pageref.clone().into_owned());
            }
        }
    }

    /// Lets an entry wait. Where it is too much beside the others, none waits any more, and what they tell is taken.
    fn keep(&mut self, value: &Value<'_>, consumed: u64) {
        match &mut self.waiting {
            Some(waiting) if !waiting.is_too_much(value) => waiting.add(value, consumed),
            waiting => {
                let waiting = waiting.take();
                let waiting = waiting.iter().flat_map(Kept::entries);
                for value in waiting.map(|(value, _)| value).chain([*value]) {
                    self.outline.add(&value);
                }
            }
        }
    }

    /// Hands out those that wait. What is parsed of them stays there meanwhile, up to a bound; those behind it are parsed
    /// again.
    fn hand_out_waiting(&mut self) {
        let Some(kept) = self.waiting.as_mut().map(std::mem::take) else {
            return;
        };
        let (mut length, mut parsed) = (0, Vec::new());
        for (value, _) in kept.entries() {
            length += value.text.len() + size_of::<HarEntry<'_>>();
            if length > MOST_PARSED {
                self.outline.add(&value);
                continue;
            }
            let entry = parse(&value);
            match &entry {
                Ok(entry) => self.outline.add_entry(entry),
                Err(_) => self.outline.add(&value),
            }
            parsed.push(entry);
        }
        let mut parsed = parsed.into_iter();
        for (value, consumed) in kept.entries() {
            match parsed.next() {
                Some(Ok(entry)) => self.hand_out(Ok(entry), consumed),
                Some(Err(error)) => {
                    parse_mended(&value, &error, &mut |entry| self.hand_out(entry, consumed));
                }
                None => parse_entry(&value, &mut |entry| self.hand_out(entry, consumed)),
            }
        }
    }

    /// Hands an entry out, unless it never leaves the machine.
    fn hand_out(&mut self, entry: Result<HarEntry<'_>, Fault>, consumed: u64) {
        let index = self.next;
        self.next += 1;
        match entry {
            Ok(entry) if stays_local(&entry.request.url.0) => {}
            Ok(entry) => (self.on)(Ok(Entry {
                index,
                request: request::from_entry(entry, &self.outline),
                consumed,
            })),
            Err(fault) => (self.on)(Err(fault)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How many of some entries are out before the end: requests for a page's document or for something else of it.
    fn out_at_once(entries: &[(&str, &str)]) -> usize {
        let mut out = 0;
        let on = &mut |item: Item<'_>| out += usize::from(item.is_ok());
        let mut queue = Queue::new(on);
        for (page, destination) in entries {
            let text = format!(
                r#"{{"pageref":"{page}","request":{{"url":"https://shop.test/","method":"GET","headers":[{{"name":"sec-fetch-dest","value":"{destination}"}}]}}}}"#
            );
            let value = Value {
                text: text.as_bytes(),
                start: 0,
                gaps: &[],
            };
            queue.entry(&value, 0);
        }
        out
    }

    #[test]
    fn entries_are_out_as_soon_as_their_pages_are_known() {
        let (document, image) = (("p", "document"), ("p", "image"));
        assert_eq!(out_at_once(&[document, image, image]), 3);
        assert_eq!(out_at_once(&[image, image]), 0);
        assert_eq!(out_at_once(&[image, image, document, image]), 4);
        // Whatever stands behind one that waits does so, too.
        assert_eq!(out_at_once(&[document, ("q", "image"), image]), 1);
        assert_eq!(
            out_at_once(&[document, ("q", "image"), image, ("q", "document")]),
            4
        );
    }

    #[test]
    fn behind_many_that_wait_all_do() {
        for (count, out) in [(FIRST - 1, FIRST), (FIRST, 0)] {
            let mut entries = vec![("p", "image"); count];
            entries.push(("p", "document"));
            assert_eq!(out_at_once(&entries), out);
        }
    }
}
