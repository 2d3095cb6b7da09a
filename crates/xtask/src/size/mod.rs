//! `cargo xtask size`: what each crate weighs in the wasm, and whether the wasm keeps to its budget.

mod weigh;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::checkout::Checkout;
use crate::{node, process, wasm};

/// Bytes of the shipped wasm.
pub const RAW: u64 = 1_100_000;
/// The same, under brotli at its best. What is wanted is 350,000; this keeps it from growing meanwhile.
pub const BROTLI: u64 = 425_000;

/// Crates that the report names; the others are summed up.
const NAMED: usize = 40;

/// Prints the report over a built extension, and fails beyond the budget.
pub fn run(checkout: &Checkout) -> Result<()> {
    let compiled = wasm::compiled(checkout);
    let bytes =
        fs::read(&compiled).with_context(|| format!("cannot read {}", compiled.display()))?;
    print!("{}", weigh::report(&bytes, NAMED)?);
    check(checkout)
}

/// Fails where the shipped wasm is larger than it may be.
pub fn check(checkout: &Checkout) -> Result<()> {
    let shipped = checkout.pkg().join("leaklight_bg.wasm");
    let raw = fs::metadata(&shipped)
        .with_context(|| format!("there is no {}", shipped.display()))?
        .len();
    let brotli = brotli(checkout, &shipped)?;
    println!("shipped: {raw} bytes of {RAW}; {brotli} under brotli of {BROTLI}");
    if raw > RAW || brotli > BROTLI {
        bail!("the wasm is larger than its budget; `cargo xtask size` tells what weighs most");
    }
    Ok(())
}

fn brotli(checkout: &Checkout, path: &Path) -> Result<u64> {
    let mut node = node::node(checkout);
    node.args([
        "--print",
        "const { BROTLI_PARAM_LGWIN: window, BROTLI_MAX_WINDOW_BITS: most } = zlib.constants; \
         zlib.brotliCompressSync(fs.readFileSync(process.argv[1]), { params: { [window]: most } }).length",
    ])
    .arg(path);
    let length = process::read(&mut node)?;
    length.trim().parse().context("node printed no length")
}
