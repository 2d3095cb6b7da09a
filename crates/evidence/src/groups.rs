//! Findings by recipient, alike ones as one.

use crate::row::Row;
use leaklight_core::{
    Confidence, Context, Finding, Outcome, Part, Party, Place, Recipient, sort_by,
};
use std::cmp::Reverse;

/// What one recipient got.
pub(crate) struct Group<'r> {
    /// The recipient, as its first finding tells it.
    pub(crate) recipient: &'r Recipient,
    /// Every host of it, in order of appearance.
    pub(crate) hosts: Vec<&'r str>,
    /// Every account of its product, in order of appearance.
    pub(crate) accounts: Vec<&'r str>,
    /// Its requests in words, in order of appearance.
    pub(crate) actions: Vec<&'r str>,
    /// What else they told of person, device and page.
    pub(crate) context: Vec<Context>,
    /// What it got.
    pub(crate) findings: Vec<Folded<'r>>,
}

/// Findings alike: same recipient, detail, place, disguise and witness.
pub(crate) struct Folded<'r> {
    /// The first of them.
    pub(crate) first: &'r Row,
    /// How many requests.
    pub(crate) count: u64,
    /// On which pages, in order of appearance.
    pub(crate) pages: Vec<&'r str>,
    /// Which parts, over all of them.
    pub(crate) parts: Vec<Part>,
    /// The strongest confidence.
    pub(crate) confidence: Confidence,
    /// What became of the requests, where the same became of all.
    pub(crate) outcome: Option<Outcome>,
    /// Every place, the first finding's first.
    pub(crate) places: Vec<&'r Place>,
}

impl Group<'_> {
    /// The strongest confidence of its findings.
    pub(crate) fn confidence(&self) -> Option<Confidence> {
        self.findings.iter().map(|finding| finding.confidence).max()
    }

    /// The organisation, or the domain where it is not known.
    pub(crate) fn title(&self) -> &str {
        self.recipient
            .entity
            .as_deref()
            .unwrap_or(&self.recipient.domain)
    }
}

/// Whether two findings' recipients are one.
fn same_recipient(one: &Recipient, other: &Recipient) -> bool {
    one.domain == other.domain
        && one.entity == other.entity
        && one.product == other.product
        && one.category == other.category
        && one.party == other.party
        && one.disguise == other.disguise
}

/// Whether two findings of one recipient are alike.
fn alike(one: &Finding, other: &Finding) -> bool {
    one.identifier == other.identifier
        && one.carrier == other.carrier
        && one.name == other.name
        && one.chain == other.chain
        && one.digest == other.digest
        && one.witness == other.witness
}

/// Groups the rows that were handed over on purpose, or those that were not: the page's own last, and the
/// surest first.
pub(crate) fn groups(rows: &[Row], expected: bool) -> Vec<Group<'_>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for row in rows.iter().filter(|row| row.finding.expected == expected) {
        let recipient = &row.finding.recipient;
        let known = groups
            .iter()
            .position(|group| same_recipient(group.recipient, recipient));
        let at = known.unwrap_or_else(|| {
            groups.push(Group {
                recipient,
                hosts: vec![],
                accounts: vec![],
                actions: vec![],
                context: vec![],
                findings: vec![],
            });
            groups.len() - 1
        });
        add(&mut groups[at], row);
    }
    for group in &mut groups {
        sort_by(&mut group.findings, |a, b| b.confidence.cmp(&a.confidence));
    }
    let order = |group: &Group<'_>| {
        (
            group.recipient.party == Party::First,
            Reverse(group.confidence()),
        )
    };
    sort_by(&mut groups, |a, b| order(a).cmp(&order(b)));
    groups
}

fn add<'r>(group: &mut Group<'r>, row: &'r Row) {
    let finding = &row.finding;
    add_new(&mut group.hosts, finding.recipient.host.as_str());
    if let Some(account) = &finding.recipient.account {
        add_new(&mut group.accounts, account.as_str());
    }
    if let Some(action) = &finding.recipient.action {
        add_new(&mut group.actions, action.as_str());
    }
    for surrounding in &finding.context {
        add_new(&mut group.context, surrounding.kind);
    }
    sort_by(&mut group.context, |a, b| a.cmp(b));
    let known = group
        .findings
        .iter()
        .position(|folded| alike(&folded.first.finding, finding));
    let at = known.unwrap_or_else(|| {
        group.findings.push(Folded {
            first: row,
            count: 0,
            pages: vec![],
            parts: vec![],
            confidence: finding.confidence,
            outcome: finding.outcome,
            places: vec![],
        });
        group.findings.len() - 1
    });
    let folded = &mut group.findings[at];
    folded.count += row.count;
    folded.confidence = folded.confidence.max(finding.confidence);
    folded.outcome = folded
        .outcome
        .filter(|outcome| finding.outcome == Some(*outcome));
    if let Some(page) = &finding.page {
        add_new(&mut folded.pages, page.as_str());
    }
    for part in &finding.parts {
        add_new(&mut folded.parts, *part);
    }
    for place in &finding.places {
        add_new(&mut folded.places, place);
    }
}

fn add_new<T: PartialEq>(items: &mut Vec<T>, item: T) {
    if !items.contains(&item) {
        items.push(item);
    }
}

/// How many different recipients got something they were not to be given.
pub(crate) fn recipients(rows: &[Row]) -> u64 {
    groups(rows, false).len() as u64
}
