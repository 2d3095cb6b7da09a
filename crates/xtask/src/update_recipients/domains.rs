//! Organisations and their domains, as the table that `crates/recipients/src/entity.rs` reads.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use leaklight_recipients::Category;
use serde::Deserialize;

use super::suffixes::Suffixes;
use super::{facts, text};

/// The file of third-party-web that knows most domains.
pub const THIRD_PARTY_WEB: &str = "node_modules/third-party-web/dist/entities-nostats.json";

const ENTITIES: &str = "data/entities.toml";
const CORRECTIONS: &str = "data/corrections.toml";
const OWNERS: &str = "data/owners.toml";

/// Rows of third-party-web that stand for nobody.
const NOBODY: [&str; 2] = ["Unknown", "test"];

/// A row of third-party-web.
#[derive(Deserialize)]
struct Listed {
    name: String,
    company: Option<String>,
    category: String,
    domains: Vec<String>,
}

/// `data/corrections.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Corrections {
    drop: BTreeSet<String>,
    names: BTreeMap<String, String>,
    categories: BTreeMap<String, String>,
}

/// `data/entities.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    entity: Vec<WrittenEntity>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenEntity {
    name: String,
    category: String,
    domains: Vec<String>,
}

/// `data/owners.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Owners {
    owners: BTreeMap<String, Vec<String>>,
}

/// Every organisation, and the domains of each.
pub struct Entities {
    /// Domain to entity and category.
    domains: BTreeMap<String, (String, Category)>,
    /// Entity to the company that third-party-web says it is of.
    companies: BTreeMap<String, String>,
    /// Entity to owner, for those that have another than themselves.
    owners: BTreeMap<String, String>,
}

impl Entities {
    pub fn read(root: &Path, suffixes: &Suffixes) -> Result<Self> {
        let mut entities = Self {
            domains: BTreeMap::new(),
            companies: BTreeMap::new(),
            owners: BTreeMap::new(),
        };
        entities.take_third_party_web(root, suffixes)?;
        entities.take_written(root)?;
        entities.take_owners(root)?;
        Ok(entities)
    }

    /// Whether an entity of this name has domains.
    pub fn has(&self, name: &str) -> bool {
        self.domains.values().any(|(entity, _)| entity == name)
    }

    fn take_third_party_web(&mut self, root: &Path, suffixes: &Suffixes) -> Result<()> {
        let corrections: Corrections = facts(root, CORRECTIONS)?;
        let listed: Vec<Listed> = serde_json::from_str(&text(root, THIRD_PARTY_WEB)?)
            .with_context(|| format!("{THIRD_PARTY_WEB} is not as it should be"))?;
        let names: BTreeSet<&str> = listed.iter().map(|entity| entity.name.as_str()).collect();
        for name in corrections
            .names
            .keys()
            .chain(corrections.categories.keys())
        {
            ensure!(
                names.contains(name.as_str()),
                "{CORRECTIONS}: third-party-web has no {name:?} any more"
            );
        }
        for entity in &listed {
            if NOBODY.contains(&entity.name.as_str()) {
                continue;
            }
            let (name, company) = named(entity, &corrections);
            let category = match corrections.categories.get(&entity.name) {
                Some(word) => category(word, CORRECTIONS)?,
                None => category_of(&entity.category)?,
            };
            for domain in &entity.domains {
                let domain = domain.trim_start_matches("*.").to_ascii_lowercase();
                if !corrections.drop.contains(&domain)
                    && !is_address(&domain)
                    && !suffixes.is_registry(&domain)
                {
                    // The first counts: third-party-web lists those first that it met most.
                    self.domains
                        .entry(domain)
                        .or_insert_with(|| (name.clone(), category));
                }
            }
            if let Some(company) = company.filter(|company| *company != name) {
                self.companies.entry(name).or_insert(company);
            }
        }
        Ok(())
    }

