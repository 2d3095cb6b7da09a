//! `leaklight scan`, as it is run.

#![allow(clippy::expect_used)] // What a test expects and does not get is its failure.

mod captures;
mod formats;
mod parity;
mod real;
mod refused;
mod run;
mod status;
mod threads;
mod trackers;
