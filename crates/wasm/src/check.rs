//! A profile while it is being typed.

use crate::error::{parsed, problems, to_js};
use crate::types::{JsCheck, JsProfile};
use js_sys::{Object, Reflect};
use leaklight_core::{Check, ProfileSource, Secret};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[derive(Serialize)]
struct SamplesView<'a> {
    path: &'a str,
    texts: Vec<&'a str>,
}

/// What is wrong with a profile, what is weak, and how its values will be looked for; throws where it is no profile.
#[wasm_bindgen(js_name = "checkProfile")]
pub fn check_profile(profile: JsProfile) -> Result<JsCheck, JsValue> {
    let source: ProfileSource = parsed(profile.into())?;
    let check = Check::new(&source);
    let samples: Vec<_> = check
        .samples
        .iter()
        .map(|samples| SamplesView {
            path: &samples.path,
            // Back to the screen of the person who typed them.
            texts: samples.texts.iter().map(Secret::expose).collect(),
        })
        .collect();
    let view = Object::new();
    for (key, value) in [
        ("problems", problems(&check.errors)),
        ("warnings", problems(&check.warnings)),
        ("samples", to_js(&samples)),
    ] {
        Reflect::set(&view, &JsValue::from_str(key), &value)?;
    }
    Ok(view.unchecked_into())
}
