//! Node's packages, as package-lock.json pins them.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};

use super::announce;
use crate::checkout::Checkout;
use crate::process;

/// The oldest Node that the development packages run on.
const OLDEST_NODE: u32 = 20;

/// Installs the packages when they are not those that package-lock.json names.
pub fn install(checkout: &Checkout) -> Result<()> {
    node(checkout)?;
    let lock = read(&checkout.root().join("package-lock.json"))?;
    let hidden = checkout.root().join("node_modules/.package-lock.json");
    if hidden.is_file() && agree(&lock, &read(&hidden)?) {
        return Ok(());
    }
    announce(
        "node_modules",
        "wasm-opt, tsc, web-ext and selenium, as package-lock.json pins them",
    );
    let mut npm = process::command(checkout, "npm");
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    process::run(&mut npm)
}

fn node(checkout: &Checkout) -> Result<()> {
    let advice = format!(
        "install Node {OLDEST_NODE} or newer, with npm (https://nodejs.org), then try again"
    );
    if process::on_path(&["node"]).is_none() || process::on_path(&["npm"]).is_none() {
        bail!("node or npm is missing: {advice}");
    }
    let version = process::read(process::command(checkout, "node").arg("--version"))?;
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => Ok(()),
        _ => bail!("node is {}: {advice}", version.trim()),
    }
}

/// `v20.20.2` -> 20
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

fn read(path: &Path) -> Result<Value> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))
}

/// Whether npm's own record of what it installed holds what the lock file asks for.
/// Optional packages may be missing: they are for other systems.
fn agree(lock: &Value, installed: &Value) -> bool {
    let (Some(lock), Some(installed)) = (packages(lock), packages(installed)) else {
        return false;
    };
    let version = |package: &Value| package.get("version").cloned();
    let optional = |package: &Value| package.get("optional") == Some(&Value::Bool(true));
    let wanted_are_there =
        lock.iter()
            .filter(|(path, _)| !path.is_empty())
            .all(|(path, wanted)| match installed.get(path) {
                Some(found) => version(found) == version(wanted),
                None => optional(wanted),
            });
    wanted_are_there && installed.keys().all(|path| lock.contains_key(path))
}

fn packages(lock: &Value) -> Option<&Map<String, Value>> {
    lock.get("packages")?.as_object()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn lock() -> Value {
        json!({"packages": {
            "": {"name": "top"},
            "node_modules/a": {"version": "1.0.0"},
            "node_modules/for-other-systems": {"version": "2.0.0", "optional": true},
        }})
    }

    #[test]
    fn what_npm_installed_agrees_though_packages_for_other_systems_are_missing() {
        assert!(agree(
            &lock(),
            &json!({"packages": {"node_modules/a": {"version": "1.0.0"}}})
        ));
    }

    #[test]
    fn another_version_disagrees() {
        assert!(!agree(
            &lock(),
            &json!({"packages": {"node_modules/a": {"version": "1.0.1"}}})
        ));
    }

    #[test]
    fn a_missing_package_disagrees() {
        assert!(!agree(&lock(), &json!({"packages": {}})));
    }

    #[test]
    fn a_package_that_the_lock_no_longer_names_disagrees() {
        let installed = json!({"packages": {
            "node_modules/a": {"version": "1.0.0"},
            "node_modules/gone": {"version": "1.0.0"},
        }});
        assert!(!agree(&lock(), &installed));
    }

    #[test]
    fn the_major_version_of_node_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("20"), None);
    }
}
