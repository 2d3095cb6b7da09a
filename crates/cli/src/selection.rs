//! Which findings were asked for.

use crate::arguments::PartyChoice;
use leaklight_core::{Confidence, Finding, Party};

/// Which findings were asked for.
#[derive(Clone, Copy, Debug)]
pub struct Selection {
    pub party: PartyChoice,
    pub min_confidence: Confidence,
}

impl Selection {
    /// Whether a finding is one of them.
    pub fn takes(self, finding: &Finding) -> bool {
        let recipient = &finding.recipient;
        let somebody_else = recipient.party != Party::First || recipient.disguise.is_some();
        let party = match self.party {
            PartyChoice::All => true,
            PartyChoice::Third => somebody_else,
            PartyChoice::Tracker => somebody_else && recipient.tracker,
        };
        party && finding.confidence >= self.min_confidence
    }
}
