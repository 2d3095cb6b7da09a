//! What the report's words mean, and what it does not say.

use maud::{Markup, html};

/// The words, and the limits of what they say.
pub(super) fn words() -> Markup {
    html! {
        section .explanation aria-labelledby="words" {
            h2 id="words" { "How to read this" }
            p {
                strong { "What “certain” speaks about: " }
                "that the detail stood in the request. It says nothing about what the recipient did with it: "
                "whether it was stored, joined with other data or thrown away. Neither does it say who meant it to happen."
            }
            dl .glossary {
                div { dt { "Certain, likely, possible" } dd { "How sure it is that the detail itself stood there rather than the same characters by chance. Certain: chance is no explanation. Likely: an unlikely one. Possible: it may be chance." } }
                div { dt { "First party" } dd { "The site that was visited, or the organisation it belongs to." } }
                div { dt { "First party in name" } dd { "Somebody else’s collector under a name of the site’s own, or passed on by the site’s own server." } }
                div { dt { "Went along" } dd { "What else the same request told: page, screen, device, ids. No leak by itself; it is what the detail was joined with." } }
                div { dt { "Third party" } dd { "Somebody else." } }
                div { dt { "Party unknown" } dd { "It is not known which page sent the request. It counts as somebody else." } }
                div { dt { "In clear" } dd { "The detail stands there as anyone would write it." } }
                div { dt { "Digest" } dd { "A fingerprint computed from the detail. It does not show the detail, but whoever has the same detail computes the same fingerprint: advertisers use it to recognise people." } }
                div { dt { "“SHA-256 digest in base64”" } dd { "Wrappings are told from the inside out: the digest was written as base64. They are undone in the opposite order." } }
                div { dt { "Entry" } dd { "The request’s number in the capture, counted from 0." } }
                div { dt { "Page" } dd { "The page in the browser’s address bar when the request was sent." } }
            }
        }
    }
}
