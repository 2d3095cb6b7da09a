//! Streets that are counted: `5th`, `Fifth`, `Twenty-First`, `one hundred twenty-third`.
//!
//! What it knows: English ordinals up to [`MOST`], and bare numbers (`W 42 St`), which count only
//! between a house number and what belongs to a street.

/// Manhattan counts to 220, but spells hardly any out beyond this.
const MOST: u32 = 200;

#[rustfmt::skip]
const SMALL: [&str; 20] = [
    "", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth",
];
#[rustfmt::skip]
const TENS: [(&str, &str); 8] = [
    ("twenty", "twentieth"), ("thirty", "thirtieth"), ("forty", "fortieth"), ("fifty", "fiftieth"),
    ("sixty", "sixtieth"), ("seventy", "seventieth"), ("eighty", "eightieth"), ("ninety", "ninetieth"),
];

/// How ordinals end that are spelled out: few other names do.
const ENDS: [&str; 4] = ["st", "nd", "rd", "th"];

/// Every spelling of a folded ordinal, whose words are joined or apart; none for anything else.
pub fn spellings(words: &str) -> Vec<String> {
    number_of(&words.replace(' ', "")).map_or_else(Vec::new, |number| {
        let mut spellings = vec![numeric(number)];
        spellings.extend(spelled(number));
        spellings.push(number.to_string());
        spellings
    })
}

/// The number of an ordinal whose words are joined.
fn number_of(joined: &str) -> Option<u32> {
    if joined.starts_with(|first: char| first.is_ascii_digit()) {
        let digits = joined.trim_end_matches(|last: char| last.is_ascii_alphabetic());
        let number: u32 = digits.parse().ok()?;
        let is_it = number.to_string() == joined || numeric(number) == joined;
        return (is_it && (1..=MOST).contains(&number)).then_some(number);
    }
    let spells = |number: &u32| {
        let spelled = spelled(*number);
        spelled
            .iter()
            .any(|spelled| spelled.replace(' ', "") == joined)
    };
    let may_be = ENDS.iter().any(|end| joined.ends_with(end));
    may_be.then(|| (1..=MOST).find(spells)).flatten()
}

fn numeric(number: u32) -> String {
    let ending = match (number / 10 % 10, number % 10) {
        (1, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// In words; several where English allows several.
fn spelled(number: u32) -> Vec<String> {
    match number {
        0 => Vec::new(),
        100 => vec!["one hundredth".to_owned()],
        200 => vec!["two hundredth".to_owned()],
        101.. => {
            let rest = below_hundred(number % 100);
            ["one hundred", "one hundred and"]
                .map(|hundred| format!("{hundred} {rest}"))
                .to_vec()
        }
        _ => vec![below_hundred(number)],
    }
}

fn below_hundred(number: u32) -> String {
    let unit = SMALL.get(number as usize % 10).copied().unwrap_or_default();
    match (SMALL.get(number as usize), number as usize / 10) {
        (Some(small), _) => (*small).to_owned(),
        (None, tens) if unit.is_empty() => TENS[tens - 2].1.to_owned(),
        (None, tens) => format!("{} {unit}", TENS[tens - 2].0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ordinal_is_known_by_each_of_its_spellings() {
        for number in 1..=MOST {
            let all = spellings(&numeric(number));
            assert!(all.len() >= 2, "{number}");
            for spelling in &all {
                assert_eq!(spellings(spelling), all, "{spelling}");
            }
        }
        assert_eq!(spellings("twenty first"), ["21st", "twenty first", "21"]);
        assert_eq!(spellings("112th")[1], "one hundred twelfth");
        for name in [
            "main",
            "north",
            "12a",
            "01",
            "01st",
            "11st",
            "0",
            "201",
            "99999999999",
        ] {
            assert_eq!(spellings(name), [""; 0], "{name}");
        }
    }
}
