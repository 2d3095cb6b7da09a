//! Who receives a request: registrable domain, party, entity, category and product.
//!
//! Everything known is in the tables of `tables/`, written by `cargo xtask update-recipients` from the facts
//! in `data/`, and unpacked at the first question. What is not in a table is said to be unknown: an unlisted third party has no entity and no category, and counts as no tracker.
//!
//! An entity bears the name people know (`LinkedIn`); its owner (`Microsoft`) decides whether page and
//! recipient belong together. Where several vendors' data disagree on what a recipient does, `data/` says
//! which one was followed and why.

mod address;
mod category;
mod domain;
mod endpoint;
mod entity;
mod pattern;
mod percent;
mod place;
mod product;
mod punycode;
mod reach;
mod reading;
mod recipient;
mod role;
mod tables;
mod trackers;

pub use category::Category;
pub use domain::registrable_domain;
pub use endpoint::tells_product;
pub use entity::{Entity, entity};
pub use place::{event_name, is_account};
pub use product::Product;
pub use punycode::to_ascii;
pub use reach::{Reach, reach};
pub use reading::{Answer, Asked, ask, recipient};
pub use recipient::{Disguise, Party, Recipient};
pub use role::Role;
pub use trackers::{Counted, NoRoom, Trackers};
