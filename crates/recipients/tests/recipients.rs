//! Recipients, as cases in `cases/*.toml`; what the tables hold at the least; and that no text makes the
//! reading fail.

use std::collections::BTreeMap;

use leaklight_recipients::{Asked, ask, entity, recipient, registrable_domain};
use serde::Deserialize;

/// A case that vanishes from the files fails here.
const CASES: usize = 164;

/// The expected members are those that are given; `none` is null.
#[derive(Deserialize)]
struct Case {
    fact: String,
    url: String,
    page: Option<String>,
    alias: Option<String>,
    #[serde(default)]
    parts: Vec<String>,
    #[serde(flatten)]
    expected: BTreeMap<String, toml::Value>,
}

#[derive(Deserialize)]
struct File {
    case: Vec<Case>,
}

#[test]
fn every_case_has_its_recipient() {
    let files = [
        include_str!("cases/parties.toml"),
        include_str!("cases/entities.toml"),
        include_str!("cases/endpoints.toml"),
        include_str!("cases/disguises.toml"),
    ];
    let cases: Vec<Case> = files
        .iter()
        .flat_map(|file| {
            toml::from_str::<File>(file)
                .expect("the cases are TOML")
                .case
        })
        .collect();
    let mut wrong = Vec::new();
    for case in &cases {
        assert!(!case.expected.is_empty(), "{}: expects nothing", case.fact);
        let answer = ask(&Asked {
            url: &case.url,
            page: case.page.as_deref(),
            cname: case.alias.as_deref(),
            parts: &case.parts,
            ..Asked::default()
        });
        let found = toml::Table::try_from(answer.recipient).expect("a recipient is a table");
        for (name, expected) in &case.expected {
            let null = toml::Value::from("none");
            let found = found.get(name).unwrap_or(&null);
            if found != expected {
                wrong.push(format!("{}: {name} is {found}, not {expected}", case.fact));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(cases.len(), CASES);
}

#[test]
fn tables_are_small_enough_for_the_wasm() {
    let sizes = [
        include_bytes!("../tables/suffixes.z").len(),
        include_bytes!("../tables/entities.z").len(),
        include_bytes!("../tables/endpoints.z").len(),
        include_bytes!("../tables/products.z").len(),
    ];
    // All that the tables may add to the extension's download.
    assert!(sizes.iter().sum::<usize>() <= 80 * 1024, "{sizes:?}");
}

#[test]
fn no_text_makes_it_panic() {
    let pieces = [
        "https://",
        "http:",
        "//",
        "/",
        "\\",
        "?",
        "#",
        "@",
        ":",
        "[",
        "]",
        ".",
        "..",
        "com",
        "co.uk",
        "ck",
        "www",
        "kobe.jp",
        "github.io",
        "facebook",
        "google",
        "tr",
        "g/collect",
        "b/ss",
        "tid=G-",
        "v=2",
        "&",
        "=",
        ";src=1",
        "*",
        "{account}",
        "xn--",
        "é",
        "ß",
        "日本",
        "😀",
        "\0",
        "\n",
        " ",
        "%40",
        "127.0.0.1",
        "::1",
        "\t",
        "İ",
        "activityi",
        "fls.doubleclick.net",
        "a",
        "-",
        "_",
        "data:",
        "about:blank",
    ];
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap_or(0)
    };
    let mut text = |longest: usize| -> String {
        (0..random(longest))
            .map(|_| pieces[random(pieces.len())])
            .collect()
    };
    let mut known = 0;
    for round in 0..30_000 {
        let scheme = if round % 2 == 0 { "https://" } else { "" };
        let url = format!("{scheme}{}", text(20));
        let page = text(8);
        let recipient = recipient(&url, Some(&page));
        assert!(recipient.host.ends_with(&recipient.domain), "{url:?}");
        known += usize::from(recipient.entity.is_some());
        let _ = registrable_domain(&url);
        let _ = entity(&url);
    }
    assert!(known > 100, "the texts reach the tables: {known}");
}
