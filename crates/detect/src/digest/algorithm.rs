//! The digest algorithms that trackers, and the tools that watch them, are known to use.
//!
//! What is missing: sums of 32 and 64 bits, which are too short to prove anything, and everything
//! that is keyed or salted, which nobody can look up.
//! References: RFC 1319 (MD2), 1320 (MD4), 1321 (MD5), 7693 (BLAKE2); FIPS 180-4 (SHA-1, SHA-2) and
//! 202 (SHA-3); ISO/IEC 10118-3 (RIPEMD-160, Whirlpool).

use super::murmur3::{self, Order};
use md5::Digest;

/// The longest digest, in bytes: 512 bits.
const LONGEST: usize = 64;

/// A digest algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Algorithm {
    /// SHA-2, 256 bits: what nearly every pixel uses.
    Sha256,
    /// MD5, 128 bits.
    Md5,
    /// SHA-1, 160 bits.
    Sha1,
    /// SHA-2, 512 bits.
    Sha512,
    /// SHA-2, 224 bits.
    Sha224,
    /// SHA-2, 384 bits.
    Sha384,
    /// SHA-3, 224 bits.
    Sha3_224,
    /// SHA-3, 256 bits.
    Sha3_256,
    /// SHA-3, 384 bits.
    Sha3_384,
    /// SHA-3, 512 bits.
    Sha3_512,
    /// RIPEMD, 160 bits.
    Ripemd160,
    /// Whirlpool, 512 bits.
    Whirlpool,
    /// BLAKE2b, 512 bits.
    Blake2b,
    /// BLAKE2s, 256 bits.
    Blake2s,
    /// MD4, 128 bits.
    Md4,
    /// MD2, 128 bits.
    Md2,
    /// MurmurHash3 for 64-bit machines, 128 bits, in one of its byte orders.
    Murmur3(Order),
}

impl Algorithm {
    /// Every algorithm, the commonest first.
    pub const ALL: [Self; 19] = [
        Self::Sha256,
        Self::Md5,
        Self::Sha1,
        Self::Sha512,
        Self::Sha224,
        Self::Sha384,
        Self::Sha3_224,
        Self::Sha3_256,
        Self::Sha3_384,
        Self::Sha3_512,
        Self::Ripemd160,
        Self::Whirlpool,
        Self::Blake2b,
        Self::Blake2s,
        Self::Md4,
        Self::Md2,
        Self::Murmur3(Order::Numbers),
        Self::Murmur3(Order::Bytes),
        Self::Murmur3(Order::OneNumber),
    ];

    /// Those that are used upon each other, and upon encoded values.
    pub const COMMON: [Self; 3] = [Self::Sha256, Self::Md5, Self::Sha1];

    /// Its name in reports.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Md2 => "md2",
            Self::Md4 => "md4",
            Self::Md5 => "md5",
            Self::Sha1 => "sha1",
            Self::Sha224 => "sha224",
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
            Self::Sha3_224 => "sha3-224",
            Self::Sha3_256 => "sha3-256",
            Self::Sha3_384 => "sha3-384",
            Self::Sha3_512 => "sha3-512",
            Self::Ripemd160 => "ripemd160",
            Self::Whirlpool => "whirlpool",
            Self::Blake2b => "blake2b",
            Self::Blake2s => "blake2s",
            Self::Murmur3(_) => "murmur3-128",
        }
    }

    /// How many bits its digests have.
    pub const fn bits(self) -> usize {
        match self {
            Self::Md2 | Self::Md4 | Self::Md5 | Self::Murmur3(_) => 128,
            Self::Sha1 | Self::Ripemd160 => 160,
            Self::Sha224 | Self::Sha3_224 => 224,
            Self::Sha256 | Self::Sha3_256 | Self::Blake2s => 256,
            Self::Sha384 | Self::Sha3_384 => 384,
            Self::Sha512 | Self::Sha3_512 | Self::Whirlpool | Self::Blake2b => 512,
        }
    }

    /// The digest of `bytes`.
    pub fn digest(self, bytes: &[u8]) -> Sum {
        match self {
            Self::Md2 => sum::<md2::Md2>(bytes),
            Self::Md4 => sum::<md4::Md4>(bytes),
            Self::Md5 => sum::<md5::Md5>(bytes),
            Self::Sha1 => sum::<sha1::Sha1>(bytes),
            Self::Sha224 => sum::<sha2::Sha224>(bytes),
            Self::Sha256 => sum::<sha2::Sha256>(bytes),
            Self::Sha384 => sum::<sha2::Sha384>(bytes),
            Self::Sha512 => sum::<sha2::Sha512>(bytes),
            Self::Sha3_224 => sum::<sha3::Sha3_224>(bytes),
            Self::Sha3_256 => sum::<sha3::Sha3_256>(bytes),
            Self::Sha3_384 => sum::<sha3::Sha3_384>(bytes),
            Self::Sha3_512 => sum::<sha3::Sha3_512>(bytes),
            Self::Ripemd160 => sum::<ripemd::Ripemd160>(bytes),
            Self::Whirlpool => sum::<whirlpool::Whirlpool>(bytes),
            Self::Blake2b => sum::<blake2::Blake2b512>(bytes),
            Self::Blake2s => sum::<blake2::Blake2s256>(bytes),
            Self::Murmur3(order) => Sum::new(&murmur3::digest(bytes, order)),
        }
    }
}

