//! Lists of trackers that are given beside the program's own.

use crate::complain;
use leaklight_core::{Counted, Trackers};
use std::fs;
use std::path::PathBuf;

/// Reads lists, and says what is left aside of each.
///
/// # Errors
/// The list that cannot be read, and why.
pub fn read(lists: &[PathBuf]) -> Result<Trackers, String> {
    let mut trackers = Trackers::default();
    for path in lists {
        let name = path.display();
        let bytes = fs::read(path).map_err(|error| format!("{name}: {error}"))?;
        let counted = trackers.extend(&String::from_utf8_lossy(&bytes));
        let rules = counted.rules + counted.exceptions;
        if rules == 0 {
            return Err(format!("{name}: this names no tracker"));
        }
        if counted.left_aside() > 0 {
            complain(format_args!("{name}: {}", told(rules, counted)));
        }
    }
    Ok(trackers)
}

/// What became of a list's lines, in words.
fn told(rules: usize, counted: Counted) -> String {
    let left = [
        (counted.patterns, "name no host"),
        (counted.cosmetic, "are about how pages look"),
        (counted.options, "have options that are not understood"),
        (counted.unreadable, "are no rules"),
    ];
    let left: Vec<_> = left
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, why)| format!("{count} {why}"))
        .collect();
    format!("{rules} rules taken; left aside: {}", left.join(", "))
}
