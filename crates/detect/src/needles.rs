//! All plain forms of a profile, and the one search over folded text that finds them.

use crate::identifier::{Form, Rule};
use crate::profile::Profile;
use crate::search::{Match, Search};
use crate::{BuildError, Kind, Part};

/// A form, and whose it is.
#[derive(Debug)]
pub struct Needle {
    /// Index of the identifier in the profile.
    pub identifier: u16,
    /// The form.
    pub form: Form,
}

/// What counts only as a whole value or beside something longer, and is so short that it stands nearly everywhere:
/// a state, a unit.
pub const LONGEST_SHORT: usize = 2;

/// As many letters make a form one that stands hardly anywhere else.
const WIDE: usize = 4;

impl Needle {
    fn text(&self) -> &[u8] {
        self.form.text.expose().as_bytes()
    }

    fn is_short(&self) -> bool {
        self.text().len() <= LONGEST_SHORT && matches!(self.form.rule, Rule::Beside | Rule::Field)
    }
}

/// The search for every plain form at once.
#[derive(Debug)]
pub struct Needles {
    needles: Vec<Needle>,
    /// Those of some letters, and the few of fewer, which would make the search for all of them a slow one.
    searches: [Search; 2],
    /// Those that are too short to be searched for everywhere.
    short: Vec<u32>,
}

impl Needles {
    /// Prepares the search.
    pub fn new(profile: &Profile) -> Result<Self, BuildError> {
        let mut needles = Vec::new();
        for (index, identifier) in profile.identifiers().iter().enumerate() {
            let index = u16::try_from(index).map_err(|_| BuildError::TooManyIdentifiers)?;
            let forms = identifier.written.forms.iter().cloned();
            needles.extend(forms.map(|form| Needle {
                identifier: index,
                form,
            }));
        }
        let is_short = |needle: &Needle| {
            let kind = profile.identifiers()[usize::from(needle.identifier)].kind;
            needle.is_short() && kind != Kind::Name
        };
        let numbered = || (0..).zip(&needles);
        let short = numbered().filter(|(_, needle)| is_short(needle));
        let long = numbered().filter(|(_, needle)| !is_short(needle));
        Ok(Self {
            searches: [true, false].map(|is_wide| {
                let alike = long
                    .clone()
                    .filter(|(_, needle)| (needle.text().len() >= WIDE) == is_wide);
                Search::new(alike.map(|(number, needle)| (number, needle.text())))
            }),
            short: short.map(|(number, _)| number).collect(),
            needles,
        })
    }

    /// The folded forms that are of a whole identifier and not of a part that is a word.
    pub fn whole<'n>(&'n self, profile: &'n Profile) -> impl Iterator<Item = &'n str> {
        let is_whole = |needle: &&Needle| {
            let identifier = &profile.identifiers()[usize::from(needle.identifier)];
            match identifier.kind {
                Kind::Email | Kind::Phone | Kind::NationalId | Kind::Other => true,
                Kind::Name => {
                    needle.form.parts.has(Part::Given) && needle.form.parts.has(Part::Family)
                }
                Kind::Address | Kind::Card | Kind::BirthDate => false,
            }
        };
        let whole = self.needles.iter().filter(is_whole);
        whole.map(|needle| needle.form.text.expose())
    }

    /// Whether any form stands in folded text, whatever surrounds it; a short one only as the whole text.
    pub fn any(&self, folded: &[u8]) -> bool {
        let is_whole = |number: &u32| self.needles[*number as usize].text() == folded;
        self.searches.iter().any(|search| search.is_in(folded))
            || (folded.len() <= LONGEST_SHORT && self.short.iter().any(is_whole))
    }

    /// Every form but the short ones that stands in folded text, whatever surrounds it.
    pub fn long(&self, folded: &[u8]) -> impl Iterator<Item = Match> {
        self.searches
            .iter()
            .flat_map(|search| search.all_in(folded))
    }

    /// Every short form that stands in folded text, whatever surrounds it.
    pub fn short(&self, folded: &[u8]) -> impl Iterator<Item = Match> {
        self.short.iter().flat_map(move |number| {
            let text = self.needles[*number as usize].text();
            memchr::memmem::find_iter(folded, text).map(move |start| Match {
                start,
                end: start + text.len(),
                number: *number,
            })
        })
    }

    /// The form that was found.
    pub fn needle(&self, found: Match) -> &Needle {
        &self.needles[found.number as usize]
    }
}
