//! Leaklight for the browser: thin WebAssembly bindings.
