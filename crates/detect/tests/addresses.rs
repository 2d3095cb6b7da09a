//! Addresses are found as postal operators' rules spell them, and the neighbour's are not:
//! `addresses.tsv`, 220 of each of four countries in four spellings, written by
//! `generate/addresses.mjs`; and `address_forms.tsv`, one for each rule.
#![allow(clippy::expect_used, clippy::panic)] // A row that cannot be read is a broken test.

use leaklight_detect::{
    Address, Confidence, Detector, Profile, ProfileSource, Report, Request, Secret,
};
use std::collections::BTreeMap;

static ADDRESSES: &str = include_str!("addresses.tsv");
/// Addresses of each country, so that none vanishes.
const EACH: usize = 220;

static FORMS: &str = include_str!("address_forms.tsv");
/// Its rows, so that none vanishes.
const FORMS_IN_ALL: usize = 151;

struct Row {
    country: &'static str,
    detector: Detector,
    spellings: [String; 4],
    neighbour: String,
}

fn rows() -> impl Iterator<Item = Row> {
    let lines = ADDRESSES.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| {
        let columns: Vec<&'static str> = line.split('\t').collect();
        let [
            country,
            street,
            unit,
            city,
            region,
            code,
            spellings @ ..,
            neighbour,
        ] = &columns[..]
        else {
            panic!("{line}");
        };
        let lines = |text: &&str| text.replace('|', "\n");
        let spellings: Vec<String> = spellings.iter().map(lines).collect();
        Row {
            country,
            detector: detector([*country, *street, *unit, *city, *region, *code]),
            spellings: spellings.try_into().expect(line),
            neighbour: lines(neighbour),
        }
    })
}

/// What looks for an address: country, street, unit, city, region, postal code.
fn detector(address: [&str; 6]) -> Detector {
    let [country, street, unit, city, region, code] = address;
    let some = |text: &str| (!text.is_empty()).then(|| Secret::new(text));
    let profile = Profile::new(&ProfileSource {
        country: Some(country.to_owned()),
        addresses: vec![Address {
            street: some(street),
            unit: some(unit),
            city: some(city),
            region: some(region),
            postal_code: some(code),
            ..Address::default()
        }],
        ..ProfileSource::default()
    });
    Detector::new(profile.expect(street)).expect(street)
}

/// What is found of a text that a page's own words surround, as a button's text is sent.
fn inspect(detector: &Detector, text: &str) -> Report {
    let encoded: String = format!("Deliver to: {text} - change")
        .bytes()
        .map(|byte| format!("%{byte:02X}"))
        .collect();
    detector.inspect(&Request {
        url: format!("https://collect.example/tr?ev=click&t={encoded}&id=5512").into(),
        ..Request::default()
    })
}

fn is_found(report: &Report) -> bool {
    let likely = |confidence: Confidence| confidence >= Confidence::Likely;
    report.leaks.iter().any(|leak| likely(leak.confidence))
}

// One test for both, since most of its time goes into building 880 detectors.
#[test]
fn every_spelling_is_found_and_the_neighbours_house_is_not() {
    let (mut missed, mut wrong) = (Vec::new(), Vec::new());
    let mut numbers = BTreeMap::new();
    for row in rows() {
        *numbers.entry(row.country).or_insert(0) += 1;
        for spelling in row.spellings {
            if !is_found(&inspect(&row.detector, &spelling)) {
                missed.push(spelling);
            }
        }
        if is_found(&inspect(&row.detector, &row.neighbour)) {
            wrong.push(row.neighbour);
        }
    }
    assert_eq!(missed, [""; 0]);
    assert_eq!(wrong, [""; 0]);
    let countries = ["CA", "DE", "FR", "GB"].map(|country| (country, EACH));
    assert_eq!(numbers, BTreeMap::from(countries));
}

#[test]
fn every_rule_of_the_posts_is_read_and_no_other_address_is() {
    let (mut wrong, mut rows) = (Vec::new(), 0);
    for line in FORMS.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [verdict, address @ .., text] = &columns[..] else {
            panic!("{line}");
        };
        let address: [&str; 6] = address.try_into().expect(line);
        let found = is_found(&inspect(&detector(address), &text.replace('|', "\n")));
        if found != (*verdict == "found") {
            wrong.push(line);
        }
        rows += 1;
    }
    assert_eq!(wrong, [""; 0]);
    assert_eq!(rows, FORMS_IN_ALL);
}
