use crate::seen::{gzip, har, har_of, har_request, read};
use leaklight_capture::Capture;
use leaklight_core::{Outcome, Reason};

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
