//! The verdict: does this request carry one of this person's own details, in any disguise?
//!
//! Pure: no I/O, no clock, no JavaScript.

mod check;
mod decoding;
mod detector;
mod digest;
mod familiar;
mod found;
mod framing;
mod hit;
mod mask;
mod needles;
mod reader;
mod report;
mod request;
mod room;
mod rules;
mod sample;
mod scan;
mod search;
mod sheet;
mod siblings;
mod view;
mod weigh;

pub use check::{Check, Samples};
pub use detector::{BuildError, Detector};
pub use familiar::Familiar;
pub use hit::Look;
pub use leaklight_profile::{
    Address, Card, Confidence, Identifier, Kind, Name, Numbers, Other, Part, Profile,
    ProfileProblem, ProfileSource, Secret,
};
pub use report::{Carrier, Leak, Place, Reason, Report, Skip};
pub use request::{Act, Body, Content, Field, FieldValue, Outcome, Request, Witness};
