//! Which page each entry is of, and in which order entries are handed out.

use crate::seen::{har, har_of};
use proptest::prelude::*;

/// What an entry may be to its page.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    Asked,
    Called,
    Html,
    Image,
    Redirect,
    Bad,
}

/// An entry of such a kind, of one of some pages or of none.
fn of_kind(index: usize, kind: Kind, page: Option<usize>) -> String {
    let pageref = page.map_or(String::new(), |page| format!(r#""pageref":"p{page}","#));
    let header = |name: &str| format!(r#"[{{"name":"Sec-Fetch-Dest","value":"{name}"}}]"#);
    let (headers, more) = match kind {
        Kind::Asked => (header("document"), r#""response":{"status":200}"#),
        Kind::Redirect => (header("document"), r#""response":{"status":302}"#),
        Kind::Image => (header("image"), r#""response":{"status":200}"#),
        Kind::Called => ("[]".to_owned(), r#""_resourceType":"document""#),
        Kind::Html => (
            "[]".to_owned(),
            r#""response":{"status":200,"content":{"mimeType":"text/html"}}"#,
        ),
        Kind::Bad => return "17".to_owned(),
    };
    format!(
        r#"{{{pageref}"request":{{"url":"https://shop.test/{index}","method":"GET","headers":{headers}}},{more}}}"#
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn entries_keep_their_order_and_have_the_page_that_the_whole_tells(
        entries in prop::collection::vec(
            (
                prop::sample::select(vec![
                    Kind::Asked, Kind::Called, Kind::Html, Kind::Image, Kind::Image, Kind::Redirect, Kind::Bad,
                ]),
                prop::option::weighted(0.8, 0..3_usize),
            ),
            0..60,
        ),
        titled in prop::option::of(0..3_usize),
        titles_first in any::<bool>(),
        calm in any::<bool>(),
    ) {
        // Documents that are asked for are rare.
        let is_rare = |at: usize| calm && at % 20 > 1;
        let entries: Vec<_> = entries
            .into_iter()
            .enumerate()
            .map(|(at, (kind, page))| {
                (if is_rare(at) && kind == Kind::Asked { Kind::Image } else { kind }, page)
            })
            .collect();
        let texts: Vec<_> = entries
            .iter()
            .enumerate()
            .map(|(index, (kind, page))| of_kind(index, *kind, *page))
            .collect();
        let title = titled.map_or(String::new(), |page| {
            format!(r#"{{"id":"p{page}","title":"https://title.test/"}}"#)
        });
        let (pages, list) = (format!(r#""pages":[{title}]"#), format!(r#""entries":[{}]"#, texts.join(",")));
        let members = if titles_first { [pages, list] } else { [list, pages] };
        let seen = har(format!(r#"{{"log":{{{}}}}}"#, members.join(",")));

        let url = |index: usize| format!("https://shop.test/{index}");
        let page_of = |page: usize| {
            let of_page = || {
                let of_page = entries.iter().enumerate().filter(move |(_, (kind, of))| {
                    *of == Some(page) && !matches!(kind, Kind::Bad | Kind::Redirect)
                });
                of_page.map(|(index, (kind, _))| (index, *kind))
            };
            let first = |wanted| of_page().find(|(_, kind)| *kind == wanted).map(|(index, _)| url(index));
            let title = (titled == Some(page)).then(|| "https://title.test/".to_owned());
            let html = of_page().next().filter(|(_, kind)| *kind == Kind::Html).map(|(index, _)| url(index));
            first(Kind::Asked).or_else(|| first(Kind::Called)).or(title).or(html)
        };
        let expected: Vec<_> = entries
            .iter()
            .enumerate()
            .filter(|(_, (kind, _))| *kind != Kind::Bad)
            .map(|(index, (_, page))| (index, url(index), page.and_then(page_of)))
            .collect();
        let told: Vec<_> = seen
            .requests
            .iter()
            .map(|request| (request.index, request.url.clone(), request.page.clone()))
            .collect();
        prop_assert_eq!(told, expected);
        prop_assert_eq!(seen.problems.len(), entries.len() - seen.requests.len());
    }
}

#[test]
fn an_entry_that_is_too_much_may_be_the_one_that_settles_the_rest() {
    let document = of_kind(1, Kind::Asked, Some(0));
    let body = format!(
        r#""method":"POST","postData":{{"text":"{}"}}"#,
        "x".repeat(9_000_000)
    );
    let seen = har(har_of(&[
        &of_kind(0, Kind::Redirect, Some(0)),
        &document.replace(r#""method":"GET""#, &body),
        &of_kind(2, Kind::Image, Some(0)),
    ]));
    let page = Some("https://shop.test/1");
    let told = seen
        .requests
        .iter()
        .map(|request| (request.index, request.page.as_deref()));
    assert_eq!(told.collect::<Vec<_>>(), [(0, page), (1, page), (2, page)]);
}

#[test]
fn what_is_handed_out_before_there_is_too_much_is_not_handed_out_again() {
    let text = "x".repeat(9_000_000);
    let long = format!(
        r#"{{"pageref":"p1","request":{{"url":"https://shop.test/long","method":"POST","postData":{{"text":"{text}"}}}}}}"#
    );
    let kinds = [
        (Kind::Redirect, 0),
        (Kind::Asked, 0),
        (Kind::Bad, 0),
        (Kind::Image, 1),
    ];
    let mut entries: Vec<_> = kinds
        .iter()
        .enumerate()
        .map(|(index, (kind, page))| of_kind(index, *kind, Some(*page)))
        .collect();
    entries.push(long);
    entries.push(of_kind(5, Kind::Called, Some(1)));
    let entries: Vec<_> = entries.iter().map(String::as_str).collect();
    let seen = har(har_of(&entries));
    let told: Vec<_> = seen
        .requests
        .iter()
        .map(|request| (request.index, request.page.as_deref()))
        .collect();
    let (first, second) = (Some("https://shop.test/1"), Some("https://shop.test/5"));
    assert_eq!(
        told,
        [
            (0, first),
            (1, first),
            (3, second),
            (4, second),
            (5, second)
        ]
    );
    assert_eq!(seen.problems.len(), 1);
}
