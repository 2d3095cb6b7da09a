//! Sorting in little code: the standard library compiles its sort once more for each kind of thing, at 3 to 9 KB.

use std::cmp::Ordering;

/// Sorts, and leaves equals in their order. Takes two numbers of memory for each thing; for what is sorted seldom.
pub fn sort_by<T>(things: &mut Vec<T>, mut compare: impl FnMut(&T, &T) -> Ordering) {
    let order = order(things.len(), &mut |a, b| compare(&things[a], &things[b]));
    let mut unsorted: Vec<Option<T>> = things.drain(..).map(Some).collect();
    things.extend(order.into_iter().filter_map(|at| unsorted[at].take()));
}

/// The places of so many things, sorted. Not written into every caller: that it is compiled once is its point.
#[inline(never)]
fn order(count: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|a, b| compare(*a, *b));
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_are_sorted_and_equals_keep_their_order() {
        // Every number from 0 to 996 once, in no order.
        let mut things: Vec<usize> = (0..997).map(|at| at * 131 % 997).collect();
        let mut expected = things.clone();
        expected.sort_by_key(|thing| thing % 10);
        sort_by(&mut things, |a, b| (a % 10).cmp(&(b % 10)));
        assert_eq!(things, expected);
    }
}
