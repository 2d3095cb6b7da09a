//! The profile's file: read, checked, and its problems named with their lines.
//!
//! No message repeats what the file holds: it holds personal values.

use leaklight_core::{Profile, ProfileProblem, ProfileSource};
use serde::Deserialize;
use std::ops::Range;
use std::path::Path;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// A checked profile, and what is weak about it.
pub struct Checked {
    pub profile: Profile,
    /// Warnings, ready to be shown.
    pub warnings: Vec<String>,
}

/// Reads a profile.
///
/// # Errors
/// Everything that is wrong with it, one line each, ready to be shown.
pub fn read(path: &Path) -> Result<Checked, Vec<String>> {
    let name = path.display();
    let bytes = std::fs::read(path).map_err(|error| vec![format!("{name}: {error}")])?;
    check(&bytes)
        .map_err(|problems| named(&name, problems))
        .map(|(profile, warnings)| Checked {
            profile,
            warnings: named(&name, warnings),
        })
}

fn named(name: &std::path::Display<'_>, messages: Vec<String>) -> Vec<String> {
    messages
        .into_iter()
        .map(|message| format!("{name}: {message}"))
        .collect()
}

/// Checks a profile's text.
fn check(bytes: &[u8]) -> Result<(Profile, Vec<String>), Vec<String>> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let place = place(bytes, error.valid_up_to());
            return Err(vec![format!("{place}: this is not UTF-8")]);
        }
    };
    let table = DeTable::parse(text)
        .map_err(|error| vec![message(text, &error, &syntax(error.message()))])?;
    let source = ProfileSource::deserialize(toml::Deserializer::from(table.clone()))
        .map_err(|error| vec![message(text, &error, &shape(error.message()))])?;
    let located = |problem: &ProfileProblem| {
        let span = span(&table, &problem.path);
        format!("{}: {problem}", place(text.as_bytes(), span.start))
    };
    match Profile::new(&source) {
        Ok(profile) => {
            let warnings = profile.warnings().iter().map(located).collect();
            Ok((profile, warnings))
        }
        Err(problems) => Err(problems.iter().map(located).collect()),
    }
}

/// An error of the TOML reader in our words.
fn message(text: &str, error: &toml::de::Error, what: &str) -> String {
    let start = error.span().map_or(0, |span| span.start);
    format!("{}: {what}", place(text.as_bytes(), start))
}

/// What the reader says about syntax. It speaks of kinds of values, and never quotes one.
fn syntax(message: &str) -> String {
    format!(
        "this is not valid TOML: {}",
        message.lines().next().unwrap_or_default()
    )
}

/// What serde says about shape, less what it quotes: what is expected comes from our own types.
fn shape(message: &str) -> String {
    let what = if message.starts_with("unknown field") {
        "unknown key"
    } else {
        "wrong kind of value"
    };
    match message
        .lines()
        .next()
        .and_then(|line| line.rsplit_once(", expected "))
    {
        Some((_, "a sequence")) => format!("{what}: expected a list"),
        Some((_, expected)) => format!("{what}: expected {expected}"),
        None => what.to_owned(),
    }
}

/// Line and column of a byte.
fn place(text: &[u8], byte: usize) -> String {
    let before = &text[..byte.min(text.len())];
    let line = before.split(|byte| *byte == b'\n').count();
    let start = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |newline| newline + 1);
    let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
    format!("line {line}, column {column}")
}

/// Where a path such as `addresses[1].postal_code` stands, or as much of it as is written.
fn span(table: &Spanned<DeTable<'_>>, path: &str) -> Range<usize> {
    let mut span = table.span();
    let mut value: Option<&DeValue<'_>> = None;
    for step in path.split(['.', '[']).filter(|step| !step.is_empty()) {
        let next = match (step.strip_suffix(']'), value) {
            (Some(index), Some(DeValue::Array(array))) => index
                .parse::<usize>()
                .ok()
                .and_then(|index| array.get(index)),
            (None, Some(DeValue::Table(inner))) => inner.get(step),
            (None, None) => table.get_ref().get(step),
            _ => None,
        };
        let Some(next) = next else { break };
        span = next.span();
        value = Some(next.get_ref());
    }
    span
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problems(text: &str) -> Vec<String> {
        check(text.as_bytes()).err().unwrap_or_default()
    }

    #[test]
    fn every_key_may_be_absent() {
        assert_eq!(problems(""), Vec::<String>::new());
        assert_eq!(problems("\u{feff}country = \"DE\"\n"), Vec::<String>::new());
    }

    #[test]
    fn problems_name_their_line_and_never_the_value() {
        for (text, expected) in [
            (
                "\nemails = [\"secret\n",
                "line 2, column 18: this is not valid TOML: unclosed array, expected `]`",
            ),
            (
                "emails = \"secret\"",
                "line 1, column 10: wrong kind of value: expected a list",
            ),
            (
                "[names]\ngiven = \"secret\"",
                "line 1, column 1: wrong kind of value: expected a list",
            ),
            (
                "emails = [7777]",
                "line 1, column 11: wrong kind of value: expected a string",
            ),
            (
                "[[names]]\ngiven = \"Jane\"\nsecret = \"x\"\n",
                "line 3, column 1: unknown key: expected one of `person`, `given`, `middle`, `family`",
            ),
            (
                "emails = [\n  \"jane@example.com\",\n  \"secret\",\n]",
                "line 3, column 3: emails[1]: an email address reads name@example.com",
            ),
        ] {
            let found = problems(text);
            assert_eq!(found, [expected], "{text}");
            assert!(
                !found
                    .iter()
                    .any(|problem| problem.contains("secret") || problem.contains("7777"))
            );
        }
    }

    #[test]
    fn bytes_that_are_not_text_are_named() {
        let found = check(b"country = \"US\"\nx = \"\xFF\"").err();
        assert_eq!(
            found,
            Some(vec!["line 2, column 6: this is not UTF-8".to_owned()])
        );
    }

    #[test]
    fn a_path_leads_to_its_line_as_far_as_it_is_written() {
        let text = "emails = [\"a\", \"b\"]\n[[addresses]]\ncity = \"x\"\n[[addresses]]\npostal_code = \"1\"\n";
        let table = DeTable::parse(text).expect("TOML");
        for (path, expected) in [
            ("emails[1]", "line 1, column 16"),
            ("addresses[1].postal_code", "line 5, column 15"),
            ("addresses[1].street", "line 4, column 1"),
            ("addresses[7]", "line 2, column 1"),
            ("cards[0]", "line 1, column 1"),
        ] {
            assert_eq!(
                place(text.as_bytes(), span(&table, path).start),
                expected,
                "{path}"
            );
        }
    }
}
