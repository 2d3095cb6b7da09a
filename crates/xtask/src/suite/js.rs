//! Types, the tests of the extension's modules and the bench's, and web-ext lint.

use anyhow::bail;

use super::count::Runner;
use super::{Outcome, lint};
use crate::browser::Browser;
use crate::checkout::Checkout;
use crate::{node, process, size};

/// Runs them all. Without a built extension the lint fails, and the others tell what they can.
pub fn run(checkout: &Checkout, extension_is_built: bool) -> Vec<Outcome> {
    vec![
        types(checkout),
        Outcome::of_tests(
            "js: tests",
            Runner::Node,
            node::tests(checkout, "tests/extension", &[]),
        ),
        Outcome::of_tests(
            "js: bench",
            Runner::Node,
            node::tests(checkout, "crates/bench/js", &[]),
        ),
        Outcome::of_check("js: lint", || {
            if !extension_is_built {
                bail!("there is nothing to lint: the build failed");
            }
            lint::run(checkout, &checkout.dist(Browser::Firefox))
        }),
        Outcome::of_check("js: size", || size::check(checkout)),
    ]
}

/// TypeScript agrees with every type.
pub fn types(checkout: &Checkout) -> Outcome {
    Outcome::of_check("js: types", || {
        process::run(&mut node::program(checkout, "tsc"))?;
        process::run(node::program(checkout, "tsc").args(["--project", "tests"]))
    })
}
