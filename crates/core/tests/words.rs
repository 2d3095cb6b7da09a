//! What a finding says beside what was found: the request in words, its parameter's meaning, what went along.

#![allow(clippy::expect_used)] // What a test expects and does not get is its failure.

use leaklight_core::{
    Act, Body, Carrier, Content, Context, Finding, Inspector, Look, Purpose, Request, Trackers,
    Witness,
};

/// SHA-256 of the email address of the corpus's profile `jane`.
const EMAIL: &str = "d0449736dafd114bec813950bde1ac6cac0d74d2a5a4448ca8ca6b5d3d5ae083";

fn inspector() -> Inspector {
    leaklight_corpus::inspector_of("jane").expect("the corpus has this profile")
}

fn sent<'a>(url: String, body: &'a str) -> Request<'a> {
    Request {
        url: url.into(),
        method: "POST".into(),
        body: Body {
            content: Content::Bytes(body.as_bytes().into()),
            unread: Vec::new(),
        },
        page: Some("https://shop.example.com/checkout?step=2".into()),
        ..Request::default()
    }
}

fn only(request: &Request<'_>) -> Finding {
    let mut findings = inspector().inspect(request).findings;
    assert_eq!(findings.len(), 1, "{findings:?}");
    findings.remove(0)
}

#[test]
fn a_pixels_request_is_told_in_words() {
    let url = format!(
        "https://www.facebook.com/tr/?id=1234567890&ev=SubscribedButtonClick&dl=https%3A%2F%2Fshop.example.com%2F\
         &rl=&sw=1920&sh=1080&fbp=fb.1.17.109&udff[em]={EMAIL}"
    );
    let finding = only(&sent(url, ""));
    assert_eq!(
        finding.recipient.action.as_deref(),
        Some("Meta Pixel 1234567890: SubscribedButtonClick on /checkout")
    );
    assert_eq!(
        finding.recipient.event.as_deref(),
        Some("SubscribedButtonClick")
    );
    assert_eq!(
        finding.meaning.as_deref(),
        Some("email, collected automatically from a form, SHA-256")
    );
    let words: Vec<_> = finding.words.iter().map(|word| word.as_str()).collect();
    assert_eq!(
        words,
        ["email", "collected automatically from a form", "SHA-256"]
    );
    assert_eq!(finding.usual_event, None);
    let kinds: Vec<_> = finding.context.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Context::Page, Context::Screen, Context::CookieId]);
    assert_eq!(finding.context[1].names, ["sw", "sh"]);
    assert_eq!((finding.expected, finding.purpose), (false, Purpose::None));
}

#[test]
fn what_a_body_says_is_told_from_a_look_of_its_own() {
    let body = format!(
        r#"{{"event":"CompletePayment","context":{{"pixel":{{"code":"C4A1B2C3"}},"page":{{"url":"https://shop.example.com/"}},
        "userAgent":"x","user":{{"email":"{EMAIL}"}}}}}}"#
    );
    let request = sent("https://analytics.tiktok.com/api/v2/pixel".into(), &body);
    let inspector = inspector();
    let first = inspector.look(&request);
    let json = serde_json::to_string(&first).expect("a look is JSON");
    let kept: Look = serde_json::from_str(&json).expect("and a look again");
    let verdict = inspector.weigh(&request, &[kept, Look::default()]);
    let finding = &verdict.findings[0];
    assert_eq!(
        finding.recipient.action.as_deref(),
        Some("TikTok Pixel C4A1B2C3: CompletePayment on /checkout")
    );
    let kinds: Vec<_> = finding.context.iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Context::Page, Context::Browser]);
}

#[test]
fn a_proxy_is_told_by_its_body() {
    let body = r#"{"n":"pageview","u":"https://shop.example.com/?email=jmarlowe.72%40example.com","d":"shop.example.com"}"#;
    let finding = only(&sent("https://shop.example.com/api/event".into(), body));
    assert_eq!(
        finding.recipient.action.as_deref(),
        Some("Plausible shop.example.com: pageview on /checkout")
    );
    assert!(finding.recipient.tracker && finding.recipient.disguise.is_some());
}

