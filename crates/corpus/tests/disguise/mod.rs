//! Details, disguises and carriers drawn at random, with encoders of their own: nothing here is the detector's.

mod carriage;
mod encode;
mod wrap;

use proptest::prelude::*;

pub use carriage::Carriage;
pub use wrap::Wrap;

/// One spelling of one of Jane's details, as `tests/corpus/profiles.toml` has them.
#[derive(Clone, Copy, Debug)]
pub struct Spelling {
    /// The identifier's id.
    pub identifier: &'static str,
    /// How it is written.
    pub text: &'static str,
}

const fn spelling(identifier: &'static str, text: &'static str) -> Spelling {
    Spelling { identifier, text }
}

const SPELLINGS: [Spelling; 20] = [
    spelling("email-1", "jmarlowe.72@example.com"),
    spelling("email-1", "JMarlowe.72@Example.COM"),
    // sha256, md5, sha1 and base64url SHA-256 of "jmarlowe.72@example.com".
    spelling(
        "email-1",
        "d0449736dafd114bec813950bde1ac6cac0d74d2a5a4448ca8ca6b5d3d5ae083",
    ),
    spelling("email-1", "21569b1b594fd3aee8d51598cb7a66ce"),
    spelling("email-1", "ead64ab3e7a79b91047a604804da851c33102629"),
    spelling("email-1", "0ESXNtr9EUvsgTlQveGsbKwNdNKlpESMqMprXT1a4IM"),
    spelling("phone-1", "+12125550143"),
    spelling("phone-1", "+1 212-555-0143"),
    spelling("phone-1", "(212) 555-0143"),
    spelling("phone-1", "212.555.0143"),
    spelling("card-1", "4012888888881881"),
    spelling("card-1", "4012 8888 8888 1881"),
    spelling("card-1", "4012-8888-8888-1881"),
    spelling(
        "address-1",
        "123 Main Street, Apt 4B, Springfield, IL 62704",
    ),
    spelling("address-1", "123 MAIN ST APT 4B SPRINGFIELD IL 62704"),
    spelling("address-1", "123 Main St.\nSpringfield, Illinois 62704"),
    spelling("name-1", "Jane Marlowe"),
    spelling("name-1", "MARLOWE, JANE"),
    spelling("other-1", "9400111202555842332668"),
    spelling("other-1", "9400 1112 0255 5842 3326 68"),
];

/// A detail, what it is wrapped in from the inside out, and what carries it.
#[derive(Clone, Debug)]
pub struct Disguise {
    /// What is hidden.
    pub spelling: Spelling,
    /// How, the innermost first.
    pub wraps: Vec<Wrap>,
    /// Where.
    pub carriage: Carriage,
}

/// Any detail under one to three wraps in any carrier.
pub fn any_disguise() -> impl Strategy<Value = Disguise> {
    let spelling = prop::sample::select(SPELLINGS.to_vec());
    let wraps = prop::collection::vec(prop::sample::select(Wrap::ALL.to_vec()), 1..=3);
    let carriage = prop::sample::select(Carriage::ALL.to_vec());
    (spelling, wraps, carriage)
        .prop_map(|(spelling, wraps, carriage)| Disguise {
            spelling,
            wraps,
            carriage,
        })
        .prop_filter(
            "character references are of characters",
            Disguise::is_possible,
        )
}

impl Disguise {
    fn is_possible(&self) -> bool {
        let mut bytes = self.spelling.text.as_bytes().to_vec();
        self.wraps.iter().all(|wrap| {
            let possible = wrap.takes(&bytes);
            bytes = wrap.around(&bytes);
            possible
        })
    }

    /// The bytes that the carrier gets.
    pub fn payload(&self) -> Vec<u8> {
        self.wraps
            .iter()
            .fold(self.spelling.text.as_bytes().to_vec(), |bytes, wrap| {
                wrap.around(&bytes)
            })
    }

    /// The chain that has to be told: the decodings from the wire inwards.
    pub fn chain(&self) -> Vec<&'static str> {
        let own = self.carriage.decoding(&self.payload());
        own.into_iter()
            .chain(self.wraps.iter().rev().filter_map(|wrap| wrap.decoding()))
            .collect()
    }
}
