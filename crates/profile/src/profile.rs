//! A person's own details, as they are saved and as they are looked for.

use crate::Kind;
use crate::identifier::{self, Written};
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
use std::fmt;

/// A personal value: never displayed, never serialised.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Secret(String);

impl Secret {
    /// Wraps a value.
    pub fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value itself. Whoever calls this answers for where it goes.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("[redacted]")
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self)
    }
}

/// A profile as it is written down: `profile.toml`, or what the options page saves.
///
/// Every key may be absent; unknown keys are errors.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ProfileSource {
    /// Country of numbers and addresses that name none, two letters; `US` where absent.
    pub country: Option<String>,
    /// Email addresses.
    pub emails: Vec<Secret>,
    /// Phone numbers.
    pub phones: Vec<Secret>,
    /// Birth dates, `YYYY-MM-DD`.
    pub birth_dates: Vec<Secret>,
    /// National ids.
    pub national_ids: Vec<Secret>,
    /// Names.
    pub names: Vec<Name>,
    /// Postal addresses.
    pub addresses: Vec<Address>,
    /// Payment cards.
    pub cards: Vec<Card>,
    /// Anything else.
    pub others: Vec<Other>,
}

/// A person's name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Name {
    /// Whose it is, where a profile holds several people.
    pub person: Option<String>,
    /// Given name.
    pub given: Option<Secret>,
    /// Middle name or initial.
    pub middle: Option<Secret>,
    /// Family name.
    pub family: Option<Secret>,
}

/// A postal address.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Address {
    /// Whose it is, where a profile holds several people.
    pub person: Option<String>,
    /// House number and street, or a post office box.
    pub street: Option<Secret>,
    /// Apartment, suite, floor.
    pub unit: Option<Secret>,
    /// City.
    pub city: Option<Secret>,
    /// State, province or county.
    pub region: Option<Secret>,
    /// Postal code.
    pub postal_code: Option<Secret>,
    /// Country, two letters; the profile's where absent.
    pub country: Option<String>,
}

/// A payment card: its number, or the digits of it that are kept.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Card {
    /// Whose it is, where a profile holds several people.
    pub person: Option<String>,
    /// The whole number.
    pub number: Option<Secret>,
    /// Its first six digits.
    pub first6: Option<Secret>,
    /// Its last four digits.
    pub last4: Option<Secret>,
}

/// Any other detail.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Other {
    /// Whose it is, where a profile holds several people.
    pub person: Option<String>,
    /// What it is, in the person's words.
    pub label: Option<String>,
    /// The value.
    pub value: Secret,
}

/// The numbers of a profile's identifiers in their ids (`email-3`), by the keys of [`ProfileSource`], in the order of its
/// lists: what was found under an id must not change its meaning when an entry before it is deleted.
///
/// A list without numbers is numbered from 1. Whoever numbers a list numbers all of it, and nothing twice.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Numbers(BTreeMap<String, Vec<u32>>);

impl<const LISTS: usize> From<[(String, Vec<u32>); LISTS]> for Numbers {
    fn from(lists: [(String, Vec<u32>); LISTS]) -> Self {
        Self(lists.into())
    }
}

impl Numbers {
    /// The number of the entry at `index`, 0-based, of a list.
    pub(crate) fn of(&self, list: &str, index: usize) -> u32 {
        let number = self.0.get(list).and_then(|numbers| numbers.get(index));
        number.copied().unwrap_or(index as u32 + 1)
    }
}

/// Something in a profile that is refused, or weak.
///
/// Neither the path nor the message repeats the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileProblem {
    /// Where it is, as in `emails[0]` or `addresses[1].postal_code`.
    pub path: String,
    /// A stable word for programs: `not_an_email`.
    pub code: &'static str,
    /// What is wrong, for people.
    pub message: &'static str,
}

impl fmt::Display for ProfileProblem {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.path, self.message)
    }
}

impl std::error::Error for ProfileProblem {}

/// What is wrong with a profile, as it is checked.
#[derive(Debug, Default)]
pub struct Problems {
    /// What is refused.
    pub errors: Vec<ProfileProblem>,
    /// What is looked for although it proves little.
    pub warnings: Vec<ProfileProblem>,
}

impl Problems {
    /// A value that is refused.
    pub fn error(&mut self, path: &str, code: &'static str, message: &'static str) {
        self.errors.push(ProfileProblem {
            path: path.to_owned(),
            code,
            message,
        });
    }

    /// A value that is looked for although it proves little.
    pub fn warning(&mut self, path: &str, code: &'static str, message: &'static str) {
        self.warnings.push(ProfileProblem {
            path: path.to_owned(),
            code,
            message,
        });
    }
}

/// One saved detail.
#[derive(Clone, Debug)]
pub struct Identifier {
    pub(crate) id: String,
    /// Its place in its list, from 0.
    pub index: usize,
    pub(crate) kind: Kind,
    pub(crate) person: Option<String>,
    pub(crate) written: Written,
}

impl Identifier {
    /// Its id: its kind, and a number within the kind, from 1 where none was given: `email-1`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Its kind.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// Whose it is, where a profile holds several people.
    pub fn person(&self) -> Option<&str> {
        self.person.as_deref()
    }

    /// Whether both may be one person's: neither names another.
    pub fn may_be_of_one(&self, other: &Self) -> bool {
        self.person.is_none() || other.person.is_none() || self.person == other.person
    }

    /// How it is shown to its owner without giving it away: `j•••@example.com`.
    pub fn masked(&self) -> &str {
        &self.written.masked
    }
}

/// How an identifier is looked for. Whoever looks at requests asks for it; front ends have no way to.
pub fn written(identifier: &Identifier) -> &Written {
    &identifier.written
}

/// A checked profile.
#[derive(Clone, Debug, Default)]
pub struct Profile {
    identifiers: Vec<Identifier>,
    warnings: Vec<ProfileProblem>,
}

impl Profile {
    /// Checks a profile.
    ///
    /// # Errors
    /// Every value that is malformed, in the order of the kinds.
    pub fn new(source: &ProfileSource) -> Result<Self, Vec<ProfileProblem>> {
        Self::numbered(source, &Numbers::default())
    }

    /// Checks a profile whose identifiers have numbers.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn numbered(
        source: &ProfileSource,
        numbers: &Numbers,
    ) -> Result<Self, Vec<ProfileProblem>> {
        let mut problems = Problems::default();
        let identifiers = identifier::identifiers(source, numbers, &mut problems);
        if problems.errors.is_empty() {
            Ok(Self {
                identifiers,
                warnings: problems.warnings,
            })
        } else {
            Err(problems.errors)
        }
    }

    /// The identifiers, grouped by kind.
    pub fn identifiers(&self) -> &[Identifier] {
        &self.identifiers
    }

    /// Values that are looked for although they are too weak to prove much.
    pub fn warnings(&self) -> &[ProfileProblem] {
        &self.warnings
    }
}
