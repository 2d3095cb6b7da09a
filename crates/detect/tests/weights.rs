//! Every number in `weight/` that is a judgement has a request on either side of it, which would be
//! told otherwise if the number were moved; what was counted is derived again beside it.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use leaklight_detect::{
    Address, Card, Confidence, Detector, Name, Profile, ProfileSource, Request, Secret,
};
use sha2::{Digest, Sha256};

/// Who is looked for.
#[derive(Clone, Copy)]
enum Who {
    /// Jane Marlowe, 123 Main Street, Springfield.
    Jane,
    /// James Smith, 1 Church Lane, Carlisle.
    James,
    /// Mark Will, Northwest Saint Helens Road, a British postal code, short addresses.
    Mark,
    /// Ana García Márquez, 3 C Street, Davis.
    Ana,
}

fn detector(who: Who) -> Detector {
    let some = |text: &str| (!text.is_empty()).then(|| Secret::new(text));
    let [given, family, street, city, region, code, country] = match who {
        Who::Jane => [
            "Jane",
            "Marlowe",
            "123 Main Street",
            "Springfield",
            "IL",
            "62704-1234",
            "US",
        ],
        Who::James => ["James", "Smith", "1 Church Lane", "Carlisle", "", "", "GB"],
        Who::Mark => [
            "Mark",
            "Will",
            "4100 Northwest Saint Helens Road",
            "London",
            "",
            "ZZ99 3WZ",
            "GB",
        ],
        Who::Ana => [
            "Ana",
            "García Márquez",
            "3 C Street",
            "Davis",
            "CA",
            "",
            "US",
        ],
    };
    let email = match who {
        Who::Jane => "j@gmail.com",
        Who::James | Who::Ana => "jo@gmail.com",
        Who::Mark => "jmarlowe.72@example.com",
    };
    let source = ProfileSource {
        country: Some(country.to_owned()),
        emails: vec![Secret::new(email)],
        names: vec![Name {
            given: some(given),
            family: some(family),
            ..Name::default()
        }],
        addresses: vec![Address {
            street: some(street),
            city: some(city),
            region: some(region),
            postal_code: some(code),
            ..Address::default()
        }],
        cards: vec![Card {
            first6: some("510510"),
            last4: some("1881"),
            ..Card::default()
        }],
        ..ProfileSource::default()
    };
    Detector::new(Profile::new(&source).expect("a profile")).expect("a detector")
}

/// The highest confidence of what is found in a query string.
fn told(who: Who, query: &str) -> Option<Confidence> {
    let request = Request {
        url: format!("https://collect.example/c?{query}").into(),
        ..Request::default()
    };
    let report = detector(who).inspect(&request);
    report.leaks.iter().map(|leak| leak.confidence).max()
}

