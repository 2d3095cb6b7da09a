//! MurmurHash3, the variant of 128 bits for 64-bit machines, with seed 0.
//!
//! What it finds: the digest in each of the byte orders in which libraries write it.
//! What it misses: other seeds, the variant for 32-bit machines, and sums of 32 bits.
//! Reference: MurmurHash3_x64_128, as its author, Austin Appleby, published it (public domain).

/// How the two halves, numbers of 64 bits, are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Order {
    /// Each as a number, the first half first: JavaScript's libraries.
    Numbers,
    /// As they lie in a little-endian machine's memory: Guava, and mmh3's `hash_bytes`.
    Bytes,
    /// Both as one number of 128 bits, the first half being the lower: mmh3's `hash128`.
    OneNumber,
}

/// Odd factors of the specification.
const C1: u64 = 0x87c3_7b91_1142_53d5;
const C2: u64 = 0x4cf5_ad43_2745_937f;

/// The digest of `bytes` with seed 0.
pub fn digest(bytes: &[u8], order: Order) -> [u8; 16] {
    let (first, second) = halves(bytes);
    let pair = match order {
        Order::Numbers => [first.to_be_bytes(), second.to_be_bytes()],
        Order::Bytes => [first.to_le_bytes(), second.to_le_bytes()],
        Order::OneNumber => [second.to_be_bytes(), first.to_be_bytes()],
    };
    let mut out = [0; 16];
    out.copy_from_slice(pair.as_flattened());
    out
}

fn halves(bytes: &[u8]) -> (u64, u64) {
    let (mut h1, mut h2) = (0u64, 0u64);
    let (blocks, tail) = bytes.as_chunks::<16>();
    for block in blocks {
        let (k1, k2) = numbers(block);
        h1 = (h1 ^ mixed_first(k1)).rotate_left(27).wrapping_add(h2);
        h1 = h1.wrapping_mul(5).wrapping_add(0x52dc_e729);
        h2 = (h2 ^ mixed_second(k2)).rotate_left(31).wrapping_add(h1);
        h2 = h2.wrapping_mul(5).wrapping_add(0x3849_5ab5);
    }
    // A tail filled up with zeros mixes to the same: zero stays zero.
    let mut block = [0; 16];
    block[..tail.len()].copy_from_slice(tail);
    let (k1, k2) = numbers(&block);
    h1 ^= mixed_first(k1) ^ bytes.len() as u64;
    h2 ^= mixed_second(k2) ^ bytes.len() as u64;
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    h1 = finished(h1);
    h2 = finished(h2);
    h1 = h1.wrapping_add(h2);
    (h1, h2.wrapping_add(h1))
}

fn numbers(block: &[u8; 16]) -> (u64, u64) {
    let both = u128::from_le_bytes(*block);
    (both as u64, (both >> 64) as u64)
}

fn mixed_first(k1: u64) -> u64 {
    k1.wrapping_mul(C1).rotate_left(31).wrapping_mul(C2)
}

fn mixed_second(k2: u64) -> u64 {
    k2.wrapping_mul(C2).rotate_left(33).wrapping_mul(C1)
}

fn finished(half: u64) -> u64 {
    let half = (half ^ half >> 33).wrapping_mul(0xff51_afd7_ed55_8ccd);
    let half = (half ^ half >> 33).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    half ^ half >> 33
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_agree_with_published_ones() {
        // mmh3 5.2: mmh3.hash_bytes(text).hex()
        for (text, digest) in [
            ("", "00000000000000000000000000000000"),
            ("jane.doe@example.com", "dcb91a9d7e61d79640ff25b4a0c3c91f"),
            (
                "a longer text, of more than two blocks, and odd",
                "4dbd8e65573e52186092e09d3b774d5b",
            ),
        ] {
            let bytes = u128::from_str_radix(digest, 16).unwrap().to_be_bytes();
            assert_eq!(
                super::digest(text.as_bytes(), Order::Bytes),
                bytes,
                "{text}"
            );
        }
    }
}
