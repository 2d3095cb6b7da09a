//! What the parts of a postal address prove.
//!
//! City, region and postal code are told by any look-up of an IP address, and shared with all
//! neighbours, which is why in clear they count for less than their number would allow.

use super::A_LETTER;

/// A city in clear. Of 599 requests in published captures of government pages none tells where the
/// visitor's connection is, so no more than one in 200 does (with 95 % confidence): 7.6 bits. Less
/// is taken, for pages whose business are places. A judgement below that bound: with 9 a city in
/// its own field would warn.
pub const CITY: f32 = 5.0;
/// A state or province: one in eight Americans lives in California (2020 Census: 39.5 of 331.4
/// million, 3.1 bits), and see [`CITY`].
pub const REGION: f32 = 2.0;
/// A ZIP code: 41,683 of them (USPS 2022) would be 15.3 bits; see [`CITY`], but look-ups know fewer
/// postal codes than cities. A judgement: with 9 it would warn in its own field.
pub const POSTAL_CODE: f32 = 7.0;
/// What letters behind a postal district add, which look-ups of IP addresses do not tell: of
/// 1.7 million British postcodes 600 stand in each of 2,900 districts (ONS Postcode Directory), of
/// 870,000 Canadian ones 530 in each of 1,650 (Canada Post).
pub const STREET_OF_A_DISTRICT: f32 = 9.0;
/// A postal code of letters and digits, which stands for a few dozen households.
pub const POSTAL_CODE_OF_A_STREET: f32 = POSTAL_CODE + STREET_OF_A_DISTRICT;
/// A place under a digest was not told by an IP address: it was asked of a person. A city counts
/// then as one of 1.3 million people does in the US, which nine have; a ZIP code as one of 320,000,
/// which none has (2020 Census: some 135,000 at most).
pub const DIGESTED_PLACE: f32 = 3.0;

/// The four digits behind a ZIP code, and the two of the delivery point behind those: each ZIP code
/// has 3,956 delivery points (USPS 2022: 164.9 million in 41,683), which is 12 bits, two thirds of
/// them in the four digits, which stand for a block's side or a floor.
pub const ZIP4: f32 = 8.0;
/// See [`ZIP4`].
pub const DELIVERY_POINT: f32 = 4.0;

/// A street beside its own city or postal code: beside a street, a city was not told by an IP
/// address (see [`CITY`]), and counts as under a digest; that both are there counts as much again.
/// A judgement: with 2 `1 Church Lane, Carlisle` would be lost in twenty words, with 13 a number
/// behind `Main Street` that is none of its houses would be certain in a hundred.
pub const STREET_IN_PLACE: f32 = 2.0 * DIGESTED_PLACE;
/// A street beside another postal code, or beside another city in a field named for it; a postal
/// code beside another house of the saved street. Every town has a Main Street. A judgement: with 15
/// a namesake's house in a list that holds the own city elsewhere would be likely, with 25 a rare street
/// would not even be possible.
pub const ELSEWHERE: f32 = 16.0;
/// A street without what belongs to its name: `123 Main` for `123 Main St`. A judgement: with 2 it
/// would be likely where it is all there is, with 9 not even possible.
pub const BARE_STREET: f32 = 4.0;
/// A house number on the side where it was not saved: `Main Street: 123 charts`. A judgement: with
/// 2 that would be likely where it is all there is, with 9 not even possible.
pub const REVERSED: f32 = 6.0;

/// One of the commonest street names: of 870,000 named roads of Great Britain (Ordnance Survey, Open
/// Names) some 5,400 are called High Street, more than anything else.
pub const COMMON_STREET: f32 = 7.0;
/// Streets are called by letters, too. A judgement: with 4 `3 C Street` would not be possible where it is all
/// there is, with 11 likely.
const LEAST_OF_A_STREET: f32 = 5.0;
/// However long its name, a street has namesakes: 450,000 names would be 19 bits (the different ones
/// of Germany's 1.1 million streets, Die Zeit 2018). A judgement below that bound: with 20 a rare
/// street alone would be certain.
const MOST_OF_A_STREET: f32 = 14.0;
/// However long a unit's number, most houses have few.
const MOST_OF_A_UNIT: f32 = 6.0;

