//! What stands in the captures is found, and nothing else.

use crate::run::{lines, scan_for_jane};

/// Entry, recipient's domain, identifier, carrier, chain and digest of every leak.
fn leaks(arguments: &[&str]) -> Vec<String> {
    let ran = scan_for_jane(&[&["--format", "ndjson"], arguments].concat());
    let text = |value: &serde_json::Value| value.as_str().unwrap_or("-").to_owned();
    let leaks = lines(&ran.stdout, "leak");
    let mut leaks: Vec<_> = leaks
        .iter()
        .map(|leak| {
            let chain: Vec<_> = leak["chain"]
                .as_array()
                .expect("a list")
                .iter()
                .map(text)
                .collect();
            [
                leak["entry"].to_string(),
                text(&leak["recipient"]["domain"]),
                text(&leak["identifier"]["id"]),
                text(&leak["carrier"]),
                chain.join("+"),
                text(&leak["digest"]),
            ]
            .join(" ")
        })
        .collect();
    leaks.sort();
    leaks
}

#[test]
fn every_pixel_of_the_receipt_page_is_found() {
    assert_eq!(
        leaks(&["receipt.har"]),
        [
            "2 facebook.com email-1 url_query  sha256",
            "3 facebook.com address-1 url_query  -",
            "3 facebook.com email-1 url_query  sha256",
            "3 facebook.com name-1 url_query  -",
            "4 linkedin.com address-1 body base64+gzip -",
            "5 snapchat.com address-1 body  -",
            "5 snapchat.com email-1 body  sha256",
            "5 snapchat.com phone-1 body  sha256",
            "7 pinterest.com other-1 url_query  -",
        ]
    );
}

#[test]
fn every_request_of_the_list_is_read() {
    assert_eq!(
        leaks(&["requests.ndjson"]),
        [
            "0 facebook.com email-1 url_query  sha256",
            "2 linkedin.com address-1 body gzip -"
        ]
    );
}
