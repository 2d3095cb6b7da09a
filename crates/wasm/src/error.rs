//! Errors as JavaScript gets them: an `Error` with a stable `code`.

use js_sys::{Error, Reflect};
use leaklight_core::ProfileProblem;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

#[derive(Serialize)]
struct Problem<'a> {
    path: &'a str,
    code: &'a str,
    message: &'a str,
}

/// A profile's problems as plain objects.
pub fn problems(problems: &[ProfileProblem]) -> JsValue {
    let problems: Vec<_> = problems
        .iter()
        .map(|problem| Problem {
            path: &problem.path,
            code: problem.code,
            message: problem.message,
        })
        .collect();
    to_js(&problems)
}

/// A refused profile.
pub fn bad_profile(list: &[ProfileProblem]) -> JsValue {
    let error = coded("bad_profile", "the profile is refused");
    set(&error, "problems", &problems(list));
    error.into()
}

/// A profile, or what belongs to one, from JavaScript.
pub fn parsed<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|_| {
        coded(
            "bad_profile",
            "the profile is not of the form that is asked for",
        )
        .into()
    })
}

/// An error with a code. The message never repeats what was given.
pub fn coded(code: &str, message: &str) -> Error {
    let error = Error::new(message);
    set(&error, "code", &JsValue::from_str(code));
    error
}

/// Any value as plain JavaScript objects.
pub fn to_js(value: &impl Serialize) -> JsValue {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    // Our own types hold nothing that JavaScript cannot; null would show up at once.
    value.serialize(&serializer).unwrap_or(JsValue::NULL)
}

/// A property of an object that nobody else has yet.
pub fn set(object: &JsValue, key: &str, value: &JsValue) {
    // Setting a property on a fresh object cannot fail.
    let _ = Reflect::set(object, &JsValue::from_str(key), value);
}
