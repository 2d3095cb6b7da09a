//! The formats of reports.

use std::{fmt, str::FromStr};

/// A format of reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal: grouped by recipient.
    Text,
    /// One JSON object.
    Json,
    /// One JSON object a line, as they come.
    Ndjson,
    /// One row a finding, for spreadsheets.
    Csv,
    /// For people: one self-contained page, grouped by recipient.
    Html,
}

impl Format {
    /// Every format.
    pub const ALL: [Self; 5] = [Self::Text, Self::Json, Self::Ndjson, Self::Csv, Self::Html];

    /// The format's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Csv => "csv",
            Self::Html => "html",
        }
    }
}

impl FromStr for Format {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        Self::ALL
            .into_iter()
            .find(|format| format.as_str() == name)
            .ok_or(UnknownFormat)
    }
}

/// There is no format of that name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownFormat;

impl fmt::Display for UnknownFormat {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the formats are text, json, ndjson, csv and html")
    }
}

impl std::error::Error for UnknownFormat {}
