//! What surrounds a detail in real requests, and says nothing about a person.

use super::chance::Chance;
use super::encode;

/// A field of an analytics request.
pub fn field(chance: &mut Chance) -> (&'static str, String) {
    let time = || 1_760_000_000_000_u64;
    match chance.below(26) {
        0 => (
            "tid",
            format!(
                "G-{}",
                chance.letters(b"ABCDEFGHJKLMNPQRSTUVWXYZ0123456789", 10)
            ),
        ),
        1 => (
            "cid",
            format!(
                "{}.{}",
                chance.between(100_000_000, 2_147_483_647),
                1_700_000_000 + chance.below(99_000_000)
            ),
        ),
        2 => (
            "_fbp",
            format!(
                "fb.1.{}.{}",
                time() + chance.below(9_000_000_000) as u64,
                chance.between(100_000_000, 2_147_483_647)
            ),
        ),
        3 => (
            "sr",
            (chance.pick(&["1920x1080", "1366x768", "390x844", "2560x1440"])).to_owned(),
        ),
        4 => (
            "ul",
            (chance.pick(&["en-us", "de-de", "fr-fr", "en-gb", "es-es"])).to_owned(),
        ),
        5 => (
            "ts",
            (time() + chance.below(9_000_000_000) as u64).to_string(),
        ),
        6 => (
            "ev",
            (chance.pick(&[
                "PageView",
                "ViewContent",
                "AddToCart",
                "Purchase",
                "Lead",
                "SubscribedButtonClick",
            ]))
            .to_owned(),
        ),
        7 => (
            "v",
            format!(
                "{}.{}.{}",
                chance.below(9),
                chance.below(99),
                chance.below(9)
            ),
        ),
        8 => ("session_id", uuid(chance)),
        9 => ("anonymousId", uuid(chance)),
        10 => (
            "gtm",
            format!("45je{}h0v{}za200", chance.digits(4), chance.digits(9)),
        ),
        11 => ("z", chance.between(1_000, 2_147_483_647).to_string()),
        12 => ("dl", page(chance)),
        13 => (
            "dr",
            (chance.pick(&["https://www.google.com/", "https://duckduckgo.com/", ""])).to_owned(),
        ),
        14 => (
            "dt",
            (chance.pick(&[
                "Thank you for your order",
                "Winter boots | Shop",
                "Mein Konto",
                "Panier",
                "Checkout - Step 2 of 3",
            ]))
            .to_owned(),
        ),
        15 => (
            "value",
            format!("{}.{:02}", chance.below(400), chance.below(100)),
        ),
        16 => (
            "currency",
            (chance.pick(&["USD", "EUR", "GBP", "CAD"])).to_owned(),
        ),
        17 => ("content_ids", format!("[\"SKU-{}\"]", chance.digits(6))),
        18 => ("build", chance.hex(40)),
        19 => ("etag", chance.hex(32)),
        20 => (
            "gclid",
            encode::base64(&chance.bytes(54), encode::URL_SAFE, false),
        ),
        21 => (
            "vp",
            format!(
                "{}x{}",
                chance.between(300, 2_600),
                chance.between(400, 1_500)
            ),
        ),
        22 => (
            "order_id",
            format!("{}-{}", chance.digits(3), chance.digits(7)),
        ),
        23 => (
            "tz",
            (chance.pick(&[
                "America/Chicago",
                "Europe/Berlin",
                "Europe/Paris",
                "-300",
                "60",
            ]))
            .to_owned(),
        ),
        24 => ("consent", format!("G1{}", chance.digits(2))),
        _ => (
            "sdk",
            format!(
                "js-{}.{}.{}",
                chance.below(12),
                chance.below(60),
                chance.below(9)
            ),
        ),
    }
}

/// RFC 9562, version 4.
pub fn uuid(chance: &mut Chance) -> String {
    format!(
        "{}-{}-4{}-a{}-{}",
        chance.hex(8),
        chance.hex(4),
        chance.hex(3),
        chance.hex(3),
        chance.hex(12)
    )
}

/// A page of a shop, without anybody in it.
pub fn page(chance: &mut Chance) -> String {
    let path = chance.pick(&[
        "",
        "checkout/thank-you",
        "account",
        "products/winter-boots",
        "search",
        "cart",
        "de/kasse",
        "fr/panier",
    ]);
    let query = match chance.below(4) {
        0 => format!("?ref={}", chance.token(8)),
        1 => format!(
            "?utm_source=newsletter&utm_campaign=autumn_{}",
            chance.digits(4)
        ),
        _ => String::new(),
    };
    format!("https://www.shop.example/{path}{query}")
}

/// Several fields, none twice.
pub fn fields(count: usize, chance: &mut Chance) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = Vec::new();
    for _ in 0..count {
        let (name, value) = field(chance);
        if !fields.iter().any(|(other, _)| other == name) {
            fields.push((name.to_owned(), value));
        }
    }
    fields
}

/// A sentence such as stands on shops' pages.
pub fn sentence(chance: &mut Chance) -> &'static str {
    chance.pick(&[
        "Thank you for your order, it leaves our warehouse today.",
        "Your parcel is on its way and will arrive within three days.",
        "We have received your request and will answer soon.",
        "Ihre Bestellung ist bei uns eingegangen.",
        "Votre commande a bien été enregistrée.",
        "Please check that everything below is right before you continue.",
        "You can change this at any time in your account.",
    ])
}
