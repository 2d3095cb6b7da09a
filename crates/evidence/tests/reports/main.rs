//! Findings in, reports out.

#![allow(clippy::expect_used)] // What a test expects and does not get is its failure.

mod page;
mod sample;
mod shapes;
