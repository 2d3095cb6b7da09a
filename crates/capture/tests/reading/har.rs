use crate::seen::{gzip, har, har_of, har_request, read};
use leaklight_capture::Capture;
use leaklight_core::{Outcome, Reason};
use proptest::prelude::*;

fn entry(members: &str) -> String {
    format!(r#"{{"request":{{"url":"https://t.test/x","method":"GET","headers":[]}},{members}}}"#)
}

fn document(pageref: &str, url: &str, more: &str) -> String {
    format!(
        r#"{{"pageref":"{pageref}","request":{{"url":"{url}","method":"GET","headers":[]}},{more}}}"#
    )
}

#[test]
fn pages_may_stand_after_entries() {
    let seen = har(
        r#"{"log":{"entries":[{"pageref":"p","request":{"url":"https://t.test/","method":"GET"}}],
        "pages":[{"id":"p","title":"https://shop.test/cart"}]}}"#,
    );
    assert_eq!(
        seen.requests[0].page.as_deref(),
        Some("https://shop.test/cart")
    );
}

#[test]
fn the_page_is_the_first_document_after_redirects() {
    let seen = har(har_of(&[
        &document(
            "p",
            "https://link.test/r",
            r#""_resourceType":"document","response":{"status":302}"#,
        ),
        &document(
            "p",
            "https://shop.test/",
            r#""_resourceType":"document","response":{"status":200}"#,
        ),
        &document(
            "p",
            "https://frame.test/",
            r#""_resourceType":"document","response":{"status":200}"#,
        ),
        &document("q", "https://t.test/i.gif", r#""_resourceType":"image""#),
    ]));
    let pages: Vec<_> = seen
        .requests
        .iter()
        .map(|request| request.page.as_deref())
        .collect();
    let shop = Some("https://shop.test/");
    assert_eq!(pages, [shop, shop, shop, None]);
}

#[test]
fn a_document_without_type_is_the_first_html() {
    let html = r#""response":{"status":200,"content":{"mimeType":"text/html; charset=utf-8"}}"#;
    let seen = har(har_of(&[
        &document("p", "https://shop.test/", html),
        &document("p", "https://ads.test/frame", html),
        &document(
            "q",
            "https://t.test/i.gif",
            r#""response":{"status":200,"content":{"mimeType":"image/gif"}}"#,
        ),
        &document("q", "https://ads.test/frame", html),
    ]));
    let pages: Vec<_> = seen
        .requests
        .iter()
        .map(|request| request.page.as_deref())
        .collect();
    let shop = Some("https://shop.test/");
    assert_eq!(pages, [shop, shop, None, None]);
}

#[test]
fn a_frame_is_no_page() {
    let seen = har(har_of(&[
        r#"{"pageref":"p","_resourceType":"document","request":{"url":"https://ads.test/","method":"GET",
            "headers":[{"name":"sec-fetch-dest","value":"iframe"},{"name":"referer","value":"https://shop.test/"}]}}"#,
    ]));
    assert_eq!(seen.requests[0].page.as_deref(), Some("https://shop.test/"));
    assert_eq!(seen.requests[0].resource.as_deref(), Some("sub_frame"));
}

#[test]
fn pseudo_headers_are_left_out_and_listed_cookies_become_a_header() {
    let request = har_request(
        r#""headers":[{"name":":authority","value":"t.test"},{"name":"Accept","value":"*/*"}],
           "cookies":[{"name":"a","value":"1"},{"name":"b","value":"2"}]"#,
    );
    assert_eq!(
        request.headers,
        [
            ("Accept".into(), "*/*".into()),
            ("Cookie".into(), "a=1; b=2".into())
        ]
    );
    let request = har_request(
        r#""headers":[{"name":"cookie","value":"a=1"}],"cookies":[{"name":"a","value":"1"}]"#,
    );
    assert_eq!(request.headers, [("cookie".into(), "a=1".into())]);
}

#[test]
fn a_capture_without_any_cookie_has_stripped_headers() {
    let bare = r#"{"request":{"url":"https://t.test/","method":"GET","headers":[]}}"#;
    let cookie = r#"{"request":{"url":"https://t.test/","method":"GET","headers":[{"name":"Cookie","value":"a=1"}]}}"#;
    let listed = r#"{"request":{"url":"https://t.test/","method":"GET","cookies":[{"name":"a","value":"1"}]}}"#;
    assert_eq!(har(har_of(&[bare, bare])).skips, [Reason::HeadersStripped]);
    assert_eq!(har(har_of(&[bare, cookie])).skips, []);
    assert_eq!(har(har_of(&[bare, listed])).skips, []);
    assert_eq!(har(har_of(&[])).skips, []);
}

