//! Which domains are whose, for whoever wants to block one.

use crate::entity::domains;
use leaklight_parameters::sort_by;

/// The domains of an organisation, as the tables know them. Each stands for itself and everything below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// At which it tracks; an address lookup, a sign-in or fonts on other domains of it are left alone.
    pub trackers: Vec<String>,
    /// All that its owner has: pages there are its own, and theirs to receive.
    pub own: Vec<String>,
}

/// The domains of the organisation of this name, in order; none where no table knows it.
pub fn reach(entity: &str) -> Reach {
    let Some(owner) = domains()
        .find(|(_, listed)| listed.name == entity)
        .map(|(_, listed)| listed.owner)
    else {
        return Reach::default();
    };
    let mut reach = Reach::default();
    for (domain, listed) in domains().filter(|(_, listed)| listed.owner == owner) {
        if listed.name == entity && listed.category.tracks() {
            reach.trackers.push(domain.to_owned());
        }
        reach.own.push(domain.to_owned());
    }
    sort_by(&mut reach.trackers, String::cmp);
    sort_by(&mut reach.own, String::cmp);
    reach
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_organisation_tracks_at_some_of_its_domains_and_owns_more() {
        let google = reach("Google");
        let tracks = |domain: &str| google.trackers.iter().any(|one| one == domain);
        assert!(tracks("doubleclick.net"));
        assert!(tracks("google-analytics.com"));
        assert!(!tracks("google.com"));
        assert!(!tracks("gstatic.com"));
        assert!(google.own.iter().any(|one| one == "google.com"));
        assert!(google.own.iter().any(|one| one == "doubleclick.net"));
        assert!(google.own.is_sorted() && google.trackers.is_sorted());
    }

    #[test]
    fn what_an_owner_has_under_another_name_is_its_own_and_not_its_tracker() {
        let linkedin = reach("LinkedIn");
        assert!(
            linkedin
                .trackers
                .iter()
                .any(|one| one == "ads.linkedin.com")
        );
        assert!(linkedin.own.iter().any(|one| one == "microsoft.com"));
        assert!(!linkedin.trackers.iter().any(|one| one == "microsoft.com"));
    }

    #[test]
    fn nothing_is_known_of_an_unknown_organisation() {
        assert_eq!(reach("Nobody in particular"), Reach::default());
    }
}
