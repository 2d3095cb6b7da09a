//! A progress bar for what takes long.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::path::PathBuf;

/// Captures smaller than this are done before anyone looks.
const LONG: u64 = 64 * 1024 * 1024;

/// How far a scan has come, shown on standard error where that is a terminal and it takes long.
pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// Begins; captures whose size is not known (a pipe) do not count.
    pub fn new(captures: &[PathBuf]) -> Self {
        let sizes = captures.iter().filter_map(|path| path.metadata().ok());
        let total = sizes.map(|there| there.len()).sum();
        let bar = if total >= LONG && std::io::stderr().is_terminal() {
            ProgressBar::with_draw_target(Some(total), ProgressDrawTarget::stderr())
        } else {
            ProgressBar::hidden()
        };
        let style = ProgressStyle::with_template("{bar:30} {bytes}/{total_bytes} {eta}");
        Self {
            bar: match style {
                Ok(style) => bar.with_style(style),
                Err(_) => bar,
            },
        }
    }

    /// So many more bytes are read, of whichever capture.
    pub fn advance(&self, bytes: u64) {
        self.bar.inc(bytes);
    }

    /// Takes the bar away while something is said.
    pub fn suspend(&self, say: impl FnOnce()) {
        self.bar.suspend(say);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
