//! Licences that may ship.

const ALLOWED: [&str; 10] = [
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "ISC",
    "MIT",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Whether every licence that an SPDX expression asks for leaves a choice that is allowed. Nested choices of
/// combinations may be refused though one would do: a person should look at those.
pub fn allowed(expression: &str) -> bool {
    expression.split(" AND ").all(|choice| {
        choice
            // Older manifests write `MIT/Apache-2.0`.
            .split(" OR ")
            .flat_map(|names| names.split('/'))
            .map(|name| name.trim_matches(['(', ')', ' ']))
            .any(|name| ALLOWED.contains(&name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_allowed_choice_is_enough() {
        for expression in [
            "MIT",
            "MIT OR Apache-2.0",
            "Unlicense/MIT",
            "Apache-2.0 OR BSL-1.0",
            "GPL-3.0-only OR MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
        ] {
            assert!(allowed(expression), "{expression}");
        }
    }

    #[test]
    fn what_is_asked_for_beside_an_allowed_licence_must_be_allowed_too() {
        for expression in [
            "",
            "GPL-3.0-only",
            "MIT AND GPL-3.0-only",
            "LGPL-2.1-or-later OR GPL-3.0-only",
            "(MIT OR Apache-2.0) AND CC-BY-NC-4.0",
        ] {
            assert!(!allowed(expression), "{expression}");
        }
    }
}
