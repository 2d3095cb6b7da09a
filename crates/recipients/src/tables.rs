//! The tables that are text: packed in the program, unpacked once.

use miniz_oxide::inflate::decompress_to_vec;
use std::sync::LazyLock;

/// A row for each host and product, sorted by host.
pub(crate) static ENDPOINTS: LazyLock<String> =
    LazyLock::new(|| unpacked(include_bytes!("../tables/endpoints.z")));

/// A row for each product, in any order; endpoints name the place at which it begins.
pub(crate) static PRODUCTS: LazyLock<String> =
    LazyLock::new(|| unpacked(include_bytes!("../tables/products.z")));

/// The tables are our own: a test finds a recipient in each, so that none is empty unseen.
fn unpacked(bytes: &[u8]) -> String {
    let text = decompress_to_vec(bytes).unwrap_or_default();
    String::from_utf8(text).unwrap_or_default()
}
