use crate::seen::{gzip, list};
use leaklight_core::{Outcome, Reason};

#[test]
fn every_key_of_a_line_is_read() {
    let seen = list(concat!(
        r#"{"url":"https://t.test/a","method":"POST","headers":{"Cookie":"a=1","X-A":"b","X-A":"c"},"body":"x=1","#,
        r#""page":"https://shop.test/","frame":"https://frame.test/","resource":"ping","time":"2026-01-01T00:00:00Z","#,
        r#""outcome":"blocked","initiator":["https://a.test/1.js"],"later":{"unknown":[1]}}"#,
    ));
    assert_eq!(seen.problems, Vec::<String>::new());
    let request = &seen.requests[0];
    assert_eq!(
        (request.url.as_str(), request.method.as_str()),
        ("https://t.test/a", "POST")
    );
    assert_eq!(
        request.headers,
        [("Cookie", "a=1"), ("X-A", "b"), ("X-A", "c")].map(|(n, v)| (n.to_owned(), v.to_owned()))
    );
    assert_eq!(request.text(), "x=1");
    assert_eq!(request.page.as_deref(), Some("https://shop.test/"));
    assert_eq!(request.frame.as_deref(), Some("https://frame.test/"));
    assert_eq!(request.resource.as_deref(), Some("ping"));
    assert_eq!(request.time.as_deref(), Some("2026-01-01T00:00:00Z"));
    assert_eq!(request.outcome, Some(Outcome::Blocked));
    assert_eq!(request.initiator, ["https://a.test/1.js"]);
    assert_eq!(seen.skips, []);
}

#[test]
fn a_url_is_enough() {
    let seen = list(r#"{"url":"https://t.test/"}"#);
    assert_eq!(seen.requests[0].method, "GET");
    assert_eq!(seen.requests[0].unread, []);
    assert_eq!(seen.skips, [Reason::HeadersStripped]);
}

#[test]
fn bodies_are_text_base64_missing_or_empty() {
    let seen = list(concat!(
        "{\"url\":\"https://t.test/\",\"method\":\"POST\",\"body_base64\":\"AP8=\"}\n",
        "{\"url\":\"https://t.test/\",\"method\":\"POST\"}\n",
        "{\"url\":\"https://t.test/\",\"method\":\"POST\",\"body\":\"\"}\n",
    ));
    assert_eq!(seen.requests[0].bytes, Some(vec![0, 255]));
    assert_eq!(seen.requests[1].unread, [Reason::BodyNotCaptured]);
    assert_eq!(seen.requests[2].unread, []);
}

#[test]
fn the_referer_is_the_page_where_none_is_named() {
    let seen = list(r#"{"url":"https://t.test/","headers":{"referer":"https://shop.test/a"}}"#);
    assert_eq!(
        seen.requests[0].page.as_deref(),
        Some("https://shop.test/a")
    );
}

#[test]
fn a_bad_line_is_named_and_the_rest_is_read() {
    let seen = list(
        "\u{feff}{\"url\":\"https://t.test/1\"}\r\n\r\n{\"url\":\n[1]\n{\"url\":7}\n{\"method\":\"GET\"}\n{\"url\":\"https://t.test/2\",\"body_base64\":\"jane!\"}\n{\"url\":\"https://t.test/3\"}",
    );
    let urls: Vec<_> = seen
        .requests
        .iter()
        .map(|request| (request.index, request.url.as_str()))
        .collect();
    assert_eq!(urls, [(0, "https://t.test/1"), (6, "https://t.test/3")]);
    assert_eq!(
        seen.problems,
        [
            "line 3, column 7: not valid JSON: the value ends too early",
            "line 4, column 2: a value of the wrong kind: expected a string",
            "line 5, column 8: a value of the wrong kind: expected a string",
            "line 6, column 16: missing field `url`",
            "line 7, column 1: body_base64 is not base64",
        ]
    );
}

#[test]
fn gzip_is_undone() {
    let plain = "{\"url\":\"https://t.test/1\"}\n{\"url\":\"https://t.test/2\"}\n";
    assert_eq!(list(gzip(plain.as_bytes())), list(plain));
}

#[test]
fn gzip_that_was_cut_gives_its_lines_and_then_says_so() {
    let lines: String = (0..5000)
        .map(|n| format!("{{\"url\":\"https://t.test/{n}\"}}\n"))
        .collect();
    let packed = gzip(lines.as_bytes());
    let seen = list(&packed[..packed.len() / 2]);
    assert!(seen.requests.len() > 1000, "{}", seen.requests.len());
    let last = seen.problems.last().expect("a problem");
    assert!(last.ends_with("the capture ends in the middle"), "{last}");
}
