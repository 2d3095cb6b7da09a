//! Renders findings for people and programs.
