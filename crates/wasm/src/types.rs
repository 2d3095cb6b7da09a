//! The TypeScript of what crosses to JavaScript, as `types/crossing.d.ts` has it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../../../types/crossing.d.ts");

// What every request passes through has getters and setters, which name no property anew at each call.
#[wasm_bindgen]
extern "C" {
    /// A profile as JavaScript has it.
    #[wasm_bindgen(typescript_type = "ProfileSource")]
    pub type JsProfile;
    /// The numbers of its identifiers.
    #[wasm_bindgen(typescript_type = "Numbers")]
    pub type JsNumbers;
    /// What its owner is told of it.
    #[wasm_bindgen(typescript_type = "Check")]
    pub type JsCheck;
    /// As much of a request as is known.
    #[wasm_bindgen(typescript_type = "RequestPart")]
    pub type JsPart;
    #[wasm_bindgen(method, getter)]
    pub fn url(this: &JsPart) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub fn headers(this: &JsPart) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub fn body(this: &JsPart) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub fn unread(this: &JsPart) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub fn messages(this: &JsPart) -> JsValue;
    #[wasm_bindgen(method, getter)]
    pub fn cname(this: &JsPart) -> JsValue;
    /// What surrounds a request.
    #[wasm_bindgen(typescript_type = "RequestContext")]
    pub type JsContext;
    /// What came of a look.
    #[wasm_bindgen(typescript_type = "Looked")]
    pub type JsLooked;
    #[wasm_bindgen(method, setter)]
    pub fn set_look(this: &JsLooked, look: JsValue);
    #[wasm_bindgen(method, setter)]
    pub fn set_bytes(this: &JsLooked, bytes: f64);
    /// Several looks.
    #[wasm_bindgen(typescript_type = "Look[]")]
    pub type JsLooks;
    /// What became of a list's lines.
    #[wasm_bindgen(typescript_type = "Counted")]
    pub type JsCounted;
    /// Pieces of text.
    #[wasm_bindgen(typescript_type = "string[]")]
    pub type JsPieces;
    /// A verdict.
    #[wasm_bindgen(typescript_type = "Verdict")]
    pub type JsVerdict;
    /// Identifiers.
    #[wasm_bindgen(typescript_type = "Identifier[]")]
    pub type JsIdentifiers;
    /// Problems of a profile.
    #[wasm_bindgen(typescript_type = "Problem[]")]
    pub type JsProblems;
    /// Domains of an organisation.
    #[wasm_bindgen(typescript_type = "Reach")]
    pub type JsReach;
    /// A report's format.
    #[wasm_bindgen(typescript_type = "Format")]
    pub type JsFormat;
    /// Findings, and how often each was made.
    #[wasm_bindgen(typescript_type = "Repeated[]")]
    pub type JsRepeated;
    /// A report's summary.
    #[wasm_bindgen(typescript_type = "Summary")]
    pub type JsSummary;
}
