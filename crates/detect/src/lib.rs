//! The verdict: does this request carry one of this person's own details, in any disguise?
//!
//! Pure: no I/O, no clock, no JavaScript.

mod digest;
mod fold;
mod identifier;
mod profile;
mod report;
mod request;
mod weight;

pub use leaklight_parameters::{Kind, Part};
pub use profile::{
    Address, Card, Identifier, Name, Other, Profile, ProfileProblem, ProfileSource,
    Secret,
};
pub use report::{Carrier, Confidence, Leak, Place, Reason, Report, Skip};
pub use request::{Body, Content, Field, FieldValue, Outcome, Request};
