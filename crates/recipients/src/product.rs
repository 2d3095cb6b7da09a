//! Products: what is known of an endpoint beside its address.

use crate::category::Category;
use crate::role::Role;
use crate::tables::PRODUCTS;
use leaklight_parameters::{Context, Kind, context, meaning};

/// A product, or the part of one that answers at some endpoint. Its texts lie in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Product {
    /// Its name: `Meta Pixel`.
    pub name: &'static str,
    /// Who gets what is sent to it.
    pub entity: &'static str,
    /// What it mostly does.
    pub category: Category,
    /// What this endpoint is for: a role, or a category.
    pub role: &'static str,
    /// The word under which the table of parameters' names knows its vendor; may be empty.
    pub vendor: &'static str,
    pub(crate) query: &'static str,
    pub(crate) body: &'static str,
    pub(crate) account: &'static str,
    pub(crate) event: &'static str,
    fields: &'static str,
}

impl Product {
    /// The product whose row begins at a place in the table.
    pub(crate) fn at(place: usize) -> Option<Self> {
        let mut columns = PRODUCTS.get(place..)?.lines().next()?.split('\t');
        let mut column = || columns.next();
        Some(Self {
            name: column()?,
            entity: column()?,
            category: Category::from_word(column()?)?,
            role: column()?,
            vendor: column()?,
            query: column()?,
            body: column()?,
            account: column()?,
            event: column()?,
            fields: column()?,
        })
    }

    /// What a person may hand details over to it for.
    pub fn purpose(&self) -> Option<Role> {
        Role::from_word(self.role)
    }

    /// What happened, where the product's endpoint is for nothing else: `page visit`.
    pub fn usual_event(&self) -> Option<&'static str> {
        let words = self.event.split_once('=')?.1;
        Some(words)
    }

    /// What a parameter of its requests tells beside details.
    pub fn context(&self, name: &str) -> Option<Context> {
        context(self.vendor, name)
    }

    /// Whether `name` is a field of the product's own for a detail of this kind: it is listed with the
    /// endpoint, or says itself that it holds such a detail; and it is no part of the page's address or title.
    /// `/` is the URL's path.
    pub fn owns(&self, name: &str, kind: Kind) -> bool {
        for (depth, piece) in name.split(" › ").enumerate() {
            if self.lists(piece) {
                return true;
            }
            // A parameter in a parameter is one of an address that went along, whatever it is called.
            let is_in_address = depth > 0 && !piece.starts_with('$');
            if is_in_address || self.context(piece).is_some_and(Context::is_of_page) {
                return false;
            }
        }
        meaning(name).is_some_and(|meaning| meaning.kind == kind)
    }

    /// Whether one of a name's components is listed among the endpoint's own fields.
    fn lists(&self, piece: &str) -> bool {
        let is_border = |letter: char| "$.[]".contains(letter);
        self.fields.split(' ').any(|field| {
            !field.is_empty()
                && (piece == field || piece.split(is_border).any(|component| component == field))
        })
    }

    /// Whether a body's parameter names its account.
    pub fn account_is_at(&self, name: &str) -> bool {
        is_at(self.account, name)
    }

    /// Whether a body's parameter names its event.
    pub fn event_is_at(&self, name: &str) -> bool {
        is_at(self.event, name)
    }
}

/// Whether one of the places is a body's parameter of this name: `ev`, or `$.event` in whatever the JSON is
/// wrapped.
fn is_at(places: &str, name: &str) -> bool {
    let places = places.split_once('=').map_or(places, |split| split.0);
    let innermost = name.rsplit(" › ").next().unwrap_or_default();
    places.split(' ').any(|place| {
        !place.is_empty() && (place == name || place.starts_with('$') && place == innermost)
    })
}
