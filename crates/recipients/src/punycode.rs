//! Host names with letters beyond ASCII, as they travel.

use std::borrow::Cow;

/// A host name in lower-case ASCII: labels beyond it become punycode (`bücher` is `xn--bcher-kva`).
///
/// Browsers have done this already, with every rule of UTS 46; here letters are only made lower-case.
pub fn to_ascii(host: &str) -> Cow<'_, str> {
    if host
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase())
    {
        return Cow::Borrowed(host);
    }
    let lower = host.to_lowercase();
    let labels: Vec<_> = lower.split('.').map(label_to_ascii).collect();
    Cow::Owned(labels.join("."))
}

fn label_to_ascii(label: &str) -> Cow<'_, str> {
    // DNS allows 63 bytes; a longer one is no name, and encoding it would cost its length squared.
    if label.is_ascii() || label.len() > 255 {
        return Cow::Borrowed(label);
    }
    match encode(label) {
        Some(encoded) => Cow::Owned(format!("xn--{encoded}")),
        None => Cow::Borrowed(label),
    }
}

// RFC 3492, section 5: the parameters for host names.
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const INITIAL_N: u32 = 128;

/// RFC 3492, section 6.3. None where a number overflows.
fn encode(label: &str) -> Option<String> {
    let mut output: String = label.chars().filter(char::is_ascii).collect();
    let basic = u32::try_from(output.len()).ok()?;
    let total = u32::try_from(label.chars().count()).ok()?;
    if basic > 0 {
        output.push('-');
    }
    let (mut n, mut delta, mut bias, mut handled) = (INITIAL_N, 0_u32, INITIAL_BIAS, basic);
    while handled < total {
        let next = label
            .chars()
            .map(u32::from)
            .filter(|&code| code >= n)
            .min()?;
        delta = delta.checked_add((next - n).checked_mul(handled + 1)?)?;
        n = next;
        for code in label.chars().map(u32::from) {
            if code < n {
                delta = delta.checked_add(1)?;
            }
            if code == n {
                push_number(&mut output, delta, bias);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        n += 1;
    }
    Some(output)
}

/// A number of variable length: RFC 3492, section 3.3.
fn push_number(output: &mut String, number: u32, bias: u32) {
    let mut rest = number;
    let mut k = BASE;
    loop {
        let threshold = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if rest < threshold {
            output.push(digit(rest));
            return;
        }
        output.push(digit(threshold + (rest - threshold) % (BASE - threshold)));
        rest = (rest - threshold) / (BASE - threshold);
        k += BASE;
    }
}

/// RFC 3492, section 6.1.
fn adapt(delta: u32, points: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

/// `a` to `z`, then `0` to `9`.
fn digit(value: u32) -> char {
    char::from_digit((value + 10) % BASE, BASE).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    // The RFC's samples in section 7.1 that need no upper-case letters, and common names.
    const CASES: &[(&str, &str)] = &[
        ("example.com", "example.com"),
        ("EXAMPLE.com", "example.com"),
        ("Bücher.example", "xn--bcher-kva.example"),
        ("münchen.de", "xn--mnchen-3ya.de"),
        ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
        ("他们为什么不说中文", "xn--ihqwcrb4cv8a8dqg056pqjye"),
        ("ليهمابتكلموشعربي؟", "xn--egbpdaj6bu4bxfgehfvwxn"),
        ("למההםפשוטלאמדבריםעברית", "xn--4dbcagdahymbxekheh6e0a7fei0b"),
        (
            "почемужеонинеговорятпорусски",
            "xn--b1abfaaepdrnnbgefbadotcwatmq2g4l",
        ),
    ];

    #[test]
    fn names_are_written_as_they_travel() {
        for (name, ascii) in CASES {
            assert_eq!(to_ascii(name), *ascii, "{name}");
        }
        assert_eq!(CASES.len(), 9);
    }
}