#[test]
fn a_post_without_post_data_was_not_captured() {
    assert_eq!(
        har_request(r#""headers":[]"#).unread,
        [Reason::BodyNotCaptured]
    );
    assert_eq!(
        har_request(r#""bodySize":12,"postData":{"mimeType":"","text":""}"#).unread,
        [Reason::BodyNotCaptured]
    );
    assert_eq!(
        har_request(r#""bodySize":0,"postData":{"mimeType":"","text":"","params":[]}"#).unread,
        []
    );
}

#[test]
fn text_stands_before_params() {
    let request = har_request(
        r#""postData":{"mimeType":"application/x-www-form-urlencoded","text":"a=%40","params":[{"name":"a","value":"@"}]}"#,
    );
    assert_eq!(request.text(), "a=%40");
    assert_eq!(request.form, None);
}

#[test]
fn params_alone_are_a_form() {
    let request = har_request(
        r#""postData":{"mimeType":"multipart/form-data","params":[{"name":"a","value":"jane@x.test"},{"name":"cv","fileName":"jane.pdf"}]}"#,
    );
    let form = [
        ("a".to_owned(), b"jane@x.test".to_vec()),
        ("cv".to_owned(), b"jane.pdf".to_vec()),
    ];
    assert_eq!(request.form.as_deref(), Some(&form[..]));
    assert_eq!(request.unread, [Reason::FileNotRead]);
}

#[test]
fn params_that_were_json_become_json_again() {
    let request = har_request(
        r#""postData":{"mimeType":"application/json","params":[{"name":"e\"","value":"x"},{"name":"user","value":{"zip":[1]}}]}"#,
    );
    assert_eq!(request.text(), r#"{"e\"":"x","user":{"zip":[1]}}"#);
}

#[test]
fn base64_bodies_are_bytes() {
    let request = har_request(r#""postData":{"mimeType":"","text":"AP8=","encoding":"base64"}"#);
    assert_eq!(request.bytes, Some(vec![0, 255]));
    let request = har_request(r#""postData":{"mimeType":"","text":"{}","encoding":"base64"}"#);
    assert_eq!(request.unread, [Reason::BodyMangled]);
}

#[test]
fn gzip_written_as_latin_1_is_bytes() {
    let request =
        har_request("\"postData\":{\"mimeType\":\"\",\"text\":\"\\u001f\\u008b\\b\\u00ff\"}");
    assert_eq!(request.bytes, Some(vec![0x1F, 0x8B, 8, 0xFF]));
}

#[test]
fn a_body_cut_within_a_character_is_mangled_not_lost() {
    let request = har_request(r#""postData":{"mimeType":"","text":"jane@x.test \ud83d"}"#);
    assert_eq!(request.text(), "jane@x.test \u{fffd}");
    assert_eq!(request.unread, [Reason::BodyMangled]);
}

#[test]
fn initiators_are_script_urls_innermost_first() {
    let object = r#""_initiator":{"type":"script","stack":{"callFrames":[{"url":"https://a.test/1.js"},{"url":""},{"url":"https://a.test/1.js"}],
        "parent":{"callFrames":[{"url":"https://b.test/2.js"}]}}}"#;
    let text = r#""_initiator":"https://a.test/1.js","_initiator_type":"script","_initiator_detail":"{\"type\":\"script\",\"stack\":{\"callFrames\":[{\"url\":\"https://c.test/3.js\"}]}}""#;
    let parser = r#""_initiator":{"type":"parser","url":"https://shop.test/"}"#;
    let url = r#""_initiator":"https://shop.test/","_initiator_type":"parser""#;
    let entries = [object, text, parser, url].map(entry);
    let seen = har(har_of(&entries.each_ref().map(String::as_str)));
    let found: Vec<_> = seen
        .requests
        .into_iter()
        .map(|request| request.initiator)
        .collect();
    assert_eq!(
        found,
        [
            vec![
                "https://a.test/1.js".to_owned(),
                "https://b.test/2.js".into()
            ],
            vec!["https://c.test/3.js".into()],
            vec![],
            vec![],
        ]
    );
}

#[test]
fn outcomes_and_resources_are_told() {
    for (members, outcome, resource) in [
        (
            r#""_resourceType":"xhr","response":{"status":200}"#,
            Some(Outcome::Sent),
            Some("xmlhttprequest"),
        ),
        (
            r#""_resourceType":"ping","response":{"status":0}"#,
            Some(Outcome::Failed),
            Some("ping"),
        ),
        (
            r#""response":{"status":0,"_error":"net::ERR_BLOCKED_BY_CLIENT"}"#,
            Some(Outcome::Blocked),
            None,
        ),
        (
            r#""response":{"status":-1,"_failureText":"net::ERR_ABORTED"}"#,
            Some(Outcome::Failed),
            None,
        ),
        (
            r#""_fromCache":"memory","response":{"status":200}"#,
            Some(Outcome::Cached),
            None,
        ),
        (
            r#""_fromCache":null,"response":{"status":304}"#,
            Some(Outcome::Sent),
            None,
        ),
        (r#""time":3"#, None, None),
    ] {
        let seen = har(har_of(&[&entry(members)]));
        assert_eq!(seen.requests[0].outcome, outcome, "{members}");
        assert_eq!(seen.requests[0].resource.as_deref(), resource, "{members}");
    }
}

#[test]
fn time_is_kept_as_written() {
    let seen = har(har_of(&[&entry(
        r#""startedDateTime":"2026-01-01T00:00:00.5+02:00""#,
    )]));
    assert_eq!(
        seen.requests[0].time.as_deref(),
        Some("2026-01-01T00:00:00.5+02:00")
    );
}

#[test]
fn what_never_leaves_the_machine_is_counted_and_not_handed_out() {
    let data = r#"{"request":{"url":"DATA:text/plain,jane","method":"GET"}}"#;
    let seen = har(har_of(&[data, &entry(r#""time":1"#)]));
    assert_eq!(seen.requests.len(), 1);
    assert_eq!(seen.requests[0].index, 1);
}

#[test]
fn sent_web_socket_messages_are_said_to_be_unread() {
    let sent = entry(r#""_webSocketMessages":[{"type":"send","data":"jane"}]"#);
    let received = entry(r#""_webSocketMessages":[{"type":"receive","data":"x"}]"#);
    let seen = har(har_of(&[&sent, &received]));
    assert_eq!(seen.requests[0].missing, [Reason::BodyUnreadable]);
    assert_eq!(seen.requests[1].missing, []);
}

#[test]
fn gzip_is_undone_whatever_the_name() {
    let plain = har_of(&[&entry(r#""time":1"#)]);
    assert_eq!(har(gzip(plain.as_bytes())), har(&plain));
}

#[test]
fn a_byte_order_mark_is_passed_over() {
    let plain = har_of(&[&entry(r#""time":1"#)]);
    assert_eq!(har(format!("\u{feff}{plain}")), har(&plain));
}

#[test]
fn a_file_is_read_like_memory() {
    let path = std::env::temp_dir().join(format!("leaklight-capture-{}.har", std::process::id()));
    let plain = har_of(&[&entry(r#""time":1"#)]);
    std::fs::write(&path, &plain).expect("the temporary folder takes a file");
    let seen = read(Capture::open(&path).expect("the file is there"));
    std::fs::remove_file(&path).expect("the file is there");
    assert_eq!(seen, har(&plain));
}

#[test]
fn a_har_with_more_than_is_kept_is_read_as_one_with_less() {
    let bad = r#"{"request":{"url":17,"method":"GET"}}"#;
    let page = document(
        "p",
        "https://shop.test/cart",
        r#""_resourceType":"document""#,
    );
    let pixel = document("p", "https://t.test/x", r#""_resourceType":"image""#);
    let long = |length| {
        let text = "x".repeat(length);
        format!(
            r#"{{"request":{{"url":"https://t.test/long","method":"POST","postData":{{"text":"{text}"}}}}}}"#
        )
    };
    // More than is parsed at once, and more than is kept at all.
    for (cut, length) in [
        (0, 5_000_000),
        (1, 5_000_000),
        (0, 9_000_000),
        (1, 9_000_000),
    ] {
        let read = |entries: &[&str]| {
            let text = har_of(entries);
            har(&text[..text.len() - cut])
        };
        let less = read(&[&pixel, bad, &page]);
        let more = read(&[&pixel, bad, &page, &long(length)]);
        let told = |seen: &crate::seen::Seen, count: usize| {
            let requests = seen.requests.iter().take(count);
            let told =
                requests.map(|request| (request.index, request.url.clone(), request.page.clone()));
            told.collect::<Vec<_>>()
        };
        assert_eq!(told(&more, 2), told(&less, 2));
        assert_eq!(
            less.requests[0].page.as_deref(),
            Some("https://shop.test/cart")
        );
        assert_eq!((less.requests.len(), more.requests.len()), (2, 3));
        assert_eq!(more.problems[0], less.problems[0]);
        assert_eq!(
            (less.problems.len(), more.problems.len()),
            (1 + cut, 1 + cut)
        );
    }
}

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
