//! crates/wasm, compiled and bound for the web: extension/pkg/leaklight.js and leaklight_bg.wasm.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::checkout::Checkout;
use crate::replace::Unfinished;
use crate::{lock, node, process};

/// The target of everything that runs in a browser.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// Vectors of 128 bits, which every browser has that manifest.json admits: digests and searches by them are faster, and
/// less code.
const FEATURES: &str = "-Ctarget-feature=+simd128";

/// The profile in Cargo.toml that trades speed for size.
const PROFILE: &str = "wasm";

/// What only one function calls stays apart where it is large. A browser compiles a function when it is first called, and
/// much of what reads a request is hardly ever needed.
const SEPARATE: &str = "--one-caller-inline-max-function-size=400";

/// Builds the wasm, binds it, shrinks it, and puts it into extension/pkg.
pub fn build(checkout: &Checkout) -> Result<()> {
    lock::wasm_bindgen(checkout)?;
    let compiled = compile(checkout)?;
    let pkg = Unfinished::new(&checkout.unfinished(), "pkg")?;
    bind(&compiled, pkg.path())?;
    let wasm = pkg.path().join("leaklight_bg.wasm");
    let bound = size(&wasm)?;
    shrink(checkout, &wasm)?;
    println!(
        "wasm: {} KB compiled, {} KB bound, {} KB shrunk, {} KB gzipped",
        size(&compiled)? / 1000,
        bound / 1000,
        size(&wasm)? / 1000,
        gzipped(checkout, &wasm)? / 1000
    );
    pkg.finish(&checkout.pkg())
}

/// The wasm as the compiler left it: with the names of its functions.
pub fn compiled(checkout: &Checkout) -> PathBuf {
    checkout
        .target()
        .join(TARGET)
        .join(PROFILE)
        .join("leaklight_wasm.wasm")
}

fn compile(checkout: &Checkout) -> Result<PathBuf> {
    let mut cargo = process::cargo(checkout);
    cargo
        .args(["rustc", "--package", "leaklight-wasm", "--lib"])
        // Not the library for its tests as well: cargo optimises across crates only where nothing else is made.
        .args(["--crate-type", "cdylib"])
        .args(["--target", TARGET, "--profile", PROFILE])
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            format!("{FEATURES} {}", without_machine_paths(checkout)),
        );
    process::run(&mut cargo)?;
    Ok(compiled(checkout))
}

/// Panic messages name source files: without this the wasm would carry the builder's home folder,
/// and two machines would build two different files.
fn without_machine_paths(checkout: &Checkout) -> String {
    let cargo_home = env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let mut flags = format!("--remap-path-prefix={}=.", checkout.root().display());
    if let Some(cargo_home) = cargo_home {
        flags.push_str(&format!(
            " --remap-path-prefix={}=cargo",
            cargo_home.display()
        ));
    }
    flags
}

fn bind(compiled: &Path, pkg: &Path) -> Result<()> {
    Bindgen::new()
        .input_path(compiled)
        .out_name("leaklight")
        .web(true)?
        .typescript(true)
        .generate(pkg)
        .with_context(|| format!("wasm-bindgen cannot bind {}", compiled.display()))
}

/// Names, debugging sections and the list of target features are dropped here and not earlier:
/// wasm-bindgen and wasm-opt both read that list.
fn shrink(checkout: &Checkout, wasm: &Path) -> Result<()> {
    let mut wasm_opt = node::program(checkout, "wasm-opt");
    wasm_opt
        .arg(wasm)
        .arg("-o")
        .arg(wasm)
        .args(["-Oz", "--merge-similar-functions", SEPARATE])
        .args(["--strip-debug", "--strip-producers"])
        .arg("--strip-target-features");
    process::run(&mut wasm_opt)
}

/// Bytes of a file.
fn size(path: &Path) -> Result<u64> {
    let metadata = fs::metadata(path)
        .with_context(|| format!("{} is missing: is crates/wasm a cdylib?", path.display()))?;
    Ok(metadata.len())
}

/// Bytes of a file as a package carries it.
fn gzipped(checkout: &Checkout, path: &Path) -> Result<u64> {
    let mut node = node::node(checkout);
    node.args([
        "--print",
        "zlib.gzipSync(fs.readFileSync(process.argv[1]), { level: 9 }).length",
    ])
    .arg(path);
    let length = process::read(&mut node)?;
    length.trim().parse().context("node printed no length")
}
