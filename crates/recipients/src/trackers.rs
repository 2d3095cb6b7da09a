//! Trackers beside those of the tables: lists of one's own, in the two ways in which such lists are written.
//!
//! - Filter lists, as EasyPrivacy is one: `||host^`, `||host/path`, `@@` before an exception, options behind a
//!   `$`. What such a list says about the look of pages, and patterns that name no host, is counted and left
//!   aside.
//! - Hosts files: `0.0.0.0 host`, or a host a line.
//!
//! A list only says who counts as a known tracker. Whether something is found never hangs on it.

mod kept;
mod options;
mod pattern;
mod rows;
mod rule;

use crate::address::Address;
use crate::{Party, registrable_domain};
use options::Options;
use rows::Rows;
use rule::Line;
use serde::{Deserialize, Serialize};
use std::fmt::{self, Debug, Formatter};

pub use kept::NoRoom;

/// Trackers of a list, ready to be asked.
///
/// Rules lie as text, a line each, so that they take less memory than the list's own lines.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Trackers {
    rows: Rows,
}

/// What became of a list's lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Rules that were taken.
    pub rules: usize,
    /// Exceptions that were taken.
    pub exceptions: usize,
    /// Rules about how a page looks.
    pub cosmetic: usize,
    /// Rules that name no host.
    pub patterns: usize,
    /// Rules with options that are not understood.
    pub options: usize,
    /// Lines that are no rule.
    pub unreadable: usize,
}

/// What is asked about.
pub(crate) struct Question<'a> {
    /// Path and query, as written.
    pub target: &'a str,
    /// How the recipient stands to the page.
    pub party: Party,
    /// The page's host; empty where it is not known.
    pub page: &'a str,
    /// What it was requested as; empty where it is not known.
    pub resource: &'a str,
}

impl Counted {
    /// Lines that hold a rule which was not taken.
    pub fn left_aside(&self) -> usize {
        self.cosmetic + self.patterns + self.options + self.unreadable
    }
}

impl Trackers {
    /// Reads a list. Never fails: what is not understood is counted.
    pub fn parse(text: &str) -> (Self, Counted) {
        let mut trackers = Self::default();
        let counted = trackers.extend(text);
        (trackers, counted)
    }

    /// Reads a further list, or a further piece of one that ends with a whole line. Piece by piece, an import
    /// needs no more memory than it keeps.
    pub fn extend(&mut self, text: &str) -> Counted {
        let mut counted = Counted::default();
        // Rules are kept in fewer bytes than they are written in.
        let mut fresh = String::with_capacity(text.len());
        for line in text.lines() {
            match rule::read(line.trim()) {
                Line::Nothing => {}
                Line::Rule(rule) => {
                    let count = if rule.exception {
                        &mut counted.exceptions
                    } else {
                        &mut counted.rules
                    };
                    *count += 1;
                    rule.write(&mut fresh);
                }
                Line::Cosmetic => counted.cosmetic += 1,
                Line::Pattern => counted.patterns += 1,
                Line::Options => counted.options += 1,
                Line::Unreadable => counted.unreadable += 1,
            }
        }
        self.rows.merge(&fresh);
        counted
    }

    /// Whether it lists nobody.
    pub fn is_empty(&self) -> bool {
        self.rows.len() == 0
    }

    /// How many rules it holds, exceptions among them; what stands in a list twice counts once.
    pub fn rules(&self) -> usize {
        self.rows.len()
    }

    /// Bytes of memory that it holds.
    pub fn memory(&self) -> usize {
        size_of::<Self>() + self.rows.heap()
    }

    /// Whether a request is one to a tracker of the list.
    pub(crate) fn list(
        &self,
        address: &Address<'_>,
        party: Party,
        page: Option<&Address<'_>>,
        resource: Option<&str>,
    ) -> bool {
        if self.is_empty() {
            return false;
        }
        let question = Question {
            target: address.target,
            party,
            page: page.map_or("", |page| &page.host),
            resource: resource.unwrap_or_default(),
        };
        let domain = registrable_domain(&address.host);
        let mut listed = false;
        let mut host: &str = &address.host;
        loop {
            for (exception, _) in self
                .rules_of(host)
                .filter(|(_, rule)| answers(rule, &question))
            {
                if exception {
                    return false;
                }
                listed = true;
            }
            match host.split_once('.') {
                Some((_, above)) if host.len() > domain.len() => host = above,
                _ => return listed,
            }
        }
    }

    /// The rules of one host: whether each is an exception, and what follows the host.
    fn rules_of<'a>(&'a self, host: &'a str) -> impl Iterator<Item = (bool, &'a str)> {
        self.rows
            .near(|row| rule::host_of(row) < host)
            .skip_while(move |row| rule::host_of(row) < host)
            .take_while(move |row| rule::host_of(row) == host)
            .map(rule::rest_of)
    }
}

/// Whether a rule is about such a request: its path, then its options.
fn answers(rule: &str, question: &Question<'_>) -> bool {
    let (path, options) = rule.split_once('\t').unwrap_or((rule, ""));
    pattern::fits(path, question.target) && Options::kept(options).allow(question)
}

impl Debug for Trackers {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "Trackers({} rules)", self.rules())
    }
}
