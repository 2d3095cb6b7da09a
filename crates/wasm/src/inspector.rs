//! The inspector for JavaScript.

use crate::error::{bad_profile, coded, parsed, problems, set, to_js};
use crate::part;
use crate::trackers::Trackers;
use crate::types::{
    JsContext, JsIdentifiers, JsLooked, JsLooks, JsNumbers, JsPart, JsProblems, JsProfile,
    JsVerdict,
};
use js_sys::{Array, Object, Reflect};
use leaklight_core::{Familiar, Kind, Look, Numbers, Profile, ProfileSource};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Reads requests for one profile.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Inspector {
    inspector: leaklight_core::Inspector,
    familiar: Familiar,
}

#[derive(Serialize)]
struct IdentifierView<'a> {
    id: &'a str,
    kind: Kind,
    #[serde(skip_serializing_if = "Option::is_none")]
    person: Option<&'a str>,
    masked: &'a str,
}

#[wasm_bindgen]
impl Inspector {
    /// Prepares for a profile, whose identifiers may have numbers; throws a `ProfileError`.
    #[wasm_bindgen(constructor)]
    pub fn new(profile: JsProfile, numbers: Option<JsNumbers>) -> Result<Self, JsValue> {
        let source: ProfileSource = parsed(profile.into())?;
        let numbers: Numbers = numbers
            .map(|numbers| parsed(numbers.into()))
            .transpose()?
            .unwrap_or_default();
        let profile = Profile::numbered(&source, &numbers).map_err(|list| bad_profile(&list))?;
        leaklight_core::Inspector::new(profile)
            .map(|inspector| Self {
                inspector,
                familiar: Familiar::default(),
            })
            .map_err(|error| coded("bad_profile", &error.to_string()).into())
    }

    /// Knows these trackers beside its own, in the place of any given before. Other inspectors may share them.
    #[wasm_bindgen(js_name = "useTrackers")]
    pub fn use_trackers(&mut self, trackers: &Trackers) {
        self.inspector.use_trackers(Some(trackers.shared()));
    }

    /// Knows no trackers but its own any more.
    #[wasm_bindgen(js_name = "forgetTrackers")]
    pub fn forget_trackers(&mut self) {
        self.inspector.use_trackers(None);
    }

    /// Looks at as much of a request as is known; without a look where there is nothing to keep.
    pub fn look(&mut self, part: &JsPart) -> Result<JsLooked, JsValue> {
        let request = part::request(part)?;
        let look = self.inspector.look_again(&request, &mut self.familiar);
        let looked: JsLooked = Object::new().unchecked_into();
        if !look.is_empty() {
            looked.set_look(to_js(&look));
        }
        looked.set_bytes(leaklight_core::size(&request) as f64);
        Ok(looked)
    }

    /// Weighs all looks at one request together.
    pub fn weigh(&self, context: &JsContext, looks: JsLooks) -> Result<JsVerdict, JsValue> {
        let looks: Vec<Look> = serde_wasm_bindgen::from_value(looks.into())
            .map_err(|_| coded("bad_look", "these are no looks of this version"))?;
        let verdict = self.inspector.weigh(&part::context(context)?, &looks);
        let view = to_js(&verdict);
        let findings: Array = Reflect::get(&view, &JsValue::from_str("findings"))?.unchecked_into();
        for (finding, view) in verdict.findings.iter().zip(findings) {
            let words = finding.words.iter().map(|word| word.as_str());
            let words: Array = words.map(JsValue::from_str).collect();
            set(&view, "words", &words);
            set(&view, "usual_event", &finding.usual_event.into());
        }
        Ok(view.unchecked_into())
    }

    /// The details it looks for, as they may be shown to their owner.
    pub fn identifiers(&self) -> JsIdentifiers {
        let identifiers: Vec<_> = self
            .inspector
            .profile()
            .identifiers()
            .iter()
            .map(|identifier| IdentifierView {
                id: identifier.id(),
                kind: identifier.kind(),
                person: identifier.person(),
                masked: identifier.masked(),
            })
            .collect();
        to_js(&identifiers).unchecked_into()
    }

    /// Saved values that prove little.
    pub fn warnings(&self) -> JsProblems {
        problems(self.inspector.profile().warnings()).unchecked_into()
    }
}
