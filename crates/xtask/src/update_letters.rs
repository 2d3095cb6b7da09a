//! `cargo xtask update-letters`: writes the table of `crates/fold/src/letters.rs`, which says what is in it, from the
//! crate unicode-normalization.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::packed::packed;

const PATH: &str = "crates/fold/tables/letters.z";

/// Writes the table.
pub fn run(root: &Path) -> Result<()> {
    let path = root.join(PATH);
    let bytes = packed(&table()?)?;
    fs::write(&path, &bytes).with_context(|| format!("cannot write {}", path.display()))?;
    println!("{:>7} bytes  {PATH}", bytes.len());
    Ok(())
}

fn table() -> Result<String> {
    let mut table = String::new();
    for run in runs(is_combining_mark) {
        let (first, last) = (run[0] as u32, run[run.len() - 1] as u32);
        writeln!(table, "{first:x} -{last:x}")?;
    }
    for run in runs(is_made_of_others) {
        write!(table, "{:x}", run[0] as u32)?;
        for character in run {
            write!(table, " {}", parts(character))?;
        }
        table.push('\n');
    }
    Ok(table)
}

/// Neighbours of which something holds.
fn runs(holds: fn(char) -> bool) -> Vec<Vec<char>> {
    let mut runs: Vec<Vec<char>> = Vec::new();
    for character in ('\u{80}'..=char::MAX).filter(|character| holds(*character)) {
        match runs.last_mut() {
            Some(run) if run[run.len() - 1] as u32 + 1 == character as u32 => run.push(character),
            _ => runs.push(vec![character]),
        }
    }
    runs
}

fn is_made_of_others(character: char) -> bool {
    let is_hangul = matches!(character, '\u{ac00}'..='\u{d7a3}');
    !is_hangul && !is_combining_mark(character) && parts(character) != character.to_string()
}

/// What a character is made of. Folding leaves out what is neither letter nor digit: of ASCII that is done here already,
/// so that spaces are free to divide the row.
fn parts(character: char) -> String {
    let mut parts = String::new();
    decompose_compatible(character, |part| {
        if !is_combining_mark(part) && (!part.is_ascii() || part.is_ascii_alphanumeric()) {
            parts.push(part);
        }
    });
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_committed_table_is_that_of_the_crate() -> Result<()> {
        let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
        assert!(
            fs::read(root.join(PATH))? == packed(&table()?)?,
            "{PATH}: run `cargo xtask update-letters`"
        );
        Ok(())
    }
}
