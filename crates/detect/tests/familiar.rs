//! A header that is known to hold nothing is passed over, and nothing else is; what one request leaves changes nothing
//! for the next.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use leaklight_detect::{Detector, Familiar, Look, Profile, ProfileSource, Request, Secret};
use proptest::prelude::*;

const EMAIL: &str = "jane.doe@example.com";

fn detector(emails: &[&str]) -> Detector {
    let source = ProfileSource {
        emails: emails.iter().map(|email| Secret::new(*email)).collect(),
        ..ProfileSource::default()
    };
    Detector::new(Profile::new(&source).unwrap()).unwrap()
}

fn request<'r>(url: &'r str, headers: &[(&'r str, &'r str)]) -> Request<'r> {
    let headers = headers.iter();
    Request {
        url: url.into(),
        headers: headers
            .map(|(name, value)| ((*name).into(), (*value).into()))
            .collect(),
        ..Request::default()
    }
}

/// Looks at requests one after the other, and at each alone.
fn looks(detector: &Detector, requests: &[Request<'_>]) -> [Vec<Look>; 2] {
    let mut familiar = Familiar::default();
    let mut again = |request| detector.look_again(request, &mut familiar);
    [
        requests.iter().map(&mut again).collect(),
        requests
            .iter()
            .map(|request| detector.look(request))
            .collect(),
    ]
}

#[test]
fn what_is_known_costs_and_says_the_same() {
    let quiet = (
        "cookie",
        "session=0123456789abcdef0123456789abcdef; theme=dark",
    );
    let base64 = ("x-state", "eyJlbWFpbCI6ImphbmUuZG9lQGV4YW1wbGUuY29tIn0");
    let clear = ("x-user", EMAIL);
    let long = "%41".repeat(100);
    let found = "https://tracker.example/?em=jane.doe%40example.com";
    let requests = [
        request("https://tracker.example/?a=1", &[quiet, ("x-long", &long)]),
        request("https://tracker.example/?a=1", &[quiet, ("x-long", &long)]),
        request(found, &[quiet, base64]),
        request(found, &[quiet, base64, clear]),
        request("https://tracker.example/", &[clear, quiet]),
        request("https://tracker.example/", &[quiet, clear, base64]),
        request("https://tracker.example/", &[base64]),
        // The same value under another name, and another value of the same length.
        request("https://tracker.example/", &[("referer", quiet.1)]),
        request(
            "https://tracker.example/",
            &[(
                quiet.0,
                "session=jane.doe@example.com; theme=dark; a=0123456789",
            )],
        ),
    ];
    let [together, alone] = looks(&detector(&[EMAIL]), &requests);
    for (number, (together, alone)) in together.iter().zip(&alone).enumerate() {
        assert_eq!(together, alone, "request {number}");
        assert_eq!(
            alone.found(),
            (2..7).contains(&number) || number == 8,
            "request {number}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn room_that_was_used_changes_nothing(
        requests in prop::collection::vec(
            (
                prop::collection::vec(
                    prop::sample::select(vec![
                        "a=1", "n=jane.doe", "em=jane.doe%40example.com", "q=é+ü", "d=%7B%22a%22%3A%5B%22jane.doe%22%2C%22example.com%22%5D%7D",
                        "u=https%3A%2F%2Fa.test%2F%3Fx%3D%257B%2522b%2522%253A1%257D", "h=5f4dcc3b5aa765d61d8327deb882cf99",
                    ]),
                    0..6,
                ),
                prop::sample::select(vec![0, 1, 200, 4_000]),
            ),
            1..8,
        ),
    ) {
        let urls: Vec<_> = requests
            .iter()
            .map(|(pieces, times)| format!("https://t.test/p?{}{}", pieces.join("&"), "&b=long+words".repeat(*times)))
            .collect();
        let requests: Vec<_> = urls.iter().map(|url| request(url, &[])).collect();
        let [together, alone] = looks(&detector(&[EMAIL]), &requests);
        prop_assert_eq!(together, alone);
    }
}

#[test]
fn no_detector_believes_another() {
    let (jane, john) = (detector(&[EMAIL]), detector(&["john.roe@example.org"]));
    let mut familiar = Familiar::default();
    let request = request("https://tracker.example/", &[("x-user", EMAIL)]);
    assert!(!john.look_again(&request, &mut familiar).found());
    assert!(jane.look_again(&request, &mut familiar).found());
}
