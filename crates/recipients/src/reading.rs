//! From a request's URL and its page to the recipient.

use crate::address::Address;
use crate::{Party, Recipient, registrable_domain};

/// Who receives a request to `url` that the top-level page `page` made.
///
/// Never fails: what cannot be read has no host, and where it or the page is not known, or the page is not
/// one of the web (`about:blank`), the party is unknown.
pub fn recipient(url: &str, page: Option<&str>) -> Recipient {
    let address = Address::new(url);
    let domain = registrable_domain(&address.host);
    Recipient {
        domain: domain.to_owned(),
        entity: None,
        product: None,
        account: None,
        category: None,
        role: None,
        party: party(&address, domain, page),
        disguise: None,
        tracker: false,
        host: address.host.to_string(),
    }
}

fn party(address: &Address<'_>, domain: &str, page: Option<&str>) -> Party {
    let Some(page) = page.map(Address::new).filter(Address::is_web) else {
        return Party::Unknown;
    };
    if address.host.is_empty() {
        return Party::Unknown;
    }
    if registrable_domain(&page.host) == domain {
        Party::First
    } else {
        Party::Third
    }
}
