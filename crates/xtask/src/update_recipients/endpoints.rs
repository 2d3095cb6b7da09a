//! Endpoints, as the tables that `crates/recipients/src/endpoint.rs` reads.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use leaklight_recipients::Category;
use serde::Deserialize;

use super::domains::Entities;
use super::facts;

const PATH: &str = "data/endpoints.toml";

/// Roles beside the categories.
const ROLES: [&str; 7] = [
    "sign_in",
    "payment",
    "fraud_check",
    "address_lookup",
    "delivery",
    "chat",
    "captcha",
];

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
    account: String,
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
    let query = endpoint.query.join("&");
    [
        &endpoint.product,
        &endpoint.entity,
        &endpoint.category,
        role,
        &query,
        &endpoint.account,
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
            ROLES.contains(&role.as_str()) || Category::from_word(role).is_some(),
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
    let account = &endpoint.account;
    ensure!(
        account.is_empty() || account == "." || account.starts_with(['?', ';']),
        "an account is at ?name, ;name or a dot: {account:?}"
    );
    let texts = endpoint
        .hosts
        .iter()
        .chain(&endpoint.paths)
        .chain(&endpoint.query);
    for text in texts.chain([account]) {
        ensure!(
            !text.contains(char::is_whitespace),
            "white space in {text:?}"
        );
    }
    Ok(())
}
