//! valgrind, which counts instructions: the one thing without which the tests only skip a part.

use anyhow::Result;

use super::apt;
use crate::checkout::Checkout;
use crate::process;

/// Whether it is on the PATH.
pub fn is_there() -> bool {
    process::on_path(&["valgrind"]).is_some()
}

/// Installs it as root on Debian, and leaves it elsewhere.
pub fn install(checkout: &Checkout) -> Result<()> {
    if is_there() || !apt::may_install(checkout)? {
        return Ok(());
    }
    let installed = apt::install(
        checkout,
        &["valgrind"],
        "counts the instructions of the core cases",
    );
    installed.or_else(|error| {
        println!("{error:#}; nothing will be counted");
        Ok(())
    })
}
