//! The table of names, read once from `tables/names.z`.
//!
//! A row of it is what several names have in common, and then those names, between spaces and as they are
//! compared (lower-case, without accents, words run together): group, kind, part, strength, vendor, words,
//! names. The group is that of the prefixes under which a name is clear. The words are for people; vendor says
//! in whose requests they hold. Kinds beside those of details: `prefix` (a member of a group), `qualifier` (a
//! word that may stand before any name), `decoration` (one that may stand after any), and under the strength
//! `context` what goes along with details. The strength `not` marks a name that ends like one of a person's and
//! is none.

use crate::order::sort_by;
use crate::{Context, Kind, Meaning, Part, Strength};
use std::sync::LazyLock;

/// The table's text. It is our own; a test reads every row of it.
static NAMES: LazyLock<String> =
    LazyLock::new(|| leaklight_unpack::table(include_bytes!("../tables/names.z")));

/// What the table tells people of a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Note {
    /// In whose requests it holds.
    pub vendor: &'static str,
    /// What is to be said after the kind of detail, or, after a `=`, instead of it.
    pub words: &'static str,
}

impl Note {
    /// Nothing to say.
    pub const NONE: Self = Self {
        vendor: "",
        words: "",
    };
}

/// What is listed of a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Entry {
    /// It holds this; under a prefix of the group it is clear, elsewhere vague. An empty group has none.
    Meaning(Meaning, &'static str, Note),
    /// It holds nothing of a person's.
    Not,
}

/// The names, sorted by what they are looked up by.
#[derive(Debug, Default)]
pub(crate) struct Table {
    names: Vec<(&'static str, Entry)>,
    prefixes: Vec<(&'static str, &'static str, Note)>,
    contexts: Vec<(&'static str, &'static str, Context, &'static str)>,
    qualifiers: Vec<&'static str>,
    decorations: Vec<&'static str>,
}

/// The table.
pub(crate) fn table() -> &'static Table {
    static TABLE: LazyLock<Table> = LazyLock::new(|| Table::read(&NAMES));
    &TABLE
}

impl Table {
    /// Rows that cannot be read are left out; a test sees to it that there are none.
    fn read(text: &'static str) -> Self {
        let mut table = Self::default();
        for line in text.lines() {
            let _ = table.add(line);
        }
        sort_by(&mut table.names, |a, b| a.0.cmp(b.0));
        sort_by(&mut table.prefixes, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        sort_by(&mut table.contexts, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
        sort_by(&mut table.qualifiers, |a, b| a.cmp(b));
        sort_by(&mut table.decorations, |a, b| a.cmp(b));
        table
    }

    fn add(&mut self, line: &'static str) -> Option<()> {
        let mut columns = line.split('\t').map(|column| match column {
            "-" => "",
            other => other,
        });
        let (group, kind, part, strength) = (
            columns.next()?,
            columns.next()?,
            columns.next()?,
            columns.next()?,
        );
        let (vendor, words) = (columns.next()?, columns.next()?);
        let note = Note { vendor, words };
        let names = columns.next()?.split(' ');
        match (kind, strength) {
            ("prefix", _) => self.prefixes.extend(names.map(|name| (name, group, note))),
            ("qualifier", _) => self.qualifiers.extend(names),
            ("decoration", _) => self.decorations.extend(names),
            (_, "context") => {
                let context = Context::ALL
                    .into_iter()
                    .find(|known| known.as_str() == kind)?;
                self.contexts
                    .extend(names.map(|name| (name, vendor, context, words)));
            }
            _ => {
                let entry = entry(group, kind, part, strength, note)?;
                self.names.extend(names.map(|name| (name, entry)));
            }
        }
        Some(())
    }

    pub(crate) fn entry(&self, name: &str) -> Option<Entry> {
        let found = self.names.binary_search_by(|row| row.0.cmp(name)).ok()?;
        Some(self.names[found].1)
    }

    /// The note of a prefix, if the word is one of the group.
    pub(crate) fn prefix(&self, word: &str, group: &str) -> Option<Note> {
        let found = self
            .prefixes
            .binary_search_by(|row| (row.0, row.1).cmp(&(word, group)))
            .ok()?;
        Some(self.prefixes[found].2)
    }

    /// What a name tells in a vendor's requests, or in everybody's.
    pub(crate) fn context(&self, name: &str, vendor: &str) -> Option<(Context, &'static str)> {
        [vendor, ""].iter().find_map(|vendor| {
            let found = self
                .contexts
                .binary_search_by(|row| (row.0, row.1).cmp(&(name, vendor)))
                .ok()?;
            Some((self.contexts[found].2, self.contexts[found].3))
        })
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

fn entry(group: &'static str, kind: &str, part: &str, strength: &str, note: Note) -> Option<Entry> {
    let strength = match strength {
        "not" => return Some(Entry::Not),
        "clear" => Strength::Clear,
        "vague" => Strength::Vague,
        _ => return None,
    };
    let kind = Kind::ALL.into_iter().find(|known| known.as_str() == kind)?;
    let part = match part {
        "" => None,
        _ => Some(Part::ALL.into_iter().find(|known| known.as_str() == part)?),
    };
    let meaning = Meaning {
        kind,
        part,
        strength,
    };
    Some(Entry::Meaning(meaning, group, note))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::Folded;
    use std::collections::BTreeSet;

    #[test]
    fn every_row_is_read() {
        let mut table = Table::default();
        for line in NAMES.lines() {
            assert_eq!(line.split('\t').count(), 7, "seven columns: {line}");
            assert!(
                table.add(line).is_some(),
                "known kind, part and strength: {line}"
            );
        }
        let read = table.names.len()
            + table.prefixes.len()
            + table.contexts.len()
            + table.qualifiers.len()
            + table.decorations.len();
        assert_eq!(read, names().count());
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
        let prefixes: BTreeSet<_> = table.prefixes.iter().map(|row| (row.0, row.1)).collect();
        assert_eq!(prefixes.len(), table.prefixes.len());
        let contexts: BTreeSet<_> = table.contexts.iter().map(|row| (row.0, row.1)).collect();
        assert_eq!(contexts.len(), table.contexts.len());
    }

    #[test]
    fn every_group_has_prefixes() {
        let table = table();
        for (name, entry) in &table.names {
            if let Entry::Meaning(_, group, _) = entry
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
        for name in names() {
            let folded = Folded::new(name);
            assert_eq!((folded.words(), folded.text(0, 1)), (1, name));
        }
    }

    fn names() -> impl Iterator<Item = &'static str> {
        NAMES
            .lines()
            .filter_map(|line| line.rsplit('\t').next())
            .flat_map(|names| names.split(' '))
    }
}
