//! Who receives a request: registrable domain, party, entity, category and product.
//!
//! Everything known is in four tables (`tables/`), written by `cargo xtask update-recipients` from the facts
//! in `data/`. They are read where they lie, without being unpacked first.

mod address;
mod category;
mod domain;
mod punycode;
mod reading;
mod recipient;

pub use category::Category;
pub use domain::registrable_domain;
pub use punycode::to_ascii;
pub use reading::recipient;
pub use recipient::{Disguise, Party, Recipient};
