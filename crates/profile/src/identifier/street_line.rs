//! Street lines: how one is taken apart when it is saved.
//!
//! What it knows: house numbers before and behind the street (`12b`, `12 bis`, `37-12`, `123 1/2`),
//! units before and behind them, types and directions on both sides of the name.

use super::street::{Street, Surrounding, is_addition, is_word};
use super::street_names::{is_box, is_route, other_number, same_name};
use super::street_words::{
    DIRECTIONS, LEADING_TYPES, REPEATS, SUFFIXES, UNIT_WORDS, same_word, usual_word,
};
use crate::{Secret, weight};
use leaklight_fold as fold;
use leaklight_parameters::sort_by;

/// More spellings of one name than this are not looked for.
const MOST_SPELLINGS: usize = 64;

/// Takes a street apart. Several, where its name has several spellings (`5th`, `Fifth`).
pub fn streets(line: &str) -> Vec<Street> {
    let mut tokens: Vec<&str> = line
        .split(|letter: char| letter.is_whitespace() || letter == ',')
        .filter(|token| !token.is_empty())
        .collect();
    let (number, number_last) = take_number(&mut tokens);
    let mut words = fold::words(&tokens.join(" "));
    join_initials(&mut words);
    let mut lead = Vec::new();
    let mut tail = Vec::new();
    while has_name(words.get(1..).unwrap_or_default())
        && (is_word(DIRECTIONS, &words[0]) || is_word(LEADING_TYPES, &words[0]))
    {
        lead.push(words.remove(0));
    }
    while words.len() > 1 && words.last().is_some_and(|word| is_word(DIRECTIONS, word)) {
        tail.insert(0, words.pop().unwrap_or_default());
    }
    if words.len() > 1 && words.last().is_some_and(|word| is_word(SUFFIXES, word)) {
        tail.insert(0, words.pop().unwrap_or_default());
    } else if let Some((stem, suffix)) = words.last().and_then(|word| compound(word)) {
        words.pop();
        words.push(stem);
        tail.insert(0, suffix.to_owned());
    }
    let joined = words.join(" ");
    let named = same_name(&joined);
    let bare = |name: &&String| name.bytes().all(|byte| byte.is_ascii_digit());
    let counted = named
        .iter()
        .filter(|name| !bare(name))
        .map(|name| weight::street_name(name));
    let route = is_box(&joined) || is_route(&joined);
    let counted = counted.chain(route.then_some(weight::COMMON_STREET));
    let bits_of_all = counted.min_by(f32::total_cmp);
    let mut names = spelled(&words, same_word);
    names.extend(named);
    sort_by(&mut names, |a, b| a.cmp(b));
    names.dedup();
    let named = names.into_iter().filter(|core| !core.is_empty());
    let spelled = other_number(&number).filter(|_| !number_last);
    let numbers = [Some(&number), spelled.as_ref()].into_iter().flatten();
    let number_bits = numbers
        .map(|number| weight::house_number(number))
        .fold(0.0, f32::max);
    named
        .map(|words| Street {
            core_bits: bits_of_all.unwrap_or_else(|| weight::street_name(&words)),
            core: Secret::new(words.replace(' ', "")),
            words,
            number: Secret::new(number.clone()),
            spelled: spelled.clone().map(Secret::new),
            number_bits,
            number_last,
            leads: surroundings(&lead),
            tails: surroundings(&tail),
        })
        .collect()
}

/// Joins initials of boxes and routes that full stops divide: `P.O. Box`, `C.P.`, `R.R.`.
fn join_initials(words: &mut Vec<String>) {
    let joined = words.iter().take(2).map(String::as_str).collect::<String>();
    if words.len() > 1
        && ["po", "cp", "bp", "rr", "hc", "us"].contains(&joined.as_str())
        && words[0].len() == 1
    {
        words.splice(..2, [joined]);
    }
}

