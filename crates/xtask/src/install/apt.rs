//! Debian's packages.

use anyhow::Result;

use super::announce;
use crate::checkout::Checkout;
use crate::process;

/// Whether this is a Debian or the like.
pub fn is_there() -> bool {
    process::on_path(&["apt-get"]).is_some()
}

/// Whether packages can be installed without asking anybody.
pub fn may_install(checkout: &Checkout) -> Result<bool> {
    Ok(is_there() && is_root(checkout)?)
}

/// Installs packages.
pub fn install(checkout: &Checkout, packages: &[&str], why: &str) -> Result<()> {
    announce(&packages.join(" "), why);
    apt(checkout, &["update"])?;
    // Browsers depend on fontconfig, and that on a font: pictures of them have letters without more.
    apt(
        checkout,
        &[&["install", "--yes", "--no-install-recommends"], packages].concat(),
    )
}

fn apt(checkout: &Checkout, arguments: &[&str]) -> Result<()> {
    let mut apt = process::command(checkout, "apt-get");
    apt.args(["--quiet=2", "--option", "Dpkg::Use-Pty=0"])
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    process::run(&mut apt)
}

fn is_root(checkout: &Checkout) -> Result<bool> {
    let user = process::read(process::command(checkout, "id").arg("-u"))?;
    Ok(user.trim() == "0")
}
