//! Letters moved on in the alphabet, and text written backwards.
//!
//! What it finds: short values that a rotation by any number of letters or a reversal hides. Both
//! can be done to any text and always come out as text, so every short value would have to be
//! looked at 26 times; instead the forms themselves are disguised once, and a value is read again
//! only where one of those stands in it. What it misses: longer text, and forms too short to tell
//! from words.

use super::Decoding;
use crate::search::Search;

/// Longer values are text, and nobody hides text so.
pub const LONGEST_DISGUISE: usize = 512;
/// A form of fewer letters, moved on, is a word.
const SHORTEST: usize = 6;

const LETTERS: u8 = 26;

/// The search for every disguised form at once.
#[derive(Debug)]
pub struct Disguises {
    search: Search,
    decodings: Vec<Decoding>,
}

impl Disguises {
    /// Disguises folded forms.
    pub fn new<'f>(forms: impl Iterator<Item = &'f str>) -> Self {
        let mut patterns = Vec::new();
        let mut decodings = Vec::new();
        for form in forms {
            let letters = form.bytes().filter(u8::is_ascii_lowercase).count();
            if form.chars().count() >= SHORTEST {
                patterns.push(reversed(form.as_bytes()));
                decodings.push(Decoding::Reversed);
            }
            if letters >= SHORTEST {
                for shift in 1..LETTERS {
                    patterns.push(rotated(form.as_bytes(), shift));
                    decodings.push(Decoding::Rot(shift));
                }
            }
        }
        let numbered = (0..).zip(patterns.iter().map(Vec::as_slice));
        Self {
            search: Search::new(numbered),
            decodings,
        }
    }

    /// A value without each disguise in which a form stands in its folded text.
    pub fn take_off(&self, value: &[u8], folded: &[u8]) -> Vec<(Decoding, Vec<u8>)> {
        let found = self.search.all_in(folded);
        let mut seen: Vec<Decoding> = found
            .map(|one| self.decodings[one.number as usize])
            .collect();
        seen.sort_unstable();
        seen.dedup();
        let without = |decoding| match decoding {
            Decoding::Rot(shift) => rotated(value, LETTERS - shift),
            _ => reversed(value),
        };
        seen.into_iter()
            .map(|decoding| (decoding, without(decoding)))
            .collect()
    }
}

fn rotated(text: &[u8], shift: u8) -> Vec<u8> {
    let rotate = |byte: u8, first: u8| (byte - first + shift) % LETTERS + first;
    let rotated = text.iter().map(|byte| match byte {
        b'a'..=b'z' => rotate(*byte, b'a'),
        b'A'..=b'Z' => rotate(*byte, b'A'),
        other => *other,
    });
    rotated.collect()
}

fn reversed(text: &[u8]) -> Vec<u8> {
    match std::str::from_utf8(text) {
        Ok(text) => text.chars().rev().collect::<String>().into_bytes(),
        Err(_) => text.iter().rev().copied().collect(),
    }
}

/// The name in reports of letters moved on by `shift`.
pub const fn name_of(shift: u8) -> &'static str {
    const NAMES: [&str; LETTERS as usize] = [
        "rot0", "rot1", "rot2", "rot3", "rot4", "rot5", "rot6", "rot7", "rot8", "rot9", "rot10",
        "rot11", "rot12", "rot13", "rot14", "rot15", "rot16", "rot17", "rot18", "rot19", "rot20",
        "rot21", "rot22", "rot23", "rot24", "rot25",
    ];
    NAMES[(shift % LETTERS) as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fold::folded;

    fn found(value: &str) -> Vec<(&'static str, String)> {
        let disguises = Disguises::new(["janedoeexamplecom", "12125550143", "jane"].into_iter());
        let found = disguises.take_off(value.as_bytes(), folded(value).as_bytes());
        let text = |bytes| String::from_utf8(bytes).unwrap();
        found
            .into_iter()
            .map(|(decoding, bytes)| (decoding.as_str(), text(bytes)))
            .collect()
    }

    #[test]
    fn disguises_are_taken_off() {
        // printf jane.doe@example.com | tr a-z n-za-m, and the like; | rev
        let plain = "jane.doe@example.com".to_owned();
        assert_eq!(found("wnar.qbr@rknzcyr.pbz"), [("rot13", plain.clone())]);
        assert_eq!(found("kbof.epf@fybnqmf.dpn"), [("rot1", plain.clone())]);
        assert_eq!(found("moc.elpmaxe@eod.enaj"), [("reversed", plain)]);
        assert_eq!(
            found("3410-555-212-1+"),
            [("reversed", "+1-212-555-0143".to_owned())]
        );
        assert_eq!(found("wnar"), []);
    }
}
