//! One capture, looked at from its beginning to its end.

use crate::progress::Progress;
use crate::selection::Selection;
use leaklight_capture::{Capture, Entry, Format};
use leaklight_core::{Familiar, Inspector, Look, Reason, size};
use leaklight_evidence::{Conclusion, ProblemRow, Row, SkipRow, Summary};
use std::io;
use std::path::Path;

/// What a capture gives, in the order of its entries. Boxed: it waits in queues.
pub enum Told {
    Leak(Box<Row>),
    Skip(Box<SkipRow>),
    Problem(Box<ProblemRow>),
    /// Comes last.
    Totals(Totals),
}

/// What has been counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct Totals {
    captures: u64,
    requests: u64,
    bytes: u64,
    leaks: u64,
    skips: u64,
    /// Whether something could not be read to its end.
    pub broken: bool,
}

impl Totals {
    /// Counts further captures.
    pub fn add(&mut self, other: Self) {
        self.captures += other.captures;
        self.requests += other.requests;
        self.bytes += other.bytes;
        self.leaks += other.leaks;
        self.skips += other.skips;
        self.broken |= other.broken;
    }

    /// What the report says at its end.
    pub fn summary(&self) -> Summary {
        Summary {
            captures: self.captures,
            requests: self.requests,
            bytes: self.bytes,
            leaks: self.leaks,
            skips: self.skips,
            conclusion: Conclusion::new(self.leaks, self.skips == 0 && !self.broken),
        }
    }
}

/// Nobody listens any more.
pub struct Gone;

/// What every capture is looked at with.
#[derive(Clone, Copy)]
pub struct Lens<'s> {
    pub inspector: &'s Inspector,
    pub selection: Selection,
    pub progress: &'s Progress,
}

impl Lens<'_> {
    /// Looks at the capture at a path, which the report calls `name`, until nobody listens.
    pub fn read(
        self,
        path: &Path,
        name: &str,
        tell: &mut dyn FnMut(Told) -> Result<(), Gone>,
    ) -> Result<(), Gone> {
        let mut reading = Reading {
            lens: self,
            name,
            tell,
            told: Ok(()),
            totals: Totals::default(),
            familiar: Familiar::default(),
        };
        reading.capture(path);
        let totals = reading.totals;
        reading.tell(Told::Totals(totals));
        reading.told
    }
}

/// A capture under way.
struct Reading<'s> {
    lens: Lens<'s>,
    name: &'s str,
    tell: &'s mut dyn FnMut(Told) -> Result<(), Gone>,
    /// Whether somebody still listens.
    told: Result<(), Gone>,
    totals: Totals,
    familiar: Familiar,
}

impl Reading<'_> {
    fn capture(&mut self, path: &Path) {
        let capture = if is_standard_input(path) {
            Ok(Capture::from_reader(Format::RequestList, io::stdin()))
        } else {
            Capture::open(path)
        };
        let capture = match capture {
            Ok(capture) => capture,
            Err(error) => return self.problem(error.to_string()),
        };
        self.totals.captures = 1;
        let mut consumed = 0;
        let missing = capture.read(|item| {
            if self.told.is_err() {
                return;
            }
            match item {
                Ok(entry) => {
                    self.lens
                        .progress
                        .advance(entry.consumed.saturating_sub(consumed));
                    consumed = entry.consumed;
                    self.entry(&entry);
                }
                Err(problem) => self.problem(problem.to_string()),
            }
        });
        for reason in missing {
            self.skip(None, reason);
        }
    }

    fn entry(&mut self, entry: &Entry<'_>) {
        self.totals.requests += 1;
        self.totals.bytes += size(&entry.request);
        let inspector = self.lens.inspector;
        let look = inspector.look_again(&entry.request, &mut self.familiar);
        let mut told: Vec<Reason> = Vec::new();
        for skip in look.skips() {
            if !told.contains(&skip.reason) {
                told.push(skip.reason);
            }
        }
        // Who received it is looked up only where something was found.
        if look.found() {
            self.findings(entry, look);
        }
        for reason in told {
            self.skip(Some(entry.index), reason);
        }
    }

    fn findings(&mut self, entry: &Entry<'_>, look: Look) {
        let verdict = self.lens.inspector.weigh(&entry.request, &[look]);
        for finding in verdict.findings {
            if self.lens.selection.takes(&finding) {
                self.totals.leaks += u64::from(!finding.expected);
                self.tell(Told::Leak(Box::new(Row {
                    capture: Some(self.name.to_owned()),
                    entry: Some(entry.index),
                    finding,
                    count: 1,
                })));
            }
        }
    }

    fn skip(&mut self, entry: Option<usize>, reason: Reason) {
        self.totals.skips += 1;
        self.tell(Told::Skip(Box::new(SkipRow {
            capture: Some(self.name.to_owned()),
            entry,
            reason,
            count: 1,
        })));
    }

    fn problem(&mut self, message: String) {
        self.totals.broken = true;
        self.tell(Told::Problem(Box::new(ProblemRow {
            capture: self.name.to_owned(),
            message,
        })));
    }

    fn tell(&mut self, what: Told) {
        if self.told.is_ok() {
            self.told = (self.tell)(what);
        }
    }
}

/// Whether a path stands for standard input.
pub fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}
