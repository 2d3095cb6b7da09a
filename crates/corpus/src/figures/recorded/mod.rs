//! Requests that real code sent for an invented visitor (`tests/corpus/recorded`), with somebody else's
//! details put in the visitor's place through all the layers that the code had put around them.

mod rewrite;
mod visitor;

use super::chance::Chance;
use super::people::{Country, Person};
use leaklight_core::{Body, Content, Request};
use rewrite::rewrite;
use serde::Deserialize;
use visitor::Swap;

const RECORDED: &str = include_str!("../../../../../tests/corpus/recorded/chromium.ndjson");

/// A request as it was recorded.
#[derive(Clone, Debug, Deserialize)]
pub struct Recorded {
    /// What the visitor did, or which package sent it.
    pub sender: String,
    url: String,
    method: String,
    headers: Vec<(String, String)>,
    body: Option<String>,
    body_base64: Option<String>,
}

/// A request with somebody's details in it.
pub struct Replayed {
    /// What stands in it, as ids of the person's profile.
    pub expected: Vec<&'static str>,
    /// The request.
    pub request: Request<'static>,
}

/// Every recorded request that holds something of the visitor.
///
/// # Errors
/// The line that cannot be read.
pub fn recorded() -> Result<Vec<Recorded>, String> {
    let mut all = Vec::new();
    for (number, line) in RECORDED.lines().enumerate() {
        let recorded: Recorded = serde_json::from_str(line)
            .map_err(|error| format!("recorded line {}: {error}", number + 1))?;
        let anybody = somebody(&mut Chance::new(0, 0));
        if !recorded.replay(&anybody).expected.is_empty() {
            all.push(recorded);
        }
    }
    Ok(all)
}

/// Somebody who lives as the visitor does: in a flat in the United States.
pub fn somebody(chance: &mut Chance) -> Person {
    loop {
        let person = Person::of(Country::UnitedStates, chance);
        if person.home.unit.is_some() {
            return person;
        }
    }
}

impl Recorded {
    /// The request as it would have been sent for somebody else.
    pub fn replay(&self, person: &Person) -> Replayed {
        let mut swap = Swap::new(person);
        let text = |bytes: Vec<u8>| String::from_utf8_lossy(&bytes).into_owned();
        let url = text(rewrite(self.url.as_bytes(), &mut swap));
        let headers = self
            .headers
            .iter()
            .map(|(name, value)| {
                (
                    name.clone().into(),
                    text(rewrite(value.as_bytes(), &mut swap)).into(),
                )
            })
            .collect();
        let body = rewrite(&self.body(), &mut swap);
        Replayed {
            expected: swap.expected(),
            request: Request {
                url: url.into(),
                method: self.method.clone().into(),
                headers,
                body: Body {
                    content: if body.is_empty() {
                        Content::Empty
                    } else {
                        Content::Bytes(body.into())
                    },
                    unread: Vec::new(),
                },
                page: Some("https://www.harbourpost.example/".into()),
                ..Request::default()
            },
        }
    }

    /// What stands in the body alone, or in the URL where there is no body.
    pub fn replay_payload(&self, person: &Person) -> Vec<&'static str> {
        let mut swap = Swap::new(person);
        let body = self.body();
        rewrite(
            if body.is_empty() {
                self.url.as_bytes()
            } else {
                &body
            },
            &mut swap,
        );
        swap.expected()
    }

    fn body(&self) -> Vec<u8> {
        match (&self.body, &self.body_base64) {
            (Some(text), _) => text.clone().into_bytes(),
            (_, Some(base64)) => rewrite::base64(base64).unwrap_or_default(),
            _ => Vec::new(),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn every_package_and_every_pixel_is_recorded() {
        let senders: std::collections::BTreeSet<String> = recorded()
            .unwrap()
            .into_iter()
            .map(|recorded| recorded.sender)
            .collect();
        for sender in [
            "mail",
            "piece",
            "checkout",
            "receipt",
            "track",
            "account",
            "posthog-plain",
            "posthog-leave",
            "snowplow-get",
            "snowplow-post",
            "segment-default",
        ] {
            assert!(senders.contains(sender), "{sender} is not in {senders:?}");
        }
    }

    #[test]
    fn nothing_of_the_visitor_is_left() {
        for recorded in recorded().unwrap() {
            let person = somebody(&mut Chance::new(7, 7));
            let request = recorded.replay(&person).request;
            let Content::Bytes(body) = request.body.content else {
                continue;
            };
            let text = format!("{}{}", request.url, String::from_utf8_lossy(&body)).to_lowercase();
            for word in ["zorabel", "quimthorpe", "quillhaven", "vexburg", "82937"] {
                assert!(!text.contains(word), "{word} is left in {text}");
            }
        }
    }
}
