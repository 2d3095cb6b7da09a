//! Whatever the bytes: no panic, and nothing before a break is lost.

use crate::seen::{Seen, gzip, har, list};
use proptest::prelude::*;
use serde_json::{Value, json};

/// JSON values of the shapes that captures hold, and of others.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        any::<f32>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        "[\"\\\\{}\\[\\],:a]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key(), inner), 0..4)
                .prop_map(|members| { Value::Object(members.into_iter().collect()) }),
        ]
    })
}

/// Keys that captures know, and others.
fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "log",
            "entries",
            "pages",
            "id",
            "title",
            "request",
            "response",
            "url",
            "method",
            "headers",
            "cookies",
            "name",
            "value",
            "postData",
            "text",
            "params",
            "mimeType",
            "encoding",
            "status",
            "pageref",
            "_initiator",
            "stack",
            "callFrames",
            "body",
            "body_base64",
            "page",
            "outcome",
            "initiator",
            "_webSocketMessages",
            "type",
        ])
        .prop_map(str::to_owned),
        ".{0,6}",
    ]
}

fn entry() -> impl Strategy<Value = Value> {
    (".{0,20}", "[A-Z]{3,4}", value(), value()).prop_map(|(path, method, request, other)| {
        let mut entry = json!({
            "request": {"url": format!("https://t.test/{path}"), "method": method, "postData": {"text": path}},
            "pageref": "p",
        });
        if let (Some(entry), Value::Object(other)) = (entry.as_object_mut(), other) {
            entry.extend(other.into_iter().filter(|(key, _)| key != "request"));
            entry.insert("_more".into(), request);
        }
        entry
    })
}

/// A HAR as text, pretty or not.
fn har_text() -> impl Strategy<Value = (usize, String)> {
    (prop::collection::vec(entry(), 0..5), value(), any::<bool>()).prop_map(|(entries, more, pretty)| {
        let count = entries.len();
        let har = json!({"more": more, "log": {"pages": [{"id": "p"}], "entries": entries, "zz": more}});
        let text = if pretty { format!("{har:#}") } else { har.to_string() };
        (count, text)
    })
}

/// That what was seen of a cut capture is the beginning of what was seen of the whole.
fn assert_begins(whole: &Seen, cut: &Seen) {
    assert!(cut.requests.len() <= whole.requests.len());
    for (cut, whole) in cut.requests.iter().zip(&whole.requests) {
        assert_eq!(
            (cut.index, &cut.url, &cut.bytes),
            (whole.index, &whole.url, &whole.bytes)
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        har(&bytes);
        list(&bytes);
        har(gzip(&bytes));
    }

    #[test]
    fn arbitrary_json_never_panics(value in value()) {
        let text = value.to_string();
        har(&text);
        list(&text);
        har(json!({"log": {"pages": value, "entries": [value]}}).to_string());
    }

    #[test]
    fn every_entry_of_a_valid_har_is_handed_out((count, text) in har_text()) {
        let seen = har(&text);
        prop_assert_eq!(seen.problems, Vec::<String>::new());
        prop_assert_eq!(seen.requests.len(), count);
    }

    #[test]
    fn what_nobody_asks_for_changes_nothing(more in value(), text in ".{0,80}", escapes in "[\"\\\\/\n]{0,80}", pretty in any::<bool>()) {
        let read = |entry: Value| {
            let har_text = json!({"log": {"entries": [entry, entry]}});
            har(if pretty { format!("{har_text:#}") } else { har_text.to_string() })
        };
        let asked = read(json!({
            "_resourceType": "ping",
            "request": {"url": "https://t.test/", "method": "POST", "headers": [{"name": "a", "value": text}],
                "postData": {"text": text}, "response": {"content": {"text": text}}},
            "response": {"content": {"mimeType": text}, "status": 200},
            "startedDateTime": text,
        }));
        let written = read(json!({
            "_resourceType": "ping",
            "cache": more,
            "request": {"url": "https://t.test/", "method": "POST", "headers": [{"name": "a", "value": text}],
                "postData": {"text": text}, "queryString": more, "response": {"content": {"text": text}}},
            "response": {"content": {"comment": more, "mimeType": text, "text": escapes}, "cookies": more, "headers": more,
                "status": 200},
            "startedDateTime": text,
            "timings": more,
        }));
        prop_assert_eq!(asked.requests.len(), 2);
        prop_assert_eq!(asked, written);
    }

    #[test]
    fn a_cut_har_gives_its_beginning_and_a_problem((_, text) in har_text(), cut in any::<prop::sample::Index>()) {
        let cut = cut.index(text.len());
        let seen = har(&text.as_bytes()[..cut]);
        prop_assert_eq!(seen.problems.len(), 1);
        assert_begins(&har(&text), &seen);
    }

    #[test]
    fn a_changed_byte_never_panics((_, text) in har_text(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = text.into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        har(&bytes);
        list(&bytes);
    }

    #[test]
    fn a_list_holds_what_its_lines_hold(lines in prop::collection::vec((".{0,20}", any::<bool>()), 0..6)) {
        let text: String = lines
            .iter()
            .map(|(path, good)| if *good {
                format!("{}\n", json!({"url": format!("https://t.test/{path}"), "body": path}))
            } else {
                "{]\n".to_owned()
            })
            .collect();
        let seen = list(text);
        let good: Vec<_> = lines.iter().filter(|(_, good)| *good).collect();
        prop_assert_eq!(seen.requests.len(), good.len());
        prop_assert_eq!(seen.problems.len(), lines.len() - good.len());
        for (request, (path, _)) in seen.requests.iter().zip(good) {
            prop_assert_eq!(request.text(), path.as_str());
        }
    }
}
