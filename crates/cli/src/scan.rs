//! `leaklight scan`.

use crate::arguments::{FormatChoice, ScanArguments};
use crate::complain;
use crate::output::Output;
use crate::profile;
use crate::progress::Progress;
use crate::reading::{Lens, Told, Totals, is_standard_input};
use crate::selection::Selection;
use crate::threads;
use crate::trackers;
use leaklight_core::Inspector;
use leaklight_evidence::{Conclusion, Writer};
use std::borrow::Cow;
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
    let mut report = Report {
        writer,
        totals: Totals::default(),
    };
    let progress = Progress::new(&arguments.captures);
    let lens = Lens {
        inspector: &inspector,
        selection: Selection {
            party: arguments.party,
            min_confidence: arguments.min_confidence.confidence(),
        },
        progress: &progress,
    };
    let names = names(&arguments.captures);
    let captures: Vec<_> = arguments
        .captures
        .iter()
        .map(PathBuf::as_path)
        .zip(names.iter().map(String::as_str))
        .collect();
    threads::read(lens, &captures, arguments.threads, &mut |path, told| {
        report.take(path, told, &progress)
    })
    .map_err(failed)?;
    drop(progress);
    let summary = report.totals.summary();
    if arguments.format == FormatChoice::Csv && summary.skips > 0 {
        complain(format_args!(
            "not everything could be read ({} gaps): the other formats tell what",
            summary.skips
        ));
    }
    report
        .writer
        .finish(&summary)
        .and_then(Output::keep)
        .map_err(failed)?;
    Ok(Ending {
        conclusion: summary.conclusion,
        broken: report.totals.broken,
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

/// Writes what the captures give.
struct Report {
    writer: Writer<Output>,
    totals: Totals,
}

impl Report {
    /// Takes what the capture at a path gives.
    fn take(&mut self, path: &Path, told: Told, progress: &Progress) -> io::Result<()> {
        match told {
            Told::Leak(row) => return self.writer.leak(*row),
            Told::Skip(row) => return self.writer.skip(*row),
            Told::Problem(row) => {
                progress.suspend(|| complain(format_args!("{}: {}", told_of(path), row.message)));
                self.writer.problem(*row);
            }
            Told::Totals(totals) => self.totals.add(totals),
        }
        Ok(())
    }
}

/// What a capture is called on standard error.
fn told_of(path: &Path) -> Cow<'_, str> {
    if is_standard_input(path) {
        "standard input".into()
    } else {
        path.to_string_lossy()
    }
}
