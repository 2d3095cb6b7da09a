//! Letters moved on in the alphabet, and text written backwards.
//!
//! What it finds: short values that a rotation by any number of letters or a reversal hides. Both
//! can be done to any text and always come out as text, so every short value would have to be
//! looked at 26 times; instead the forms themselves are disguised once, and a value is read again
//! only where one of those stands in it. What it misses: longer text, and forms too short to tell
//! from words.

use super::Decoding;
use leaklight_parameters::sort_by;

/// Longer values are text, and nobody hides text so.
pub const LONGEST_DISGUISE: usize = 512;
/// A form of fewer letters, moved on, is a word.
const SHORTEST: usize = 6;

const LETTERS: u8 = 26;

/// Every form in every disguise.
#[derive(Debug)]
pub struct Disguised {
    texts: Vec<Vec<u8>>,
    decodings: Vec<Decoding>,
}

impl Disguised {
    /// Disguises folded forms.
    pub fn new<'f>(forms: impl Iterator<Item = &'f str>) -> Self {
        let mut texts = Vec::new();
        let mut decodings = Vec::new();
        for form in forms {
            let letters = form.bytes().filter(u8::is_ascii_lowercase).count();
            if form.chars().count() >= SHORTEST {
                texts.push(reversed(form.as_bytes()));
                decodings.push(Decoding::Reversed);
            }
            if letters >= SHORTEST {
                for shift in 1..LETTERS {
                    texts.push(rotated(form.as_bytes(), shift));
                    decodings.push(Decoding::Rot(shift));
                }
            }
        }
        Self { texts, decodings }
    }

    /// What to search for, in the order of their numbers.
    pub fn texts(&self) -> impl Iterator<Item = &[u8]> {
        self.texts.iter().map(Vec::as_slice)
    }

    /// The same without the texts, of which the search keeps its own.
    pub fn without_texts(self) -> Self {
        Self {
            texts: Vec::new(),
            ..self
        }
    }

    /// The disguises of those with these numbers, each once.
    pub fn decodings(&self, numbers: impl Iterator<Item = usize>) -> Vec<Decoding> {
        let mut seen: Vec<_> = numbers.map(|number| self.decodings[number]).collect();
        sort_by(&mut seen, Decoding::cmp);
        seen.dedup();
        seen
    }
}

impl Decoding {
    /// A value without this disguise.
    pub fn taken_off(self, value: &[u8]) -> Vec<u8> {
        match self {
            Self::Rot(shift) => rotated(value, LETTERS - shift),
            _ => reversed(value),
        }
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
    use leaklight_fold::folded;

    fn found(value: &str) -> Vec<(&'static str, String)> {
        let forms = ["janedoeexamplecom", "12125550143", "jane"];
        let disguised = Disguised::new(forms.into_iter());
        let folded = folded(value);
        let stands = |text: &[u8]| memchr::memmem::find(folded.as_bytes(), text).is_some();
        let numbers = disguised
            .texts()
            .enumerate()
            .filter(|(_, text)| stands(text));
        let decodings = disguised.decodings(numbers.map(|(number, _)| number));
        let text =
            |decoding: Decoding| String::from_utf8(decoding.taken_off(value.as_bytes())).unwrap();
        decodings
            .into_iter()
            .map(|decoding| (decoding.as_str(), text(decoding)))
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
