//! Findings in words: the one place, so that every report says the same.

use leaklight_core::{
    Carrier, Confidence, Context, Disguise, IdentifierRef, Kind, Outcome, Part, Party, Purpose,
    Reason, Witness,
};

/// What a kind of detail is called.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Name => "name",
        Kind::Email => "email address",
        Kind::Phone => "phone number",
        Kind::Address => "postal address",
        Kind::Card => "payment card",
        Kind::BirthDate => "date of birth",
        Kind::NationalId => "national id",
        Kind::Other => "other detail",
    }
}

/// What a part of a detail is called.
pub fn part(part: Part) -> &'static str {
    match part {
        Part::Given => "given name",
        Part::Middle => "middle name",
        Part::Family => "family name",
        Part::Street => "street",
        Part::Unit => "unit",
        Part::City => "city",
        Part::Region => "region",
        Part::PostalCode => "postal code",
        Part::Country => "country",
        Part::LocalPart => "before the @",
        Part::Domain => "domain",
        Part::First6 => "first six digits",
        Part::Last4 => "last four digits",
    }
}

/// Which detail it is, in words: its parts where there are some, else its kind.
pub fn detail(identifier: &IdentifierRef, parts: &[Part]) -> String {
    if parts.is_empty() {
        kind(identifier.kind).to_owned()
    } else {
        let parts: Vec<_> = parts.iter().map(|one| part(*one)).collect();
        format!("{}: {}", kind(identifier.kind), parts.join(", "))
    }
}

/// Where bytes travel.
pub fn carrier(carrier: Carrier) -> &'static str {
    match carrier {
        Carrier::UrlHost => "host name",
        Carrier::UrlUserinfo => "user name in the URL",
        Carrier::UrlPath => "URL path",
        Carrier::UrlQuery => "URL query",
        Carrier::Header => "header",
        Carrier::Cookie => "cookie",
        Carrier::Body => "body",
        Carrier::Message => "message",
    }
}

/// How a detail is hidden, from the inside out: "SHA-256 digest in base64"; "in clear" where it is
/// not hidden at all.
pub fn hiding(chain: &[String], digest: Option<&str>) -> String {
    let layers = chain.iter().rev().map(|decoding| encoding(decoding));
    let layers: Vec<_> = digest.map(digest_words).into_iter().chain(layers).collect();
    if layers.is_empty() {
        "in clear".to_owned()
    } else {
        layers.join(" in ")
    }
}

/// What a decoding undoes.
fn encoding(decoding: &str) -> String {
    match decoding {
        "percent" => "percent-encoding",
        "html" => "HTML entities",
        "json" => "a JSON string",
        "hex" => "hexadecimal",
        "lz_string" => "lz-string",
        "quoted_printable" => "quoted-printable",
        "reversed" => "reversed text",
        "utf16" | "utf16le" | "utf16be" => "UTF-16",
        other => return other.replace('_', " "),
    }
    .to_owned()
}

/// A digest, or a digest of a digest: `sha256(md5)`.
fn digest_words(digest: &str) -> String {
    match digest.split_once('(') {
        None => format!("{} digest", algorithm(digest)),
        Some((outer, inner)) => {
            let inner = digest_words(inner.strip_suffix(')').unwrap_or(inner));
            let article = if inner.starts_with('M') { "an" } else { "a" };
            format!("{} digest of {article} {inner}", algorithm(outer))
        }
    }
}

/// A digest algorithm's name as its authors write it.
fn algorithm(name: &str) -> String {
    let upper = name.to_ascii_uppercase().replace('_', "-");
    match upper.strip_prefix("SHA") {
        // SHA3-256 and its like are written without a hyphen there.
        Some(size) if size.parse::<u16>().is_ok() => format!("SHA-{size}"),
        _ => upper,
    }
}

/// How sure it is.
pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Possible => "possible",
        Confidence::Likely => "likely",
        Confidence::Certain => "certain",
    }
}

/// How a recipient stands to the page; somebody else under the site's own name is first party in name only.
pub fn party(party: Party, disguise: Option<Disguise>) -> &'static str {
    match party {
        _ if disguise.is_some() => "first party in name",
        Party::First => "first party",
        Party::Third => "third party",
        Party::Unknown => "party unknown",
    }
}

/// How a recipient passes for the page's own.
pub fn disguise(disguise: Disguise) -> &'static str {
    match disguise {
        Disguise::Cname => "under a name of the site's own",
        Disguise::Proxy => "through the site's own server",
    }
}

/// What else a request told, in one line; nothing where it told nothing else.
pub fn went_along(context: &[Context]) -> Option<String> {
    let words: Vec<_> = context.iter().map(|context| context.words()).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// Why a finding is expected, or is not; nothing where nobody asks anything of the recipient.
pub fn purpose(purpose: Purpose) -> Option<&'static str> {
    match purpose {
        Purpose::None => None,
        Purpose::HandedOver => Some("handed over to do what was asked for"),
        Purpose::ProbablyHandedOver => Some(
            "probably handed over to do what was asked for; what the person did there is not known",
        ),
        Purpose::NotNeeded => Some("not needed for what this recipient was asked for"),
        Purpose::NotItsField => Some("not in a field that the recipient asks it in"),
        Purpose::NotAsked => Some("nothing was asked of this recipient"),
    }
}

