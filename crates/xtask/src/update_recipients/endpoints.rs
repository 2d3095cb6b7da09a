//! Endpoints, as the tables that `crates/recipients/src/endpoint.rs` reads.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use leaklight_recipients::{Category, Role};
use serde::Deserialize;

use super::domains::Entities;
use super::facts;

const PATH: &str = "data/endpoints.toml";

/// `data/endpoints.toml`; what its keys mean is said there.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    endpoint: Vec<Endpoint>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Endpoint {
    product: String,
    entity: String,
    category: String,
    role: Option<String>,
    hosts: Vec<String>,
    paths: Vec<String>,
    #[serde(default)]
    query: Vec<String>,
    #[serde(default)]
    body: Vec<String>,
    #[serde(default)]
    account: Vec<String>,
    #[serde(default)]
    event: Vec<String>,
    #[serde(default)]
    what: String,
    #[serde(default)]
    fields: Vec<String>,
    #[serde(default)]
    vendor: String,
}

/// `endpoints.tsv` and `products.tsv`.
pub fn read(root: &Path, entities: &Entities) -> Result<(String, String)> {
    let facts: Facts = facts(root, PATH)?;
    let mut products = String::new();
    let mut rows = BTreeSet::new();
    for endpoint in &facts.endpoint {
        check(endpoint, entities).with_context(|| format!("{PATH}: {}", endpoint.product))?;
        let row = product_row(endpoint);
        let at = match products.find(&row) {
            Some(at) => at,
            None => {
                products.push_str(&row);
                products.len() - row.len()
            }
        };
        for host in &endpoint.hosts {
            rows.insert((host.as_str(), endpoint.paths.join(" "), at));
        }
    }
    let rows: String = rows
        .into_iter()
        .map(|(host, paths, at)| format!("{host}\t{paths}\t{at}\n"))
        .collect();
    Ok((rows, products))
}

fn product_row(endpoint: &Endpoint) -> String {
    let role = endpoint.role.as_deref().unwrap_or(&endpoint.category);
    let event = match endpoint.what.as_str() {
        "" => endpoint.event.join(" "),
        what => format!("{}={what}", endpoint.event.join(" ")),
    };
    [
        endpoint.product.as_str(),
        &endpoint.entity,
        &endpoint.category,
        role,
        &endpoint.vendor,
        &endpoint.query.join("&"),
        &endpoint.body.join("&"),
        &endpoint.account.join(" "),
        &event,
        &endpoint.fields.join(" "),
    ]
    .join("\t")
        + "\n"
}

fn check(endpoint: &Endpoint, entities: &Entities) -> Result<()> {
    ensure!(
        entities.has(&endpoint.entity),
        "there is no entity {:?}",
        endpoint.entity
    );
    ensure!(
        Category::from_word(&endpoint.category).is_some(),
        "there is no category {:?}",
        endpoint.category
    );
    if let Some(role) = &endpoint.role {
        ensure!(
            Role::from_word(role).is_some() || Category::from_word(role).is_some(),
            "there is no role {role:?}"
        );
    }
    ensure!(
        !endpoint.hosts.is_empty() && !endpoint.paths.is_empty(),
        "no hosts or no paths"
    );
    for path in &endpoint.paths {
        ensure!(
            path.starts_with('/') || path.starts_with("**/"),
            "a path begins with a slash: {path:?}"
        );
    }
    let texts = [
        &endpoint.hosts,
        &endpoint.paths,
        &endpoint.query,
        &endpoint.body,
        &endpoint.account,
        &endpoint.event,
        &endpoint.fields,
    ];
    for text in texts.into_iter().flatten().chain([&endpoint.vendor]) {
        ensure!(
            !text.contains(char::is_whitespace),
            "white space in {text:?}"
        );
    }
    let places = endpoint.account.iter().chain(&endpoint.event);
    for place in places.chain([&endpoint.what]) {
        ensure!(
            !place.contains('=') && !place.starts_with('?'),
            "a place is name, ;name, $.path or a dot: {place:?}"
        );
    }
    Ok(())
}
