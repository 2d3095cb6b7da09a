//! The same request gives the same finding, whichever capture it comes from.

use crate::run::{lines, run_in};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;

/// A request with something of a person in it, somewhere.
#[derive(Clone, Debug)]
struct Sent {
    host: &'static str,
    query: String,
    header: String,
    body: Option<String>,
    page: bool,
}

fn value() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "jmarlowe.72%40example.com",
        "JMarlowe.72@example.com",
        "123+Main+St&zip=62704",
        "2125550143",
        "am1hcmxvd2UuNzJAZXhhbXBsZS5jb20",
        "nobody",
    ])
    .prop_map(str::to_owned)
}

fn sent() -> impl Strategy<Value = Sent> {
    (
        prop::sample::select(vec!["www.facebook.com", "t.example", "shop.example"]),
        value(),
        value(),
        prop::option::of(prop_oneof![
            value().prop_map(|value| format!("em={value}")),
            value().prop_map(|value| json!({"user": {"em": value}}).to_string()),
            Just("{\"name\":\"Zoë\"}".to_owned()),
        ]),
        any::<bool>(),
    )
        .prop_map(|(host, query, header, body, page)| Sent {
            host,
            query,
            header,
            body,
            page,
        })
}

impl Sent {
    fn url(&self) -> String {
        format!("https://{}/c?em={}", self.host, self.query)
    }

    fn method(&self) -> &'static str {
        if self.body.is_some() { "POST" } else { "GET" }
    }

    fn line(&self) -> Value {
        let mut line = json!({
            "url": self.url(), "method": self.method(), "time": "2026-03-01T09:00:00Z", "outcome": "sent",
            "headers": {"X-User": self.header, "Cookie": "a=1", "Referer": "https://shop.example/"},
        });
        if let Some(body) = &self.body {
            line["body"] = body.as_str().into();
        }
        if self.page {
            line["page"] = "https://shop.example/cart".into();
        }
        line
    }

    fn entry(&self) -> Value {
        let mut entry = json!({
            "startedDateTime": "2026-03-01T09:00:00Z", "response": {"status": 200},
            "request": {"url": self.url(), "method": self.method(), "headers": [
                {"name": "X-User", "value": self.header}, {"name": "Cookie", "value": "a=1"},
                {"name": "Referer", "value": "https://shop.example/"},
            ]},
        });
        if let Some(body) = &self.body {
            entry["request"]["postData"] = json!({"mimeType": "text/plain", "text": body});
        }
        if self.page {
            entry["pageref"] = "p".into();
        }
        entry
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_har_and_a_request_list_of_the_same_requests_give_the_same_report(requests in prop::collection::vec(sent(), 1..8)) {
        let folder = tempfile::tempdir().expect("a folder");
        let list: String = requests.iter().map(|sent| format!("{}\n", sent.line())).collect();
        let entries: Vec<_> = requests.iter().map(Sent::entry).collect();
        let har = json!({"log": {"entries": entries, "pages": [{"id": "p", "title": "https://shop.example/cart"}]}});
        fs::write(folder.path().join("x.ndjson"), list).expect("the folder takes it");
        fs::write(folder.path().join("x.har"), har.to_string()).expect("the folder takes it");
        let profile = crate::run::captures().join("profile.toml");
        let report = |capture: &str| {
            let ran = run_in(folder.path(), &["scan", "--profile", profile.to_str().expect("UTF-8"), "--party", "all",
                "--min-confidence", "possible", "--format", "ndjson", capture], b"");
            assert!(ran.status < 2, "{}", ran.stderr);
            ran.stdout.replace(capture, "x")
        };
        let (from_list, from_har) = (report("x.ndjson"), report("x.har"));
        prop_assert_eq!(&from_list, &from_har);
        let carries = requests.iter().any(|sent| sent.query != "nobody");
        prop_assert!(!carries || !lines(&from_list, "leak").is_empty());
    }
}
