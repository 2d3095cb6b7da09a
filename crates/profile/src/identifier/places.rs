//! Regions and their spellings.
//!
//! USPS Publication 28 appendix B (states, territories, military posts); Canada Post's province
//! symbols, with the French names; Australia Post's state abbreviations.

use leaklight_fold::folded;

#[rustfmt::skip]
const UNITED_STATES: &[&[&str]] = &[
    &["AL", "Alabama"], &["AK", "Alaska"], &["AZ", "Arizona"], &["AR", "Arkansas"], &["CA", "California"],
    &["CO", "Colorado"], &["CT", "Connecticut"], &["DE", "Delaware"],
    &["DC", "District of Columbia", "Washington DC"], &["FL", "Florida"], &["GA", "Georgia"], &["HI", "Hawaii"],
    &["ID", "Idaho"], &["IL", "Illinois"], &["IN", "Indiana"], &["IA", "Iowa"], &["KS", "Kansas"],
    &["KY", "Kentucky"], &["LA", "Louisiana"], &["ME", "Maine"], &["MD", "Maryland"],
    &["MA", "Massachusetts"], &["MI", "Michigan"], &["MN", "Minnesota"], &["MS", "Mississippi"],
    &["MO", "Missouri"], &["MT", "Montana"], &["NE", "Nebraska"], &["NV", "Nevada"],
    &["NH", "New Hampshire"], &["NJ", "New Jersey"], &["NM", "New Mexico"], &["NY", "New York"],
    &["NC", "North Carolina"], &["ND", "North Dakota"], &["OH", "Ohio"], &["OK", "Oklahoma"],
    &["OR", "Oregon"], &["PA", "Pennsylvania"], &["PR", "Puerto Rico"], &["RI", "Rhode Island"],
    &["SC", "South Carolina"], &["SD", "South Dakota"], &["TN", "Tennessee"], &["TX", "Texas"],
    &["UT", "Utah"], &["VT", "Vermont"], &["VA", "Virginia"], &["WA", "Washington"],
    &["WV", "West Virginia"], &["WI", "Wisconsin"], &["WY", "Wyoming"], &["AS", "American Samoa"],
    &["GU", "Guam"], &["MP", "Northern Mariana Islands"],
    &["VI", "Virgin Islands", "US Virgin Islands"], &["UM", "US Minor Outlying Islands"],
    &["FM", "Federated States of Micronesia"], &["MH", "Marshall Islands"], &["PW", "Palau"],
    &["AA", "Armed Forces Americas"], &["AE", "Armed Forces Europe"], &["AP", "Armed Forces Pacific"],
];

#[rustfmt::skip]
const CANADA: &[&[&str]] = &[
    &["AB", "Alberta"], &["BC", "British Columbia", "Colombie-Britannique", "CB"], &["MB", "Manitoba"],
    &["NB", "New Brunswick", "Nouveau-Brunswick"],
    &["NL", "Newfoundland and Labrador", "Terre-Neuve-et-Labrador", "Newfoundland", "NF", "TNL"],
    &["NS", "Nova Scotia", "Nouvelle-Écosse"],
    &["NT", "Northwest Territories", "Territoires du Nord-Ouest"], &["NU", "Nunavut"],
    &["ON", "Ontario", "Ont"], &["PE", "Prince Edward Island", "Île-du-Prince-Édouard", "PEI"],
    &["QC", "Quebec", "PQ", "Que"], &["SK", "Saskatchewan", "Sask"], &["YT", "Yukon", "YK", "Yukon Territory"],
];

#[rustfmt::skip]
const AUSTRALIA: &[&[&str]] = &[
    &["ACT", "Australian Capital Territory"], &["NSW", "New South Wales"], &["NT", "Northern Territory"],
    &["QLD", "Queensland"], &["SA", "South Australia"], &["TAS", "Tasmania"], &["VIC", "Victoria"],
    &["WA", "Western Australia"],
];

/// Every spelling of a region, the given one first; none where it is empty.
pub fn regions(region: &str, country: &str) -> Vec<String> {
    if region.is_empty() {
        return Vec::new();
    }
    let table = match country.to_ascii_uppercase().as_str() {
        "US" => UNITED_STATES,
        "CA" => CANADA,
        "AU" => AUSTRALIA,
        _ => &[],
    };
    let wanted = folded(region);
    let is = |name: &&str| folded(name) == wanted;
    let rows = table.iter().filter(|row| row.iter().any(is));
    let mut spellings = vec![region.to_owned()];
    spellings.extend(
        rows.flat_map(|row| row.iter())
            .filter(|name| !is(name))
            .map(|name| (*name).to_owned()),
    );
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_territory_and_military_post_is_known() {
        // Publication 28, appendix B: 50 states, the District, eight territories and freely
        // associated states, three military ones; and the minor outlying islands (ISO 3166-2).
        assert_eq!(UNITED_STATES.len(), 50 + 1 + 8 + 3 + 1);
        assert!(UNITED_STATES.iter().all(|row| row[0].len() == 2));
        // Ten provinces and three territories (Canada Post).
        assert_eq!(CANADA.len(), 13);
    }

    #[test]
    fn regions_are_known_by_each_spelling() {
        assert_eq!(regions("IL", "US"), ["IL", "Illinois"]);
        assert_eq!(
            regions("armed forces europe", "US"),
            ["armed forces europe", "AE"]
        );
        assert_eq!(regions("Québec", "ca"), ["Québec", "QC", "PQ", "Que"]);
        assert_eq!(regions("Bayern", "DE"), ["Bayern"]);
    }
}
