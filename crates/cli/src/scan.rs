//! `leaklight scan`.

use crate::arguments::{FormatChoice, ScanArguments};
use crate::complain;
use crate::output::Output;
use crate::profile;
use crate::progress::Progress;
use crate::selection::Selection;
use crate::trackers;
use leaklight_capture::{Capture, Entry, Format, Problem};
use leaklight_core::{Content, FieldValue, Inspector, Reason, Request};
use leaklight_evidence::{Conclusion, ProblemRow, Row, SkipRow, Summary, Writer};
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// The exit status where something could not be scanned, or was wrongly asked for.
pub const FAILED: u8 = 2;

/// How a scan ended.
#[derive(Clone, Copy, Debug)]
pub struct Ending {
    conclusion: Conclusion,
    broken: bool,
}

impl Ending {
    /// The exit status.
    pub fn status(self, strict: bool) -> u8 {
        match self.conclusion {
            _ if self.broken => FAILED,
            Conclusion::Found => 1,
            Conclusion::Inconclusive if strict => 3,
            Conclusion::Inconclusive | Conclusion::NothingFound => 0,
        }
    }
}

/// Why there is no report.
pub enum Failure {
    /// The profile is refused.
    Profile(Vec<String>),
    /// The arguments contradict each other, the profile is too large, or a list of trackers cannot be read.
    Refused(String),
    /// The report could not be written.
    Output(PathBuf, io::Error),
    /// Whoever read the report has gone.
    Gone,
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Profile(problems) => formatter.write_str(&problems.join("\nleaklight: ")),
            Self::Refused(what) => formatter.write_str(what),
            Self::Output(path, error) => write!(formatter, "{}: {error}", path.display()),
            Self::Gone => formatter.write_str("standard output was closed"),
        }
    }
}

/// Scans captures and writes the report.
pub fn scan(arguments: &ScanArguments) -> Result<Ending, Failure> {
    refuse_contradictions(arguments)?;
    let checked = profile::read(&arguments.profile).map_err(Failure::Profile)?;
    for warning in &checked.warnings {
        complain(format_args!("warning: {warning}"));
    }
    let inspector = Inspector::new(checked.profile)
        .map_err(|error| Failure::Refused(format!("{}: {error}", arguments.profile.display())))?
        .with_trackers(trackers::read(&arguments.trackers).map_err(Failure::Refused)?);
    let failed = |error: io::Error| failure(arguments, error);
    let output = Output::open(arguments.output.as_deref()).map_err(failed)?;
    let coloured = output.is_coloured();
    let writer = Writer::new(arguments.format.format(), output)
        .map_err(failed)?
        .styled(coloured);
    let mut scan = Scan {
        inspector: &inspector,
        selection: Selection {
            party: arguments.party,
            min_confidence: arguments.min_confidence.confidence(),
        },
        writer,
        written: Ok(()),
        totals: Totals::default(),
        progress: Progress::new(&arguments.captures),
    };
    for (path, name) in arguments.captures.iter().zip(names(&arguments.captures)) {
        scan.capture(path, &name);
        if scan.written.is_err() {
            break;
        }
    }
    scan.written.map_err(failed)?;
    drop(scan.progress);
    let summary = scan.totals.summary();
    if arguments.format == FormatChoice::Csv && summary.skips > 0 {
        complain(format_args!(
            "not everything could be read ({} gaps): the other formats tell what",
            summary.skips
        ));
    }
    scan.writer
        .finish(&summary)
        .and_then(Output::keep)
        .map_err(failed)?;
    Ok(Ending {
        conclusion: summary.conclusion,
        broken: scan.totals.broken,
    })
}

/// What cannot be meant.
fn refuse_contradictions(arguments: &ScanArguments) -> Result<(), Failure> {
    let standard = arguments
        .captures
        .iter()
        .filter(|path| is_standard_input(path));
    if standard.count() > 1 {
        let what = "standard input (-) can be read only once".to_owned();
        return Err(Failure::Refused(what));
    }
    let Some(output) = &arguments.output else {
        return Ok(());
    };
    let same = |path: &Path| match (path.canonicalize(), output.canonicalize()) {
        (Ok(path), Ok(output)) => path == output,
        _ => false,
    };
    let inputs = arguments.captures.iter().chain([&arguments.profile]);
    match inputs.into_iter().find(|path| same(path)) {
        None => Ok(()),
        Some(path) => {
            let what = format!(
                "{}: the report would overwrite what it is made from",
                path.display()
            );
            Err(Failure::Refused(what))
        }
    }
}

