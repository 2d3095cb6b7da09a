//! Trackers beside those of the tables: lists of one's own, in the two ways in which such lists are written.
//!
//! - Filter lists, as EasyPrivacy is one: `||host^`, `||host/path`, `@@` before an exception, options behind a
//!   `$`. What such a list says about the look of pages, and patterns that name no host, is counted and left
//!   aside.
//! - Hosts files: `0.0.0.0 host`, or a host a line.
//!
//! A list only says who counts as a known tracker. Whether something is found never hangs on it.

mod options;
mod pattern;
mod rule;

use crate::address::Address;
use crate::{Party, registrable_domain};
use options::Options;
use rule::{Line, Rule};
use serde::{Deserialize, Serialize};
use std::fmt::{self, Debug, Formatter};

/// Trackers of a list, ready to be asked.
///
/// Rules lie as text, a line each and sorted by host, so that they take little more memory than the list's own
/// lines.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Trackers {
    rules: String,
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
    /// Reads a list, or several one after the other. Never fails: what is not understood is counted.
    pub fn parse(text: &str) -> (Self, Counted) {
        let mut counted = Counted::default();
        let mut rules: Vec<Rule<'_>> = Vec::new();
        for line in text.lines() {
            match rule::read(line.trim()) {
                Line::Nothing => {}
                Line::Rule(rule) if rule.exception => {
                    counted.exceptions += 1;
                    rules.push(rule);
                }
                Line::Rule(rule) => {
                    counted.rules += 1;
                    rules.push(rule);
                }
                Line::Cosmetic => counted.cosmetic += 1,
                Line::Pattern => counted.patterns += 1,
                Line::Options => counted.options += 1,
                Line::Unreadable => counted.unreadable += 1,
            }
        }
        rules.sort_unstable();
        rules.dedup();
        let mut written = String::new();
        for rule in &rules {
            rule.write(&mut written);
        }
        written.shrink_to_fit();
        (Self { rules: written }, counted)
    }

    /// Whether it lists nobody.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Bytes of memory that it holds.
    pub fn memory(&self) -> usize {
        size_of::<Self>() + self.rules.capacity()
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
        let (mut low, mut high) = (0, self.rules.len());
        while low < high {
            let middle = low.midpoint(high);
            let start = self.rules[..middle].rfind('\n').map_or(0, |end| end + 1);
            let row = self.rules[start..].lines().next().unwrap_or_default();
            if rule::host_of(row) < host {
                low = (start + row.len() + 1).min(high);
            } else {
                high = start;
            }
        }
        self.rules[low..]
            .lines()
            .take_while(move |row| rule::host_of(row) == host)
            .map(rule::rest_of)
    }
}

/// Whether a rule is about such a request: its path, then its options.
fn answers(rule: &str, question: &Question<'_>) -> bool {
    let (path, options) = rule.split_once('\t').unwrap_or((rule, ""));
    pattern::fits(path, question.target)
        && Options::read(options).is_some_and(|all| all.allow(question))
}

impl Debug for Trackers {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "Trackers({} rules)", self.rules.lines().count())
    }
}
