//! From a request's URL and its page to the recipient.

use crate::address::Address;
use crate::endpoint::{Endpoint, endpoint};
use crate::entity::{entity, entity_of_site};
use crate::{Category, Disguise, Entity, Party, Recipient, registrable_domain};

/// Who receives a request to `url` that the top-level page `page` made.
///
/// Never fails: what cannot be read has no host; and where that or the page is not known, or the page is
/// not one of the web (`about:blank`), the party is unknown.
pub fn recipient(url: &str, page: Option<&str>) -> Recipient {
    let address = Address::new(url);
    let domain = registrable_domain(&address.host);
    let party = party(&address, domain, page);
    let host_entity = entity(&address.host);
    let endpoint = endpoint(&address, domain);
    let disguise = disguise(party, host_entity, endpoint);
    let behind = match endpoint {
        // Somebody else's endpoint on the site's own host: the host's entity is not who gets it.
        Some(endpoint) if disguise.is_some() || host_entity.is_none() => Some(endpoint.entity),
        _ => host_entity.map(|entity| entity.name),
    };
    let category = endpoint
        .map(|endpoint| endpoint.category)
        .or(host_entity.map(|entity| entity.category));
    Recipient {
        domain: domain.to_owned(),
        entity: behind.map(str::to_owned),
        product: endpoint.map(|endpoint| endpoint.product.to_owned()),
        account: endpoint
            .and_then(|endpoint| endpoint.account)
            .map(str::to_owned),
        category: category.map(|category| category.as_str().to_owned()),
        role: endpoint.map(|endpoint| endpoint.role.to_owned()),
        party,
        disguise,
        tracker: category.is_some_and(Category::tracks),
        host: address.host.into_owned(),
    }
}

/// How the recipient stands to the page: same registrable domain or same owner is first.
fn party(address: &Address<'_>, domain: &str, page: Option<&str>) -> Party {
    let Some(page) = page.map(Address::new).filter(Address::is_web) else {
        return Party::Unknown;
    };
    if address.host.is_empty() {
        return Party::Unknown;
    }
    let page_domain = registrable_domain(&page.host);
    let owner = || Some(entity_of_site(&address.host, domain)?.owner);
    let page_owner = || Some(entity_of_site(&page.host, page_domain)?.owner);
    if page_domain == domain || owner().is_some_and(|owner| page_owner() == Some(owner)) {
        Party::First
    } else {
        Party::Third
    }
}

/// Whether a product known by its path alone sits on the site's own host, and is not the site's own.
fn disguise(
    party: Party,
    host_entity: Option<Entity>,
    endpoint: Option<Endpoint<'_>>,
) -> Option<Disguise> {
    let endpoint = endpoint.filter(|endpoint| endpoint.on_any_host && party == Party::First)?;
    let own = host_entity
        .is_some_and(|host| host.name == endpoint.entity || host.owner == endpoint.entity);
    (!own).then_some(Disguise::Proxy)
}
