use crate::seen::{gzip, har, har_of, list};

const ENTRY: &str = r#"{"request":{"url":"https://t.test/secret","method":"GET","headers":[{"name":"a","value":"secret"}]}}"#;

#[test]
fn a_har_cut_in_the_middle_gives_what_came_before() {
    let whole = har_of(&[ENTRY, ENTRY, ENTRY]);
    let cut = &whole[..whole.len() - ENTRY.len() / 2];
    let seen = har(cut);
    assert_eq!(seen.requests.len(), 2);
    assert_eq!(
        seen.problems,
        [format!(
            "line 1, column {}: the capture ends in the middle",
            cut.len() + 1
        )]
    );
}

#[test]
fn a_gzip_har_cut_in_the_middle_gives_what_came_before() {
    let entries = vec![ENTRY; 5000];
    let packed = gzip(har_of(&entries).as_bytes());
    let seen = har(&packed[..packed.len() / 2]);
    assert!(seen.requests.len() > 1000, "{}", seen.requests.len());
    assert_eq!(seen.problems.len(), 1);
    assert!(seen.problems[0].ends_with("the capture ends in the middle"));
}

#[test]
fn a_bad_entry_is_named_and_the_rest_is_read() {
    let har_text = format!(
        "{{\"log\": {{\n \"entries\": [\n{ENTRY},\n{{\"request\":\n  {{\"url\": 17, \"method\":\"GET\"}}}},\n{{}},\n\"secret\",\n{{\"request\": tru}},\n{ENTRY}\n]}}}}"
    );
    let seen = har(har_text);
    let indices: Vec<_> = seen.requests.iter().map(|request| request.index).collect();
    assert_eq!(indices, [0, 5]);
    assert_eq!(
        seen.problems,
        [
            "line 5, column 12: a value of the wrong kind: expected a string",
            "line 6, column 2: missing field `request`",
            "line 7, column 8: a value of the wrong kind: expected an entry, an object",
            "line 8, column 16: not valid JSON: this is not a JSON value",
        ]
    );
}

#[test]
fn a_place_behind_what_is_passed_over_is_named() {
    // What is passed over need not be sound: the body here holds the end of a line.
    let entry = r#"{"request":{"url":"https://t.test/","method":"GET","queryString":[
  {"name":"a"}],"bodySize":0},
 "response":{"headers":[{"name":"{\\\"["}
    ],"content":{"size":1,"text":"a\"
b"},"status":200},
 "timings":{}, "_initiator":tru}"#;
    let seen = har(format!("{{\"log\":{{\"entries\":[\n{entry},\n{ENTRY}]}}}}"));
    assert_eq!(
        seen.problems,
        ["line 7, column 32: not valid JSON: this is not a JSON value"]
    );
    assert_eq!(seen.requests.len(), 1);
}

#[test]
fn what_is_not_a_har_is_said_with_its_place() {
    for (text, problem) in [
        ("", "line 1, column 1: the capture ends in the middle"),
        (
            "[]",
            "line 1, column 1: not valid JSON: a HAR is a JSON object",
        ),
        (
            "<html>secret",
            "line 1, column 1: not valid JSON: a HAR is a JSON object",
        ),
        (
            "{}",
            "line 1, column 3: this is not a HAR: it has no log.entries",
        ),
        (
            "{\"log\":\n{}}",
            "line 2, column 4: this is not a HAR: it has no log.entries",
        ),
        (
            "{\"log\":{\"entries\":7}}",
            "line 1, column 22: this is not a HAR: it has no log.entries",
        ),
        (
            "{\"log\":{\"entries\":[]}} x",
            "line 1, column 24: not valid JSON: the capture should end here",
        ),
        (
            "{\"log\" {}}",
            "line 1, column 8: not valid JSON: a colon should stand here",
        ),
        (
            "{\"log\":{} \"a\":1}",
            "line 1, column 11: not valid JSON: a comma or a closing bracket should stand here",
        ),
        (
            "{secret:1}",
            "line 1, column 2: not valid JSON: a key should stand here",
        ),
        (
            "{\"a\":,}",
            "line 1, column 6: not valid JSON: a value should stand here",
        ),
        (
            "{\"a\":\"se",
            "line 1, column 9: the capture ends in the middle",
        ),
    ] {
        let seen = har(text);
        assert_eq!(seen.problems, [problem], "{text}");
        assert_eq!(seen.skips, [], "{text}");
    }
}

#[test]
fn gzip_of_something_else_is_said() {
    let mut packed = gzip(b"{}");
    packed[10] ^= 0xFF;
    let seen = har(packed);
    assert_eq!(seen.problems.len(), 1);
    assert_eq!(seen.requests, []);
}

#[test]
fn places_are_the_same_behind_gzip_and_a_byte_order_mark_and_far_behind_each_other() {
    let bad = r#"{"request":{"url":17,"method":"GET"}}"#;
    let line = ENTRY.len() + 2;
    let mut lines = vec![ENTRY; 2_000];
    for at in [0, 1_000, 1_999] {
        lines[at] = bad;
    }
    let text = format!("{{\"log\":{{\"entries\":[{}]}}}}", lines.join(",\n"));
    assert!(text.len() > 2 * 64 * 1024 && line > 64);
    // Behind the value that is of the wrong kind.
    let column = r#"{"request":{"url":17"#.len();
    let expected = [
        format!("line 1, column {}", r#"{"log":{"entries":["#.len() + column),
        format!("line 1001, column {column}"),
        format!("line 2000, column {column}"),
    ];
    let marked = format!("\u{feff}{text}");
    let deep = format!("{{\"log\":{{\"entries\":[{bad}");
    for bytes in [
        text.clone().into_bytes(),
        marked.clone().into_bytes(),
        gzip(text.as_bytes()),
        gzip(marked.as_bytes()),
    ] {
        let problems = har(bytes).problems;
        assert_eq!(problems.len(), 3);
        for (problem, place) in problems.iter().zip(&expected) {
            assert!(problem.starts_with(&format!("{place}: ")), "{problem}");
        }
    }
    let cut = format!("\u{feff}{deep}");
    assert_eq!(
        har(&cut).problems.last().map(String::as_str),
        Some(
            format!(
                "line 1, column {}: the capture ends in the middle",
                deep.len() + 1
            )
            .as_str()
        )
    );
}

#[test]
fn a_place_in_a_list_counts_what_stands_before_a_request() {
    let seen = list("{\"url\":\"https://t.test/\"}\r\n\n  {\"url\":17}\n");
    assert_eq!(
        seen.problems,
        ["line 3, column 11: a value of the wrong kind: expected a string"]
    );
}
