//! Which domains are whose, for JavaScript.

use crate::error::to_js;
use crate::types::JsReach;
use leaklight_core::registrable_domain;
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[derive(Serialize)]
struct ReachView {
    trackers: Vec<String>,
    own: Vec<String>,
}

/// The domains of the organisation of this name: where it tracks, and all that its owner has.
#[wasm_bindgen]
pub fn reach(entity: &str) -> JsReach {
    let leaklight_core::Reach { trackers, own } = leaklight_core::reach(entity);
    to_js(&ReachView { trackers, own }).unchecked_into()
}

/// The site that a host belongs to: its registrable domain.
#[wasm_bindgen]
pub fn site(host: &str) -> String {
    registrable_domain(host).to_owned()
}