#[test]
fn an_event_with_a_persons_name_is_not_repeated() {
    let url = format!("https://www.facebook.com/tr/?id=1&ev=Jane+Marlowe+bought&ud[em]={EMAIL}");
    for finding in inspector().inspect(&sent(url, "")).findings {
        assert_eq!(finding.recipient.event, None);
        assert_eq!(finding.usual_event, Some("page visit"));
        assert_eq!(
            finding.recipient.action.as_deref(),
            Some("Meta Pixel 1: page visit on /checkout")
        );
    }
}

#[test]
fn an_action_masks_the_page() {
    let request = Request {
        page: Some("https://shop.example.com/orders/jmarlowe.72@example.com/".into()),
        ..sent(
            format!("https://www.facebook.com/tr/?id=1&ev=View&ud[em]={EMAIL}"),
            "",
        )
    };
    let finding = only(&request);
    let action = finding.recipient.action.unwrap_or_default();
    assert!(
        action.contains("[email-1]") && !action.contains("marlowe"),
        "{action}"
    );
}

#[test]
fn why_a_finding_is_expected_is_said() {
    let body = "card[number]=4012888888881881";
    let stripe = |acted, resource: &'static str| Request {
        acted,
        resource: Some(resource.into()),
        ..sent("https://api.stripe.com/v1/tokens".into(), body)
    };
    for (acted, resource, purpose) in [
        (Some(Act::Typed), "xmlhttprequest", Purpose::HandedOver),
        (None, "xmlhttprequest", Purpose::ProbablyHandedOver),
        (None, "main_frame", Purpose::HandedOver),
        (None, "ping", Purpose::NotAsked),
        (Some(Act::Nothing), "xmlhttprequest", Purpose::NotAsked),
    ] {
        assert_eq!(
            only(&stripe(acted, resource)).purpose,
            purpose,
            "{acted:?} {resource}"
        );
    }
    let parcel = "card[name]=x&card[note]=9400111202555842332668";
    let finding = only(&sent("https://api.stripe.com/v1/tokens".into(), parcel));
    assert_eq!(finding.purpose, Purpose::NotNeeded);
    let referrer = "referrer=https%3A%2F%2Fx.example%2F%3Femail%3Djmarlowe.72%40example.com";
    let finding = only(&sent("https://api.stripe.com/v1/tokens".into(), referrer));
    assert_eq!(finding.purpose, Purpose::NotItsField);
}

#[test]
fn a_list_of_ones_own_makes_trackers_known() {
    let request = sent(
        "https://t.unlisted.example/c?email=jmarlowe.72%40example.com".into(),
        "",
    );
    assert!(!inspector().inspect(&request).recipient.tracker);
    let (trackers, _) = Trackers::parse("||unlisted.example^");
    let verdict = inspector().with_trackers(trackers).inspect(&request);
    assert!(verdict.recipient.tracker);
    assert_eq!(verdict.recipient.entity, None);
}

#[test]
fn a_message_is_its_pages_word_and_the_finding_says_so() {
    let mut request = sent("wss://chat.example/live".into(), "");
    request.messages = vec![EMAIL.as_bytes().into()];
    request.witness = Witness::Page;
    let finding = only(&request);
    assert_eq!(finding.carrier, Carrier::Message);
    assert_eq!(finding.recipient.domain, "chat.example");
    let json = serde_json::to_value(&finding).expect("a finding is JSON");
    assert_eq!(json["witness"], "page");
}

#[test]
fn of_the_browsers_word_nothing_is_said() {
    let finding = only(&sent(format!("https://a.example/?e={EMAIL}"), ""));
    let json = serde_json::to_value(&finding).expect("a finding is JSON");
    assert_eq!(json.get("witness"), None);
}