fn sha256(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A text of so many words around another.
fn among(words: usize, text: &str) -> String {
    format!("t={}{}", "word+".repeat(words), text.replace(' ', "+"))
}

#[test]
fn no_number_can_be_moved_beyond_its_bounds() {
    use Confidence::{Certain, Likely, Possible};
    let digest = |name: &str, text: &str| format!("{name}={}", sha256(text));
    // The number, which way it may not be moved, who is looked for, in what, and what is told.
    #[rustfmt::skip]
    let cases = [
        ("NAMED up: NAMED + PART_OF_A_NAME", Who::Jane, "fn=jane".to_owned(), Some(Possible)),
        ("NAMED down: NAMED + POSTAL_CODE + DIGESTED_PLACE", Who::Jane, digest("zp", "62704"), Some(Likely)),
        ("PART_OF_A_NAME up", Who::Jane, "ln=marlowe".to_owned(), Some(Possible)),
        ("PART_OF_A_NAME down", Who::Jane, "fn=jane&ln=marlowe".to_owned(), Some(Likely)),
        ("names that are common prove less", Who::James, among(100, "James Smith"), Some(Possible)),
        ("names that are rare prove more", Who::Jane, among(100, "Jane Marlowe"), Some(Likely)),
        ("ORDINARY_WORDS down: among words", Who::Mark, among(20, "the mark will be shown"), None),
        ("ORDINARY_WORDS down: all there is", Who::Mark, "q=mark+will".to_owned(), Some(Possible)),
        ("ORDINARY_WORDS up: with capitals", Who::Mark, among(20, "Mark Will"), Some(Likely)),
        ("IN_TITLE down", Who::Mark, format!("{}+Now+Why+Mark+Will+Be+King", among(60, "")), Some(Possible)),
        ("IN_TITLE up", Who::Mark, "t=Dear+Mark+Will+Your+Parcel".to_owned(), Some(Likely)),
        ("SHORTENED_NAME up", Who::Ana, among(800, "Ana García"), Some(Likely)),
        ("SHORTENED_NAME down", Who::Ana, among(4, "Ana García"), Some(Likely)),
        ("LEAST_OF_A_STREET down and up", Who::Ana, "q=3+C+Street".to_owned(), Some(Possible)),
        ("PROVIDER up", Who::James, "email_domain=gmail.com".to_owned(), None),
        ("CITY up", Who::Jane, "city=Springfield".to_owned(), Some(Possible)),
        ("CITY and STREET_IN_PLACE down", Who::James, among(20, "1 Church Lane, Carlisle"), Some(Likely)),
        ("REGION up", Who::Jane, "state=IL".to_owned(), None),
        ("POSTAL_CODE up", Who::Jane, "zip=62704".to_owned(), Some(Possible)),
        ("DIGESTED_PLACE up", Who::Jane, digest("ct", "springfield"), Some(Possible)),
        ("POSTAL_CODE_OF_A_STREET up", Who::Mark, "zip=ZZ99+3WZ".to_owned(), Some(Likely)),
        ("POSTAL_CODE_OF_A_STREET down", Who::Mark, "a=1&b=2&c=3&d=ZZ99+3WZ".to_owned(), Some(Likely)),
        ("ZIP4 down", Who::Jane, "zip=62704-1234".to_owned(), Some(Likely)),
        ("DELIVERY_POINT down", Who::Jane, "zip=62704123423".to_owned(), Some(Certain)),
        ("STREET_IN_PLACE up", Who::Jane, among(100, "Main Street 123, Springfield"), Some(Likely)),
        ("ELSEWHERE down: another city", Who::Jane, "address1=123+Main+St&city=Dayton".to_owned(), None),
        ("ELSEWHERE down: a neighbour's house", Who::Mark, "street=20+Northwest+Saint+Helens+Road&zip=ZZ99+3WZ".to_owned(), None),
        ("ELSEWHERE up", Who::Mark, "address1=4100+Northwest+Saint+Helens+Road&city=Dayton".to_owned(), Some(Likely)),
        ("BARE_STREET down and up", Who::Jane, "q=123+Main".to_owned(), Some(Possible)),
        ("REVERSED down and up", Who::Jane, "q=Main+Street+123".to_owned(), Some(Possible)),
        ("house numbers that are common prove less", Who::James, "q=1+Church+Lane".to_owned(), Some(Possible)),
        ("house numbers that are rare prove more", Who::Jane, "q=123+Main+Street".to_owned(), Some(Likely)),
        ("COMMON_STREET up", Who::Jane, "street=Main+Street".to_owned(), Some(Possible)),
        ("MOST_OF_A_STREET up", Who::Mark, "street=Northwest+Saint+Helens+Road".to_owned(), Some(Likely)),
        ("GUESS down and up, SMALL down", Who::Jane, digest("h", "1881"), Some(Possible)),
        ("SMALL up", Who::Jane, digest("h", "janemarlowe"), Some(Certain)),
        ("AT up", Who::Jane, "email=j%40gmail.com".to_owned(), Some(Likely)),
        ("AT down", Who::James, "email=jo%40gmail.com".to_owned(), Some(Likely)),
        ("MAILBOX down", Who::Mark, among(4_000, "jmarlowe.72@example.com"), Some(Certain)),
        ("OTHER_DOMAIN up", Who::Mark, "email_domain=example.com".to_owned(), Some(Possible)),
        ("ISSUER down", Who::Jane, among(100, "5105 10** **** 1881"), Some(Certain)),
        ("ISSUER: what the last four tell without it", Who::Jane, among(100, "**** 1881"), Some(Likely)),
    ];
    let told: Vec<_> = cases
        .iter()
        .map(|(number, who, query, _)| (*number, told(*who, query)))
        .collect();
    let expected: Vec<_> = cases
        .iter()
        .map(|(number, _, _, expected)| (*number, *expected))
        .collect();
    for (told, expected) in told.iter().zip(&expected) {
        println!("{told:?} {expected:?}");
    }
    assert_eq!(told, expected);
}

#[test]
fn beside_a_certain_detail_nothing_stands_by_accident() {
    let alone = among(400, "James Smith");
    let beside = among(400, "James Smith, jmarlowe.72@example.com");
    let source = |person: Option<&str>| ProfileSource {
        emails: vec![Secret::new("jmarlowe.72@example.com")],
        names: vec![Name {
            given: Some(Secret::new("James")),
            family: Some(Secret::new("Smith")),
            person: person.map(str::to_owned),
            ..Name::default()
        }],
        ..ProfileSource::default()
    };
    let name = |person, query: &str| {
        let profile = Profile::new(&source(person)).expect("a profile");
        let request = Request {
            url: format!("https://collect.example/c?{query}").into(),
            ..Request::default()
        };
        let report = Detector::new(profile)
            .expect("a detector")
            .inspect(&request);
        let mut leaks = report.leaks.into_iter();
        leaks
            .find(|leak| leak.identifier == "name-1")
            .map(|leak| leak.confidence)
    };
    assert_eq!(name(None, &alone), Some(Confidence::Possible));
    assert_eq!(name(None, &beside), Some(Confidence::Likely));
    assert_eq!(name(Some("lee"), &beside), Some(Confidence::Likely));
}
