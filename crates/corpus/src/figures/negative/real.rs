//! Real files, where they are there: scripts and texts that npm carries, and captures beside the checkout.

use super::Quiet;
use crate::figures::chance::Chance;
use leaklight_core::{Body, Content, Request};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// Smaller scripts are not worth cutting.
const SMALLEST: u64 = 8 * 1024;
/// What is cut from a file: a body of a usual size, or a large one.
const CUTS: [usize; 4] = [2_000, 8_000, 30_000, 120_000];

/// What was read.
#[derive(Debug, Default)]
pub struct Real {
    code: Vec<PathBuf>,
    captured: Vec<Value>,
}

impl Real {
    /// Looks for files; none is needed.
    pub fn read() -> Self {
        let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let mut code = Vec::new();
        files(&top.join("node_modules"), &mut code);
        code.sort();
        let mut captures: Vec<PathBuf> = fs::read_dir(top.join("../shared/har"))
            .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default();
        captures.retain(|path| path.extension().is_some_and(|extension| extension == "har"));
        captures.sort();
        let captured = captures.iter().flat_map(|path| entries(path)).collect();
        Self { code, captured }
    }

    /// A piece of a script, a style sheet or a text; none where there are no files.
    pub fn code(&self, chance: &mut Chance) -> Option<Vec<u8>> {
        let file = self.code.get(chance.below(self.code.len()))?;
        let bytes = fs::read(file).ok()?;
        let start = chance.below(bytes.len());
        let end = (start + chance.pick(&CUTS)).min(bytes.len());
        Some(bytes[start..end].to_vec())
    }

    /// A captured request, or what was answered to one as a body; none where there are no captures.
    pub fn captured(&self, chance: &mut Chance) -> Option<Quiet> {
        let entry = self.captured.get(chance.below(self.captured.len()))?;
        let text = |pointer: &str| {
            entry
                .pointer(pointer)
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned()
        };
        let answered = text("/response/content/text");
        if !answered.is_empty() && chance.once_in(2) {
            return Some(Quiet {
                kind: "captured answer",
                request: super::post(answered.into_bytes()),
            });
        }
        let headers = entry
            .pointer("/request/headers")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let headers = headers
            .filter_map(|header| {
                Some((
                    header["name"].as_str()?.to_owned().into(),
                    header["value"].as_str()?.to_owned().into(),
                ))
            })
            .collect();
        let body = text("/request/postData/text");
        Some(Quiet {
            kind: "captured request",
            request: Request {
                url: text("/request/url").into(),
                method: text("/request/method").into(),
                headers,
                body: Body {
                    content: if body.is_empty() {
                        Content::Empty
                    } else {
                        Content::Bytes(body.into_bytes().into())
                    },
                    unread: Vec::new(),
                },
                ..Request::default()
            },
        })
    }
}

/// Scripts, style sheets, texts and tables under a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let is = |extensions: &[&str]| {
            path.extension()
                .is_some_and(|own| extensions.iter().any(|extension| own == *extension))
        };
        match entry.metadata() {
            Ok(metadata) if metadata.is_dir() => files(&path, found),
            Ok(metadata)
                if metadata.is_file()
                    && metadata.len() >= SMALLEST
                    && is(&["js", "mjs", "cjs", "css", "md", "json", "html"]) =>
            {
                found.push(path)
            }
            _ => {}
        }
    }
}

fn entries(path: &Path) -> Vec<Value> {
    let text = fs::read_to_string(path).unwrap_or_default();
    let capture: Value = serde_json::from_str(&text).unwrap_or_default();
    capture
        .pointer("/log/entries")
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default()
}
