//! All plain forms of a profile, disguised ones too, and the one search over folded text that finds them.

use crate::decoding::{Decoding, Disguised};
use crate::search::{Match, Search};
use crate::{BuildError, Kind, Part};
use leaklight_parameters::sort_by;
use leaklight_profile::{Form, Profile, Rule, Street, written};
use std::ops::{BitOrAssign, Range};

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

impl Needle {
    fn text(&self) -> &[u8] {
        self.form.text.expose().as_bytes()
    }

    fn is_short(&self) -> bool {
        self.text().len() <= LONGEST_SHORT && matches!(self.form.rule, Rule::Beside | Rule::Field)
    }

    /// A street whose own name stands nearly everywhere: `5`, `P`.
    fn brief_street(&self) -> Option<&Street> {
        match &self.form.rule {
            Rule::Street(street) if self.text().len() <= LONGEST_SHORT => Some(street),
            _ => None,
        }
    }

    /// What is searched for instead of such a street's name.
    fn anchors(&self) -> Vec<String> {
        self.brief_street().map(Street::anchors).unwrap_or_default()
    }

    /// Everywhere in folded text.
    fn all_in(&self, number: u32, folded: &[u8]) -> impl Iterator<Item = Match> {
        let length = self.text().len();
        memchr::memmem::find_iter(folded, self.text()).map(move |start| Match {
            start,
            end: start + length,
            number,
        })
    }
}

/// The search for every form at once.
#[derive(Debug)]
pub struct Needles {
    needles: Vec<Needle>,
    /// Forms that are letters moved on or written backwards, numbered behind the needles.
    disguised: Disguised,
    search: Search,
    /// Those that are too short to be searched for everywhere.
    short: Vec<u32>,
}

/// What a look at folded text says of it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// A form stands in it.
    pub plain: bool,
    /// A disguised one does.
    pub disguised: bool,
}

impl Seen {
    /// Whether anything was seen.
    pub fn any(self) -> bool {
        self.plain || self.disguised
    }
}

impl BitOrAssign for Seen {
    fn bitor_assign(&mut self, other: Self) {
        self.plain |= other.plain;
        self.disguised |= other.disguised;
    }
}

impl Needles {
    /// Prepares the search.
    pub fn new(profile: &Profile) -> Result<Self, BuildError> {
        let mut needles = Vec::new();
        for (index, identifier) in profile.identifiers().iter().enumerate() {
            let index = u16::try_from(index).map_err(|_| BuildError::TooManyIdentifiers)?;
            let forms = written(identifier).forms.iter().cloned();
            needles.extend(forms.map(|form| Needle {
                identifier: index,
                form,
            }));
        }
        // A name of nothing but such pieces, Jo Li, is told by them alone.
        let is_name_of_short = |number: u16| {
            profile.identifiers()[usize::from(number)].kind() == Kind::Name
                && needles
                    .iter()
                    .filter(|needle| {
                        needle.identifier == number && matches!(needle.form.rule, Rule::Beside)
                    })
                    .all(Needle::is_short)
        };
        let is_short = |needle: &Needle| needle.is_short() && !is_name_of_short(needle.identifier);
        let numbered = || (0..).zip(&needles);
        let short = numbered().filter(|(_, needle)| is_short(needle));
        let long = numbered().filter(|(_, needle)| !is_short(needle));
        let disguised = Disguised::new(whole(&needles, profile));
        let anchors: Vec<(u32, String)> = long
            .clone()
            .flat_map(|(number, needle)| {
                needle.anchors().into_iter().map(move |text| (number, text))
            })
            .collect();
        let long = long.filter(|(_, needle)| needle.brief_street().is_none());
        let plain = long.map(|(number, needle)| (number, needle.text()));
        let anchors = anchors
            .iter()
            .map(|(number, text)| (*number, text.as_bytes()));
        let behind = (needles.len() as u32..).zip(disguised.texts());
        Ok(Self {
            search: Search::new(plain.chain(anchors).chain(behind)),
            short: short.map(|(number, _)| number).collect(),
            disguised: disguised.without_texts(),
            needles,
        })
    }

    /// Looks at a value's folded text.
    pub fn see(&self, folded: &[u8]) -> Seen {
        let mut all = Seen {
            plain: self.is_short(folded),
            disguised: false,
        };
        self.each(folded, &mut |_, seen| all |= seen);
        all
    }

    /// Whether folded text is a short form and nothing else.
    pub fn is_short(&self, folded: &[u8]) -> bool {
        let is_it = |number: &u32| self.needles[*number as usize].text() == folded;
        (1..=LONGEST_SHORT).contains(&folded.len()) && self.short.iter().any(is_it)
    }

    /// Calls `each` with every place in folded text where a form stands that is not short, whatever surrounds it.
    pub fn each(&self, folded: &[u8], each: &mut dyn FnMut(Range<usize>, Seen)) {
        self.search.each(folded, &mut |found| {
            let plain = (found.number as usize) < self.needles.len();
            let seen = Seen {
                plain,
                disguised: !plain,
            };
            each(found.start..found.end, seen);
        });
    }

    /// Every form but the short ones and those in disguise that stands in folded text, whatever surrounds it.
    pub fn long(&self, folded: &[u8]) -> Vec<Match> {
        let mut all = self.search.all_in(folded);
        all.retain(|found| (found.number as usize) < self.needles.len());
        let mut streets: Vec<u32> = all
            .extract_if(.., |found| self.needle(*found).brief_street().is_some())
            .map(|anchor| anchor.number)
            .collect();
        sort_by(&mut streets, u32::cmp);
        streets.dedup();
        all.extend(
            streets
                .into_iter()
                .flat_map(|number| self.everywhere(number, folded)),
        );
        all
    }

    fn everywhere(&self, number: u32, folded: &[u8]) -> impl Iterator<Item = Match> {
        self.needles[number as usize].all_in(number, folded)
    }

    /// The disguises in which forms stand in folded text.
    pub fn disguises(&self, folded: &[u8]) -> Vec<Decoding> {
        let all = self.search.all_in(folded).into_iter();
        let behind =
            all.filter_map(|found| (found.number as usize).checked_sub(self.needles.len()));
        self.disguised.decodings(behind)
    }

    /// Every short form that stands in folded text, whatever surrounds it.
    pub fn short(&self, folded: &[u8]) -> impl Iterator<Item = Match> {
        self.short
            .iter()
            .flat_map(move |number| self.everywhere(*number, folded))
    }

    /// The form that was found.
    pub fn needle(&self, found: Match) -> &Needle {
        &self.needles[found.number as usize]
    }
}

/// The folded forms that are of a whole identifier and not of a part that is a word.
fn whole<'n>(needles: &'n [Needle], profile: &'n Profile) -> impl Iterator<Item = &'n str> {
    let is_whole = |needle: &&Needle| {
        let identifier = &profile.identifiers()[usize::from(needle.identifier)];
        match identifier.kind() {
            Kind::Email | Kind::Phone | Kind::NationalId | Kind::Other => true,
            Kind::Name => needle.form.parts.has(Part::Given) && needle.form.parts.has(Part::Family),
            Kind::Address | Kind::Card | Kind::BirthDate => false,
        }
    };
    let whole = needles.iter().filter(is_whole);
    whole.map(|needle| needle.form.text.expose())
}
