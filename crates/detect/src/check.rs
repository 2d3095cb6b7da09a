//! A profile while it is being typed: what is wrong with each value, and how each will be looked for.

use crate::sample::samples;
use crate::{Kind, Secret};
use leaklight_profile::{Numbers, Problems, ProfileProblem, ProfileSource, identifiers, written};

/// What a profile's owner is told of it.
#[derive(Debug)]
pub struct Check {
    /// Values that are refused, in the order of the kinds.
    pub errors: Vec<ProfileProblem>,
    /// Values that are too weak to prove much.
    pub warnings: Vec<ProfileProblem>,
    /// Samples of every value that is not refused.
    pub samples: Vec<Samples>,
}

/// Some of the ways in which a value will be looked for. Personal: for its owner's own eyes.
#[derive(Debug)]
pub struct Samples {
    /// Where the value is, as in `emails[0]`.
    pub path: String,
    /// Spellings, encodings and digests of it; may be empty.
    pub texts: Vec<Secret>,
}

impl Check {
    /// Checks a profile, or as much of it as there is.
    pub fn new(source: &ProfileSource) -> Self {
        let mut problems = Problems::default();
        let samples = identifiers(source, &Numbers::default(), &mut problems)
            .iter()
            .filter_map(|identifier| {
                let (path, typed) = typed(source, identifier.kind(), identifier.index)?;
                let texts = samples(identifier.kind(), written(identifier), typed.trim());
                Some(Samples {
                    path,
                    texts: texts.into_iter().map(Secret::new).collect(),
                })
            })
            .collect();
        Self {
            errors: problems.errors,
            warnings: problems.warnings,
            samples,
        }
    }
}

/// Where a value is, and what was typed there; of an address its street, of a name given and family name.
fn typed(source: &ProfileSource, kind: Kind, index: usize) -> Option<(String, String)> {
    let one = |list: &[Secret]| list.get(index).map(|value| value.expose().to_owned());
    let (list, typed) = match kind {
        Kind::Email => ("emails", one(&source.emails)?),
        Kind::Phone => ("phones", one(&source.phones)?),
        Kind::BirthDate => ("birth_dates", one(&source.birth_dates)?),
        Kind::NationalId => ("national_ids", one(&source.national_ids)?),
        Kind::Other => (
            "others",
            source.others.get(index)?.value.expose().to_owned(),
        ),
        Kind::Address => {
            let street = source.addresses.get(index)?.street.as_ref()?;
            ("addresses", street.expose().to_owned())
        }
        Kind::Name => {
            let name = source.names.get(index)?;
            let (given, family) = (name.given.as_ref()?, name.family.as_ref()?);
            (
                "names",
                format!("{} {}", given.expose().trim(), family.expose().trim()),
            )
        }
        Kind::Card => return None,
    };
    Some((format!("{list}[{index}]"), typed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source() -> ProfileSource {
        let one = |text: &str| vec![Secret::new(text)];
        ProfileSource {
            emails: one("Jane.Doe@example.com"),
            phones: one("+1 212-555-0143"),
            birth_dates: one("1984-03-07"),
            national_ids: one("078-05-1120"),
            names: vec![crate::Name {
                given: Some(Secret::new("Jane")),
                family: Some(Secret::new("Doe")),
                ..crate::Name::default()
            }],
            addresses: vec![crate::Address {
                street: Some(Secret::new("123 Main St")),
                ..crate::Address::default()
            }],
            cards: vec![crate::Card {
                number: Some(Secret::new("4111111111111111")),
                ..crate::Card::default()
            }],
            others: vec![crate::Other {
                value: Secret::new("9400 1000 0000"),
                ..crate::Other::default()
            }],
            ..ProfileSource::default()
        }
    }

    fn told(check: &Check) -> Vec<String> {
        let line = |samples: &Samples| {
            let texts: Vec<_> = samples.texts.iter().map(Secret::expose).collect();
            format!("{}: {}", samples.path, texts.join(" | "))
        };
        check.samples.iter().map(line).collect()
    }

    #[test]
    fn samples_show_other_ways_to_write_what_was_typed() {
        assert_eq!(
            told(&Check::new(&source())),
            [
                "names[0]: JANE DOE | DOE JANE | jane-doe",
                "emails[0]: JANE.DOE@EXAMPLE.COM | amFuZS5kb2VAZXhhbXBsZS5jb20= | 86e0b9e56c17cc4d12387e1949b85053fbe73bc3ce5a1188713a9d300cc6133d",
                "phones[0]: (212) 555-0143 | +1-212-555-0143 | 12125550143",
                "addresses[0]: 123 MAIN ST | 123 MAIN STREET | 123-main-st",
                "birth_dates[0]: 03-07-1984 | 07-03-1984 | 1984-3-7",
                "national_ids[0]: 078051120",
                "others[0]: 940010000000",
            ]
        );
    }

    #[test]
    fn numbers_stay_with_their_entries() {
        let mut source = source();
        source.emails.push(Secret::new("jd@example.org"));
        let numbers = Numbers::from([("emails".to_owned(), vec![3, 7])]);
        let profile = crate::Profile::numbered(&source, &numbers).expect("a profile");
        let ids: Vec<_> = profile
            .identifiers()
            .iter()
            .map(crate::Identifier::id)
            .collect();
        assert_eq!(ids[..4], ["name-1", "email-3", "email-7", "phone-1"]);
    }

    #[test]
    fn what_is_refused_has_no_samples_and_the_rest_has() {
        let mut source = source();
        source.emails.insert(0, Secret::new("nonsense"));
        let check = Check::new(&source);
        let paths: Vec<_> = check
            .errors
            .iter()
            .map(|error| error.path.as_str())
            .collect();
        assert_eq!(paths, ["emails[0]"]);
        assert!(
            told(&check)
                .iter()
                .any(|line| line.starts_with("emails[1]: JANE.DOE@EXAMPLE.COM"))
        );
        assert!(
            !told(&check)
                .iter()
                .any(|line| line.starts_with("emails[0]"))
        );
    }

    #[test]
    fn what_a_card_is_looked_for_by_is_not_shown_again() {
        assert!(
            !told(&Check::new(&source()))
                .iter()
                .any(|line| line.contains("4111"))
        );
    }
}
