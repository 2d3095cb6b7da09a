//! Lists of trackers for JavaScript: read once, kept, and taken up again by every worker that starts.

use crate::error::{coded, to_js};
use crate::types::{JsCounted, JsPieces};
use js_sys::{Array, JsString};
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// Trackers of lists of one's own.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Trackers(Arc<leaklight_core::Trackers>);

#[wasm_bindgen]
impl Trackers {
    /// Nobody yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Reads a list (EasyPrivacy's way of writing, or a hosts file's), or a piece of one that ends with a whole
    /// line, and says what became of its lines.
    pub fn add(&mut self, list: &str) -> JsCounted {
        to_js(&Arc::make_mut(&mut self.0).extend(list)).unchecked_into()
    }

    /// How many rules there are, exceptions among them, each once.
    #[wasm_bindgen(getter)]
    pub fn rules(&self) -> usize {
        self.0.rules()
    }

    /// The rules in pieces, for `restore`.
    pub fn kept(&self) -> JsPieces {
        let pieces = self.0.kept().into_iter().map(JsValue::from);
        pieces.collect::<Array>().unchecked_into()
    }

    /// Takes up what was kept of lists, of about so many rules; throws `{code: "no_room"}`.
    pub fn restore(pieces: JsPieces, rules: usize) -> Result<Self, JsValue> {
        let pieces: Array = pieces.unchecked_into();
        let text = |piece: JsValue| piece.as_string().unwrap_or_default();
        // Hosts are ASCII, and paths nearly always.
        let lengths = pieces.iter().filter_map(|piece| piece.dyn_into().ok());
        let bytes = lengths.map(|piece: JsString| piece.length() as usize).sum();
        leaklight_core::Trackers::restore(pieces.iter().map(text), bytes, rules)
            .map(|trackers| Self(Arc::new(trackers)))
            .map_err(|_| coded("no_room", "there is no memory for these trackers").into())
    }
}

impl Trackers {
    /// The same trackers, for an inspector.
    pub(crate) fn shared(&self) -> Arc<leaklight_core::Trackers> {
        Arc::clone(&self.0)
    }
}
