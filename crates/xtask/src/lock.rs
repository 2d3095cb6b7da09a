//! Versions that Cargo.lock holds.

use std::fs;

use anyhow::{Context, Result, bail};

use crate::checkout::Checkout;

/// The version of wasm-bindgen that the crate is compiled with, its command line is installed with,
/// and the library that this program links has.
///
/// An error when crate and library differ: they share a private format that changes with every version.
pub fn wasm_bindgen(checkout: &Checkout) -> Result<String> {
    let path = checkout.root().join("Cargo.lock");
    let lock =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    same_wasm_bindgen(&lock)
}

fn same_wasm_bindgen(lock: &str) -> Result<String> {
    let of =
        |package| version(lock, package).with_context(|| format!("no {package} in Cargo.lock"));
    let (bindings, library) = (of("wasm-bindgen")?, of("wasm-bindgen-cli-support")?);
    if bindings != library {
        bail!(
            "wasm-bindgen {bindings} and wasm-bindgen-cli-support {library} must have one version: \
             run `cargo update wasm-bindgen-cli-support --precise {bindings}`"
        );
    }
    Ok(bindings.to_owned())
}

/// The version of a package. Cargo writes one key a line, the name right before the version.
fn version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines
        .nth(1)?
        .strip_prefix("version = \"")?
        .strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lock(bindings: &str, library: &str) -> String {
        format!(
            "version = 4\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"{bindings}\"\n\
             dependencies = [\n \"cfg-if\",\n]\n\n\
             [[package]]\nname = \"wasm-bindgen-cli-support\"\nversion = \"{library}\"\n"
        )
    }

    #[test]
    fn one_version_of_both_is_given() {
        assert_eq!(
            same_wasm_bindgen(&lock("0.2.130", "0.2.130")).unwrap(),
            "0.2.130"
        );
    }

    #[test]
    fn two_versions_are_an_error_that_names_both() {
        let error = same_wasm_bindgen(&lock("0.2.131", "0.2.130"))
            .unwrap_err()
            .to_string();
        assert!(
            error.contains("0.2.131") && error.contains("0.2.130"),
            "{error}"
        );
    }

    #[test]
    fn a_missing_package_is_named() {
        let error = same_wasm_bindgen("version = 4\n").unwrap_err().to_string();
        assert_eq!(error, "no wasm-bindgen in Cargo.lock");
    }

    #[test]
    fn this_checkout_locks_one_version() {
        wasm_bindgen(&Checkout::find().unwrap()).unwrap();
    }
}
