//! The inspector.

use crate::Verdict;
use leaklight_detect::{Profile, Request};

/// Reads requests for one profile. Built once, used for every request.
#[derive(Debug)]
pub struct Inspector {
    profile: Profile,
}

impl Inspector {
    /// Prepares for a profile.
    pub fn new(profile: Profile) -> Self {
        Self { profile }
    }

    /// The profile it looks for.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// All that is to be said about a request. Never fails: what cannot be read is a skip.
    pub fn inspect(&self, _request: &Request<'_>) -> Verdict {
        unimplemented!()
    }
}
