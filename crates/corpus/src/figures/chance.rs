//! Numbers drawn by lot, the same for the same seed on every machine.

/// A lot: SplitMix64 (Steele, Lea and Flood, 2014), which needs no more than a counter and a mixer.
#[derive(Clone, Debug)]
pub struct Chance(u64);

impl Chance {
    /// The lots of one case: every case has its own, whatever was drawn for the others.
    pub fn new(seed: u64, case: u64) -> Self {
        let mut chance = Self(seed);
        let mixed = chance.next();
        let mut chance = Self(mixed ^ case.wrapping_mul(0xd134_2543_de82_ef95));
        chance.next();
        chance
    }

    /// 64 bits.
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`, which is at least one.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// A number of a range, its end included.
    pub fn between(&mut self, from: usize, to: usize) -> usize {
        from + self.below(to - from + 1)
    }

    /// True once in `times`.
    pub fn once_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    /// One of several, none of them first choice.
    pub fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    /// Decimal digits.
    pub fn digits(&mut self, count: usize) -> String {
        self.letters(b"0123456789", count)
    }

    /// Hexadecimal digits.
    pub fn hex(&mut self, count: usize) -> String {
        self.letters(b"0123456789abcdef", count)
    }

    /// Letters and digits of both cases, as tokens have them.
    pub fn token(&mut self, count: usize) -> String {
        self.letters(
            b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
            count,
        )
    }

    /// Letters of an alphabet.
    pub fn letters(&mut self, alphabet: &[u8], count: usize) -> String {
        (0..count)
            .map(|_| char::from(self.pick(alphabet)))
            .collect()
    }

    /// Any bytes.
    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        (0..count).map(|_| self.next() as u8).collect()
    }
}
