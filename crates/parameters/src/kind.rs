//! The kinds of details a person can save, and the parts they consist of.

use serde::{Deserialize, Serialize};

/// What kind of detail an identifier is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A person's name.
    Name,
    /// An email address.
    Email,
    /// A phone number.
    Phone,
    /// A postal address.
    Address,
    /// A payment card.
    Card,
    /// A date of birth.
    BirthDate,
    /// A number that a state gave a person, such as a US social security number.
    NationalId,
    /// Anything else the person wants watched, such as a parcel's tracking number.
    Other,
}

impl Kind {
    /// Every kind, in the order in which they are listed to people.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Email,
        Self::Phone,
        Self::Address,
        Self::Card,
        Self::BirthDate,
        Self::NationalId,
        Self::Other,
    ];

    /// The kind's word in reports, profiles and identifiers' ids.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Address => "address",
            Self::Card => "card",
            Self::BirthDate => "birth_date",
            Self::NationalId => "national_id",
            Self::Other => "other",
        }
    }
}

/// Which part of a detail a form or a parameter holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A name's given name.
    Given,
    /// A name's middle name or initial.
    Middle,
    /// A name's family name.
    Family,
    /// An address's house number and street.
    Street,
    /// An address's unit: apartment, suite, floor.
    Unit,
    /// An address's city.
    City,
    /// An address's region: state, province, county.
    Region,
    /// An address's postal code.
    PostalCode,
    /// An address's country.
    Country,
    /// What stands before an email address's `@`.
    LocalPart,
    /// An email address's domain.
    Domain,
    /// A card's first six digits.
    First6,
    /// A card's last four digits.
    Last4,
}

impl Part {
    /// Every part, in the order in which they are listed to people.
    pub const ALL: [Self; 13] = [
        Self::Given,
        Self::Middle,
        Self::Family,
        Self::Street,
        Self::Unit,
        Self::City,
        Self::Region,
        Self::PostalCode,
        Self::Country,
        Self::LocalPart,
        Self::Domain,
        Self::First6,
        Self::Last4,
    ];

    /// The part's word in reports and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Middle => "middle",
            Self::Family => "family",
            Self::Street => "street",
            Self::Unit => "unit",
            Self::City => "city",
            Self::Region => "region",
            Self::PostalCode => "postal_code",
            Self::Country => "country",
            Self::LocalPart => "local_part",
            Self::Domain => "domain",
            Self::First6 => "first6",
            Self::Last4 => "last4",
        }
    }
}
