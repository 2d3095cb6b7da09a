//! Who receives a request: registrable domain, party, entity and category.

mod recipient;

pub use recipient::{Disguise, Party, Recipient};