/// Whose word a finding is, where it is not the browser's.
pub fn witness(witness: Witness) -> Option<&'static str> {
    match witness {
        Witness::Browser => None,
        Witness::Page => Some("the page's own word, which a page could make up"),
    }
}

/// A category or a role.
pub fn category(category: &str) -> String {
    category.replace('_', " ")
}

/// What became of a request, where it did not simply leave.
pub fn outcome(outcome: Outcome) -> Option<&'static str> {
    match outcome {
        Outcome::Sent => None,
        Outcome::Blocked => Some("blocked before it left"),
        Outcome::Failed => Some("failed, as far as is known"),
        Outcome::Cached => Some("answered by a cache"),
    }
}

/// Why something could not be read.
pub fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::BodyNotCaptured => "the request had a body, and the capture does not hold it",
        Reason::BodyUnreadable => "the browser did not show what was sent",
        Reason::BodyMangled => "the capture holds replacement characters where bytes were",
        Reason::BodyTruncated => "only the beginning of the body could be read",
        Reason::FileNotRead => "a file was uploaded, and its content was not read",
        Reason::HeadersStripped => "no request has a Cookie header: the capture leaves headers out",
        Reason::TooLarge => "more came out of compressed data than is read",
        Reason::DepthLimit => "nested deeper than is followed",
        Reason::ViewLimit => "more parts than are looked at",
        Reason::WorkLimit => "more work than one request may cost",
    }
}

/// A reason's word in reports for programs.
pub fn reason_code(reason: Reason) -> &'static str {
    match reason {
        Reason::BodyNotCaptured => "body_not_captured",
        Reason::BodyUnreadable => "body_unreadable",
        Reason::BodyMangled => "body_mangled",
        Reason::BodyTruncated => "body_truncated",
        Reason::FileNotRead => "file_not_read",
        Reason::HeadersStripped => "headers_stripped",
        Reason::TooLarge => "too_large",
        Reason::DepthLimit => "depth_limit",
        Reason::ViewLimit => "view_limit",
        Reason::WorkLimit => "work_limit",
    }
}

/// A number and its noun: `1 request`, `3 requests`.
pub fn count(number: u64, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// A time as people write it: `2026-01-01 00:00:00 UTC` for RFC 3339's `2026-01-01T00:00:00Z`.
pub fn time(time: &str) -> String {
    match time.split_once('T') {
        Some((date, clock)) => format!("{date} {}", clock.replace('Z', " UTC")),
        None => time.to_owned(),
    }
}

/// A number of bytes as people say it.
pub fn bytes(bytes: u64) -> String {
    #[expect(clippy::cast_precision_loss, reason = "three digits are shown")]
    let float = bytes as f64;
    match bytes {
        0..1_000 => count(bytes, "byte"),
        1_000..1_000_000 => format!("{:.1} kB", float / 1e3),
        1_000_000..1_000_000_000 => format!("{:.1} MB", float / 1e6),
        _ => format!("{:.1} GB", float / 1e9),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(chain: &[&str], digest: Option<&str>) -> String {
        let chain: Vec<_> = chain
            .iter()
            .map(|decoding| (*decoding).to_owned())
            .collect();
        hiding(&chain, digest)
    }

    #[test]
    fn hiding_is_told_from_the_inside_out() {
        assert_eq!(hidden(&[], None), "in clear");
        assert_eq!(hidden(&["base64", "gzip"], None), "gzip in base64");
        assert_eq!(
            hidden(&["percent"], Some("sha256")),
            "SHA-256 digest in percent-encoding"
        );
        assert_eq!(
            hidden(&[], Some("sha256(md5)")),
            "SHA-256 digest of an MD5 digest"
        );
        assert_eq!(hidden(&[], Some("sha3_256")), "SHA3-256 digest");
        assert_eq!(
            hidden(&["lz_string"], Some("ripemd160")),
            "RIPEMD160 digest in lz-string"
        );
    }

    #[test]
    fn numbers_and_nouns_agree() {
        assert_eq!(count(1, "leak"), "1 leak");
        assert_eq!(count(0, "leak"), "0 leaks");
        assert_eq!(bytes(91_234), "91.2 kB");
        assert_eq!(bytes(12), "12 bytes");
    }

    #[test]
    fn a_reasons_code_is_what_serde_writes() {
        for reason in [
            Reason::BodyNotCaptured,
            Reason::BodyUnreadable,
            Reason::BodyMangled,
            Reason::BodyTruncated,
            Reason::FileNotRead,
            Reason::HeadersStripped,
            Reason::TooLarge,
            Reason::DepthLimit,
            Reason::ViewLimit,
            Reason::WorkLimit,
        ] {
            let written = serde_json::to_value(reason).expect("a reason is a word");
            assert_eq!(written, reason_code(reason));
        }
    }
}
