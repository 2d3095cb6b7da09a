//! A request in words: `Meta Pixel 1234567890: SubscribedButtonClick on /checkout`.

use leaklight_recipients::{Product, Recipient};

/// What a request to a known product is; `page` is the page's URL, masked.
pub(crate) fn action(
    product: Option<&Product>,
    recipient: &Recipient,
    page: Option<&str>,
) -> Option<String> {
    let product = product?;
    let mut text = product.name.to_owned();
    if let Some(account) = &recipient.account {
        text.push(' ');
        text.push_str(account);
    }
    if let Some(event) = recipient.event.as_deref().or(product.usual_event()) {
        text.push_str(": ");
        text.push_str(event);
    }
    if let Some(path) = page.and_then(path_of) {
        text.push_str(" on ");
        text.push_str(path);
    }
    Some(text)
}

/// The path of a page of the web.
fn path_of(page: &str) -> Option<&str> {
    let rest = page
        .strip_prefix("https://")
        .or(page.strip_prefix("http://"))?;
    let rest = rest.split(['?', '#']).next()?;
    Some(rest.find('/').map_or("/", |slash| &rest[slash..]))
}
