//! Sorted lines of text, each once, with a place for every few of them: hardly more memory than the text.

use leaklight_parameters::sort_by;
use std::collections::TryReserveError;

/// How many lines have one place. A look-up reads about half as many.
const BLOCK: usize = 8;

/// Sorted lines.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Rows {
    text: String,
    /// Where every eighth line begins.
    blocks: Vec<u32>,
    count: usize,
    /// Where the last line begins.
    last: usize,
}

impl Rows {
    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.count
    }

    /// Bytes that they hold.
    pub fn heap(&self) -> usize {
        self.text.capacity() + self.blocks.capacity() * size_of::<u32>()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.text.lines()
    }

    /// The lines from a little before the first for which `is_before` is false; it must be true for no line behind
    /// that one.
    pub fn near(&self, is_before: impl Fn(&str) -> bool) -> impl Iterator<Item = &str> {
        let first = |start: &u32| {
            let rest = &self.text[*start as usize..];
            is_before(rest.lines().next().unwrap_or_default())
        };
        let block = self.blocks.partition_point(first).checked_sub(1);
        let start = block.map_or(0, |block| self.blocks[block] as usize);
        self.text[start..].lines()
    }

    /// Makes room for so many bytes and lines more.
    pub fn reserve(&mut self, bytes: usize, lines: usize) -> Result<(), TryReserveError> {
        self.text.try_reserve_exact(bytes)?;
        self.blocks.try_reserve_exact(lines / BLOCK + 1)
    }

    /// Adds a line behind the others, or says that it does not belong there. One that is the last already is none.
    pub fn push(&mut self, line: &str) -> bool {
        let last = self.text[self.last..].trim_end_matches('\n');
        if self.count > 0 && line <= last {
            return line == last;
        }
        // What lies beyond 4 GiB has no place; no list is so long.
        let Ok(start) = u32::try_from(self.text.len()) else {
            return true;
        };
        if self.count.is_multiple_of(BLOCK) {
            self.blocks.push(start);
        }
        self.last = self.text.len();
        self.text.push_str(line);
        self.text.push('\n');
        self.count += 1;
        true
    }

    /// Adds lines in any order.
    pub fn merge(&mut self, fresh: &str) {
        let mut fresh: Vec<_> = fresh.lines().collect();
        sort_by(&mut fresh, |a, b| a.cmp(b));
        let bytes = fresh.iter().map(|line| line.len() + 1).sum::<usize>() + self.text.len();
        let mut merged = Self {
            text: String::with_capacity(bytes),
            ..Self::default()
        };
        let mut own = self.text.lines().peekable();
        for line in fresh {
            while let Some(before) = own.next_if(|own| *own < line) {
                merged.push(before);
            }
            merged.push(line);
        }
        for line in own {
            merged.push(line);
        }
        merged.text.shrink_to_fit();
        merged.blocks.shrink_to_fit();
        *self = merged;
    }
}
