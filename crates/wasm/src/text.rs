//! A URL's text from JavaScript, encoded by the browser itself: to read it character by character takes longer.

use js_sys::{JsString, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type TextEncoder;
    #[wasm_bindgen(constructor)]
    fn new() -> TextEncoder;
    #[wasm_bindgen(method)]
    fn encode(this: &TextEncoder, text: &JsValue) -> Uint8Array;
    #[wasm_bindgen(method, js_name = encodeInto)]
    fn encode_into(this: &TextEncoder, text: &JsValue, bytes: &mut [u8]) -> Encoded;

    type Encoded;
    /// In units of UTF-16.
    #[wasm_bindgen(method, getter)]
    fn read(this: &Encoded) -> u32;
}

thread_local! {
    static ENCODER: TextEncoder = TextEncoder::new();
}

/// The text that a value is, or none.
pub fn text(value: &JsValue) -> Option<String> {
    let length = value.dyn_ref::<JsString>()?.length();
    let bytes = ENCODER.with(|encoder| {
        // What is ASCII, as URLs are, needs no more bytes than units, and no array of JavaScript's own.
        let mut bytes = vec![0; length as usize];
        if encoder.encode_into(value, &mut bytes).read() < length {
            bytes = encoder.encode(value).to_vec();
        }
        bytes
    });
    String::from_utf8(bytes).ok()
}
