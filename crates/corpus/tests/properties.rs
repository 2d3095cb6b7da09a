//! What holds for every request, drawn at random.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod disguise;
mod draws;

use disguise::any_disguise;
use draws::{config, warned_of};
use leaklight_core::{Body, Content, Field, FieldValue, Inspector, Request};
use proptest::prelude::*;
use std::sync::LazyLock;

static JANE: LazyLock<Inspector> =
    LazyLock::new(|| leaklight_corpus::inspector_of("jane").unwrap());
static NORA: LazyLock<Inspector> =
    LazyLock::new(|| leaklight_corpus::inspector_of("nora").unwrap());

proptest! {
    #![proptest_config(config(2_000))]

    /// A detail under one to three layers, in any carrier, is found where it is, as it is hidden.
    #[test]
    fn a_disguised_detail_is_found(disguise in any_disguise()) {
        let request = disguise.carriage.request(&disguise.payload());
        let verdict = JANE.inspect(&request);
        prop_assert_eq!(warned_of(&verdict), vec![disguise.spelling.identifier], "{:?}", request);
        let finding = verdict.findings.iter().find(|finding| finding.identifier.id == disguise.spelling.identifier).unwrap();
        prop_assert_eq!(finding.carrier, disguise.carriage.carrier());
        prop_assert_eq!(&finding.chain, &disguise.chain(), "{:?}", request);
    }

    /// The same request says nothing about somebody else.
    #[test]
    fn a_disguised_detail_is_nobody_elses(disguise in any_disguise()) {
        let request = disguise.carriage.request(&disguise.payload());
        let verdict = NORA.inspect(&request);
        prop_assert_eq!(warned_of(&verdict), Vec::<&str>::new(), "{:?}", request);
    }
}

/// Beginnings and ends of everything that is decoded, in no order.
const FRAGMENTS: [&str; 34] = [
    "%",
    "%2",
    "%25",
    "%zz",
    "+",
    "&",
    "=",
    ";",
    "&#",
    "&#x110000;",
    "&amp",
    "{",
    "}",
    "[",
    "]",
    "\"",
    "\\u",
    "\\ud83d",
    "\\",
    "--",
    "\r\n",
    "--b\r\nContent-Disposition: form-data; name=\"",
    "\r\n\r\n",
    "H4sIAAAA",
    "eyJ",
    "==",
    "0x",
    "7b22",
    "jmarlowe.72@example.com",
    "123 Main St",
    "Springfield",
    "62704",
    "1881",
    "https://a.example/?q=",
];

fn fragments() -> impl Strategy<Value = Vec<u8>> {
    let fragment = prop_oneof![
        4 => prop::sample::select(FRAGMENTS.to_vec()).prop_map(|text| text.as_bytes().to_vec()),
        1 => prop::collection::vec(any::<u8>(), 0..6),
        1 => Just(vec![0x1f, 0x8b, 0x08, 0x00]),
        1 => Just(vec![0x78, 0x9c]),
        1 => "\\PC{0,4}".prop_map(String::into_bytes),
    ];
    prop::collection::vec(fragment, 0..24).prop_map(|fragments| fragments.concat())
}

fn text() -> impl Strategy<Value = String> {
    fragments().prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

fn any_body() -> impl Strategy<Value = Body<'static>> {
    let form = prop::collection::vec((text(), fragments()), 0..5).prop_map(|fields| {
        let field = |(name, value): (String, Vec<u8>)| {
            let value = match String::from_utf8(value) {
                Ok(text) => FieldValue::Text(text.into()),
                Err(error) => FieldValue::Bytes(error.into_bytes().into()),
            };
            Field {
                name: name.into(),
                value,
            }
        };
        Content::Form(fields.into_iter().map(field).collect())
    });
    let bytes = fragments().prop_map(|bytes| Content::Bytes(bytes.into()));
    prop_oneof![Just(Content::Empty), bytes, form].prop_map(|content| Body {
        content,
        unread: Vec::new(),
    })
}

proptest! {
    #![proptest_config(config(2_000))]

    /// Whatever arrives, there is a verdict, and always the same.
    #[test]
    fn inspecting_never_fails(
        url in text(),
        absolute in any::<bool>(),
        headers in prop::collection::vec((prop_oneof![text(), Just("Cookie".to_owned()), Just("Referer".to_owned())], text()), 0..4),
        body in any_body(),
        page in prop::option::of(text()),
    ) {
        let url = if absolute { format!("https://a.example/{url}") } else { url };
        let request = Request {
            url: url.into(),
            method: "POST".into(),
            headers: headers.into_iter().map(|(name, value)| (name.into(), value.into())).collect(),
            body,
            page: page.map(Into::into),
            ..Request::default()
        };
        prop_assert_eq!(JANE.inspect(&request), JANE.inspect(&request));
    }
}
