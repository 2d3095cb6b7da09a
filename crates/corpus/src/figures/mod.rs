//! The figures: recall over requests drawn by lot, false alarms over requests without anybody in them.
//! Nothing here shares code or a table with the detector.

mod carriage;
mod chance;
mod digest;
mod document;
mod layer;
mod noise;
mod people;
mod recorded;
mod spelling;

pub mod encode;
pub mod negative;
pub mod recall;

use crate::inspector;
