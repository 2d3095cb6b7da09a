//! The leaves: what divides no further is scanned.

use super::Reader;
use crate::decoding::LONGEST_DISGUISE;
use crate::needles::Seen;
use crate::scan::Scan;
use crate::sheet::Folding;
use crate::view::{Name, View};
use leaklight_fold::Kinds;

/// Longer text is scanned in pieces of this length, so that a scan's memory is bounded.
const LONGEST_SCAN: usize = 1 << 20;
/// Pieces overlap, so that no form is cut in two: an address with all that stands between its parts.
const OVERLAP: usize = 1 << 10;

impl Reader<'_> {
    /// Scans a leaf. Where the sheet holds its folding, forms are left to be looked for there: then it hands back the
    /// view's number.
    pub(super) fn scan(
        &mut self,
        view: &View<'_>,
        number: u32,
        kinds: Kinds,
        folding: Option<Folding>,
    ) -> Option<u32> {
        if let Some(tell) = &mut self.tell {
            let name = view.name.map(Name::render).unwrap_or_default();
            tell(view.carrier, &name, view.bytes);
            return None;
        }
        if let Some(folding) = folding {
            self.digests(view, number, kinds, &folding);
            return Some(number);
        }
        let mut start = 0;
        loop {
            let end = view.bytes.len().min(start + LONGEST_SCAN);
            let piece = View {
                bytes: &view.bytes[start..end],
                ..*view
            };
            // What stands on the sheet before is of something else.
            let around = self.room.sheet.open();
            let folding = self.room.sheet.fold(piece.bytes, Some(kinds));
            self.digests(&piece, number, kinds, &folding);
            let seen = self.detector.needles.see(self.room.sheet.folded(&folding));
            self.forms(&piece, number, &folding, seen);
            self.room.sheet.close(around);
            if end == view.bytes.len() {
                return None;
            }
            start = end - OVERLAP;
        }
    }

    /// Counts a leaf, and looks its digests up.
    fn digests(&mut self, view: &View<'_>, number: u32, kinds: Kinds, folding: &Folding) {
        self.count(folding.words as u32, 1);
        Scan::of(self.detector, view, number).digests(kinds, &mut self.look);
    }

    /// Scans a leaf for the forms that were seen in its folded text.
    pub(super) fn forms(&mut self, view: &View<'_>, number: u32, folding: &Folding, seen: Seen) {
        if seen.plain {
            Scan::of(self.detector, view, number).forms(&mut self.look);
        }
        if seen.disguised {
            self.undisguised(view, folding);
        }
    }

    /// Counts what was looked at.
    pub(super) fn count(&mut self, words: u32, values: u32) {
        let look = &mut self.look;
        look.words = look.words.saturating_add(words);
        look.values = look.values.saturating_add(values);
    }

    /// Reads a short value, whose folded text is given, without what disguises a form in it.
    fn undisguised(&mut self, view: &View<'_>, folding: &Folding) {
        let disguised = view.chain.is_some_and(|link| link.decoding.is_disguise());
        if view.bytes.len() > LONGEST_DISGUISE || disguised {
            return;
        }
        let folded = self.room.sheet.folded(folding);
        for decoding in self.detector.needles.disguises(folded) {
            self.decoded(view, decoding, &decoding.taken_off(view.bytes));
        }
    }
}
