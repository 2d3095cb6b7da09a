//! Spellings that every kind of text shares: what vendors do to a value before they digest it.

use leaklight_fold as fold;

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

/// A code in its own case without separators, and in capitals without them and with hyphens for its spaces.
pub fn separated(text: &str) -> [String; 3] {
    let bare: String = text
        .chars()
        .filter(|letter| letter.is_alphanumeric())
        .collect();
    let upper = bare.to_uppercase();
    let hyphened = text.trim().to_uppercase().replace(char::is_whitespace, "-");
    [bare, upper, hyphened]
}

/// Umlauts and their like as they are spelled where a keyboard lacks them: `Mueller`. None where
/// there are none.
pub fn spelled_out(text: &str) -> Option<String> {
    #[rustfmt::skip]
    const SPELLED: [(char, &str); 10] = [
        ('ä', "ae"), ('ö', "oe"), ('ü', "ue"), ('Ä', "Ae"), ('Ö', "Oe"), ('Ü', "Ue"), ('å', "aa"), ('ø', "oe"),
        ('Å', "Aa"), ('Ø', "Oe"),
    ];
    let spelled = SPELLED
        .iter()
        .fold(text.to_owned(), |text, (letter, spelled)| {
            text.replace(*letter, spelled)
        });
    (spelled != text).then_some(spelled)
}

/// A text in lower case and without accents, its punctuation kept.
pub fn plain(text: &str) -> String {
    let letter = |letter: char| {
        if letter.is_ascii() {
            letter.to_ascii_lowercase().to_string()
        } else {
            fold::folded(letter.encode_utf8(&mut [0; 4]))
        }
    };
    text.trim().chars().map(letter).collect()
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
