//! Spellings that every kind of text shares: what vendors do to a value before they digest it.

/// A text's usual normal forms: as it is, trimmed, in lower case, without white space,
/// without punctuation, and letters and digits alone.
pub fn normal_forms(text: &str) -> Vec<String> {
    let trimmed = text.trim();
    let lower = trimmed.to_lowercase();
    let unspaced: String = lower.split_whitespace().collect();
    let unpunctuated: String = lower
        .chars()
        .filter(|character| character.is_alphanumeric() || character.is_whitespace())
        .collect();
    let bare: String = lower
        .chars()
        .filter(|character| character.is_alphanumeric())
        .collect();
    vec![
        text.to_owned(),
        trimmed.to_owned(),
        unspaced,
        unpunctuated
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" "),
        bare,
        lower,
    ]
}

/// The digits of a text.
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// A text with all but its first character masked: `S•••`.
pub fn masked(text: &str) -> String {
    text.trim()
        .chars()
        .next()
        .map(|first| format!("{first}•••"))
        .unwrap_or_default()
}
