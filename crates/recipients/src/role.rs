//! What an endpoint is for, where it is for something that a person asks of it.

use leaklight_parameters::Kind;

/// What a person hands details over for. Endpoints of other roles (advertising, analytics, …) were asked for
/// nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Signs in, or makes an account.
    SignIn,
    /// Takes a payment.
    Payment,
    /// Checks that a buyer or visitor is who they say.
    FraudCheck,
    /// Completes or checks a postal address.
    AddressLookup,
    /// Ships, or says what shipping costs.
    Delivery,
    /// Says what tax is due.
    Tax,
    /// Answers customers.
    Chat,
    /// Tells people from programs.
    Captcha,
    /// Sends what one subscribes to.
    Newsletter,
    /// Takes what is filled in, for whoever asks.
    Form,
    /// Checks papers.
    IdentityCheck,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 11] = [
        Self::SignIn,
        Self::Payment,
        Self::FraudCheck,
        Self::AddressLookup,
        Self::Delivery,
        Self::Tax,
        Self::Chat,
        Self::Captcha,
        Self::Newsletter,
        Self::Form,
        Self::IdentityCheck,
    ];

    /// The role's word in reports and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::SignIn => "sign_in",
            Self::Payment => "payment",
            Self::FraudCheck => "fraud_check",
            Self::AddressLookup => "address_lookup",
            Self::Delivery => "delivery",
            Self::Tax => "tax",
            Self::Chat => "chat",
            Self::Captcha => "captcha",
            Self::Newsletter => "newsletter",
            Self::Form => "form",
            Self::IdentityCheck => "identity_check",
        }
    }

    /// The role of a word; none for categories that are roles too.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == word)
    }

    /// Whether what it does for a person needs a detail of this kind.
    pub const fn explains(self, kind: Kind) -> bool {
        use Kind::{Address, BirthDate, Card, Email, Name, NationalId, Other, Phone};
        match self {
            Self::SignIn => matches!(kind, Email | Phone | Name),
            Self::Payment | Self::FraudCheck => {
                matches!(kind, Card | Name | Email | Phone | Address)
            }
            Self::AddressLookup | Self::Tax => matches!(kind, Address),
            Self::Delivery => matches!(kind, Address | Name | Email | Phone | Other),
            Self::Chat => matches!(kind, Name | Email | Phone | Address | Other),
            // The account that is being protected.
            Self::Captcha => matches!(kind, Email | Phone),
            Self::Newsletter => matches!(kind, Email | Name | Phone),
            Self::Form => matches!(kind, Name | Email | Phone | Address | BirthDate | Other),
            Self::IdentityCheck => {
                matches!(
                    kind,
                    Name | Email | Phone | Address | BirthDate | NationalId
                )
            }
        }
    }

    /// Whether it works on digests too: whom it looks for, it must not know.
    pub const fn takes_digests(self) -> bool {
        matches!(self, Self::FraudCheck | Self::Captcha)
    }
}
