//! What a look-up costs: `cargo bench -p leaklight-recipients`.

use divan::{Bencher, black_box};
use leaklight_recipients::{Asked, Trackers, ask, entity, recipient, registrable_domain};

fn main() {
    divan::main();
}

const HOSTS: [&str; 3] = [
    "www.facebook.com",
    "metrics.shop.example.co.uk",
    "a.b.c.unlisted.example",
];

/// The registrable domain of a host: under a microsecond.
#[divan::bench(args = HOSTS)]
fn domain(host: &str) -> &str {
    registrable_domain(black_box(host))
}

/// The organisation behind a host: under a microsecond.
#[divan::bench(args = HOSTS)]
fn organisation(host: &str) -> bool {
    entity(black_box(host)).is_some()
}

/// All that is to be said of a request.
#[divan::bench(args = [
    "https://www.facebook.com/tr/?id=1234567890&ev=PageView&dl=https%3A%2F%2Fshop.example%2Fcheckout",
    "https://cdn.unlisted.example/lib/app.js",
    "https://www.example.com/api/cart",
    "https://region1.google-analytics.com/g/collect?v=2&tid=G-ABCDE12345&en=page_view",
])]
fn whole_answer(bencher: Bencher<'_, '_>, url: &str) {
    bencher.bench(|| {
        recipient(
            black_box(url),
            black_box(Some("https://www.example.com/checkout")),
        )
    });
}

fn list() -> String {
    (0..60_000)
        .map(|number| format!("||metrics.site-{number}.example^$third-party\n"))
        .collect()
}

/// Reading a list of 60,000 rules: well under a second.
#[divan::bench(sample_count = 10)]
fn import(bencher: Bencher<'_, '_>) {
    let list = list();
    bencher.bench(|| Trackers::parse(black_box(&list)));
}

/// The same request with such a list in hand.
#[divan::bench]
fn answer_with_a_list(bencher: Bencher<'_, '_>) {
    let (trackers, _) = Trackers::parse(&list());
    bencher.bench(|| {
        ask(&Asked {
            url: black_box("https://metrics.site-777.example/x"),
            page: Some("https://www.example.com/"),
            trackers: Some(&trackers),
            ..Asked::default()
        })
    });
}
