//! Leaklight's own tasks.
fn main() {}
