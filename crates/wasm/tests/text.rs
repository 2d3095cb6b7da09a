//! Text of every kind on its way from JavaScript.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use js_sys::{JSON, JsString, Object, Reflect};
use leaklight_wasm::Inspector;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// Half of a pair of UTF-16, which no sound text has.
const HALF: u16 = 0xd83d;

#[wasm_bindgen_test]
fn urls_are_read_whole_whatever_stands_in_them() {
    let profile = JSON::parse(r#"{"emails":["jane.doe@example.com"]}"#).unwrap();
    let mut inspector = Inspector::new(profile.unchecked_into(), None).unwrap();
    let mut found = |url: &JsString| {
        let part = Object::new();
        Reflect::set(&part, &"url".into(), url).unwrap();
        let looked = inspector.look(&part.unchecked_into()).unwrap();
        !Reflect::get(&looked, &"look".into())
            .unwrap()
            .is_undefined()
    };
    let half = JsString::from_char_code(&[HALF]);
    for before in [
        JsString::from(""),
        "n=Zoë&".into(),
        "n=漢字😀&".into(),
        JsString::from("n=").concat(&half).concat(&"&".into()),
    ] {
        let url = |value: &str| {
            JsString::from("https://t.test/?")
                .concat(&before)
                .concat(&value.into())
        };
        assert!(found(&url("q=jane.doe@example.com")));
        assert!(!found(&url("q=john.roe@example.com")));
    }
    assert!(!found(&"".into()));
}
