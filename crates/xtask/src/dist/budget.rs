//! How large the extension may be: it is loaded by people on slow lines, and woken many times an hour.

use anyhow::{Result, bail};

/// Bytes of a package.
pub const PACKAGE: usize = 1_500_000;

/// Fails where a package is larger than it may be.
pub fn check(name: &str, bytes: usize) -> Result<()> {
    if bytes > PACKAGE {
        bail!("{name} has {bytes} bytes; it may have {PACKAGE}");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_package_may_be_as_large_as_its_budget_and_no_larger() {
        check("a.zip", PACKAGE).unwrap();
        let error = check("a.zip", PACKAGE + 1).unwrap_err().to_string();
        assert!(error.contains("a.zip has 1500001 bytes"), "{error}");
    }
}
