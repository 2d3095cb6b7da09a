//! Bits of bytes, the lowest first, as deflate and brotli pack them.

/// Takes bits off bytes.
pub struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Bits<'a> {
    /// From the first bit on.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    /// The next `count` bits, 24 at most, without taking them; those beyond the end are zero.
    #[inline(always)]
    pub fn peek(&self, count: u32) -> u32 {
        let byte = |at: usize| u32::from(self.bytes.get(self.at / 8 + at).copied().unwrap_or(0));
        let held = byte(0) | byte(1) << 8 | byte(2) << 16 | byte(3) << 24;
        held >> (self.at % 8) & ((1 << count) - 1)
    }

    /// Takes the next `count` bits, 24 at most; none where there are not so many.
    #[inline(always)]
    pub fn take(&mut self, count: u32) -> Option<u32> {
        let value = self.peek(count);
        self.at += count as usize;
        (self.at <= self.bytes.len() * 8).then_some(value)
    }

    /// Goes on to the next whole byte; whether the bits before it are zero.
    pub fn align(&mut self) -> bool {
        let left = (8 - self.at % 8) as u32 % 8;
        self.take(left) == Some(0)
    }

    /// The bytes from the next whole one on.
    pub fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at.div_ceil(8)..).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_bit_comes_first() {
        let mut bits = Bits::new(&[0b1010_0110, 0b1100_0001, 0xff]);
        assert_eq!(bits.take(3), Some(0b110));
        assert_eq!(bits.peek(9), 0x34);
        assert_eq!(bits.take(7), Some(0x34));
        assert!(!bits.align());
        assert_eq!(bits.rest(), [0xff]);
        assert_eq!(bits.take(8), Some(0xff));
        assert_eq!(bits.take(1), None);
    }
}
