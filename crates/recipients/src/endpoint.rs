//! Endpoints: which product a request is for, whose account, and what happened.
//!
//! Of the table of endpoints each row has a host, its paths between spaces, and where the product's row begins
//! in the table of products. What they mean is said in `data/endpoints.toml`.

use crate::address::Address;
use crate::pattern::{self, Fit};
use crate::place;
use crate::product::Product;
use crate::tables::{ENDPOINTS, PRODUCTS};
use leaklight_parameters::sort_by;
use std::sync::LazyLock;

/// What an endpoint says of a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Endpoint<'a> {
    pub product: Product,
    pub account: Option<&'a str>,
    /// The event's name as the URL writes it.
    pub event: Option<&'a str>,
    /// Whether it is known by its path alone, on whichever host.
    pub on_any_host: bool,
}

/// What is known of a body's parts, where a product can be told only by them.
pub(crate) type Body<'b> = &'b dyn Fn(&str) -> bool;

/// The endpoint that a request is for; `domain` is the registrable domain of its host, `body` says whether the
/// body has a part of a name.
pub(crate) fn endpoint<'a>(
    address: &'a Address<'_>,
    domain: &str,
    body: Body<'_>,
) -> Option<Endpoint<'a>> {
    let mut host: &str = &address.host;
    loop {
        if let Some(found) = best(host, address, body) {
            return Some(found);
        }
        // Past the registrable domain too: some products lend their customers a name each.
        match host.split_once('.') {
            Some((_, above)) if above.contains('.') => host = above,
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
    key.and_then(|key| best(key, address, body)).or_else(|| {
        best("*", address, body).map(|found| Endpoint {
            on_any_host: true,
            ..found
        })
    })
}

/// Whether some product can be told by a part of this name in a request's body.
pub fn tells_product(name: &str) -> bool {
    static TELLING: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let products = PRODUCTS.lines().filter_map(|row| row.split('\t').nth(6));
        let names = products.flat_map(|body| body.split('&'));
        let mut names: Vec<_> = names.filter(|name| !name.is_empty()).collect();
        sort_by(&mut names, |a, b| a.cmp(b));
        names
    });
    TELLING.binary_search(&name).is_ok()
}

/// The host's row that says most about the request.
fn best<'a>(host: &str, address: &'a Address<'_>, body: Body<'_>) -> Option<Endpoint<'a>> {
    rows_of(host)
        .filter_map(|row| matched(row, host, address, body))
        .max_by_key(|found| found.0)
        .map(|found| found.1)
}

/// What a row says, and how closely it fits: segments of the path, then parameters.
fn matched<'a>(
    row: &'static Row,
    host: &str,
    address: &'a Address<'_>,
    body: Body<'_>,
) -> Option<((usize, usize), Endpoint<'a>)> {
    let fit: Fit<'a> = row
        .paths
        .split(' ')
        .filter_map(|path| pattern::fit(path, address.path))
        .max_by_key(|fit| fit.segments)?;
    let product = Product::at(row.product)?;
    let wanted = |text: &'static str| text.split('&').filter(|wanted| !wanted.is_empty());
    let fits = wanted(product.query).all(|wanted| place::has_parameter(address.query, wanted))
        && wanted(product.body).all(body);
    let [account, event] = place::in_path(&fit);
    let endpoint = Endpoint {
        product,
        account: place::find(product.account, account, host, address)
            .filter(|text| place::is_account(text)),
        event: place::find(product.event, event, host, address),
        on_any_host: false,
    };
    let conditions = wanted(product.query).count() + wanted(product.body).count();
    fits.then_some(((fit.segments, conditions), endpoint))
}

/// The rows of one host.
fn rows_of(host: &str) -> impl Iterator<Item = &'static Row> {
    let rows: &'static [Row] = &ROWS;
    let first = rows.partition_point(|row| row.host < host);
    rows[first..].iter().take_while(move |row| row.host == host)
}

/// A row of the table.
struct Row {
    host: &'static str,
    paths: &'static str,
    /// Where the product's row begins.
    product: usize,
}

/// The rows, sorted by host as they lie in the table.
static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let rows = ENDPOINTS.lines().map(|line| {
        let mut columns = line.split('\t');
        Some(Row {
            host: columns.next()?,
            paths: columns.next()?,
            product: columns.next()?.parse().ok()?,
        })
    });
    // The table is our own: a test asks for every row of it.
    rows.flatten().collect()
});