/// Apart for each algorithm: a browser compiles what is called, and most are not.
#[inline(never)]
fn sum<D: Digest>(bytes: &[u8]) -> Sum {
    Sum::new(&D::digest(bytes))
}

/// What an algorithm yields, without an allocation: thousands are made for a profile.
#[derive(Clone, Copy, Debug)]
pub struct Sum {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Sum {
    fn new(digest: &[u8]) -> Self {
        let mut sum = Self {
            bytes: [0; LONGEST],
            length: digest.len().min(LONGEST),
        };
        sum.bytes[..sum.length].copy_from_slice(&digest[..sum.length]);
        sum
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_algorithm_agrees_with_its_specification() {
        // The digests of "abc": RFC 1319, 1320 and 1321 appendices A.5; FIPS 180-4 and 202 examples;
        // RFC 7693 appendices A and B; the RIPEMD-160 and Whirlpool authors' test vectors.
        for (algorithm, digest) in [
            (Algorithm::Md2, "da853b0d3f88d99b30283a69e6ded6bb"),
            (Algorithm::Md4, "a448017aaf21d8525fc10ae87aa6729d"),
            (Algorithm::Md5, "900150983cd24fb0d6963f7d28e17f72"),
            (Algorithm::Sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                Algorithm::Sha224,
                "23097d223405d8228642a477bda255b32aadbce4",
            ),
            (
                Algorithm::Sha256,
                "ba7816bf8f01cfea414140de5dae2223b00361a3",
            ),
            (
                Algorithm::Sha384,
                "cb00753f45a35e8bb5a03d699ac65007272c32ab",
            ),
            (
                Algorithm::Sha512,
                "ddaf35a193617abacc417349ae20413112e6fa4e",
            ),
            (
                Algorithm::Sha3_224,
                "e642824c3f8cf24ad09234ee7d3c766fc9a3a516",
            ),
            (
                Algorithm::Sha3_256,
                "3a985da74fe225b2045c172d6bd390bd855f086e",
            ),
            (
                Algorithm::Sha3_384,
                "ec01498288516fc926459f58e2c6ad8df9b473cb",
            ),
            (
                Algorithm::Sha3_512,
                "b751850b1a57168a5693cd924b6b096e08f62182",
            ),
            (
                Algorithm::Ripemd160,
                "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc",
            ),
            (
                Algorithm::Whirlpool,
                "4e2448a4c6f486bb16b6562c73b4020bf3043e3a",
            ),
            (
                Algorithm::Blake2b,
                "ba80a53f981c4d0d6a2797b69f12f6e94c212f14",
            ),
            (
                Algorithm::Blake2s,
                "508c5e8c327c14e2e1a72ba34eeb452f37458b20",
            ),
        ] {
            let sum = algorithm.digest(b"abc");
            let hex: String = sum
                .as_bytes()
                .iter()
                .map(|byte| format!("{byte:02x}"))
                .collect();
            assert_eq!(&hex[..digest.len()], digest, "{}", algorithm.as_str());
            assert_eq!(sum.as_bytes().len() * 8, algorithm.bits());
        }
    }
}
