//! What the command line understands.

use clap::{Args, Parser, Subcommand, ValueEnum};
use leaklight_core::Confidence;
use leaklight_evidence::Format;
use std::num::NonZero;
use std::path::PathBuf;

/// Tells whether web pages hand your own details to somebody else, and proves it
#[derive(Debug, Parser)]
#[command(version, about, arg_required_else_help = true)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Looks for a profile's details in captures of web traffic
    ///
    /// Every request is read as its recipient would read it: encodings and compression are undone,
    /// digests looked up, and who receives it is named. Nothing leaves this machine.
    Scan(ScanArguments),
}

/// Looks for a profile's details in captures of web traffic
#[derive(Args, Debug)]
#[command(after_help = AFTER, after_long_help = AFTER_LONG)]
pub struct ScanArguments {
    /// The details to look for
    #[arg(long, value_name = "PROFILE.toml")]
    pub profile: PathBuf,

    /// Whose requests count: all; third parties (those of an unknown page and those disguised as
    /// the page's own, too); or of these the known trackers
    #[arg(long, value_enum, default_value_t = PartyChoice::Third)]
    pub party: PartyChoice,

    /// How sure a match has to be
    #[arg(long, value_enum, default_value_t = ConfidenceChoice::Likely)]
    pub min_confidence: ConfidenceChoice,

    /// Further known trackers: a filter list such as EasyPrivacy, or a hosts file; may be given several times
    #[arg(long, value_name = "FILE")]
    pub trackers: Vec<PathBuf>,

    /// How the report is written
    #[arg(long, value_enum, default_value_t = FormatChoice::Text)]
    pub format: FormatChoice,

    /// Write the report to this file, whole or not at all, instead of standard output
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,

    /// Exit with 3 where nothing was found and not everything could be read
    #[arg(long)]
    pub strict: bool,

    /// How many captures are read at once [default: one for each core]; the report is the same
    #[arg(long, value_name = "N")]
    pub threads: Option<NonZero<usize>>,

    /// HAR files (.har, .har.gz), request lists (.ndjson, .jsonl), or - for a request list on
    /// standard input
    #[arg(required = true, value_name = "CAPTURE")]
    pub captures: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PartyChoice {
    All,
    Third,
    Tracker,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ConfidenceChoice {
    Possible,
    Likely,
    Certain,
}

impl ConfidenceChoice {
    pub fn confidence(self) -> Confidence {
        match self {
            Self::Possible => Confidence::Possible,
            Self::Likely => Confidence::Likely,
            Self::Certain => Confidence::Certain,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum FormatChoice {
    Text,
    Json,
    Ndjson,
    Csv,
    Html,
}

impl FormatChoice {
    pub fn format(self) -> Format {
        match self {
            Self::Text => Format::Text,
            Self::Json => Format::Json,
            Self::Ndjson => Format::Ndjson,
            Self::Csv => Format::Csv,
            Self::Html => Format::Html,
        }
    }
}

/// What stands under either help.
const AFTER: &str = "\
Example:
  leaklight scan --profile profile.toml --format html --output report.html visit.har

Exit status: 0 nothing found, 1 leaks found, 2 something could not be scanned or was wrongly
asked for, 3 nothing found and not everything could be read (with --strict).";

/// What stands under the long help.
const AFTER_LONG: &str = r#"A profile, every key optional:
  emails = ["jane.doe@example.com"]
  phones = ["+1 212-555-0143"]
  birth_dates = ["1984-03-07"]
  national_ids = ["078-05-1120"]
  country = "US"        # for numbers and addresses that name none
  [[names]]             # given, middle, family
  given = "Jane"
  family = "Doe"
  [[addresses]]         # street, unit, city, region, postal_code, country
  street = "12 Oak Street"
  city = "Springfield"
  [[cards]]             # number; or first6 and last4; or last4
  last4 = "1111"
  [[others]]            # label, value
  label = "tracking number"
  value = "9400111899223197428490"

A request list has one JSON object a line:
  {"url": "https://…", "method": "POST", "headers": {"Cookie": "…"}, "body": "…",
   "page": "https://…"}

Example:
  leaklight scan --profile profile.toml --format html --output report.html visit.har

Exit status:
  0  nothing found
  1  leaks found
  2  something could not be scanned, or was wrongly asked for
  3  nothing found and not everything could be read: with --strict"#;
