//! Endpoints: which product a request is for, whose account, and what for.
//!
//! `tables/endpoints.tsv` has a row for each host and product, sorted by host: the host, its paths between
//! spaces, and where the product's row begins in `tables/products.tsv`: product, entity, category, role,
//! parameters that must be there, where the account is. What they mean is said in `data/endpoints.toml`.

use crate::account;
use crate::address::Address;
use crate::category::Category;
use crate::pattern;

static ENDPOINTS: &str = include_str!("../tables/endpoints.tsv");
static PRODUCTS: &str = include_str!("../tables/products.tsv");

/// What an endpoint says of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Endpoint<'a> {
    pub product: &'static str,
    pub entity: &'static str,
    pub category: Category,
    pub role: &'static str,
    pub account: Option<&'a str>,
    /// Whether it is known by its path alone, on whichever host.
    pub on_any_host: bool,
}

/// The endpoint that a request is for; `domain` is the registrable domain of its host.
pub(crate) fn endpoint<'a>(address: &'a Address<'_>, domain: &str) -> Option<Endpoint<'a>> {
    let mut host: &str = &address.host;
    loop {
        if let Some(found) = best(host, address) {
            return Some(found);
        }
        match host.split_once('.') {
            Some((_, above)) if host.len() > domain.len() => host = above,
            _ => break,
        }
    }
    let label = domain.split('.').next().unwrap_or_default();
    // Long labels are no organisation's; and no memory is taken for the others.
    let mut key = [0; 32];
    let key = key.get_mut(..label.len() + 2).and_then(|key| {
        key[..label.len()].copy_from_slice(label.as_bytes());
        key[label.len()..].copy_from_slice(b".*");
        std::str::from_utf8(key).ok()
    });
    key.and_then(|key| best(key, address)).or_else(|| {
        best("*", address).map(|found| Endpoint {
            on_any_host: true,
            ..found
        })
    })
}

/// The host's row that says most about the request.
fn best<'a>(host: &str, address: &'a Address<'_>) -> Option<Endpoint<'a>> {
    rows_of(host)
        .filter_map(|row| matched(row, host, address))
        .max_by_key(|found| found.0)
        .map(|found| found.1)
}

/// What a row says, and how closely it fits: segments of the path, then parameters.
fn matched<'a>(
    row: &'static str,
    host: &str,
    address: &'a Address<'_>,
) -> Option<((usize, usize), Endpoint<'a>)> {
    let mut columns = row.split('\t').skip(1);
    let (paths, product) = (columns.next()?, columns.next()?);
    let fit = paths
        .split(' ')
        .filter_map(|path| pattern::fit(path, address.path))
        .max_by_key(|fit| fit.segments)?;
    let mut columns = PRODUCTS
        .get(product.parse().ok()?..)?
        .lines()
        .next()?
        .split('\t');
    let mut column = || columns.next();
    let (product, entity, category, role) = (
        column()?,
        column()?,
        Category::from_word(column()?)?,
        column()?,
    );
    let (query, account) = (column()?, column()?);
    let mut wanted = query.split('&').filter(|wanted| !wanted.is_empty());
    if !wanted
        .clone()
        .all(|wanted| account::has_parameter(address.query, wanted))
    {
        return None;
    }
    let account = fit
        .account
        .or_else(|| account::find(account, host, address))
        .filter(|text| account::is_one(text));
    let endpoint = Endpoint {
        product,
        entity,
        category,
        role,
        account,
        on_any_host: false,
    };
    Some(((fit.segments, wanted.by_ref().count()), endpoint))
}

/// The rows of one host; nothing is read before it.
fn rows_of(host: &str) -> impl Iterator<Item = &'static str> {
    let (mut low, mut high) = (0, ENDPOINTS.len());
    while low < high {
        let middle = low.midpoint(high);
        let start = ENDPOINTS[..middle].rfind('\n').map_or(0, |end| end + 1);
        let row = ENDPOINTS[start..].lines().next().unwrap_or_default();
        if host_of(row) < host {
            low = (start + row.len() + 1).min(high);
        } else {
            high = start;
        }
    }
    ENDPOINTS[low..]
        .lines()
        .take_while(move |row| host_of(row) == host)
}

fn host_of(row: &str) -> &str {
    row.split('\t').next().unwrap_or_default()
}
