//! Made-up findings of every sort.

use leaklight_core::{
    Carrier, Confidence, Disguise, Finding, IdentifierRef, Kind, Outcome, Part, Party, Place,
    Purpose, Reason, Recipient, Witness,
};
use leaklight_evidence::{Conclusion, ProblemRow, Report, Row, SkipRow, Summary};

pub const META: (&str, &str, &str) = ("www.facebook.com", "facebook.com", "Meta");
pub const LINKEDIN: (&str, &str, &str) = ("px.ads.linkedin.com", "linkedin.com", "LinkedIn");

/// Keys that are left out are those that nothing is known of.
fn recipient((host, domain, entity): (&str, &str, &str)) -> Recipient {
    let recipient = serde_json::json!({
        "host": host, "domain": domain, "entity": entity, "product": null, "account": null,
        "category": "advertising", "role": "advertising", "party": "third", "disguise": null, "tracker": true,
    });
    serde_json::from_value(recipient).expect("a recipient")
}

pub fn place(carrier: Carrier, name: Option<&str>, chain: &[&str], digest: Option<&str>) -> Place {
    Place {
        carrier,
        name: name.map(str::to_owned),
        chain: chain
            .iter()
            .map(|decoding| (*decoding).to_owned())
            .collect(),
        digest: digest.map(str::to_owned),
        parts: vec![],
    }
}

pub fn finding(recipient: Recipient, id: &str, kind: Kind, places: Vec<Place>) -> Finding {
    let first = places[0].clone();
    Finding {
        page: Some("https://shop.example/receipt?name=[name-1]".into()),
        method: "GET".into(),
        url: format!(
            "https://{}/tr/?id=1234567890&udff[em]=[{id}]",
            recipient.host
        ),
        time: Some("2026-01-01T00:00:00Z".into()),
        resource: Some("image".into()),
        outcome: Some(Outcome::Sent),
        initiator: vec!["https://connect.facebook.net/en_US/fbevents.js".into()],
        recipient,
        expected: false,
        purpose: Purpose::None,
        identifier: IdentifierRef {
            id: id.into(),
            kind,
        },
        parts: vec![],
        carrier: first.carrier,
        name: first.name,
        meaning: None,
        words: vec![],
        usual_event: None,
        chain: first.chain,
        digest: first.digest,
        places,
        context: vec![],
        confidence: Confidence::Certain,
        bits: 61.2,
        witness: Witness::Browser,
    }
}

fn row(entry: usize, finding: Finding) -> Row {
    Row {
        capture: Some("x.har".into()),
        entry: Some(entry),
        finding,
        count: 1,
    }
}

/// Findings of every sort.
pub fn report() -> Report {
    let meta = || Recipient {
        product: Some("Meta Pixel".into()),
        account: Some("1234567890".into()),
        ..recipient(META)
    };
    let email = place(Carrier::UrlQuery, Some("udff[em]"), &[], Some("sha256"));
    let address = vec![
        place(
            Carrier::Body,
            Some("$.innerText"),
            &["base64", "gzip"],
            None,
        ),
        place(
            Carrier::Body,
            Some("$.url › street"),
            &["base64", "gzip"],
            None,
        ),
    ];
    let mut again = finding(meta(), "email-1", Kind::Email, vec![email.clone()]);
    again.page = Some("https://shop.example/basket".into());
    again.time = Some("2026-01-01T00:00:09Z".into());
    let mut address = finding(recipient(LINKEDIN), "address-1", Kind::Address, address);
    address.parts = vec![Part::Street, Part::City];
    address.method = "POST".into();
    let hostile = Recipient {
        entity: None,
        category: None,
        party: Party::Unknown,
        disguise: Some(Disguise::Cname),
        tracker: false,
        ..recipient(("evil.example", "evil.example", ""))
    };
    let name = "=<script>alert(1)</script>\u{1b}[31m\u{202e}\"";
    let mut hostile = finding(
        hostile,
        "name-1",
        Kind::Name,
        vec![place(
            Carrier::Cookie,
            Some(name),
            &["percent"],
            Some("sha256(md5)"),
        )],
    );
    hostile.confidence = Confidence::Likely;
    hostile.page = None;
    hostile.outcome = Some(Outcome::Blocked);
    let payment = Recipient {
        category: Some("payment".into()),
        role: Some("payment".into()),
        tracker: false,
        ..recipient(("api.stripe.com", "stripe.com", "Stripe"))
    };
    let mut payment = finding(
        payment,
        "card-1",
        Kind::Card,
        vec![place(Carrier::Body, Some("card[number]"), &[], None)],
    );
    payment.expected = true;
    let skip = |entry, reason| SkipRow {
        capture: Some("x.har".into()),
        entry,
        reason,
        count: 1,
    };
    Report {
        rows: vec![
            row(3, finding(meta(), "email-1", Kind::Email, vec![email])),
            row(7, hostile),
            row(9, address),
            row(12, again),
            row(15, payment),
        ],
        skips: vec![
            skip(Some(4), Reason::BodyNotCaptured),
            skip(Some(9), Reason::BodyNotCaptured),
            skip(None, Reason::HeadersStripped),
        ],
        problems: vec![ProblemRow {
            capture: "y.har".into(),
            message: "line 3, column 17: the capture ends in the middle".into(),
        }],
    }
}

pub fn summary(leaks: u64, skips: u64) -> Summary {
    Summary {
        captures: 2,
        requests: 170,
        bytes: 91_234,
        leaks,
        skips,
        conclusion: Conclusion::new(leaks, skips == 0),
    }
}
