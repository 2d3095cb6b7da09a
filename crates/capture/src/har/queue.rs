//! Entries on their way out, in the order of the file: each waits until its page is known.

use super::kept::Kept;
use super::outline::Outline;
use super::shape::{HarEntry, parse, parse_entry, parse_mended};
use super::{Item, request};
use crate::capture::Cookies;
use crate::entry::{Entry, stays_local};
use crate::problem::Fault;
use crate::value::Value;

/// A page's document comes first, but for redirects and the like. Behind so many that wait, all wait for the end.
const FIRST: usize = 16;
/// So many bytes of kept entries and of what is parsed of them may stay until they are handed out; headers of an entry
/// take as much again.
const MOST_PARSED: usize = 4 * 1024 * 1024;

/// The entries of a HAR.
pub(super) struct Queue<'o> {
    outline: Outline,
    /// Those that wait; none any more where they became too much.
    waiting: Option<Kept>,
    /// How many are handed out.
    out: usize,
    /// How many of a second reading have come by.
    again: usize,
    on: &'o mut dyn FnMut(Item<'_>),
}

impl<'o> Queue<'o> {
    /// Before anything is read.
    pub(super) fn new(on: &'o mut dyn FnMut(Item<'_>)) -> Self {
        Self {
            outline: Outline::new(),
            waiting: Some(Kept::default()),
            out: 0,
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
        match waiting.len() {
            0 if self.pass(value, consumed) => {}
            1..FIRST => {
                let settled = self.is_settled(value);
                self.keep(value, consumed);
                if settled {
                    self.settle();
                }
            }
            _ => self.keep(value, consumed),
        }
    }

    /// Hands out those that wait still: all is read.
    pub(super) fn end(&mut self) {
        if let Some(waiting) = &mut self.waiting {
            let waiting = std::mem::take(waiting);
            self.hand_out_all(&waiting);
        }
    }

    /// Whether entries are not handed out that were too much to be kept.
    pub(super) fn is_short(&self) -> bool {
        self.waiting.is_none()
    }

    /// Takes an entry of a second reading.
    pub(super) fn again(&mut self, value: &Value<'_>, consumed: u64) {
        if self.again == self.out {
            parse_entry(value, &mut |entry| self.hand_out(entry, consumed));
        }
        self.again += 1;
    }

    /// Whether there was any cookie.
    pub(super) fn cookies(&self) -> Cookies {
        self.outline.cookies()
    }

    /// Takes what an entry tells, and hands it out if its page is known for good; says whether it was.
    fn pass(&mut self, value: &Value<'_>, consumed: u64) -> bool {
        let mut settled = true;
        parse_entry(value, &mut |entry| {
            if let Ok(entry) = &entry {
                self.outline.add_entry(entry);
                settled = self.outline.is_settled(entry);
            }
            if settled {
                self.hand_out(entry, consumed);
            }
        });
        settled
    }

    /// Takes what an entry tells, and says whether its page is known for good. One that cannot be read has none.
    fn is_settled(&mut self, value: &Value<'_>) -> bool {
        let mut settled = true;
        parse_entry(value, &mut |entry| {
            if let Ok(entry) = entry {
                self.outline.add_entry(&entry);
                settled = self.outline.is_settled(&entry);
            }
        });
        settled
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

    /// Hands out those that wait, if the pages of all are known by now.
    fn settle(&mut self) {
        if let Some(waiting) = self.waiting.take() {
            if waiting.entries().all(|(value, _)| self.is_settled(&value)) {
                self.hand_out_all(&waiting);
                self.waiting = Some(Kept::default());
            } else {
                self.waiting = Some(waiting);
            }
        }
    }

    /// Hands out entries that are all there. What is parsed of them stays there as well, up to a bound; those behind it
    /// are parsed again.
    fn hand_out_all(&mut self, kept: &Kept) {
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
        let index = self.out;
        self.out += 1;
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
