//! Figures as comma-separated values: one line a case, lines of comment before them.

use std::fmt::{self, Write};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// How much worse a ratio may be before it counts as slower.
const TOLERANCE: f64 = 1.1;

/// What was measured.
#[derive(Debug, Default, PartialEq)]
pub struct Figures {
    head: String,
    figures: Vec<Figure>,
}

/// What one case took.
#[derive(Clone, Debug, PartialEq)]
struct Figure {
    place: String,
    case: String,
    ratio: f64,
    line: String,
}

/// A case that is slower than it was.
#[derive(Debug, PartialEq)]
pub struct Slower {
    /// Where.
    pub place: String,
    /// Its name, which other places may have too.
    pub case: String,
}

impl fmt::Display for Slower {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} in {}", self.case, self.place)
    }
}

impl Figures {
    /// Reads a file of an earlier run.
    pub fn read(path: &Path) -> Result<Self> {
        let text =
            fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Self::parse(&text)
    }

    /// Reads lines of figures, a line with the columns' names before them.
    pub fn parse(text: &str) -> Result<Self> {
        let mut lines = text
            .lines()
            .filter(|line| !line.starts_with('#') && !line.is_empty());
        let head = lines.next().context("no figures")?.to_owned();
        let column = |name: &str| {
            let at = head.split(',').position(|column| column == name);
            at.with_context(|| format!("no column {name}"))
        };
        let (place, case, ratio) = (column("place")?, column("case")?, column("ratio")?);
        let figures = lines.map(|line| {
            let values: Vec<_> = line.split(',').collect();
            let value = |at: usize| values.get(at).copied().unwrap_or_default();
            let number = value(ratio).parse();
            Ok(Figure {
                place: value(place).to_owned(),
                case: value(case).to_owned(),
                ratio: number.with_context(|| format!("no ratio: {line}"))?,
                line: line.to_owned(),
            })
        });
        Ok(Self {
            figures: figures.collect::<Result<_>>()?,
            head,
        })
    }

    /// Takes figures of other cases or places in.
    pub fn append(&mut self, other: Self) {
        self.head = other.head;
        self.figures.extend(other.figures);
    }

    /// The same lines again.
    pub fn to_csv(&self) -> String {
        let lines = self.figures.iter().map(|figure| figure.line.as_str());
        let all: Vec<_> = std::iter::once(self.head.as_str()).chain(lines).collect();
        all.join("\n") + "\n"
    }

    /// Takes the better one of two runs of a case: what else the machine did can only have slowed it.
    pub fn keep_faster(&mut self, again: Self) {
        for figure in again.figures {
            let same = |other: &&mut Figure| other.is_same(&figure);
            if let Some(known) = self.figures.iter_mut().find(same)
                && figure.ratio < known.ratio
            {
                *known = figure;
            }
        }
    }

    /// The cases that are slower than they were.
    pub fn slower_than(&self, old: &Self) -> Vec<Slower> {
        let is_slower = |figure: &&Figure| {
            let before = old.ratio_of(figure);
            before.is_some_and(|before| figure.ratio > before * TOLERANCE)
        };
        let slower = self.figures.iter().filter(is_slower);
        let named = slower.map(|figure| Slower {
            place: figure.place.clone(),
            case: figure.case.clone(),
        });
        named.collect()
    }

    fn ratio_of(&self, figure: &Figure) -> Option<f64> {
        let same = self.figures.iter().find(|other| other.is_same(figure));
        same.map(|other| other.ratio)
    }
}

impl Figure {
    fn is_same(&self, other: &Self) -> bool {
        self.place == other.place && self.case == other.case
    }
}

/// The figures for people, with the change of each ratio.
pub fn table(new: &Figures, old: Option<&Figures>) -> String {
    let mut table = String::new();
    let lines = || std::iter::once(&new.head).chain(new.figures.iter().map(|figure| &figure.line));
    let width = |at: usize| {
        let lengths = lines().filter_map(|line| line.split(',').nth(at).map(str::len));
        lengths.max().unwrap_or(0)
    };
    let columns = |line: &str| {
        let columns = line.split(',').enumerate();
        let columns = columns.map(|(at, one)| format!("{one:>width$}", width = width(at)));
        columns.collect::<Vec<_>>().join("  ")
    };
    // Writing to a string does not fail.
    let _ = writeln!(table, "{}", columns(&new.head));
    for figure in &new.figures {
        let before = old.and_then(|old| old.ratio_of(figure));
        let change =
            before.map(|before| format!("  {:+.0} %", (figure.ratio / before - 1.0) * 100.0));
        let _ = writeln!(
            table,
            "{}{}",
            columns(&figure.line),
            change.unwrap_or_default()
        );
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "# machine\nplace,case,ratio\nnative,url,2.0\nnode,url,3.0\n";

    fn figures(text: &str) -> Figures {
        Figures::parse(text).unwrap()
    }

    #[test]
    fn a_ratio_worse_by_more_than_a_tenth_is_slower() {
        let new = figures("place,case,ratio\nnative,url,2.19\nnode,url,3.31\nnode,new,9\n");
        let slower = new.slower_than(&figures(OLD));
        assert_eq!(slower.len(), 1);
        assert_eq!(slower[0].to_string(), "url in node");
        let new = figures("place,case,ratio\nnative,url,2.19\nnode,url,2\n");
        assert_eq!(new.slower_than(&figures(OLD)), []);
    }

    #[test]
    fn the_faster_one_of_two_runs_is_kept() {
        let mut new = figures("place,case,ratio\nnative,url,3\nnode,url,1\n");
        new.keep_faster(figures("place,case,ratio\nnative,url,2.0\nnode,url,2\n"));
        assert_eq!(
            new.to_csv(),
            "place,case,ratio\nnative,url,2.0\nnode,url,1\n"
        );
    }

    #[test]
    fn places_stand_below_each_other() {
        let mut all = Figures::default();
        all.append(figures("place,case,ratio\nnative,url,2.0\n"));
        all.append(figures("place,case,ratio\n"));
        all.append(figures("place,case,ratio\nnode,url,3.0\n"));
        assert_eq!(all, figures(OLD));
    }

    #[test]
    fn columns_are_as_wide_as_what_stands_in_them() {
        let new = figures("place,case,ratio\nnative,url,2.5\nnode,a-long-name,3\n");
        assert_eq!(
            table(&new, Some(&figures(OLD))),
            " place         case  ratio\nnative          url    2.5  +25 %\n  node  a-long-name      3\n"
        );
    }

    #[test]
    fn what_is_written_is_read_again() {
        let old = figures(OLD);
        assert_eq!(figures(&old.to_csv()), old);
        assert!(Figures::parse("a,b\n1,2\n").is_err());
    }
}