/// A house number: as common among numbers of its length as Benford's law says, which he found to
/// hold of addresses (1938, table I, row R: 28.9 % of them start with a 1 and 5.0 % with a 9).
pub fn house_number(number: &str) -> f32 {
    let digits = number.chars().filter_map(|digit| digit.to_digit(10));
    // Counted here: the standard library reads such a number with a table of 10 KB.
    let number = digits.fold(0.0, |number, digit| number * 10.0 + digit as f32);
    if number >= 1.0 {
        -(1.0 + 1.0 / number).log10().log2()
    } else {
        0.0
    }
}

/// An apartment or suite, by its number or letter.
pub fn unit(value: &str) -> f32 {
    let letters = value.chars().filter(char::is_ascii_alphabetic).count() as f32;
    (house_number(value) + letters * A_LETTER).clamp(1.0, MOST_OF_A_UNIT)
}

/// A street's own name. The commonest (Second, Third, First, Fourth, Park, Fifth, Main, … in the US
/// Census Bureau's count of 1993; High Street; Hauptstraße) stand in thousands of towns, and so do
/// post office boxes.
pub fn street_name(core: &str) -> f32 {
    #[rustfmt::skip]
    const COMMON: &[&str] = &[
        "second", "2nd", "third", "3rd", "first", "1st", "fourth", "4th", "park", "fifth", "5th", "main",
        "sixth", "6th", "oak", "seventh", "7th", "pine", "maple", "cedar", "eighth", "8th", "elm", "view",
        "washington", "ninth", "9th", "lake", "hill", "church", "high", "haupt", "station", "po box", "post office box", "pob", "box", "postfach", "bp",
    ];
    if COMMON.contains(&core) {
        COMMON_STREET
    } else {
        (core.chars().count() as f32 * A_LETTER).clamp(LEAST_OF_A_STREET, MOST_OF_A_STREET)
    }
}

#[cfg(test)]
mod tests {
    use super::super::one_in;
    use super::*;

    #[test]
    fn house_numbers_follow_benford() {
        // log10(1 + 1/d) of numbers start with d.
        for (number, bits) in [
            ("1", 1.73),
            ("9", 4.45),
            ("12", 4.85),
            ("123", 8.15),
            ("4100", 13.2),
        ] {
            assert!(
                (house_number(number) - bits).abs() < 0.01,
                "{number}: {}",
                house_number(number)
            );
        }
        assert_eq!(house_number("12b"), house_number("12"));
        assert_eq!(house_number(""), 0.0);
        assert_eq!(house_number("0"), 0.0);
        // What was counted of addresses, to within a seventh.
        for (first, counted) in [("1", 28.9_f32), ("9", 5.0)] {
            let bits = one_in(100.0 / counted);
            assert!((house_number(first) - bits).abs() < 0.2, "{first}");
        }
    }

    #[test]
    fn places_tell_no_more_than_was_counted() {
        assert!(CITY <= one_in(200.0) && POSTAL_CODE <= one_in(200.0));
        assert!(REGION <= one_in(331.4 / 39.5));
        assert!((STREET_OF_A_DISTRICT - one_in(870_000.0 / 1_650.0)).abs() < 0.3);
        assert!((STREET_OF_A_DISTRICT - one_in(1_700_000.0 / 2_900.0)).abs() < 0.3);
        assert!((ZIP4 + DELIVERY_POINT - one_in(164.9e6 / 41_683.0)).abs() < 0.1);
        assert!(POSTAL_CODE + ZIP4 + DELIVERY_POINT < one_in(164.9e6));
        // The ninth largest city has 1.3 million people, the largest ZIP code 135,000.
        assert!(CITY + DIGESTED_PLACE <= one_in(331.4 / 1.29));
        assert!(POSTAL_CODE + DIGESTED_PLACE <= one_in(331.4 / 0.135));
    }

    #[test]
    fn streets_tell_by_their_names() {
        assert!(COMMON_STREET <= one_in(870_000.0 / 5_400.0));
        assert!(MOST_OF_A_STREET <= one_in(450_000.0));
        assert_eq!(street_name("main"), COMMON_STREET);
        assert_eq!(street_name("c"), LEAST_OF_A_STREET);
        assert_eq!(street_name("sainthelens"), MOST_OF_A_STREET);
        assert!(street_name("mill") > COMMON_STREET && street_name("mill") < MOST_OF_A_STREET);
        assert!(unit("4b") < unit("12b") && unit("1200") == MOST_OF_A_UNIT && unit("1") > 1.0);
    }
}
