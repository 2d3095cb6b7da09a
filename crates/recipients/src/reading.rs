//! From a request to its recipient.

use crate::address::Address;
use crate::endpoint::{Endpoint, endpoint};
use crate::entity::{entity, entity_of_site};
use crate::place::event_name;
use crate::{
    Category, Disguise, Entity, Party, Product, Recipient, Trackers, registrable_domain, to_ascii,
};

/// What is known of a request.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// Its URL.
    pub url: &'a str,
    /// URL of the top-level page.
    pub page: Option<&'a str>,
    /// The host that its host is an alias of, as DNS tells it.
    pub cname: Option<&'a str>,
    /// What it was requested as, in webRequest's words.
    pub resource: Option<&'a str>,
    /// Those names of its body's parts for which [`tells_product`](crate::tells_product) holds.
    pub parts: &'a [String],
    /// Trackers beside those of the tables.
    pub trackers: Option<&'a Trackers>,
}

/// Who receives a request, and at which product's endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Who receives it.
    pub recipient: Recipient,
    /// What is known of its endpoint.
    pub product: Option<Product>,
}

/// Who is behind a host, as far as the tables know.
#[derive(Clone, Copy)]
struct Behind<'a> {
    entity: Option<Entity>,
    endpoint: Option<Endpoint<'a>>,
}

/// Who receives a request to `url` that the top-level page `page` made; as [`ask`], where no more is known.
pub fn recipient(url: &str, page: Option<&str>) -> Recipient {
    ask(&Asked {
        url,
        page,
        ..Asked::default()
    })
    .recipient
}

/// Who receives a request.
///
/// Never fails: what cannot be read has no host; and where that or the page is not known, or the page is
/// not one of the web (`about:blank`), the party is unknown.
pub fn ask(asked: &Asked<'_>) -> Answer {
    let address = Address::new(asked.url);
    let domain = registrable_domain(&address.host);
    let page = asked.page.map(Address::new).filter(Address::is_web);
    let party = party(&address, domain, page.as_ref());
    let body = |name: &str| asked.parts.iter().any(|part| part == name);
    let own = Behind {
        entity: entity(&address.host),
        endpoint: endpoint(&address, domain, &body),
    };
    let alias = asked
        .cname
        .and_then(|cname| alias(&address, domain, cname, page.as_ref()));
    let aliased = alias.as_ref().map(|alias| Behind {
        entity: entity(&alias.host),
        endpoint: endpoint(alias, registrable_domain(&alias.host), &body),
    });
    // Somebody else behind the site's own name is who receives; a stranger's alias only says who that is.
    let aliased = aliased.filter(|aliased| match party {
        Party::First => aliased.category().is_some_and(Category::tracks),
        _ => own.entity.is_none() && aliased.entity.is_some(),
    });
    let behind = aliased.unwrap_or(own);
    let disguise = match party {
        Party::First if aliased.is_some() => Some(Disguise::Cname),
        _ => proxy(party, own),
    };
    let category = behind.category();
    let endpoint = behind.endpoint;
    let name = match endpoint {
        // Somebody else's endpoint on the site's own host: the host's entity is not who gets it.
        Some(endpoint) if disguise == Some(Disguise::Proxy) || behind.entity.is_none() => {
            Some(endpoint.product.entity)
        }
        _ => behind.entity.map(|entity| entity.name),
    };
    let listed = || {
        asked
            .trackers
            .is_some_and(|trackers| trackers.list(&address, party, page.as_ref(), asked.resource))
    };
    let recipient = Recipient {
        domain: domain.to_owned(),
        entity: name.map(str::to_owned),
        product: endpoint.map(|endpoint| endpoint.product.name.to_owned()),
        account: endpoint
            .and_then(|endpoint| endpoint.account)
            .map(str::to_owned),
        event: endpoint
            .and_then(|endpoint| endpoint.event)
            .and_then(event_name),
        action: None,
        category: category.map(|category| category.as_str().to_owned()),
        role: endpoint.map(|endpoint| endpoint.product.role.to_owned()),
        party,
        disguise,
        cname: alias
            .as_ref()
            .filter(|_| aliased.is_some())
            .map(|alias| alias.host.to_string()),
        tracker: category.is_some_and(Category::tracks) || listed(),
        host: address.host.to_string(),
    };
    Answer {
        recipient,
        product: endpoint.map(|endpoint| endpoint.product),
    }
}

impl Behind<'_> {
    fn category(&self) -> Option<Category> {
        self.endpoint
            .map(|endpoint| endpoint.product.category)
            .or(self.entity.map(|entity| entity.category))
    }
}

/// How the recipient stands to the page: same registrable domain or same owner is first.
fn party(address: &Address<'_>, domain: &str, page: Option<&Address<'_>>) -> Party {
    let Some(page) = page else {
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

/// The request as it would be written to the host behind the alias, where that is another site's, and its
/// owner not the page's. A page's own host is the site, wherever it is run.
fn alias<'a>(
    address: &Address<'a>,
    domain: &str,
    cname: &'a str,
    page: Option<&Address<'_>>,
) -> Option<Address<'a>> {
    if page.is_some_and(|page| page.host == address.host) {
        return None;
    }
    let alias = Address {
        host: to_ascii(cname.trim_end_matches('.')),
        ..address.clone()
    };
    let behind = registrable_domain(&alias.host);
    let owner = entity(&alias.host).map(|entity| entity.owner);
    let page_owner = page.and_then(|page| {
        entity_of_site(&page.host, registrable_domain(&page.host)).map(|entity| entity.owner)
    });
    (!alias.host.is_empty() && behind != domain && (owner.is_none() || owner != page_owner))
        .then_some(alias)
}

/// Whether a product known by its path alone sits on the site's own host, and is not the site's own.
fn proxy(party: Party, own: Behind<'_>) -> Option<Disguise> {
    let endpoint = own
        .endpoint
        .filter(|endpoint| endpoint.on_any_host && party == Party::First)?;
    let entity = endpoint.product.entity;
    let is_own = own
        .entity
        .is_some_and(|host| host.name == entity || host.owner == entity);
    (!is_own).then_some(Disguise::Proxy)
}
