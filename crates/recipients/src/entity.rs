//! Organisations and their domains.
//!
//! `tables/domains.fst` maps domains, their bytes from the end, to a place in the entities times
//! [`CATEGORIES`] plus a place in the categories. `tables/entities.bin` holds the entities: their number, then
//! for each where its name ends in the text and the place of its owner, each as two bytes, the lower one
//! first; then the text, all names one after the other.

use crate::Category;
use fst::Streamer;
use fst::raw::{Fst, Output};
use std::sync::LazyLock;

/// By how much an entity's place is multiplied, to leave room for a category's.
pub const CATEGORIES: u64 = 32;

static DOMAINS: LazyLock<Option<Fst<&'static [u8]>>> =
    LazyLock::new(|| Fst::new(include_bytes!("../tables/domains.fst").as_slice()).ok());

static ENTITIES: &[u8] = include_bytes!("../tables/entities.bin");

/// The organisation behind a host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The name people know: `LinkedIn`.
    pub name: &'static str,
    /// Who owns it: `Microsoft`. A page and a recipient of one owner are not strangers to each other.
    pub owner: &'static str,
    /// What this host of it mostly does.
    pub category: Category,
}

/// The organisation behind a host, by the longest listed domain that the host is or lies below.
///
/// Case and the root's dot do not matter.
pub fn entity(host: &str) -> Option<Entity> {
    listed(host.trim_end_matches('.')).map(|(entity, _)| entity)
}

/// The organisation whose site a host belongs to, `domain` being its registrable domain. None where the
/// listed domain lies above the site, and so belongs to who lends it (`somebody.github.io`).
pub(crate) fn entity_of_site(host: &str, domain: &str) -> Option<Entity> {
    listed(host)
        .filter(|(_, listed)| listed.len() >= domain.len())
        .map(|(entity, _)| entity)
}

/// The entity, and the listed domain as the host writes it.
fn listed(host: &str) -> Option<(Entity, &str)> {
    let domains = DOMAINS.as_ref()?;
    let bytes = host.as_bytes();
    let (mut node, mut output, mut found) = (domains.root(), Output::zero(), None);
    for (at, &byte) in bytes.iter().enumerate().rev() {
        let Some(place) = node.find_input(byte.to_ascii_lowercase()) else {
            break;
        };
        let transition = node.transition(place);
        output = output.cat(transition.out);
        node = domains.node(transition.addr);
        if node.is_final() && (at == 0 || bytes[at - 1] == b'.') {
            found = Some((output.cat(node.final_output()).value(), at));
        }
    }
    let (value, start) = found?;
    Some((of_output(value)?, &host[start..]))
}

/// The organisation that the table of domains means.
fn of_output(value: u64) -> Option<Entity> {
    let (name, owner) = record(usize::try_from(value / CATEGORIES).ok()?)?;
    Some(Entity {
        name,
        owner: record(owner)?.0,
        category: *Category::ALL.get(usize::try_from(value % CATEGORIES).ok()?)?,
    })
}

/// Every listed domain, with the organisation behind it.
pub(crate) fn domains() -> impl Iterator<Item = (String, Entity)> {
    let mut stream = DOMAINS.as_ref().map(Fst::stream);
    std::iter::from_fn(move || {
        let (key, output) = stream.as_mut()?.next()?;
        let domain = key.iter().rev().map(|&byte| char::from(byte)).collect();
        Some((domain, of_output(output.value())?))
    })
}

/// An entity's name, and the place of its owner.
fn record(place: usize) -> Option<(&'static str, usize)> {
    let count = number(0)?;
    let names = ENTITIES.get(2 + 4 * count..)?;
    let start = match place.checked_sub(1) {
        Some(before) => number(2 + 4 * before)?,
        None => 0,
    };
    let end = number(2 + 4 * place)?;
    let name = std::str::from_utf8(names.get(start..end)?).ok()?;
    Some((name, number(4 + 4 * place)?))
}

fn number(at: usize) -> Option<usize> {
    let bytes = ENTITIES.get(at..at + 2)?;
    Some(usize::from(u16::from_le_bytes([bytes[0], bytes[1]])))
}
