//! All plain forms of a profile, and the one search over folded text that finds them.

use crate::identifier::Form;
use crate::profile::Profile;
use crate::{BuildError, Kind, Part};
use aho_corasick::AhoCorasick;

/// A form, and whose it is.
#[derive(Debug)]
pub struct Needle {
    /// Index of the identifier in the profile.
    pub identifier: u16,
    /// The form.
    pub form: Form,
}

/// The search for every plain form at once.
#[derive(Debug)]
pub struct Needles {
    needles: Vec<Needle>,
    search: AhoCorasick,
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
        let search = AhoCorasick::new(needles.iter().map(|needle| needle.form.text.expose()))
            .map_err(|_| BuildError::TooLarge)?;
        Ok(Self { needles, search })
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

    /// Whether any form stands in folded text, whatever surrounds it.
    pub fn any(&self, folded: &[u8]) -> bool {
        self.search.is_match(folded)
    }

    /// Every form that stands in folded text, whatever surrounds it, with its start and end.
    pub fn all<'n, 't>(
        &'n self,
        folded: &'t [u8],
    ) -> impl Iterator<Item = (&'n Needle, usize, usize)> + use<'n, 't> {
        self.search.find_overlapping_iter(folded).map(|found| {
            (
                &self.needles[found.pattern().as_usize()],
                found.start(),
                found.end(),
            )
        })
    }
}
