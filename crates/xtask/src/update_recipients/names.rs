//! Parameters' names, as the table that `crates/parameters/src/table.rs` reads.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::text;

const PATH: &str = "data/names.tsv";

/// What names have in common, once, and then the names.
pub fn read(root: &Path) -> Result<String> {
    let mut classes: BTreeMap<[String; 6], Vec<String>> = BTreeMap::new();
    let facts = text(root, PATH)?;
    for line in facts.lines().skip(1).filter(|line| !line.starts_with('#')) {
        let (name, class) = row(line).with_context(|| format!("{PATH}: {line}"))?;
        classes.entry(class).or_default().push(name);
    }
    let rows = classes.into_iter().map(|(class, mut names)| {
        names.sort_unstable();
        format!("{}\t{}\n", class.join("\t"), names.join(" "))
    });
    Ok(rows.collect())
}

/// A name, and group, kind, part, strength, vendor and words. Who uses a name matters to the program only
/// where something is said of it.
fn row(line: &str) -> Result<(String, [String; 6])> {
    let columns: Vec<_> = line.split('\t').collect();
    ensure!(
        (6..=7).contains(&columns.len()) && columns.iter().all(|column| !column.is_empty()),
        "six columns or seven, and none is empty"
    );
    let words = columns.get(6).copied().unwrap_or("-");
    let source = columns[5];
    let says = columns[4] == "context" || words != "-";
    let vendor = if says && !source.starts_with("common") {
        source
    } else {
        "-"
    };
    let class = [
        columns[1], columns[2], columns[3], columns[4], vendor, words,
    ];
    Ok((columns[0].to_owned(), class.map(str::to_owned)))
}
