//! Chromium and Firefox with their drivers, through apt.

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use super::apt;
use crate::browser::Browser;
use crate::checkout::Checkout;
use crate::process;

/// A program: the variable that may say where it is, the names that it has on different systems,
/// and Debian's package for it.
struct Program {
    variable: &'static str,
    names: &'static [&'static str],
    package: &'static str,
}

const CHROMIUM: Program = Program {
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome"],
    package: "chromium",
};
const CHROMEDRIVER: Program = Program {
    variable: "CHROMEDRIVER",
    names: &["chromedriver"],
    package: "chromium-driver",
};
const FIREFOX: Program = Program {
    variable: "FIREFOX",
    names: &["firefox-esr", "firefox"],
    package: "firefox-esr",
};

impl Program {
    fn find(&self) -> Option<PathBuf> {
        env::var_os(self.variable)
            .map(PathBuf::from)
            .or_else(|| process::on_path(self.names))
    }

    fn describe(&self) -> String {
        format!(
            "{} (on the PATH, or named in {})",
            self.names.join(" or "),
            self.variable
        )
    }
}

fn programs(browser: Browser) -> &'static [Program] {
    match browser {
        Browser::Chromium => &[CHROMIUM, CHROMEDRIVER],
        // Debian has no geckodriver: see tools.rs.
        Browser::Firefox => &[FIREFOX],
    }
}

/// Installs what is missing as root on Debian; elsewhere says what to type and fails.
pub fn install(checkout: &Checkout, browsers: &[Browser]) -> Result<()> {
    let missing: Vec<&Program> = browsers
        .iter()
        .flat_map(|browser| programs(*browser))
        .filter(|program| program.find().is_none())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let packages: Vec<&str> = missing.iter().map(|program| program.package).collect();
    let advice = if !apt::is_there() {
        "install with this system's package manager, then try again".to_owned()
    } else if apt::may_install(checkout)? {
        let why = "the tests and the demo run in real browsers";
        return apt::install(checkout, &packages, why);
    } else {
        let packages = packages.join(" ");
        format!(
            "run\n    sudo apt-get update && sudo apt-get install --no-install-recommends {packages}\nthen try again"
        )
    };
    let descriptions: Vec<String> = missing.iter().map(|program| program.describe()).collect();
    bail!("missing: {}; {advice}", descriptions.join(", "));
}

/// The program that steers this browser.
pub fn driver(checkout: &Checkout, browser: Browser) -> Result<PathBuf> {
    match browser {
        Browser::Chromium => CHROMEDRIVER
            .find()
            .context("chromedriver is not on the PATH"),
        Browser::Firefox => {
            Ok(env::var_os("GECKODRIVER")
                .map_or_else(|| checkout.tool("geckodriver"), PathBuf::from))
        }
    }
}
