//! Where is measured: natively, and the shipped wasm in Node and in real browsers.

use std::path::PathBuf;
use std::process::Command;

use anyhow::Result;
use clap::ValueEnum;

use super::figures::Figures;
use crate::browser::Browser;
use crate::checkout::Checkout;
use crate::install::{self, Need, tools};
use crate::{lay, node, process};

/// Where the scripts are that measure in other places.
const SCRIPTS: &str = "crates/bench/js";

/// The cases against ripgrep; those of captures are measured where captures are given.
const AGAINST_RG: [&str; 4] = ["rg-har", "rg-har-plain", "rg-captures", "rg-captures-plain"];

/// A place to measure in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Place {
    /// The crates, compiled for this machine.
    Native,
    /// The wasm in Node.
    Node,
    /// The wasm in Chromium.
    Chromium,
    /// The wasm in Firefox.
    Firefox,
}

/// What is asked for.
#[derive(Debug, Default)]
pub struct Wishes {
    /// Words of which one must be in a case's name; none for all cases.
    pub cases: Vec<String>,
    /// Places; none for all.
    pub places: Vec<Place>,
    /// Whether pages are loaded with and without the extension as well.
    pub browsing: bool,
    /// Captures to measure against ripgrep.
    pub captures: Vec<PathBuf>,
}

impl Wishes {
    /// The places, in order.
    pub fn places(&self) -> Vec<Place> {
        let all = Place::value_variants().iter().copied();
        all.filter(|place| self.places.is_empty() || self.places.contains(place))
            .collect()
    }

    /// Whether a case against ripgrep is wanted.
    fn against_rg(&self) -> bool {
        let wants = |case: &str| self.cases.iter().any(|word| case.contains(word));
        self.cases.is_empty() || AGAINST_RG.into_iter().any(wants)
    }
}

impl Place {
    /// The name in figures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Native => "native",
            Self::Node => "node",
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// The browser that this place is, if it is one.
    fn browser(self) -> Option<Browser> {
        match self {
            Self::Native | Self::Node => None,
            Self::Chromium => Some(Browser::Chromium),
            Self::Firefox => Some(Browser::Firefox),
        }
    }
}

/// Installs and builds what measuring in these places needs.
pub fn prepare(checkout: &Checkout, wishes: &Wishes) -> Result<()> {
    let places = wishes.places();
    let mut cargo = process::cargo(checkout);
    cargo.args(["build", "--release", "--package", "leaklight-bench"]);
    if places.contains(&Place::Native) && wishes.against_rg() {
        tools::install(checkout, tools::RIPGREP)?;
        cargo.args(["--package", "leaklight"]);
    }
    process::run(&mut cargo)?;
    if places.iter().all(|place| *place == Place::Native) {
        return tools::tidy(checkout);
    }
    let browsers = places.iter().filter_map(|place| place.browser());
    let needs: Vec<Need> = browsers.map(Need::Browser).chain(Need::BUILD).collect();
    install::all(checkout, &needs)?;
    lay::build(checkout)?;
    process::run(bench(checkout).arg("--inputs").arg(inputs(checkout)))
}

/// Measures what is wanted in one place.
pub fn measure(checkout: &Checkout, wishes: &Wishes, place: Place) -> Result<Figures> {
    let mut figures = Figures::default();
    for mut command in commands(checkout, wishes, place)? {
        figures.append(Figures::parse(&process::read(&mut command)?)?);
    }
    Ok(figures)
}

/// The programs that print the figures of a place.
fn commands(checkout: &Checkout, wishes: &Wishes, place: Place) -> Result<Vec<Command>> {
    match place {
        Place::Native => Ok(natively(checkout, wishes)),
        Place::Node => {
            let mut wasm = script(checkout, "node.js");
            wasm.arg(inputs(checkout)).args(&wishes.cases);
            Ok(vec![wasm])
        }
        Place::Chromium => in_browser(checkout, wishes, Browser::Chromium),
        Place::Firefox => in_browser(checkout, wishes, Browser::Firefox),
    }
}

fn natively(checkout: &Checkout, wishes: &Wishes) -> Vec<Command> {
    let mut alone = bench(checkout);
    alone.args(&wishes.cases);
    let mut commands = vec![alone];
    if wishes.against_rg() {
        let mut against_rg = bench(checkout);
        against_rg
            .arg("--against-rg")
            .arg(checkout.tool("rg"))
            .arg(release(checkout).join("leaklight"))
            .args(&wishes.captures);
        commands.push(against_rg);
    }
    commands
}

fn in_browser(checkout: &Checkout, wishes: &Wishes, browser: Browser) -> Result<Vec<Command>> {
    let driver = install::browsers::driver(checkout, browser)?;
    let mut wasm = script(checkout, "pages.js");
    wasm.arg(browser.name()).arg(inputs(checkout));
    let mut commands = vec![wasm];
    if wishes.browsing {
        let mut browsing = script(checkout, "browsing.js");
        browsing.arg(browser.name());
        commands.push(browsing);
    }
    for command in &mut commands {
        command
            .args(&wishes.cases)
            .env(browser.driver_variable(), &driver);
    }
    Ok(commands)
}

/// The bench for this machine.
pub fn bench(checkout: &Checkout) -> Command {
    process::command(checkout, release(checkout).join("leaklight-bench"))
}

fn release(checkout: &Checkout) -> PathBuf {
    checkout.target().join("release")
}

fn inputs(checkout: &Checkout) -> PathBuf {
    checkout.target().join("bench")
}

fn script(checkout: &Checkout, name: &str) -> Command {
    let mut node = node::node(checkout);
    node.arg(format!("{SCRIPTS}/{name}"));
    node
}
