//! Captures, against a pass that only parses them.

use crate::clock::{Figure, measure};
use crate::detection::{household, weigh};
use crate::har::{First, har};
use crate::inputs::{self, Lot};
use leaklight_capture::{Capture, Format};
use leaklight_core::{Familiar, Inspector};
use serde::de::IgnoredAny;
use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;

/// A name, a format, and what makes the content.
type Case = (&'static str, Format, fn() -> Vec<u8>);

const CASES: [Case; 4] = [
    ("har-with-bodies", Format::Har, || {
        har(6_500_000, First::Document)
    }),
    // Entries wait until all is read.
    ("har-of-unknown-page", Format::Har, || {
        har(6_500_000, First::Script)
    }),
    ("dense-list", Format::RequestList, || list(8_000_000)),
    // Short enough for whoever counts instructions.
    ("dense-list-1m", Format::RequestList, || list(1_000_000)),
];

/// Measures every case that is wanted.
pub fn run(wanted: &dyn Fn(&str) -> bool, show: &dyn Fn(Figure)) -> Result<(), Box<dyn Error>> {
    let inspector = household()?;
    let folder = std::env::temp_dir().join(format!("leaklight-bench-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    for (case, format, content) in CASES {
        if wanted(case) {
            let path = folder.join(match format {
                Format::Har => "bodies.har",
                Format::RequestList => "dense.ndjson",
            });
            let bytes = content();
            fs::write(&path, &bytes)?;
            show(measure(
                case,
                bytes.len(),
                "parse-only",
                || Capture::open(&path).map(|capture| scan(&inspector, capture)),
                || parse(&path),
            ));
        }
    }
    Ok(fs::remove_dir_all(&folder)?)
}

/// Does one case's work so many times; false where there is no such case.
pub fn repeat(case: &str, times: usize) -> Result<bool, Box<dyn Error>> {
    let Some((_, format, content)) = CASES.into_iter().find(|(known, ..)| *known == case) else {
        return Ok(false);
    };
    let (inspector, bytes) = (household()?, content());
    for _ in 0..times {
        black_box(scan(&inspector, Capture::from_bytes(format, bytes.clone())));
    }
    Ok(true)
}

/// Everything but the report.
pub fn scan(inspector: &Inspector, capture: Capture) -> usize {
    let mut findings = 0;
    let mut familiar = Familiar::default();
    capture.read(|entry| {
        if let Ok(entry) = entry {
            let look = inspector.look_again(&entry.request, &mut familiar);
            findings += weigh(inspector, &entry.request, look);
        }
    });
    findings
}

/// The least that a reader of JSON does.
fn parse(path: &Path) {
    let bytes = fs::read(path).unwrap_or_default();
    if Format::from_path(path) == Format::Har {
        black_box(serde_json::from_slice::<IgnoredAny>(&bytes).is_ok());
    } else {
        for line in bytes
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
        {
            black_box(serde_json::from_slice::<IgnoredAny>(line).is_ok());
        }
    }
}

/// A request list without response bodies: all of it is looked at.
pub fn list(length: usize) -> Vec<u8> {
    let mut lot = Lot::new(9);
    let mut list = Vec::new();
    while list.len() < length {
        let url = inputs::url(200 + lot.next() as usize % 600);
        let line = if lot.next().is_multiple_of(3) {
            let body = String::from_utf8(inputs::json(1000)).unwrap_or_default();
            serde_json::json!({ "url": url, "method": "POST", "page": "https://shop.example/", "body": body })
        } else {
            serde_json::json!({ "url": url, "method": "GET", "page": "https://shop.example/",
                "headers": { "accept": "*/*", "accept-language": "en-US,en;q=0.9", "referer": "https://shop.example/" } })
        };
        list.extend(line.to_string().bytes());
        list.push(b'\n');
    }
    list
}
