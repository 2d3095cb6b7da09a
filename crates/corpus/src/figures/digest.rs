//! Digest algorithms: RustCrypto's, and MurmurHash3 written out.

use blake2::{Blake2b512, Blake2s256};
use md2::Md2;
use md4::Md4;
use md5::Md5;
use ripemd::Ripemd160;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};
use sha3::{Sha3_224, Sha3_256, Sha3_384, Sha3_512};
use whirlpool::Whirlpool;

/// A digest algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    Md2,
    Md4,
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
    Sha3_224,
    Sha3_256,
    Sha3_384,
    Sha3_512,
    Ripemd160,
    Whirlpool,
    Blake2b,
    Blake2s,
    Murmur3,
}

impl Algorithm {
    /// Every algorithm.
    pub const ALL: [Self; 17] = [
        Self::Md2,
        Self::Md4,
        Self::Md5,
        Self::Sha1,
        Self::Sha224,
        Self::Sha256,
        Self::Sha384,
        Self::Sha512,
        Self::Sha3_224,
        Self::Sha3_256,
        Self::Sha3_384,
        Self::Sha3_512,
        Self::Ripemd160,
        Self::Whirlpool,
        Self::Blake2b,
        Self::Blake2s,
        Self::Murmur3,
    ];
    /// The ones that vendors ask for.
    pub const USUAL: [Self; 3] = [Self::Md5, Self::Sha1, Self::Sha256];

    /// The digest of some bytes.
    pub fn of(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Md2 => Md2::digest(bytes).to_vec(),
            Self::Md4 => Md4::digest(bytes).to_vec(),
            Self::Md5 => Md5::digest(bytes).to_vec(),
            Self::Sha1 => Sha1::digest(bytes).to_vec(),
            Self::Sha224 => Sha224::digest(bytes).to_vec(),
            Self::Sha256 => Sha256::digest(bytes).to_vec(),
            Self::Sha384 => Sha384::digest(bytes).to_vec(),
            Self::Sha512 => Sha512::digest(bytes).to_vec(),
            Self::Sha3_224 => Sha3_224::digest(bytes).to_vec(),
            Self::Sha3_256 => Sha3_256::digest(bytes).to_vec(),
            Self::Sha3_384 => Sha3_384::digest(bytes).to_vec(),
            Self::Sha3_512 => Sha3_512::digest(bytes).to_vec(),
            Self::Ripemd160 => Ripemd160::digest(bytes).to_vec(),
            Self::Whirlpool => Whirlpool::digest(bytes).to_vec(),
            Self::Blake2b => Blake2b512::digest(bytes).to_vec(),
            Self::Blake2s => Blake2s256::digest(bytes).to_vec(),
            Self::Murmur3 => murmur3(bytes).to_vec(),
        }
    }
}

const C1: u64 = 0x87c3_7b91_1142_53d5;
const C2: u64 = 0x4cf5_ad43_2745_937f;

/// MurmurHash3_x64_128 with seed 0 (Appleby, public domain), its two halves in big-endian order, as
/// its usual hexadecimal spelling has them.
fn murmur3(bytes: &[u8]) -> [u8; 16] {
    let (mut h1, mut h2) = (0_u64, 0_u64);
    let blocks = bytes.chunks_exact(16);
    let tail = blocks.remainder();
    for block in blocks {
        h1 ^= scrambled(word(&block[..8]), C1, 31, C2);
        h1 = h1
            .rotate_left(27)
            .wrapping_add(h2)
            .wrapping_mul(5)
            .wrapping_add(0x52dc_e729);
        h2 ^= scrambled(word(&block[8..]), C2, 33, C1);
        h2 = h2
            .rotate_left(31)
            .wrapping_add(h1)
            .wrapping_mul(5)
            .wrapping_add(0x3849_5ab5);
    }
    h2 ^= scrambled(word(tail.get(8..).unwrap_or_default()), C2, 33, C1);
    h1 ^= scrambled(word(&tail[..tail.len().min(8)]), C1, 31, C2);
    h1 ^= bytes.len() as u64;
    h2 ^= bytes.len() as u64;
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    (h1, h2) = (finished(h1), finished(h2));
    h1 = h1.wrapping_add(h2);
    h2 = h2.wrapping_add(h1);
    let mut digest = [0; 16];
    digest[..8].copy_from_slice(&h1.to_be_bytes());
    digest[8..].copy_from_slice(&h2.to_be_bytes());
    digest
}

fn scrambled(word: u64, first: u64, turn: u32, second: u64) -> u64 {
    word.wrapping_mul(first)
        .rotate_left(turn)
        .wrapping_mul(second)
}

/// Up to eight bytes, the lowest first.
fn word(bytes: &[u8]) -> u64 {
    bytes
        .iter()
        .rev()
        .fold(0, |word, byte| word << 8 | u64::from(*byte))
}

fn finished(mut word: u64) -> u64 {
    word ^= word >> 33;
    word = word.wrapping_mul(0xff51_afd7_ed55_8ccd);
    word ^= word >> 33;
    word = word.wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    word ^ (word >> 33)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::encode::hex;

    #[test]
    fn murmur3_is_what_its_author_says() {
        // The reference implementation's digests of these words.
        assert_eq!(hex(&murmur3(b"")), "00000000000000000000000000000000");
        assert_eq!(hex(&murmur3(b"hello")), "cbd8a7b341bd9b025b1e906a48ae1d19");
        assert_eq!(
            hex(&murmur3(b"The quick brown fox jumps over the lazy dog")),
            "e34bbc7bbc071b6c7a433ca9c49a9347"
        );
    }
}
