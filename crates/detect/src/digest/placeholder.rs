//! Placeholders: what a site digests where it knows no value. Its digest is nobody's.
//!
//! What it knows: what JavaScript makes of a missing value, the words that people put into empty
//! fields, and templates that were never filled in (`__insert_user_email__`, `{{email}}`).
//! Why it matters: millions of requests carry these same digests.

/// Texts that stand for no value, in lower case.
#[rustfmt::skip]
const NOTHING: &[&str] = &[
    "", " ", "-", "--", ".", "0", "1", "''", "\"\"", "[]", "{}", "undefined", "null", "nil", "none", "nan",
    "void", "true", "false", "object", "string", "[object object]", "[object undefined]", "[object null]",
    "[object promise]", "function", "unknown", "unset", "not set", "(not set)", "not available", "not provided",
    "(not provided)", "n/a", "na", "no", "yes", "empty", "blank", "default", "missing", "invalid", "error",
    "test", "testing", "tester", "demo", "example", "sample", "dummy", "placeholder", "foo", "bar", "foobar",
    "asdf", "qwerty", "abc", "xxx", "redacted", "removed", "filtered", "[filtered]", "[redacted]", "hidden",
    "anonymous", "anon", "guest", "user", "username", "nobody", "noname", "no name", "name", "first name",
    "firstname", "last name", "lastname", "given name", "family name", "email", "e-mail", "email address",
    "emailaddress", "user email", "useremail", "user_email", "your email", "phone", "phone number",
    "phonenumber", "phone_number", "address", "street", "city", "state", "zip", "zip code", "zipcode",
    "postal code", "country", "test@test.com", "test@example.com", "user@example.com", "email@example.com",
    "name@example.com", "you@example.com", "example@example.com", "email@domain.com", "user@domain.com",
    "name@domain.com", "noreply@example.com", "undefined@undefined", "null@null", "none@none.com",
    "undefined undefined", "null null", "00000", "12345", "0000000000", "1234567890", "+10000000000", "+1",
    "0000-00-00", "1970-01-01", "19700101", "01/01/1970", "1900-01-01", "19000101", "01/01/1900",
];

/// What templates that were not filled in begin and end with.
const TEMPLATES: &[(&str, &str)] = &[
    ("__", "__"),
    ("<", ">"),
    ("&lt;", "&gt;"),
    ("{", "}"),
    ("%%", "%%"),
    ("%", "%"),
    ("${", "}"),
    ("#{", "}"),
    ("[[", "]]"),
    ("[%", "%]"),
    ("*|", "|*"),
    ("@{", "}"),
    ("$(", ")"),
    ("##", "##"),
];

/// Whether a text stands for no value.
pub fn is_placeholder(text: &str) -> bool {
    let text = text.trim().to_lowercase();
    let is_template = |(start, end): &(&str, &str)| {
        text.len() >= start.len() + end.len() && text.starts_with(start) && text.ends_with(end)
    };
    NOTHING.contains(&text.as_str()) || TEMPLATES.iter().any(is_template)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sites_digest_for_nothing_is_known() {
        for text in [
            "",
            "undefined",
            "Null",
            "[object Object]",
            "NaN",
            "__insert_user_email__",
            "<user_email_address>",
            "{{email}}",
            "{{ user.email }}",
            "%%email%%",
            "${email}",
            "*|EMAIL|*",
            "TEST",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        for text in ["jane", "jane.doe@example.com", "4111", "{", "tess"] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
