//! Numbering plans: country codes, trunk prefixes and lengths of all countries' phone numbers.

use super::spelling::digits;

/// See the table's head for its columns and source.
static PLANS: &str = include_str!("numbering.tsv");

/// A country's plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Country code, without `+`.
    pub code: &'static str,
    /// What is dialled before a national number within the country; often empty.
    pub trunk: &'static str,
    shortest: usize,
    longest: usize,
}

/// A number, divided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divided {
    /// The plan it follows.
    pub plan: Plan,
    /// The national number, without trunk prefix.
    pub national: String,
}

fn plans() -> impl Iterator<Item = (&'static str, Plan)> {
    let rows = PLANS.lines().filter(|line| !line.starts_with('#'));
    rows.filter_map(|row| {
        let mut columns = row.split('\t');
        let country = columns.next()?;
        let plan = Plan {
            code: columns.next()?,
            trunk: columns.next()?.trim_start_matches('-'),
            shortest: columns.next()?.parse().ok()?,
            longest: columns.next()?.parse().ok()?,
        };
        Some((country, plan))
    })
}

impl Plan {
    /// A country's plan, by its two letters.
    pub fn of(country: &str) -> Option<Self> {
        plans()
            .find(|(other, _)| other.eq_ignore_ascii_case(country))
            .map(|(_, plan)| plan)
    }

    /// A national number without trunk prefix, if it is one; `0` and the like are kept where they
    /// belong to the number, as in Italy.
    fn national(self, number: &str) -> Option<&str> {
        let fits = |number: &&str| (self.shortest..=self.longest).contains(&number.len());
        let stripped = Some(self.trunk)
            .filter(|trunk| !trunk.is_empty())
            .and_then(|trunk| number.strip_prefix(trunk));
        stripped.filter(fits).or(Some(number).filter(fits))
    }
}

/// Divides a number that is written with its country code or as it is dialled in `country`.
pub fn divide(phone: &str, country: &str) -> Option<Divided> {
    let all = digits(phone);
    let divided = |plan: Plan, number: &str| {
        let national = plan.national(number)?.to_owned();
        Some(Divided { plan, national })
    };
    let international = if phone.trim_start().starts_with('+') {
        Some(all.as_str())
    } else {
        let home = Plan::of(country)?;
        // `011 49 30 …` is dialled in North America, `00 49 30 …` nearly everywhere else.
        let prefix = if home.code == "1" { "011" } else { "00" };
        let international = all.strip_prefix(prefix).or(all.strip_prefix("00"));
        if international.is_none() {
            return divided(home, &all);
        }
        international
    };
    let mut abroad = plans().filter_map(|(_, plan)| {
        let number = international?.strip_prefix(plan.code)?;
        divided(plan, number)
    });
    abroad.next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_divided_as_their_countries_do() {
        // Numbers kept for fiction: NANPA's 555-01xx, Ofcom's and the Bundesnetzagentur's drama numbers,
        // ARCEP's 01 99 00, ACMA's; the others follow E.164's examples of length.
        for (phone, country, code, national) in [
            ("+1 212-555-0143", "DE", "1", "2125550143"),
            ("1 (212) 555-0143", "US", "1", "2125550143"),
            ("011 44 20 7946 0958", "US", "44", "2079460958"),
            ("020 7946 0958", "GB", "44", "2079460958"),
            ("+44 (0)20 7946 0958", "US", "44", "2079460958"),
            ("030 23125014", "DE", "49", "3023125014"),
            ("0049 30 23125014", "FR", "49", "3023125014"),
            ("01 99 00 12 34", "FR", "33", "199001234"),
            ("06 1234 5678", "IT", "39", "0612345678"),
            ("+39 06 1234 5678", "US", "39", "0612345678"),
            ("06 1 234 5678", "HU", "36", "12345678"),
            ("8 (912) 345-67-89", "RU", "7", "9123456789"),
            ("+61 2 5550 0123", "US", "61", "255500123"),
            ("+353 20 910 1234", "US", "353", "209101234"),
            ("912 345 678", "ES", "34", "912345678"),
        ] {
            let divided = divide(phone, country).unwrap();
            assert_eq!(
                (divided.plan.code, &*divided.national),
                (code, national),
                "{phone}"
            );
        }
    }

    #[test]
    fn what_no_plan_allows_is_refused() {
        for phone in ["12345", "+999 1234567", "+1 212 555 01", "+44 1"] {
            assert_eq!(divide(phone, "US"), None, "{phone}");
        }
    }
}
