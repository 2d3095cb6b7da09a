//! What names prove: the rarer a name, the more.

use super::one_in;
use leaklight_fold as fold;

/// How many of so many people bear each of the commonest names.
const PEOPLE: u32 = 10_000_000;
/// The commonest names.
static COUNTED: &str = include_str!("names.tsv");

/// A given or family name alone proves no more than this, however rare: relatives share the one,
/// namesakes the other. A judgement: with 4 `fn` and `ln` together would not count, with 9 a
/// relative's family name in a field named for it would.
pub const PART_OF_A_NAME: f32 = 8.0;
/// Given and family name beside each other are a person's name, and one in 31 words of news text
/// is where one starts: 6,600 in 203,621 (Tjong Kim Sang and De Meulder 2003, CoNLL shared task,
/// English training text).
pub const NAME_IN_TEXT: f32 = 4.9;
/// What a name of ordinary words loses in lower case, beside [`NAME_IN_TEXT`], since it is none: words that belong
/// together stand beside each other that much more often than their frequencies say (Church and
/// Hanks 1990, table 3: 8.4 to 11.3 bits).
pub const ORDINARY_WORDS: f32 = 10.0;
/// What a name of ordinary words loses where all words around it are capitalised as well, as in a
/// headline: half of what it loses in lower case. A judgement: with 0 `Mark Will` in a headline among
/// sixty words would be likely, with 12 a label before it and one behind it would hide a name.
pub const IN_TITLE: f32 = (ORDINARY_WORDS + NAME_IN_TEXT) / 2.0;
/// What a name loses that is shortened, as one of two family names is: namesakes of the longer one
/// are namesakes of eight times as many. A judgement: with 2 a shortened
/// name that is not all there is would be certain, with 4 lost in a page of text.
pub const SHORTENED_NAME: f32 = 3.0;
/// A middle name, of the same stock as given names.
pub const MIDDLE_NAME: f32 = PART_OF_A_NAME;
/// A middle initial: a J, the commonest, stands before one name in eight (the 1990 Census name
/// files: James, John, Joseph, Jason, …, 13 % of men; 7 % of women).
pub const INITIAL: f32 = 3.0;

/// A given name alone.
pub fn given_name(name: &str) -> f32 {
    among("given", name).min(PART_OF_A_NAME)
}

/// A family name alone.
pub fn family_name(name: &str) -> f32 {
    among("family", name).min(PART_OF_A_NAME)
}

/// Given and family name beside each other.
pub fn both_names(given: &str, family: &str) -> f32 {
    among("given", given) + among("family", family) + NAME_IN_TEXT
}

/// What a name tells among names of its kind. One that is not listed is rarer than the rarest that is, its kind's last.
fn among(kind: &str, name: &str) -> f32 {
    let name = fold::folded(name);
    let listed = COUNTED.find(&format!("\n{kind}\t{name}\t"));
    let share = listed
        .or_else(|| COUNTED.rfind(&format!("\n{kind}\t")))
        .and_then(|row| {
            COUNTED[row + 1..]
                .lines()
                .next()?
                .rsplit('\t')
                .next()?
                .parse()
                .ok()
        })
        .unwrap_or(PEOPLE);
    one_in(PEOPLE as f32 / share as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rarer_a_name_the_more_it_tells() {
        // 2,442,977 of 294,979,229 people in the 2010 Census are called Smith.
        assert!((among("family", "Smith") - (294_979_229_f32 / 2_442_977.0).log2()).abs() < 0.01);
        assert!((among("given", "James") - (1.0_f32 / 0.016_59).log2()).abs() < 0.01);
        assert!(among("family", "Jones") < among("family", "Baker"));
        assert!(among("family", "Baker") < among("family", "Yamamoto"));
        assert_eq!(among("given", "Xiomara"), among("given", "Florence"));
        assert!((9.9..10.0).contains(&among("given", "Xiomara")));
        assert!((10.3..10.4).contains(&among("family", "García Márquez")));
    }

    #[test]
    fn the_table_is_read_to_its_end() {
        let rows = COUNTED.lines().filter(|line| !line.starts_with('#'));
        let shares: Vec<(&str, u32)> = rows
            .filter_map(|row| row.split_once('\t'))
            .filter_map(|(kind, rest)| Some((kind, rest.split_once('\t')?.1.parse().ok()?)))
            .collect();
        assert_eq!(shares.len(), 299);
        let falls = |pair: &[(&str, u32)]| pair[0].0 != pair[1].0 || pair[0].1 >= pair[1].1;
        assert!(shares.windows(2).all(falls));
    }

    #[test]
    fn a_name_in_text_is_counted() {
        assert!((NAME_IN_TEXT - (203_621_f32 / 6_600.0).log2()).abs() < 0.1);
        assert!((8.4..11.3).contains(&ORDINARY_WORDS));
        assert!((INITIAL - (1.0_f32 / 0.13).log2()).abs() < 0.1);
    }
}
