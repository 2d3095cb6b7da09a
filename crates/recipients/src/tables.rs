//! The tables: text, deflated in the program, unpacked once. A test finds a recipient in each, so that none is
//! empty unseen.

use leaklight_unpack::table;
use std::sync::LazyLock;

/// A row for each name that public suffixes lie below.
pub(crate) static SUFFIXES: LazyLock<String> =
    LazyLock::new(|| table(include_bytes!("../tables/suffixes.z")));

/// A row for each organisation.
pub(crate) static ENTITIES: LazyLock<String> =
    LazyLock::new(|| table(include_bytes!("../tables/entities.z")));

/// A row for each host and product, sorted by host.
pub(crate) static ENDPOINTS: LazyLock<String> =
    LazyLock::new(|| table(include_bytes!("../tables/endpoints.z")));

/// A row for each product, in any order; endpoints name the place at which it begins.
pub(crate) static PRODUCTS: LazyLock<String> =
    LazyLock::new(|| table(include_bytes!("../tables/products.z")));
