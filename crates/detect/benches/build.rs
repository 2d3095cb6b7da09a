//! How long a detector takes to build, and how fast it looks, for a household's full profile.
//!
//! `cargo bench -p leaklight-detect --bench build`

use divan::Bencher;
use divan::counter::BytesCount;
use leaklight_detect::{
    Address, Body, Card, Content, Detector, Name, Profile, ProfileSource, Request, Secret,
};

fn main() {
    divan::main();
}

/// Two people with three addresses, four email addresses, three phones and two cards.
fn household() -> ProfileSource {
    let some = |text: &str| Some(Secret::new(text));
    let name = |given, middle, family| Name {
        given: some(given),
        middle: some(middle),
        family: some(family),
        ..Name::default()
    };
    let address = |street, unit, city, region, postal_code| Address {
        street: some(street),
        unit: some(unit),
        city: some(city),
        region: some(region),
        postal_code: some(postal_code),
        ..Address::default()
    };
    let card = |number| Card {
        number: some(number),
        ..Card::default()
    };
    let secrets = |texts: &[&str]| texts.iter().copied().map(Secret::new).collect();
    ProfileSource {
        names: vec![
            name("Jane", "Quincy", "Marlowe"),
            name("Otis", "Lee", "Van Houten"),
        ],
        emails: secrets(&[
            "jane.marlowe+shop@gmail.com",
            "j.marlowe@example.com",
            "otis.vanhouten@example.org",
            "the.marlowes@example.net",
        ]),
        phones: secrets(&["+1 212-555-0143", "+44 20 7946 0958", "(303) 555-0178"]),
        addresses: vec![
            address(
                "123 N Main Street",
                "Apt 4B",
                "Springfield",
                "IL",
                "62704-1234",
            ),
            address("350 Fifth Avenue", "Floor 21", "New York", "NY", "10118"),
            address("1600 Pennsylvania Ave NW", "", "Washington", "DC", "20500"),
        ],
        cards: vec![card("4012 8888 8888 1881"), card("378282246310005")],
        birth_dates: secrets(&["1984-03-07"]),
        ..ProfileSource::default()
    }
}

#[divan::bench]
fn detector_of_a_household(bencher: Bencher<'_, '_>) {
    bencher
        .with_inputs(household)
        .bench_values(|source| detector(&source));
}

fn detector(source: &ProfileSource) -> Option<Detector> {
    Detector::new(Profile::new(source).ok()?).ok()
}

/// Text of a session replay's kind, in which nothing stands: the usual case.
fn harmless(length: usize) -> Vec<u8> {
    let mut state = 1u32;
    let mut text = Vec::with_capacity(length);
    while text.len() < length {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let row = format!(
            "{{\"id\":\"{state:08x}{:08x}\",\"class\":\"button primary-{}\",\"text\":\"Add to basket\"}}\n",
            state.rotate_left(9),
            state % 97
        );
        text.extend_from_slice(row.as_bytes());
    }
    text
}

#[divan::bench(args = [10_000, 1_000_000])]
fn look_at_harmless_text(bencher: Bencher<'_, '_>, length: usize) {
    let Some(detector) = detector(&household()) else {
        return;
    };
    let text = harmless(length);
    bencher.counter(BytesCount::of_slice(&text)).bench(|| {
        detector.look(&Request {
            url: "https://collect.example/".into(),
            method: "POST".into(),
            body: Body {
                content: Content::Bytes(text.as_slice().into()),
                ..Body::default()
            },
            ..Request::default()
        })
    });
}
