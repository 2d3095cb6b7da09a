//! Organisations and their domains.
//!
//! The table has a row for each: its name, its owner's where that is another, and then for each category the
//! category's word and the domains where it mostly does that, between spaces.

use crate::Category;
use crate::domain::lower;
use crate::tables::ENTITIES;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Room for all listed domains.
const ROOM: usize = 1 << 12;

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
    let written = lower(host);
    let mut start = 0;
    loop {
        if let Some(entity) = DOMAINS.get(&written[start..]) {
            return Some((*entity, &host[start..]));
        }
        start += written[start..].find('.')? + 1;
    }
}

/// Every listed domain, with the organisation behind it, in no order.
pub(crate) fn domains() -> impl Iterator<Item = (&'static str, Entity)> {
    DOMAINS.iter().map(|(domain, entity)| (*domain, *entity))
}

static DOMAINS: LazyLock<HashMap<&'static str, Entity>> = LazyLock::new(|| {
    let mut domains = HashMap::with_capacity(ROOM);
    for line in ENTITIES.lines() {
        // The table is our own: a test sees to it that no row is left out.
        let _ = add(line, &mut domains);
    }
    domains
});

/// Adds the domains of a row; none where it is no row.
fn add(line: &'static str, domains: &mut HashMap<&'static str, Entity>) -> Option<()> {
    let mut columns = line.split('\t');
    let (name, owner) = (columns.next()?, columns.next()?);
    for column in columns {
        let mut words = column.split(' ');
        let entity = Entity {
            name,
            owner: if owner.is_empty() { name } else { owner },
            category: Category::from_word(words.next()?)?,
        };
        domains.extend(words.map(|domain| (domain, entity)));
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_least_3100_domains_have_an_entity_and_all_have_room() {
        let mut domains = HashMap::new();
        for line in ENTITIES.lines() {
            assert!(add(line, &mut domains).is_some(), "no row: {line}");
        }
        assert!((3100..ROOM).contains(&domains.len()), "{}", domains.len());
        for (domain, expected) in &domains {
            assert_eq!(entity(domain), Some(*expected), "{domain}");
            assert!(!expected.name.is_empty() && !domain.is_empty());
        }
        for category in Category::ALL {
            let uses = domains
                .values()
                .filter(|entity| entity.category == category);
            assert!(uses.count() > 0, "{category:?} is in use");
        }
    }
}
