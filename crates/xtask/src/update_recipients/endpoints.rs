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
            !text.contains(char::is_whitespace) && !text.contains('&'),
            "white space or & in {text:?}"
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

#[cfg(test)]
mod tests {
    use super::*;
    use leaklight_recipients::{Asked, ask};

    /// Products that `data/endpoints.toml` must know at the least, with words for what their requests are.
    const FEWEST_PRODUCTS: usize = 180;

    fn endpoints() -> Result<Vec<Endpoint>> {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        Ok(facts::<Facts>(root, PATH)?.endpoint)
    }

    #[test]
    fn many_products_say_what_a_request_is() -> Result<()> {
        let endpoints = endpoints()?;
        let telling: BTreeSet<&str> = endpoints
            .iter()
            .filter(|endpoint| !endpoint.event.is_empty() || !endpoint.what.is_empty())
            .map(|endpoint| endpoint.product.as_str())
            .collect();
        assert!(telling.len() >= FEWEST_PRODUCTS, "{}", telling.len());
        Ok(())
    }

    /// A row that another one hides, or that no request can reach, is a slip of the pen.
    #[test]
    fn every_endpoint_is_reached() -> Result<()> {
        let mut wrong = Vec::new();
        for endpoint in endpoints()? {
            let hosts = endpoint.hosts.iter().map(|host| match host.as_str() {
                "*" => "www.site.example".to_owned(),
                host => host.replace(".*", ".com"),
            });
            for (host, path) in hosts.flat_map(|host| {
                let paths = endpoint.paths.iter();
                paths.map(move |path| (host.clone(), path))
            }) {
                let path = path
                    .trim_start_matches("**")
                    .replace("{account}", "acc")
                    .replace("{event}", "event")
                    .replace('*', "x");
                let query: Vec<_> = endpoint
                    .query
                    .iter()
                    .map(|wanted| match wanted.contains('=') {
                        true => format!("{wanted}1"),
                        false => format!("{wanted}=1"),
                    })
                    .collect();
                let url = format!("https://{host}{path}?{}", query.join("&"));
                let found = ask(&Asked {
                    url: &url,
                    parts: &endpoint.body,
                    ..Asked::default()
                });
                let found = found.product.map(|product| product.name);
                if found != Some(endpoint.product.as_str()) {
                    wrong.push(format!("{url}: {found:?}, not {}", endpoint.product));
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        Ok(())
    }
}
