//! A person's own details: how they are saved, which forms each can take in a request, and what each form proves.

mod confidence;
mod identifier;
mod profile;
pub mod weight;

pub use confidence::Confidence;
pub use identifier::{
    Form, House, Normal, Number, Parts, Rule, Street, StreetMatch, Usage, Written, identifiers,
    is_particle,
};
pub use leaklight_parameters::{Kind, Part};
pub use profile::{
    Address, Card, Identifier, Name, Numbers, Other, Problems, Profile, ProfileProblem,
    ProfileSource, Secret, written,
};
