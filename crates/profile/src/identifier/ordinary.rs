//! Names that are ordinary English words: `Grace Hope` and `Mark Will` stand in any text.

use leaklight_fold as fold;

/// Given and family names that the English language uses as words. Not every one, but those that
/// stand beside each other in sentences.
#[rustfmt::skip]
const ORDINARY: &[&str] = &[
    "amber", "angel", "april", "art", "august", "autumn", "baker", "ball", "banks", "barber", "bell",
    "best", "bill", "bird", "bishop", "black", "bob", "bond", "booth", "bright", "brook", "brooks",
    "brown", "buck", "bush", "butler", "carpenter", "case", "cash", "chance", "charity", "chase",
    "christian", "church", "clay", "cliff", "cook", "cooper", "cross", "crystal", "daisy", "dale",
    "dawn", "day", "dean", "destiny", "don", "drew", "duke", "earl", "faith", "field", "fields",
    "fisher", "ford", "forest", "fox", "france", "frank", "french", "frost", "garden", "gene", "german",
    "glass", "glen", "gold", "good", "grace", "grant", "gray", "green", "guy", "hall", "hand",
    "harmony", "head", "heather", "hill", "holly", "hope", "house", "hunt", "hunter", "iris", "ivy",
    "jack", "jean", "jewel", "josh", "joy", "june", "justice", "key", "king", "knight", "lake", "lamb",
    "lance", "lane", "law", "leaf", "lee", "lily", "little", "long", "lord", "love", "luck", "major",
    "mark", "marsh", "mason", "may", "mercy", "miles", "mill", "miller", "mills", "moon", "moss",
    "nick", "noble", "north", "oak", "ocean", "olive", "page", "paris", "park", "parks", "pat",
    "patience", "peace", "pearl", "penny", "piper", "pope", "porter", "post", "potter", "power",
    "powers", "price", "prince", "queen", "rain", "ray", "read", "reed", "rice", "rich", "river",
    "rivers", "rob", "robin", "rock", "rose", "ruby", "sage", "sharp", "shepherd", "short", "silver",
    "sky", "small", "smith", "snow", "spring", "star", "stone", "storm", "strong", "sue", "summer",
    "summers", "sweet", "taylor", "temple", "true", "turner", "victor", "violet", "walker", "wall",
    "ward", "water", "waters", "weaver", "weeks", "wells", "west", "white", "will", "willow", "wills",
    "winter", "winters", "wise", "wolf", "wood", "woods", "young",
];

/// Whether a name is an ordinary word.
pub fn is_ordinary(name: &str) -> bool {
    ORDINARY.binary_search(&fold::folded(name).as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order() {
        assert!(ORDINARY.is_sorted());
        assert!(is_ordinary("Mark") && !is_ordinary("Marlowe"));
    }
}
