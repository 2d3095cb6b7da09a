//! What names mean, as cases in `meanings.tsv`; and that no text at all makes the look-up fail.

use leaklight_parameters::{Context, Meaning, Part, Strength, Word, context, explanation, meaning};

/// A case that vanishes from the file fails here.
const CASES: usize = 149;

/// Likewise for `explanations.tsv`.
const EXPLANATIONS: usize = 52;

#[test]
fn every_case_has_its_meaning() {
    let cases: Vec<_> = include_str!("meanings.tsv")
        .lines()
        .skip(1)
        .filter(|line| !line.starts_with('#'))
        .collect();
    let wrong: Vec<_> = cases
        .iter()
        .map(|case| {
            let name = case.split('\t').next().unwrap_or_default();
            (format!("{name}\t{}", shown(meaning(name))), *case)
        })
        .filter(|(found, case)| found != case)
        .collect();
    assert_eq!(wrong, [], "(found, expected)");
    assert_eq!(cases.len(), CASES);
}

#[test]
fn only_the_end_of_a_long_name_counts() {
    let path = "component.".repeat(1000);
    assert_eq!(
        shown(meaning(&format!("{path}user.email"))),
        "email\t-\tclear"
    );
    assert_eq!(
        shown(meaning(&format!("{path}st"))),
        "address\tregion\tvague"
    );
    // One component that never ends may be anything.
    assert_eq!(meaning(&format!("{}_st", "name".repeat(1000))), None);
}

#[test]
fn no_text_makes_it_panic() {
    let pieces = [
        "em", "ud", "[", "]", ".", "_", "-", " › ", "$", "0", "42", "Email", "ZIP", "ß", "É", "é",
        "日本", "😀", "\0", "\u{301}", "%5B", "billing", "hash", "sha256", "\n", "İ", "ﬁ", "state",
        "st", "~",
    ];
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap_or(0)
    };
    let mut meant = 0;
    for _ in 0..50_000 {
        let name: String = (0..random(40))
            .map(|_| pieces[random(pieces.len())])
            .collect();
        meant += usize::from(meaning(&name).is_some());
    }
    assert!(meant > 1000, "the texts reach the table: {meant}");
}

fn shown(meaning: Option<Meaning>) -> String {
    let Some(Meaning {
        kind,
        part,
        strength,
    }) = meaning
    else {
        return "-\t-\t-".to_owned();
    };
    let strength = match strength {
        Strength::Clear => "clear",
        Strength::Vague => "vague",
    };
    format!(
        "{}\t{}\t{strength}",
        kind.as_str(),
        part.map_or("-", Part::as_str)
    )
}

#[test]
fn names_are_explained_in_words() {
    let cases: Vec<_> = include_str!("explanations.tsv")
        .lines()
        .skip(1)
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .collect();
    let wrong: Vec<_> = cases
        .iter()
        .map(|case| {
            let vendor = if case[0] == "-" { "" } else { case[0] };
            let context = context(vendor, case[1]).map_or("-", Context::as_str);
            let words: Vec<_> = explanation(vendor, case[1])
                .into_iter()
                .map(Word::words)
                .collect();
            let words = if words.is_empty() {
                "-".to_owned()
            } else {
                words.join(", ")
            };
            (
                format!("{}\t{}\t{context}\t{words}", case[0], case[1]),
                case.join("\t"),
            )
        })
        .filter(|(found, case)| found != case)
        .collect();
    assert_eq!(wrong, [], "(found, expected)");
    assert_eq!(cases.len(), EXPLANATIONS);
}
