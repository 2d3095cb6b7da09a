//! What holds for every request, drawn at random.
//!
//! The draws are the same at each run; `PROPTEST_CASES` asks for more of them, `PROPTEST_RNG_SEED` for others.

mod disguise;

use disguise::any_disguise;
use leaklight_core::{Body, Confidence, Content, Field, FieldValue, Inspector, Request, Verdict};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};
use std::sync::LazyLock;

/// Any number will do; that it stays the same is what counts.
const SEED: u64 = 20_260_105;

static JANE: LazyLock<Inspector> =
    LazyLock::new(|| leaklight_corpus::inspector_of("jane").unwrap());
static NORA: LazyLock<Inspector> =
    LazyLock::new(|| leaklight_corpus::inspector_of("nora").unwrap());

fn config(cases: u32) -> Config {
    let asked = Config::default();
    let rng_seed = match asked.rng_seed {
        RngSeed::Random => RngSeed::Fixed(SEED),
        fixed @ RngSeed::Fixed(_) => fixed,
    };
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() {
        asked.cases
    } else {
        cases
    };
    Config {
        cases,
        rng_seed,
        failure_persistence: None,
        ..asked
    }
}

fn warned_of(verdict: &Verdict) -> Vec<&str> {
    let worth_a_warning = verdict
        .findings
        .iter()
        .filter(|finding| finding.confidence >= Confidence::Likely);
    worth_a_warning
        .map(|finding| finding.identifier.id.as_str())
        .collect()
}

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
