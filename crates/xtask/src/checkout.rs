//! Where things lie in this checkout.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::browser::Browser;

/// The top folder of this checkout, and the places under it that tasks read and write.
pub struct Checkout {
    root: PathBuf,
}

impl Checkout {
    /// The checkout that this program was built from.
    ///
    /// Fails when it has been moved or deleted since.
    pub fn find() -> Result<Self> {
        let here = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here
            .ancestors()
            .nth(2)
            .filter(|root| root.join("Cargo.lock").is_file())
            .with_context(|| format!("no workspace around {}", here.display()))?;
        Ok(Self {
            root: root.to_path_buf(),
        })
    }

    /// The top folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Cargo's output.
    pub fn target(&self) -> PathBuf {
        match env::var_os("CARGO_TARGET_DIR") {
            Some(target) => self.root.join(target),
            None => self.root.join("target"),
        }
    }

    /// Where the development tools that come from crates.io are installed.
    pub fn tools(&self) -> PathBuf {
        self.target().join("tools")
    }

    /// A program among these tools.
    pub fn tool(&self, name: &str) -> PathBuf {
        self.tools().join("bin").join(name)
    }

    /// A program that an npm package brought.
    pub fn npm_program(&self, name: &str) -> PathBuf {
        self.root.join("node_modules/.bin").join(name)
    }

    /// The extension's sources.
    pub fn extension(&self) -> PathBuf {
        self.root.join("extension")
    }

    /// The generated wasm and its JS, beside the sources that import it.
    pub fn pkg(&self) -> PathBuf {
        self.extension().join("pkg")
    }

    /// The extension as this browser loads it unpacked.
    pub fn dist(&self, browser: Browser) -> PathBuf {
        self.root.join("dist").join(browser.folder())
    }

    /// What the stores are handed.
    pub fn packages(&self) -> PathBuf {
        self.root.join("dist/packages")
    }

    /// A folder for what is not finished yet, on the same disk as its final place.
    pub fn unfinished(&self) -> PathBuf {
        self.root.join("dist")
    }
}
