//! Flows: what is handed over on purpose is expected; its twin on the same host or of the same organisation alarms.
//!
//! `tests/flows` as data, compiled in like the corpus, so that the same flows run natively and in WebAssembly.

use crate::{Outcome, inspector_of};
use leaklight_core::{
    Act, Body, Confidence, Content, Disguise, Field, FieldValue, Finding, Inspector, Party,
    Request, Verdict,
};
use serde::Deserialize;
use std::collections::BTreeSet;

/// How many flows there are, so that none vanishes unseen.
pub const FLOWS: usize = 81;

const FILES: [&str; 6] = [
    include_str!("../../../tests/flows/sign_in.toml"),
    include_str!("../../../tests/flows/payment.toml"),
    include_str!("../../../tests/flows/checks.toml"),
    include_str!("../../../tests/flows/addresses.toml"),
    include_str!("../../../tests/flows/chat.toml"),
    include_str!("../../../tests/flows/newsletters.toml"),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    flow: Vec<Flow>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Flow {
    name: String,
    page: String,
    same: Same,
    intended: Sent,
    twin: Sent,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Same {
    Host,
    Entity,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sent {
    url: String,
    method: Option<String>,
    frame: Option<String>,
    resource: Option<String>,
    acted: Option<Act>,
    #[serde(default)]
    headers: Vec<(String, String)>,
    form: Option<Vec<(String, String)>>,
    body: Option<String>,
    found: BTreeSet<String>,
}

impl Sent {
    fn request<'a>(&'a self, page: &'a str) -> Request<'a> {
        let content = match (&self.form, &self.body) {
            (Some(form), _) => Content::Form(form.iter().map(field).collect()),
            (None, Some(body)) => Content::Bytes(body.as_bytes().into()),
            (None, None) => Content::Empty,
        };
        let headers = self.headers.iter();
        Request {
            url: self.url.as_str().into(),
            method: self.method.as_deref().unwrap_or("POST").into(),
            headers: headers
                .map(|(name, value)| (name.into(), value.into()))
                .collect(),
            body: Body {
                content,
                unread: Vec::new(),
            },
            page: Some(page.into()),
            frame: self.frame.as_deref().map(Into::into),
            resource: self.resource.as_deref().map(Into::into),
            acted: self.acted,
            ..Request::default()
        }
    }
}

fn field((name, value): &(String, String)) -> Field<'_> {
    Field {
        name: name.into(),
        value: FieldValue::Text(value.into()),
    }
}

/// Runs every flow and its twin, for the corpus's Jane.
///
/// A file that cannot be read and a name that stands twice are failures too.
pub fn run_flows() -> Outcome {
    let mut outcome = Outcome::default();
    let inspector = match inspector_of("jane") {
        Ok(inspector) => inspector,
        Err(problem) => {
            outcome.failures.push(problem);
            return outcome;
        }
    };
    let mut names = BTreeSet::new();
    for file in FILES {
        let flows = match toml::from_str::<File>(file) {
            Ok(file) => file.flow,
            Err(error) => {
                outcome.failures.push(error.to_string());
                continue;
            }
        };
        for flow in flows {
            outcome.cases += 1;
            let mut problems = problems(&inspector, &flow);
            if !names.insert(flow.name.clone()) {
                problems.push("this name stands twice".to_owned());
            }
            let named = problems
                .into_iter()
                .map(|problem| format!("{}: {problem}", flow.name));
            outcome.failures.extend(named);
        }
    }
    outcome
}

fn problems(inspector: &Inspector, flow: &Flow) -> Vec<String> {
    let intended = inspector.inspect(&flow.intended.request(&flow.page));
    let twin = inspector.inspect(&flow.twin.request(&flow.page));
    let mut problems = different("intended", &intended, &flow.intended.found, true);
    problems.extend(different("twin", &twin, &flow.twin.found, false));
    let are_same = match flow.same {
        Same::Host => intended.recipient.host == twin.recipient.host,
        Same::Entity => {
            intended.recipient.entity.is_some()
                && intended.recipient.entity == twin.recipient.entity
        }
    };
    if !are_same {
        problems.push(format!(
            "{} ({:?}) and {} ({:?}) are not the same",
            intended.recipient.host,
            intended.recipient.entity,
            twin.recipient.host,
            twin.recipient.entity
        ));
    }
    for verdict in [&intended, &twin] {
        let recipient = &verdict.recipient;
        if recipient.party != Party::Third || recipient.disguise == Some(Disguise::Cname) {
            problems.push(format!("{} is no third party", recipient.host));
        }
    }
    problems
}

/// In what a verdict falls short: other details than these, or one that is wrongly called expected or not.
fn different(
    which: &str,
    verdict: &Verdict,
    found: &BTreeSet<String>,
    expected: bool,
) -> Vec<String> {
    let likely: Vec<&Finding> = verdict
        .findings
        .iter()
        .filter(|finding| finding.confidence >= Confidence::Likely)
        .collect();
    let ids: BTreeSet<String> = likely
        .iter()
        .map(|finding| finding.identifier.id.clone())
        .collect();
    let mut problems = Vec::new();
    if ids != *found {
        problems.push(format!("{which}: found {ids:?}, not {found:?}"));
    }
    for finding in likely.iter().filter(|finding| finding.expected != expected) {
        let places: Vec<_> = finding
            .places
            .iter()
            .map(|place| format!("{:?} {:?} {:?}", place.carrier, place.name, place.digest))
            .collect();
        problems.push(format!(
            "{which}: {} is {:?} at {:?}, {:?}",
            finding.identifier.id, finding.purpose, verdict.recipient.product, places
        ));
    }
    problems
}