/// Takes the house number from a line's tokens, and says whether it stood behind the street.
fn take_number(tokens: &mut Vec<&str>) -> (String, bool) {
    let digits = |token: &&&str| token.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = tokens.iter().rev().take_while(digits).count();
    let named = tokens.len() - grouped;
    if grouped > 1 && is_box(&fold::words(&tokens[..named].join(" ")).join(" ")) {
        // `Postfach 10 20 30`.
        return (tokens.split_off(named).concat(), true);
    }
    let spelled = tokens.len() > 2 && tokens[0].chars().all(char::is_alphabetic);
    if spelled && other_number(&fold::folded(tokens[0])).is_some() {
        return (fold::folded(tokens.remove(0)), false);
    }
    if tokens.len() > 1 && is_house_number(tokens[0]) {
        let mut number = fold::folded(tokens.remove(0));
        let next = fold::folded(tokens[0]);
        let typed = tokens
            .get(1)
            .is_some_and(|word| is_word(LEADING_TYPES, &fold::folded(word)));
        let repeated = REPEATS.contains(&next.as_str()) || next.len() == 1 && typed;
        let fraction = tokens[0].contains('/') && is_house_number(tokens[0]);
        if tokens.len() > 1 && (repeated || fraction) {
            number.push_str(&next);
            tokens.remove(0);
        }
        return (number, false);
    }
    let added = tokens
        .last()
        .is_some_and(|last| is_addition(fold::folded(last).as_bytes()));
    let at = tokens.len().saturating_sub(if added { 2 } else { 1 });
    if at > 0 && is_house_number(tokens[at]) {
        return (fold::folded(&tokens.split_off(at).concat()), true);
    }
    (String::new(), false)
}

/// Whether words hold more than types and directions: `O Street` and `C Street` are named so.
fn has_name(words: &[String]) -> bool {
    let is_name = |word: &String| !is_word(SUFFIXES, word) && !is_word(DIRECTIONS, word);
    words.iter().any(is_name)
}

/// A German name that is one word with its type: `Hauptstr.`, `Rathausplatz`.
fn compound(word: &str) -> Option<(String, &'static str)> {
    let types = [
        ("strasse", "strasse"),
        ("str", "strasse"),
        ("platz", "platz"),
        ("gasse", "gasse"),
        ("straat", "straat"),
        ("gatan", "gatan"),
        ("vagen", "vagen"),
    ];
    types.iter().find_map(|(ending, suffix)| {
        let stem = word.strip_suffix(ending)?;
        (stem.len() >= 3).then(|| (stem.to_owned(), *suffix))
    })
}

/// A street line without the unit that stands in it, and that unit.
pub fn without_unit(line: &str, country: &str) -> (String, String) {
    let words: Vec<&str> = line.split_whitespace().collect();
    if let Some(divided) = led_by_unit(&words, country) {
        return divided;
    }
    if let Some(divided) = followed_by_unit(line, country) {
        return divided;
    }
    let is_unit =
        |word: &str| word.starts_with('#') || UNIT_WORDS.contains(&fold::folded(word).as_str());
    let behind = words.iter().skip(2).position(|word| is_unit(word));
    match behind {
        Some(at) => (
            words[..at + 2].join(" ").trim_end_matches(',').to_owned(),
            words[at + 2..].join(" "),
        ),
        None => (line.to_owned(), String::new()),
    }
}

/// A unit before the house number: `Flat 2, 18 High Street`, `2/18 High Street`, and in Canada
/// `4-123 Main St` (Canada Post, Addressing Guidelines).
fn led_by_unit(words: &[&str], country: &str) -> Option<(String, String)> {
    let (first, rest) = words.split_first()?;
    let numbered = |words: &[&str]| words.len() > 1 && is_house_number(words[0]);
    if let Some((value, street)) = rest.split_first()
        && UNIT_WORDS.contains(&fold::folded(first).as_str())
        && numbered(street)
    {
        let unit = format!("{first} {}", value.trim_end_matches(','));
        return Some((street.join(" "), unit));
    }
    let mark = if country.eq_ignore_ascii_case("CA") {
        ['/', '-']
    } else {
        ['/'; 2]
    };
    let (unit, number) = first.split_once(mark)?;
    let divides = !unit.is_empty() && is_house_number(number) && !rest.is_empty();
    divides.then(|| (format!("{number} {}", rest.join(" ")), unit.to_owned()))
}