    fn take_written(&mut self, root: &Path) -> Result<()> {
        let written: Written = facts(root, ENTITIES)?;
        let mut taken = BTreeSet::new();
        for entity in written.entity {
            let category = category(&entity.category, ENTITIES)?;
            for domain in entity.domains {
                ensure!(
                    taken.insert(domain.clone()),
                    "{ENTITIES}: {domain} stands there twice"
                );
                self.domains.insert(domain, (entity.name.clone(), category));
            }
        }
        Ok(())
    }

    /// Owners by hand, then companies that more than one entity shares or that are entities themselves.
    fn take_owners(&mut self, root: &Path) -> Result<()> {
        let written: Owners = facts(root, OWNERS)?;
        let names: BTreeSet<String> = self
            .domains
            .values()
            .map(|(name, _)| name.clone())
            .collect();
        for (owner, owned) in written.owners {
            for name in owned {
                ensure!(
                    names.contains(&name),
                    "{OWNERS}: there is no entity {name:?}"
                );
                if let Some(other) = self.owners.insert(name.clone(), owner.clone()) {
                    bail!("{OWNERS}: {name} belongs to {other} and to {owner}");
                }
            }
        }
        for (name, company) in &self.companies {
            let shared = self
                .companies
                .values()
                .filter(|other| *other == company)
                .count()
                > 1;
            if names.contains(name)
                && (shared || names.contains(company))
                && !self.owners.contains_key(name)
            {
                let owner = self.owners.get(company).unwrap_or(company).clone();
                self.owners.insert(name.clone(), owner);
            }
        }
        Ok(())
    }

    /// The table: a row for each organisation.
    pub fn table(&self) -> Result<String> {
        let mut rows: BTreeMap<&str, BTreeMap<&str, Vec<&str>>> = BTreeMap::new();
        for (domain, (name, category)) in &self.domains {
            let categories = rows.entry(name).or_default();
            categories
                .entry(category.as_str())
                .or_default()
                .push(domain);
        }
        let mut table = String::new();
        for (name, categories) in rows {
            let owner = self.owners.get(name).filter(|owner| *owner != name);
            table += &format!("{name}\t{}", owner.map_or("", String::as_str));
            for (category, domains) in categories {
                table += &format!("\t{category} {}", domains.join(" "));
            }
            table.push('\n');
        }
        let columns = self
            .owners
            .values()
            .chain(self.domains.values().map(|row| &row.0));
        for text in columns {
            ensure!(
                !text.contains(['\t', '\n']),
                "a name of several lines or columns: {text}"
            );
        }
        Ok(table)
    }
}

/// The name people know an entity by, and its company's.
///
/// An entity that bears its company's name first (`Adobe TypeKit`) is that company.
fn named(entity: &Listed, corrections: &Corrections) -> (String, Option<String>) {
    let corrected = |name: &str| match corrections.names.get(name) {
        Some(name) => name.clone(),
        None => name.trim_end_matches("-VOID").replace("&amp;", "&"),
    };
    let company = entity.company.as_deref();
    let is_company = company.is_some_and(|company| entity.name.starts_with(&format!("{company} ")));
    let name = match company {
        Some(company) if is_company && !corrections.names.contains_key(&entity.name) => {
            corrected(company)
        }
        _ => corrected(&entity.name),
    };
    (name, company.map(corrected))
}

fn category(word: &str, path: &str) -> Result<Category> {
    Category::from_word(word).with_context(|| format!("{path}: there is no category {word:?}"))
}

/// Our category for third-party-web's.
fn category_of(listed: &str) -> Result<Category> {
    Ok(match listed {
        "ad" => Category::Advertising,
        "analytics" => Category::Analytics,
        "cdn" => Category::Cdn,
        "consent-provider" => Category::Consent,
        "content" => Category::Content,
        "customer-success" => Category::Chat,
        "hosting" => Category::Hosting,
        "marketing" => Category::Marketing,
        "other" => Category::Other,
        "social" => Category::Social,
        "tag-manager" => Category::TagManager,
        "utility" => Category::Utility,
        "video" => Category::Video,
        other => bail!("{THIRD_PARTY_WEB}: a category that is not known: {other}"),
    })
}

/// Whether it is an IP address, which changes hands.
fn is_address(domain: &str) -> bool {
    domain.parse::<std::net::IpAddr>().is_ok()
}
