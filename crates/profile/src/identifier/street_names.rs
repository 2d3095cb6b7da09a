//! Whole street names that are written in more than one way: boxes, routes, highways, and the people whom many streets
//! are called after.
//!
//! USPS Publication 28, sections 237 (highways), 238 (military), 24 (rural routes), 25 (highway contract routes) and 28
//! (boxes); Canada Post, La Poste, Deutsche Post, Correos, Poste Italiane, PostNL, Correios, Australia Post: boxes.

use super::ordinal;

/// Names of what has no street.
#[rustfmt::skip]
const BOXES: &[&[&str]] = &[
    &["po box", "post office box", "pob", "post box", "postal box"],
    &["postfach", "pf"],
    &["bp", "boite postale"],
    &["case postale", "cp"], &["casier postal", "cp"], &["casella postale", "cp"], &["caixa postal", "cp"],
    &["apartado de correos", "apartado postal", "apartado", "apdo de correos", "apdo"],
    &["postbus", "pb"], &["gpo box", "general post office box"], &["locked bag", "private bag"],
];

/// What a number and a box stand behind: `RR 2 Box 152`.
#[rustfmt::skip]
const ROUTES: &[&[&str]] = &[
    &["rr", "rural route", "rfd", "rfd route", "rural rt", "rural rte"],
    &["hc", "highway contract route", "highway contract", "hcr", "hc route", "star route"],
];

/// How names begin that are written in more than one way.
#[rustfmt::skip]
const BEGINNINGS: &[&[&str]] = &[
    &["county road", "cr", "co rd", "cnty rd", "county rd", "co road"], &["county highway", "cty hwy", "co hwy", "county hwy", "cnty hwy"],
    &["state highway", "st hwy", "state hwy", "sh"], &["state road", "sr", "st rd", "state rd"],
    &["state route", "sr", "st rte", "state rte", "st rt"], &["us highway", "us hwy", "us", "us route", "us rte", "highway", "hwy"],
    &["interstate", "i", "interstate highway", "ih"], &["farm to market", "fm", "farm to market road", "farm to market rd"],
    &["ranch to market", "rm", "ranch road"], &["township road", "twp rd", "tr", "township rd"],
    &[
        "martin luther king jr", "martin luther king", "martin luther king junior", "dr martin luther king jr",
        "dr martin luther king", "doctor martin luther king jr", "mlk jr", "mlk", "m l king",
    ],
    &["john f kennedy", "jfk"],
];

/// The numbers of houses that are spelled out: `One Main Plaza`.
const SPELLED_NUMBERS: [&str; 10] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
];

/// Every spelling of a whole name, the given one among them; none where there is but one.
pub fn same_name(words: &str) -> Vec<String> {
    if is_box(words) {
        let rows = BOXES.iter().filter(|row| row.contains(&words));
        return rows
            .flat_map(|row| row.iter())
            .map(|name| (*name).to_owned())
            .collect();
    }
    if let Some(route) = words.strip_suffix(" box") {
        return begun(ROUTES, route, " box");
    }
    // A highway has a number, and is none without.
    let begun = begun(BEGINNINGS, words, "");
    if begun.is_empty() {
        ordinal::spellings(words)
    } else {
        begun
    }
}

/// Whether a name is a post office box's.
pub fn is_box(words: &str) -> bool {
    BOXES.iter().any(|row| row.contains(&words))
}

/// Whether a name is that of a box on a route, or of a box: such a name tells next to nothing.
pub fn is_route(words: &str) -> bool {
    words
        .strip_suffix(" box")
        .is_some_and(|route| !begun(ROUTES, route, "").is_empty())
}

/// The other way to write a house number of ten at most: `1` for `one`.
pub fn other_number(number: &str) -> Option<String> {
    if let Some(at) = SPELLED_NUMBERS
        .iter()
        .position(|spelled| *spelled == number)
    {
        return Some((at + 1).to_string());
    }
    let at = number.parse::<usize>().ok()?.checked_sub(1)?;
    SPELLED_NUMBERS.get(at).map(|spelled| (*spelled).to_owned())
}

/// The spellings of a name that begins as one of the rows has it; the longest such beginning counts.
fn begun(rows: &[&[&str]], words: &str, end: &str) -> Vec<String> {
    let rest_behind = |start: &str| {
        let rest = words.strip_prefix(start)?;
        (rest.is_empty() || rest.starts_with(' ')).then_some(rest)
    };
    let beginnings = rows
        .iter()
        .flat_map(|row| row.iter().map(move |start| (*row, *start)));
    let longest = beginnings
        .filter_map(|(row, start)| Some((row, start, rest_behind(start)?)))
        // `us` and `i` are words of other names, too.
        .filter(|(_, start, rest)| {
            start.len() > 3 || rest.contains(|letter: char| letter.is_ascii_digit())
        })
        .max_by_key(|(_, start, _)| start.len());
    let Some((row, _, rest)) = longest else {
        return Vec::new();
    };
    row.iter()
        .map(|start| format!("{start}{rest}{end}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_are_known_by_each_spelling() {
        for (one, other) in [
            ("po box", "post office box"),
            ("rr 2 box", "rural route 2 box"),
            ("highway contract route 68 box", "hc 68 box"),
            ("county road 12", "cr 12"),
            ("state highway 99", "st hwy 99"),
            ("us highway 20", "us 20"),
            ("interstate 10", "i 10"),
            ("martin luther king jr", "mlk"),
            ("fifth", "5th"),
            ("apdo", "apartado"),
            ("cp", "casella postale"),
        ] {
            assert!(same_name(one).contains(&other.to_owned()), "{one}");
        }
        for name in ["main", "us", "i", "state", "county line"] {
            assert_eq!(same_name(name), [""; 0], "{name}");
        }
        assert_eq!(other_number("1").as_deref(), Some("one"));
        assert_eq!(other_number("ten").as_deref(), Some("10"));
        assert_eq!(other_number("11"), None);
        assert!(is_route("rr 2 box") && !is_route("music box"));
    }
}
