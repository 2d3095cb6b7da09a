//! The table of names, read once from `names.tsv`.
//!
//! Its columns: the name as it is compared (lower-case, without accents, words run together); the group of
//! prefixes under which it is clear; kind; part; strength; who uses the name. Kinds beside those of details:
//! `prefix` (a member of a group), `qualifier` (a word that may stand before any name), `decoration` (a word
//! that may stand after any). The strength `not` marks a name that ends like one of a person's and is none.

use crate::{Kind, Meaning, Part, Strength};
use std::sync::LazyLock;

static NAMES: &str = include_str!("names.tsv");

/// What is listed of a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Entry {
    /// It holds this; under a prefix of the group it is clear, elsewhere vague. An empty group has none.
    Meaning(Meaning, &'static str),
    /// It holds nothing of a person's.
    Not,
}

/// The rows, sorted by what they are looked up by.
#[derive(Debug, Default)]
pub(crate) struct Table {
    names: Vec<(&'static str, Entry)>,
    prefixes: Vec<(&'static str, &'static str)>,
    qualifiers: Vec<&'static str>,
    decorations: Vec<&'static str>,
}

/// The table.
pub(crate) fn table() -> &'static Table {
    static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(NAMES));
    &TABLE
}

impl Table {
    /// Rows that cannot be read are left out; a test sees to it that there are none.
    fn read(text: &'static str) -> Self {
        let mut table = Self::default();
        for line in rows(text) {
            let _ = table.add(line);
        }
        table.names.sort_unstable_by_key(|row| row.0);
        table.prefixes.sort_unstable();
        table.qualifiers.sort_unstable();
        table.decorations.sort_unstable();
        table
    }

    fn add(&mut self, line: &'static str) -> Option<()> {
        let mut columns = line.split('\t');
        let name = columns.next()?;
        let group = columns.next()?.trim_matches('-');
        let (kind, part, strength) = (columns.next()?, columns.next()?, columns.next()?);
        match kind {
            "prefix" => self.prefixes.push((name, group)),
            "qualifier" => self.qualifiers.push(name),
            "decoration" => self.decorations.push(name),
            _ if strength == "not" => self.names.push((name, Entry::Not)),
            _ => {
                let meaning = Meaning {
                    kind: Kind::ALL.into_iter().find(|known| known.as_str() == kind)?,
                    part: match part {
                        "-" => None,
                        _ => Some(Part::ALL.into_iter().find(|known| known.as_str() == part)?),
                    },
                    strength: match strength {
                        "clear" => Strength::Clear,
                        "vague" => Strength::Vague,
                        _ => return None,
                    },
                };
                self.names.push((name, Entry::Meaning(meaning, group)));
            }
        }
        Some(())
    }

    pub(crate) fn entry(&self, name: &str) -> Option<Entry> {
        let found = self.names.binary_search_by(|row| row.0.cmp(name)).ok()?;
        Some(self.names[found].1)
    }

    pub(crate) fn is_prefix(&self, word: &str, group: &str) -> bool {
        self.prefixes.binary_search(&(word, group)).is_ok()
    }

    pub(crate) fn is_qualifier(&self, word: &str) -> bool {
        self.qualifiers.binary_search(&word).is_ok()
    }

    pub(crate) fn is_decoration(&self, word: &str) -> bool {
        self.decorations.binary_search(&word).is_ok()
    }

    /// A word's qualifier and the rest: `billing` and `zip`. The longest qualifier is taken.
    pub(crate) fn split_qualifier<'a>(&self, word: &'a str) -> Option<(&'a str, &'a str)> {
        let qualifier = self
            .qualifiers
            .iter()
            .filter(|known| word.starts_with(*known))
            .max_by_key(|known| known.len())?;
        Some(word.split_at(qualifier.len())).filter(|split| !split.1.is_empty())
    }

    /// A word without the longest decoration at its end.
    pub(crate) fn without_decoration<'a>(&self, word: &'a str) -> Option<&'a str> {
        let decoration = self
            .decorations
            .iter()
            .filter(|known| word.ends_with(*known))
            .max_by_key(|known| known.len())?;
        word.strip_suffix(decoration)
            .filter(|rest| !rest.is_empty())
    }
}

/// The rows of the table, without the line of headings and without comments.
fn rows(text: &'static str) -> impl Iterator<Item = &'static str> {
    text.lines().skip(1).filter(|line| !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::Folded;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_is_read() {
        let mut table = Table::default();
        for line in rows(NAMES) {
            assert_eq!(line.split('\t').count(), 6, "six columns: {line}");
            assert!(
                line.split('\t').all(|column| !column.is_empty()),
                "no empty column: {line}"
            );
            assert!(
                table.add(line).is_some(),
                "known kind, part and strength: {line}"
            );
        }
        let read = table.names.len()
            + table.prefixes.len()
            + table.qualifiers.len()
            + table.decorations.len();
        assert_eq!(read, rows(NAMES).count());
    }

    #[test]
    fn at_least_250_names_have_a_meaning() {
        let meanings = table()
            .names
            .iter()
            .filter(|row| row.1 != Entry::Not)
            .count();
        assert!(meanings >= 250, "{meanings}");
    }

    #[test]
    fn no_name_is_listed_twice() {
        let table = table();
        let names: BTreeSet<_> = table.names.iter().map(|row| row.0).collect();
        assert_eq!(names.len(), table.names.len());
        let prefixes: BTreeSet<_> = table.prefixes.iter().collect();
        assert_eq!(prefixes.len(), table.prefixes.len());
    }

    #[test]
    fn every_group_has_prefixes() {
        let table = table();
        for (name, entry) in &table.names {
            if let Entry::Meaning(_, group) = entry
                && !group.is_empty()
            {
                assert!(
                    table.prefixes.iter().any(|prefix| prefix.1 == *group),
                    "{name}: {group}"
                );
            }
        }
    }

    #[test]
    fn names_are_written_as_they_are_compared() {
        for line in rows(NAMES) {
            let name = line.split('\t').next().unwrap_or_default();
            let folded = Folded::new(name);
            assert_eq!((folded.words(), folded.text(0, 1)), (1, name));
        }
    }
}
