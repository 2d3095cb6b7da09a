//! The parts of a view: each read alone, and then beside its neighbours.

use super::Reader;
use crate::framing::Framed;
use crate::scan::Scan;
use crate::sheet::Folding;
use crate::siblings::Siblings;
use crate::view::{Name, View};
use std::borrow::Cow;

/// Siblings of more values are joined in lots, so that their names' memory is bounded.
const MOST_SIBLINGS: usize = 1 << 12;

impl Reader<'_> {
    /// Reads the parts of a view, each alone and then beside its neighbours; says whether there
    /// were any.
    pub(super) fn divided(
        &mut self,
        view: &View<'_>,
        divide: impl FnOnce(&mut dyn FnMut(Framed<'_>)) -> bool,
    ) -> bool {
        let needles = &self.detector.needles;
        let mut siblings = self.idle.pop().unwrap_or_default();
        let around = self.sheet.open();
        let (mut before, mut joined) = (self.look.hits.len(), 0);
        let found = divide(&mut |Framed { name, bytes }| {
            let is_short = siblings.add(name, &bytes);
            let folding = is_short.then(|| self.sheet.fold(&bytes, needles));
            if let Some(Folding { seen, .. }) = folding {
                siblings.one_holds |= seen.plain;
                siblings.several_may |= seen.beyond;
            }
            joined += 1;
            let held = match &bytes {
                Cow::Owned(bytes) => bytes.len(),
                Cow::Borrowed(_) => 0,
            };
            let name = Name {
                outer: view.name,
                piece: name,
            };
            self.part(view, &name, &bytes, held, folding);
            if joined == MOST_SIBLINGS {
                self.joined(view, &mut siblings, before);
                (before, joined) = (self.look.hits.len(), 0);
            }
        });
        if found {
            self.joined(view, &mut siblings, before);
        }
        self.sheet.close(around);
        siblings.clear();
        self.idle.push(siblings);
        found
    }

    /// Reads a part, of which a framing holds so many bytes unescaped.
    fn part(
        &mut self,
        view: &View<'_>,
        name: &Name<'_>,
        bytes: &[u8],
        held: usize,
        folding: Option<Folding>,
    ) {
        if let Err(reason) = self.budget.hold(held) {
            return self.skip(view.carrier, reason);
        }
        let part = View {
            bytes,
            name: Some(name),
            depth: view.depth + 1,
            ..*view
        };
        self.view(part, folding);
        self.budget.release(held);
    }

    /// Scans the values of one framing beside each other, and forgets them.
    fn joined(&mut self, view: &View<'_>, siblings: &mut Siblings, before: usize) {
        if siblings.are_several() && self.tell.is_none() {
            let joined = View {
                bytes: siblings.text(),
                depth: view.depth + 1,
                ..*view
            };
            match self.budget.view(&joined) {
                Ok(number) => self.beside(view, number, siblings, before),
                Err(reason) => self.skip(view.carrier, reason),
            }
        }
        siblings.clear();
        self.sheet.clear();
    }

    fn beside(&mut self, view: &View<'_>, number: u32, siblings: &mut Siblings, before: usize) {
        let needles = &self.detector.needles;
        let holds = siblings.one_holds || (siblings.several_may && self.sheet.holds(needles));
        let hits = &mut self.look.hits[before..];
        if hits.is_empty() && !holds {
            return;
        }
        siblings.name_within(view.name);
        siblings.lessen_elsewhere(hits);
        siblings.known(hits);
        if holds {
            let scan = Scan {
                detector: self.detector,
                view: &View {
                    bytes: siblings.text(),
                    ..*view
                },
                number,
                siblings: Some(siblings),
            };
            scan.forms(&mut self.look);
        }
    }
}