/// What stands behind a comma behind the house number, where that stands behind the street:
/// `Hauptstraße 12, 3. OG`, `Calle Mayor, 7, 3º B`.
fn followed_by_unit(line: &str, country: &str) -> Option<(String, String)> {
    if ["US", "CA", "GB", "FR"]
        .iter()
        .any(|code| country.eq_ignore_ascii_case(code))
    {
        return None;
    }
    let behind_number = |at: &usize| {
        let words: Vec<&str> = line[..*at].split_whitespace().collect();
        words.len() > 1 && words.last().is_some_and(|word| is_house_number(word))
    };
    let comma = line
        .match_indices(',')
        .map(|(at, _)| at)
        .find(behind_number)?;
    let unit = line[comma + 1..].trim();
    (!unit.is_empty()).then(|| (line[..comma].to_owned(), unit.to_owned()))
}

/// A street with its number and all but the first letter of each word masked.
pub fn masked(line: &str) -> String {
    let words = line.split_whitespace();
    words
        .map(|word| {
            if word.chars().any(char::is_numeric) {
                "•••".to_owned()
            } else {
                super::spelling::masked(word)
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Every spelling of a row of surrounding words, longest first, the empty one last.
fn surroundings(words: &[String]) -> Vec<Surrounding> {
    let usual = spelled(words, usual_word);
    let mut spellings: Vec<_> = spelled(words, same_word)
        .into_iter()
        .chain([String::new()])
        .map(|words| Surrounding {
            folded: words.replace(' ', ""),
            usual: words.is_empty() || usual.contains(&words),
            words,
        })
        .collect();
    sort_by(&mut spellings, |a: &Surrounding, b| {
        b.folded.len().cmp(&a.folded.len())
    });
    spellings.dedup();
    spellings
}

/// Every spelling of a row of words, whose spellings `same` says.
fn spelled(words: &[String], same: fn(&str) -> Vec<&str>) -> Vec<String> {
    words.iter().fold(vec![String::new()], |spellings, word| {
        let same = same(word);
        spellings
            .iter()
            .flat_map(|before| same.iter().map(move |word| joined([before, word])))
            .take(MOST_SPELLINGS)
            .collect()
    })
}

/// Words with a space between them, the empty ones left out.
pub fn joined<const WORDS: usize>(words: [&str; WORDS]) -> String {
    let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A house number: digits, and a letter or `bis` at most (`12`, `12b`), unlike `5th`; or several,
/// as in `37-12` and `12/14`.
fn is_house_number(token: &str) -> bool {
    let mut pieces = token.split(['-', '–', '/']).map(fold::folded);
    pieces.all(|piece| {
        let letters = piece.trim_start_matches(|letter: char| letter.is_ascii_digit());
        letters.len() < piece.len() && (letters.is_empty() || is_addition(letters.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_told_from_streets() {
        for (line, country, street, unit) in [
            ("123 Main St Apt 4B", "US", "123 Main St", "Apt 4B"),
            ("123 Main St #4", "US", "123 Main St", "#4"),
            ("2/18 High Street", "AU", "18 High Street", "2"),
            ("Flat 2, 18 High Street", "GB", "18 High Street", "Flat 2"),
            ("4-123 Main St", "CA", "123 Main St", "4"),
            ("37-12 82nd St", "US", "37-12 82nd St", ""),
            ("Rue de la Paix", "FR", "Rue de la Paix", ""),
        ] {
            let divided = without_unit(line, country);
            assert_eq!(divided, (street.to_owned(), unit.to_owned()), "{line}");
        }
    }
}
