//! Everybody is found in their own receipt, and nobody in a stranger's.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod draws;
mod people;

use draws::{config, warned_of};
use people::anybody;
use proptest::prelude::*;

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn everybody_is_found_in_their_own_receipt(person in anybody(), way in 0_usize..10_000) {
        let request = person.receipt(way);
        let verdict = person.inspector().inspect(&request);
        let mut found = warned_of(&verdict);
        found.sort_unstable();
        prop_assert_eq!(found, ["address-1", "card-1", "email-1", "name-1", "phone-1"], "{:?}", request);
    }

    #[test]
    fn nobody_is_found_in_a_strangers_receipt(person in anybody(), stranger in anybody(), way in 0_usize..10_000) {
        prop_assume!((person.given, person.family) != (stranger.given, stranger.family));
        prop_assume!(person.house != stranger.house && person.zip != stranger.zip);
        prop_assume!(person.phone != stranger.phone && person.card[12..] != stranger.card[12..]);
        let request = stranger.receipt(way);
        let verdict = person.inspector().inspect(&request);
        prop_assert_eq!(warned_of(&verdict), Vec::<&str>::new(), "{:?}", request);
    }
}
