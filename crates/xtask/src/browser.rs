//! The two browsers.

use clap::ValueEnum;

/// A browser that Leaklight is built for and tested in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Browser {
    /// Chromium, and so Chrome.
    Chromium,
    /// Firefox.
    Firefox,
}

impl Browser {
    /// Every browser, in the order in which they are tested.
    pub const ALL: [Browser; 2] = [Browser::Chromium, Browser::Firefox];

    /// The name on command lines and in the tests' environment.
    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
        }
    }

    /// The folder under `dist` that loads unpacked in this browser.
    pub fn folder(self) -> &'static str {
        match self {
            Browser::Chromium => "chrome",
            Browser::Firefox => "firefox",
        }
    }

    /// The environment variable in which test runners look for this browser's driver.
    pub fn driver_variable(self) -> &'static str {
        match self {
            Browser::Chromium => "CHROMEDRIVER",
            Browser::Firefox => "GECKODRIVER",
        }
    }

    /// What a package for this browser is called behind its name and version.
    pub fn package(self) -> &'static str {
        match self {
            Browser::Chromium => "chrome.zip",
            Browser::Firefox => "firefox.xpi",
        }
    }
}
