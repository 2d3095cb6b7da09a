//! What a recipient mostly does: the closed list.

/// What a recipient mostly does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Category {
    /// Shows advertisements, or learns whom to show them to.
    Advertising,
    /// Counts visits and what visitors do.
    Analytics,
    /// Records what visitors do, to be watched like a film.
    SessionReplay,
    /// Brings others' code into the page.
    TagManager,
    /// Collects what goes wrong in the page.
    ErrorMonitoring,
    /// Gathers what is known of customers, and passes it on.
    CustomerData,
    /// Sends newsletters, tests variants, personalises.
    Marketing,
    /// A network of people, and its buttons in pages.
    Social,
    /// Delivers files that many sites use.
    Cdn,
    /// Runs other people's sites.
    Hosting,
    /// Takes payments.
    Payment,
    /// Answers customers.
    Chat,
    /// Asks for consent.
    Consent,
    /// Publishes.
    Content,
    /// Plays films.
    Video,
    /// Does one thing for the page: maps, fonts, search, forms.
    Utility,
    /// Anything else.
    Other,
}

impl Category {
    /// Every category.
    pub const ALL: [Self; 17] = [
        Self::Advertising,
        Self::Analytics,
        Self::SessionReplay,
        Self::TagManager,
        Self::ErrorMonitoring,
        Self::CustomerData,
        Self::Marketing,
        Self::Social,
        Self::Cdn,
        Self::Hosting,
        Self::Payment,
        Self::Chat,
        Self::Consent,
        Self::Content,
        Self::Video,
        Self::Utility,
        Self::Other,
    ];

    /// The category's word in reports and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Advertising => "advertising",
            Self::Analytics => "analytics",
            Self::SessionReplay => "session_replay",
            Self::TagManager => "tag_manager",
            Self::ErrorMonitoring => "error_monitoring",
            Self::CustomerData => "customer_data",
            Self::Marketing => "marketing",
            Self::Social => "social",
            Self::Cdn => "cdn",
            Self::Hosting => "hosting",
            Self::Payment => "payment",
            Self::Chat => "chat",
            Self::Consent => "consent",
            Self::Content => "content",
            Self::Video => "video",
            Self::Utility => "utility",
            Self::Other => "other",
        }
    }

    /// Whether those of this category live on knowing visitors: such a recipient is a known tracker.
    ///
    /// It only sorts and filters what was found; whether something is found never hangs on it.
    pub const fn tracks(self) -> bool {
        match self {
            Self::Advertising
            | Self::Analytics
            | Self::SessionReplay
            | Self::TagManager
            | Self::ErrorMonitoring
            | Self::CustomerData
            | Self::Marketing
            | Self::Social => true,
            Self::Cdn
            | Self::Hosting
            | Self::Payment
            | Self::Chat
            | Self::Consent
            | Self::Content
            | Self::Video
            | Self::Utility
            | Self::Other => false,
        }
    }

    /// The category of a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|category| category.as_str() == word)
    }
}
