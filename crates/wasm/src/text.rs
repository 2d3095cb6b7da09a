//! Long text from JavaScript, encoded by the browser itself: character by character, as short text is read, takes longer.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type TextEncoder;
    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;
    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsValue) -> Uint8Array;
}

thread_local! {
    static ENCODER: TextEncoder = TextEncoder::new();
}

/// The text that a value is, or none.
pub fn text(value: &JsValue) -> Option<String> {
    let bytes = value
        .is_string()
        .then(|| ENCODER.with(|encoder| encoder.encode(value).to_vec()))?;
    String::from_utf8(bytes).ok()
}
