//! The writer: rows in, a report out.

use crate::format::Format;
use crate::row::{ProblemRow, Row, SkipRow};
use crate::summary::Summary;
use crate::{columns, html, text};
use serde::Serialize;
use std::io::{self, Write};

/// All of a report, for formats that are written at once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The findings.
    pub rows: Vec<Row>,
    /// What could not be read.
    pub skips: Vec<SkipRow>,
    /// Captures that could not be read to their end.
    pub problems: Vec<ProblemRow>,
}

/// Writes a report: NDJSON and CSV as the rows come, the others at the end.
pub struct Writer<W: Write> {
    sink: Sink<W>,
    styled: bool,
    report: Report,
}

enum Sink<W: Write> {
    Csv(Box<csv::Writer<W>>),
    Ndjson(W),
    AtEnd(Format, W),
}

impl<W: Write> Writer<W> {
    /// Begins a report.
    ///
    /// # Errors
    /// Where `out` fails, here and below.
    pub fn new(format: Format, out: W) -> io::Result<Self> {
        let sink = match format {
            Format::Csv => {
                let mut csv = csv::Writer::from_writer(out);
                csv.write_record(columns::HEADER)?;
                Sink::Csv(Box::new(csv))
            }
            Format::Ndjson => Sink::Ndjson(out),
            Format::Text | Format::Json | Format::Html => Sink::AtEnd(format, out),
        };
        Ok(Self {
            sink,
            styled: false,
            report: Report::default(),
        })
    }

    /// Lets text come with a terminal's colours.
    pub fn styled(mut self, styled: bool) -> Self {
        self.styled = styled;
        self
    }

    /// Takes a finding.
    ///
    /// # Errors
    /// Where the output fails.
    pub fn leak(&mut self, row: Row) -> io::Result<()> {
        match &mut self.sink {
            Sink::Csv(csv) => csv.write_record(columns::fields(&row))?,
            Sink::Ndjson(out) => write_line(out, "leak", &row)?,
            Sink::AtEnd(..) => self.report.rows.push(row),
        }
        Ok(())
    }

    /// Takes something that could not be read. CSV has no place for it.
    ///
    /// # Errors
    /// Where the output fails.
    pub fn skip(&mut self, row: SkipRow) -> io::Result<()> {
        match &mut self.sink {
            Sink::Csv(_) => {}
            Sink::Ndjson(out) => write_line(out, "skip", &row)?,
            Sink::AtEnd(..) => self.report.skips.push(row),
        }
        Ok(())
    }

    /// Takes a capture's problem, for the formats that people read.
    pub fn problem(&mut self, row: ProblemRow) {
        if matches!(self.sink, Sink::AtEnd(..)) {
            self.report.problems.push(row);
        }
    }

    /// Ends the report and hands back where it went.
    ///
    /// # Errors
    /// Where the output fails.
    pub fn finish(self, summary: &Summary) -> io::Result<W> {
        match self.sink {
            Sink::Csv(csv) => csv.into_inner().map_err(csv::IntoInnerError::into_error),
            Sink::Ndjson(mut out) => {
                write_line(&mut out, "summary", summary)?;
                out.flush()?;
                Ok(out)
            }
            Sink::AtEnd(format, mut out) => {
                let report = match format {
                    Format::Html => html::page(&self.report, summary),
                    Format::Json => json(&self.report, summary)?,
                    _ => text::report(&self.report, summary, self.styled),
                };
                out.write_all(report.as_bytes())?;
                out.flush()?;
                Ok(out)
            }
        }
    }
}

/// Renders a whole report.
///
/// # Errors
/// None that memory does not give: [`Writer`] fails only where its output does.
pub fn render(format: Format, report: Report, summary: &Summary) -> io::Result<String> {
    let mut writer = Writer::new(format, Vec::new())?;
    for row in report.rows {
        writer.leak(row)?;
    }
    for skip in report.skips {
        writer.skip(skip)?;
    }
    for problem in report.problems {
        writer.problem(problem);
    }
    let bytes = writer.finish(summary)?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// An object with its type.
#[derive(Serialize)]
struct Line<'l, T> {
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(flatten)]
    row: &'l T,
}

fn write_line<T: Serialize>(out: &mut impl Write, kind: &'static str, row: &T) -> io::Result<()> {
    serde_json::to_writer(&mut *out, &Line { kind, row })?;
    out.write_all(b"\n")
}

fn json(report: &Report, summary: &Summary) -> io::Result<String> {
    #[derive(Serialize)]
    struct Json<'r> {
        findings: &'r [Row],
        skips: &'r [SkipRow],
        summary: &'r Summary,
    }
    let json = Json {
        findings: &report.rows,
        skips: &report.skips,
        summary,
    };
    let mut text = serde_json::to_string_pretty(&json)?;
    text.push('\n');
    Ok(text)
}
