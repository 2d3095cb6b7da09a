//! What goes along with a detail and is none: where the person is, and with what.

use crate::folded::Folded;
use crate::table::table;
use serde::{Deserialize, Serialize};

/// What a parameter tells beside a person's details: shown as context, and no leak by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Context {
    /// The address of the page, or of another one.
    Page,
    /// The address of the page before.
    Referrer,
    /// The page's title.
    Title,
    /// Text of the page, such as that of the clicked button.
    Content,
    /// The size of screen or window.
    Screen,
    /// The browser and its version.
    Browser,
    /// The type of computer and its operating system.
    Device,
    /// The person's languages.
    Language,
    /// The time zone.
    TimeZone,
    /// Where the device is, or its network address.
    Location,
    /// The number under which advertisers know the person's click or device.
    AdvertisingId,
    /// The number under which the browser is known again.
    CookieId,
}

impl Context {
    /// Every kind, in the order in which they are listed to people.
    pub const ALL: [Self; 12] = [
        Self::Page,
        Self::Referrer,
        Self::Title,
        Self::Content,
        Self::Screen,
        Self::Browser,
        Self::Device,
        Self::Language,
        Self::TimeZone,
        Self::Location,
        Self::AdvertisingId,
        Self::CookieId,
    ];

    /// Its word in reports and tables.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Referrer => "referrer",
            Self::Title => "title",
            Self::Content => "content",
            Self::Screen => "screen",
            Self::Browser => "browser",
            Self::Device => "device",
            Self::Language => "language",
            Self::TimeZone => "time_zone",
            Self::Location => "location",
            Self::AdvertisingId => "advertising_id",
            Self::CookieId => "cookie_id",
        }
    }

    /// What it is called in a sentence.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Page => "address of the page",
            Self::Referrer => "address of the page before",
            Self::Title => "title of the page",
            Self::Content => "text of the page",
            Self::Screen => "size of the screen",
            Self::Browser => "browser",
            Self::Device => "type of device",
            Self::Language => "language",
            Self::TimeZone => "time zone",
            Self::Location => "location",
            Self::AdvertisingId => "advertising id",
            Self::CookieId => "cookie id",
        }
    }

    /// Whether it is about the page: what a site puts there, nobody typed for the recipient.
    pub const fn is_of_page(self) -> bool {
        matches!(
            self,
            Self::Page | Self::Referrer | Self::Title | Self::Content
        )
    }
}

/// What `name` tells beside details in a request of `vendor`'s, a word of the table's column `source`; an
/// empty one is nobody's. The outermost piece that tells something counts: whatever stands in a page's
/// address (`dl › email`) is part of that address.
pub fn context(vendor: &str, name: &str) -> Option<Context> {
    listed(vendor, name).map(|(context, _)| context)
}

/// The same, with the words that stand beside it in the table.
pub(crate) fn listed(vendor: &str, name: &str) -> Option<(Context, &'static str)> {
    name.split(" › ").find_map(|piece| of_piece(vendor, piece))
}

/// The longest listed name with which a piece ends, beginning where a component of it does.
fn of_piece(vendor: &str, piece: &str) -> Option<(Context, &'static str)> {
    let folded = Folded::new(piece);
    let words = folded.words();
    (0..words)
        .filter(|word| folded.begins_component(*word))
        .find_map(|word| table().context(folded.text(word, words), vendor))
}