fn failure(arguments: &ScanArguments, error: io::Error) -> Failure {
    match &arguments.output {
        Some(path) => Failure::Output(path.clone(), error),
        None if error.kind() == io::ErrorKind::BrokenPipe => Failure::Gone,
        None => Failure::Output("standard output".into(), error),
    }
}

fn is_standard_input(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// What captures are called in the report: their files' names, since folders' names are nobody's
/// business; as they were given where two files have the same name.
fn names(captures: &[PathBuf]) -> Vec<String> {
    let name = |path: &Path| {
        path.file_name()
            .unwrap_or(OsStr::new("-"))
            .to_string_lossy()
            .into_owned()
    };
    let names: Vec<_> = captures.iter().map(|path| name(path)).collect();
    let different: HashSet<_> = names.iter().collect();
    if different.len() == names.len() {
        names
    } else {
        captures
            .iter()
            .map(|path| path.to_string_lossy().into_owned())
            .collect()
    }
}

/// What has been counted.
#[derive(Default)]
struct Totals {
    captures: u64,
    requests: u64,
    bytes: u64,
    leaks: u64,
    skips: u64,
    broken: bool,
}

impl Totals {
    fn summary(&self) -> Summary {
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

/// A scan under way.
struct Scan<'s> {
    inspector: &'s Inspector,
    selection: Selection,
    writer: Writer<Output>,
    /// The first error of the writer.
    written: io::Result<()>,
    totals: Totals,
    progress: Progress,
}

impl Scan<'_> {
    fn capture(&mut self, path: &Path, name: &str) {
        let capture = if is_standard_input(path) {
            Ok(Capture::from_reader(Format::RequestList, io::stdin()))
        } else {
            Capture::open(path)
        };
        let capture = match capture {
            Ok(capture) => capture,
            Err(error) => return self.problem(path, name, &error),
        };
        self.totals.captures += 1;
        let mut consumed = 0;
        let missing = capture.read(|item: Result<Entry<'_>, Problem>| {
            if self.written.is_err() {
                return;
            }
            match item {
                Ok(entry) => {
                    consumed = entry.consumed;
                    self.progress.reach(consumed);
                    self.entry(name, &entry);
                }
                Err(problem) => self.problem(path, name, &problem),
            }
        });
        self.progress.next(consumed);
        for reason in missing {
            self.skip(name, None, reason);
        }
    }

    fn entry(&mut self, name: &str, entry: &Entry<'_>) {
        self.totals.requests += 1;
        self.totals.bytes += size(&entry.request);
        let look = self.inspector.look(&entry.request);
        if look.is_empty() {
            return;
        }
        let verdict = self.inspector.weigh(&entry.request, &[look]);
        for finding in verdict.findings {
            if self.selection.takes(&finding) {
                self.totals.leaks += u64::from(!finding.expected);
                let row = Row {
                    capture: Some(name.to_owned()),
                    entry: Some(entry.index),
                    finding,
                };
                self.keep(|writer| writer.leak(row));
            }
        }
        let mut told: Vec<Reason> = Vec::new();
        for skip in verdict.skips {
            if !told.contains(&skip.reason) {
                told.push(skip.reason);
                self.skip(name, Some(entry.index), skip.reason);
            }
        }
    }

    fn skip(&mut self, name: &str, entry: Option<usize>, reason: Reason) {
        self.totals.skips += 1;
        let row = SkipRow {
            capture: Some(name.to_owned()),
            entry,
            reason,
            count: 1,
        };
        self.keep(|writer| writer.skip(row));
    }

    fn problem(&mut self, path: &Path, name: &str, problem: &dyn fmt::Display) {
        self.totals.broken = true;
        let told = if is_standard_input(path) {
            "standard input".into()
        } else {
            path.to_string_lossy()
        };
        self.progress
            .suspend(|| complain(format_args!("{told}: {problem}")));
        self.writer.problem(ProblemRow {
            capture: name.to_owned(),
            message: problem.to_string(),
        });
    }

    fn keep(&mut self, write: impl FnOnce(&mut Writer<Output>) -> io::Result<()>) {
        if self.written.is_ok() {
            self.written = write(&mut self.writer);
        }
    }
}

/// How many bytes of a request there are to read.
fn size(request: &Request<'_>) -> u64 {
    let headers: usize = request
        .headers
        .iter()
        .map(|(name, value)| name.len() + value.len())
        .sum();
    let body = match &request.body.content {
        Content::Empty => 0,
        Content::Bytes(bytes) => bytes.len(),
        Content::Form(fields) => fields
            .iter()
            .map(|field| {
                field.name.len()
                    + match &field.value {
                        FieldValue::Text(text) => text.len(),
                        FieldValue::Bytes(bytes) => bytes.len(),
                    }
            })
            .sum(),
    };
    (request.url.len() + headers + body) as u64
}
