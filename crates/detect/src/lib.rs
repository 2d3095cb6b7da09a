//! The verdict: does this request carry one of this person's own details, in any disguise?
//!
//! Pure: no I/O, no clock, no JavaScript.

mod check;
mod compact;
mod decoding;
mod detector;
mod digest;
mod familiar;
mod fold;
mod found;
mod framing;
mod hit;
mod identifier;
mod kinds;
mod letters;
mod mask;
mod needles;
mod profile;
mod reader;
mod report;
mod request;
mod rules;
mod scan;
mod search;
mod sheet;
mod siblings;
mod view;
mod weigh;
mod weight;

pub use check::{Check, Samples};
pub use detector::{BuildError, Detector};
pub use familiar::Familiar;
pub use hit::Look;
pub use leaklight_parameters::{Kind, Part};
pub use profile::{
    Address, Card, Identifier, Name, Numbers, Other, Profile, ProfileProblem, ProfileSource, Secret,
};
pub use report::{Carrier, Confidence, Leak, Place, Reason, Report, Skip};
pub use request::{Act, Body, Content, Field, FieldValue, Outcome, Request, Witness};
