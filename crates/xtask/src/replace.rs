//! Putting a finished folder in the place of an older one.
//!
//! Nobody ever sees a half-written folder: it grows under another name and is renamed when it is whole.

use std::fs;
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context, Result};

/// A folder that is being written. Dropped unfinished, it is deleted.
pub struct Unfinished {
    path: PathBuf,
}

impl Unfinished {
    /// An empty folder under `parent`, which must be on the disk of the final place.
    pub fn new(parent: &Path, name: &str) -> Result<Self> {
        // The process's number keeps two tasks that run at once apart.
        let path = parent.join(format!(".{name}-{}", process::id()));
        delete(&path)?;
        fs::create_dir_all(&path).with_context(|| format!("cannot create {}", path.display()))?;
        Ok(Self { path })
    }

    /// Where to write.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Moves the folder to its final place; what was there before is deleted.
    pub fn finish(self, place: &Path) -> Result<()> {
        let old = self.path.with_extension("old");
        delete(&old)?;
        if place.exists() {
            fs::rename(place, &old)
                .with_context(|| format!("cannot move {} away", place.display()))?;
        }
        fs::rename(&self.path, place)
            .with_context(|| format!("cannot put the new {} in place", place.display()))?;
        delete(&old)
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        // Nothing is left to delete after `finish`; after a failure that failure is what counts.
        let _ = fs::remove_dir_all(&self.path);
    }
}

fn delete(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot delete {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parent(name: &str) -> PathBuf {
        let parent = std::env::temp_dir().join(format!("leaklight-{name}-{}", process::id()));
        fs::create_dir_all(&parent).unwrap();
        parent
    }

    #[test]
    fn a_finished_folder_takes_the_place_of_the_older_one() {
        let parent = parent("finished");
        let place = parent.join("place");
        fs::create_dir(&place).unwrap();
        fs::write(place.join("old"), "").unwrap();

        let unfinished = Unfinished::new(&parent, "place").unwrap();
        fs::write(unfinished.path().join("new"), "").unwrap();
        unfinished.finish(&place).unwrap();

        assert!(place.join("new").exists());
        assert!(!place.join("old").exists());
        assert_eq!(fs::read_dir(&parent).unwrap().count(), 1);
        fs::remove_dir_all(parent).unwrap();
    }

    #[test]
    fn an_unfinished_folder_leaves_no_trace() {
        let parent = parent("unfinished");
        drop(Unfinished::new(&parent, "place").unwrap());
        assert_eq!(fs::read_dir(&parent).unwrap().count(), 0);
        fs::remove_dir_all(parent).unwrap();
    }
}
