//! Sixty-four bytes of JSON at once: which of them are marks, as one bit each.

use wide::u8x16;

/// So many bytes are read at once: one for each bit.
pub(crate) const BLOCK: usize = 64;

/// Every other bit, the lowest among them.
const EVEN: u64 = u64::MAX / 3;

/// So many bytes or fewer.
pub(crate) struct Block {
    lanes: [u8x16; 4],
    length: usize,
}

impl Block {
    /// The block that a text begins with; at the text's end a shorter one.
    #[inline]
    pub(crate) fn new(text: &[u8]) -> Self {
        match text.first_chunk() {
            Some(whole) => Self::of(whole, BLOCK),
            None => {
                let mut padded = [0; BLOCK];
                padded[..text.len()].copy_from_slice(text);
                Self::of(&padded, text.len())
            }
        }
    }

    #[inline]
    fn of(bytes: &[u8; BLOCK], length: usize) -> Self {
        let (lanes, _) = bytes.as_chunks();
        Self {
            lanes: [lanes[0], lanes[1], lanes[2], lanes[3]].map(u8x16::new),
            length,
        }
    }

    /// Opening and closing brackets, those in texts too. The two kinds differ in one bit.
    #[inline]
    pub(crate) fn brackets(&self) -> u64 {
        let bit = u8x16::splat(b'[' ^ b'{');
        let (open, close) = (u8x16::splat(b'{'), u8x16::splat(b'}'));
        self.mask(|lane| (lane | bit).simd_eq(open) | (lane | bit).simd_eq(close))
    }

    #[inline]
    fn equal(&self, byte: u8) -> u64 {
        let wanted = u8x16::splat(byte);
        self.mask(|lane| lane.simd_eq(wanted))
    }

    #[inline]
    fn mask(&self, test: impl Fn(u8x16) -> u8x16) -> u64 {
        self.lanes.iter().rev().fold(0, |mask, lane| {
            mask << 16 | u64::from(test(*lane).to_bitmask())
        })
    }
}

/// What blocks that were read tell of the next one.
#[derive(Default)]
pub(crate) struct Strings {
    /// Its first byte is escaped.
    escaped: bool,
    /// Its first byte stands in a string.
    inside: bool,
}

impl Strings {
    /// Whether the next block's first byte stands in a string and is not escaped.
    #[inline]
    pub(crate) fn is_inside(&self) -> bool {
        self.inside && !self.escaped
    }

    /// The next block's quotes, but for escaped ones, and its bytes that stand in strings: opening quotes among them,
    /// closing ones not.
    #[inline]
    pub(crate) fn read(&mut self, block: &Block) -> (u64, u64) {
        let Self { inside, escaped } = *self;
        let backslashes = block.equal(b'\\');
        let quotes = block.equal(b'"') & !self.escaped(backslashes, block.length);
        // Each bit becomes the parity of the bits up to it.
        let mut bytes = quotes;
        for shift in [1, 2, 4, 8, 16, 32] {
            bytes ^= bytes << shift;
        }
        if inside {
            bytes = !bytes;
        }
        self.inside = bytes >> (BLOCK - 1) == 1;
        if backslashes & !bytes == 0 {
            return (quotes, bytes);
        }
        *self = Self { inside, escaped };
        self.read_unsound(block)
    }

    /// As [`Strings::read`], for what no sound JSON has: a backslash outside strings escapes nothing. So a quote too
    /// many or too few does not turn all that follows inside out.
    #[cold]
    fn read_unsound(&mut self, block: &Block) -> (u64, u64) {
        let (marks, backslashes) = (block.equal(b'"'), block.equal(b'\\'));
        let (mut quotes, mut bytes) = (0, 0);
        for bit in (0..block.length).map(|at| 1 << at) {
            if marks & bit != 0 && !self.escaped {
                quotes |= bit;
                self.inside = !self.inside;
            }
            self.escaped = !self.escaped && self.inside && backslashes & bit != 0;
            if self.inside {
                bytes |= bit;
            }
        }
        (quotes, bytes)
    }

    /// The bytes behind odd numbers of backslashes. Reference: G. Langdale and D. Lemire, "Parsing Gigabytes of JSON
    /// per Second", 2019, 3.1.1.
    #[inline]
    fn escaped(&mut self, backslashes: u64, length: usize) -> u64 {
        let first = u64::from(self.escaped);
        // What is escaped escapes nothing.
        let backslashes = backslashes & !first;
        let starts = backslashes & !(backslashes << 1);
        // A run of bits and its first one make one bit, behind the run.
        let (from_even, _) = backslashes.overflowing_add(starts & EVEN);
        let (from_odd, over) = backslashes.overflowing_add(starts & !EVEN);
        let escaped = first | !backslashes & (from_even & !EVEN | from_odd & EVEN);
        self.escaped = if length < BLOCK {
            escaped >> length & 1 == 1
        } else {
            over
        };
        escaped
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Unescaped quotes, brackets outside strings, and whether the text ends within a string: byte by byte.
    fn one_by_one(text: &[u8]) -> (Vec<usize>, Vec<usize>, bool) {
        let (mut quotes, mut brackets) = (Vec::new(), Vec::new());
        let (mut inside, mut escaped) = (false, false);
        for (at, byte) in text.iter().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = inside,
                b'"' => {
                    quotes.push(at);
                    inside = !inside;
                }
                _ => {}
            }
            if !inside && b"{}[]".contains(byte) {
                brackets.push(at);
            }
        }
        (quotes, brackets, inside)
    }

    fn places(bits: u64, start: usize) -> impl Iterator<Item = usize> {
        (0..BLOCK)
            .filter(move |bit| bits >> bit & 1 == 1)
            .map(move |bit| start + bit)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn blocks_of_any_length_tell_what_the_bytes_tell(
            pieces in prop::collection::vec(prop::collection::vec(
                prop::sample::select(b"\\\\\\\\\"{}[]a;".to_vec()), 1..=BLOCK), 0..6),
        ) {
            let mut strings = Strings::default();
            let (mut quotes, mut brackets) = (Vec::new(), Vec::new());
            let mut start = 0;
            for piece in &pieces {
                let block = Block::new(piece);
                let (found, bytes) = strings.read(&block);
                let outside = block.brackets() & !bytes;
                quotes.extend(places(found, start));
                brackets.extend(places(outside, start));
                start += piece.len();
            }
            let (expected_quotes, expected_brackets, inside) = one_by_one(&pieces.concat());
            prop_assert_eq!(quotes, expected_quotes);
            prop_assert_eq!(brackets, expected_brackets);
            prop_assert_eq!(strings.inside, inside);
        }
    }
}
