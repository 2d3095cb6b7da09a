//! Archives whose bytes follow from their content alone: entries in order, no clock, no owner, one compressor.

use std::io::{Cursor, Write};
use std::path::Path;

use anyhow::{Context, Result};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Smallest, at the cost of time that nobody waits for.
const LEVEL: i64 = 9;

/// A file of an archive.
pub struct Entry {
    /// With `/` between folders.
    name: String,
    bytes: Vec<u8>,
    executable: bool,
}

impl Entry {
    /// A plain file.
    pub fn new(path: &Path, bytes: Vec<u8>) -> Self {
        let parts: Vec<_> = path
            .iter()
            .map(|part| part.to_string_lossy().into_owned())
            .collect();
        Self {
            name: parts.join("/"),
            bytes,
            executable: false,
        }
    }

    /// The same, to be run.
    pub fn executable(self) -> Self {
        Self {
            executable: true,
            ..self
        }
    }
}

/// A zip archive with these entries, in the order of their names.
pub fn pack(mut entries: Vec<Entry>) -> Result<Vec<u8>> {
    entries.sort_by(|one, other| one.name.cmp(&other.name));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for entry in entries {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(LEVEL))
            // The format's own beginning of time, 1980.
            .last_modified_time(DateTime::DEFAULT)
            .unix_permissions(if entry.executable { 0o755 } else { 0o644 });
        zip.start_file(&entry.name, options)
            .with_context(|| format!("cannot pack {}", entry.name))?;
        zip.write_all(&entry.bytes)
            .with_context(|| format!("cannot pack {}", entry.name))?;
    }
    Ok(zip
        .finish()
        .context("cannot finish the archive")?
        .into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    fn entry(name: &str, text: &str) -> Entry {
        Entry::new(Path::new(name), text.as_bytes().to_vec())
    }

    #[test]
    fn the_order_in_which_files_come_does_not_matter() {
        let one = pack(vec![entry("a", "1"), entry("b/c", "2")]).unwrap();
        let other = pack(vec![entry("b/c", "2"), entry("a", "1")]).unwrap();
        assert_eq!(one, other);
    }

    #[test]
    fn another_byte_is_another_archive() {
        assert_ne!(
            pack(vec![entry("a", "1")]).unwrap(),
            pack(vec![entry("a", "2")]).unwrap()
        );
    }

    #[test]
    fn what_is_packed_comes_out_again_without_a_time() {
        let bytes = pack(vec![
            entry("a/b.js", "let a;").executable(),
            entry("c", "2"),
        ])
        .unwrap();
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(zip.len(), 2);
        let mut file = zip.by_name("a/b.js").unwrap();
        assert_eq!(file.last_modified(), Some(DateTime::DEFAULT));
        assert_eq!(file.unix_mode().unwrap() & 0o777, 0o755);
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        assert_eq!(text, "let a;");
    }
}
