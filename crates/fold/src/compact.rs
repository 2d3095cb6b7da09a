//! The fast fold: folded text alone, and what is seen on the way. Most text holds nobody, and is never folded otherwise.

use crate::folded::{ASCII, Class, characters, each_folded};
use crate::kinds::Kinds;

/// What [`compact`] saw on its way.
#[derive(Clone, Copy, Debug)]
pub struct Compacted {
    /// Where the folded text ends.
    pub end: usize,
    /// Number of words.
    pub words: usize,
    /// The kinds of the bytes.
    pub kinds: Kinds,
}

/// Folds into `out` from `start` on, without borders; the fast way for text in which most likely nothing will be
/// found. What stood there is lost; what stands behind the folded text means nothing. Kinds that are not known are
/// looked at on the way.
pub fn compact(bytes: &[u8], known: Option<Kinds>, out: &mut Vec<u8>, start: usize) -> Compacted {
    let end = start + bytes.len();
    if out.len() < end {
        out.resize(end, 0);
    }
    let room = &mut out[start..end];
    let mut compacted = match known {
        None => compact_ascii::<true>(bytes, room),
        Some(kinds) => Compacted {
            kinds,
            ..compact_ascii::<false>(bytes, room)
        },
    };
    if !compacted.kinds.is_ascii() {
        out.truncate(start);
        compacted.words = compact_characters(bytes, out);
        compacted.kinds = compacted.kinds.judged(bytes);
        compacted.end = out.len() - start;
    }
    compacted.end += start;
    compacted
}

fn compact_characters(bytes: &[u8], out: &mut Vec<u8>) -> usize {
    let mut words = 0;
    let mut inside = false;
    for (_, _, character) in characters(bytes) {
        match Class::of(character) {
            Class::Separator => inside = false,
            Class::Mark => {}
            _ => {
                words += usize::from(!inside);
                inside = true;
                each_folded(character, &mut |byte, _| out.push(byte));
            }
        }
    }
    words
}

fn compact_ascii<const LOOK: bool>(bytes: &[u8], room: &mut [u8]) -> Compacted {
    let (mut end, mut words, mut outside) = (0, 0, 1);
    let mut kinds = Kinds::NONE;
    for &byte in bytes {
        let folded = ASCII[usize::from(byte)];
        if LOOK {
            kinds = kinds.with(byte);
        }
        let keep = usize::from(folded != 0);
        room[end] = folded;
        end += keep;
        words += keep & outside;
        outside = keep ^ 1;
    }
    Compacted { end, words, kinds }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::folded::Folded;

    #[test]
    fn fast_and_full_folds_agree() {
        for text in [
            "",
            "a",
            "Ünïcode ß x",
            "plain ASCII, 12-3",
            "\u{0301}mark",
            "漢字 kana ｶﾅ",
        ] {
            let mut fast = Vec::new();
            let compacted = compact(text.as_bytes(), None, &mut fast, 0);
            let full = Folded::new(text.as_bytes());
            assert_eq!(fast[..compacted.end], full.text, "{text}");
            assert_eq!(compacted.words, full.words(0, full.text.len()), "{text}");
            assert_eq!(compacted.kinds, Kinds::of(text.as_bytes()), "{text}");
        }
    }
}
