//! Captures in, requests out.

#![allow(clippy::expect_used)] // What a test expects and does not get is its failure.

mod broken;
mod har;
mod list;
mod pages;
mod real;
mod robust;
mod seen;
