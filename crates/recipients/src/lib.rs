//! Who receives a request: registrable domain, party, entity, category and product.
//!
//! Everything known is in four tables (`tables/`), written by `cargo xtask update-recipients` from the facts
//! in `data/`. They are read where they lie, without being unpacked first.

mod address;
mod category;
mod domain;
mod punycode;
mod reading;
mod recipient;

pub use category::Category;
pub use domain::registrable_domain;
pub use punycode::to_ascii;
pub use reading::recipient;
pub use recipient::{Disguise, Party, Recipient};

/// Interim, until the tables are there.
pub fn recipient(url: &str, page: Option<&str>) -> Recipient {
    fn host(url: &str) -> String {
        let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
        rest.split(['/', '?', '#', ':'])
            .next()
            .unwrap_or_default()
            .to_lowercase()
    }
    fn domain(host: &str) -> String {
        let labels: Vec<_> = host.rsplit('.').take(2).collect();
        labels.into_iter().rev().collect::<Vec<_>>().join(".")
    }
    let host_name = host(url);
    let party = match page {
        None => Party::Unknown,
        Some(page) if domain(&host(page)) == domain(&host_name) => Party::First,
        Some(_) => Party::Third,
    };
    Recipient {
        domain: domain(&host_name),
        host: host_name,
        entity: None,
        product: None,
        account: None,
        category: None,
        role: None,
        party,
        disguise: None,
        tracker: false,
    }
}
