//! The parts of a view: each read alone, and then beside its neighbours.

use super::Reader;
use crate::framing::{self, Framed};
use crate::scan::Scan;
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
        let mut siblings = self.room.idle.pop().unwrap_or_default();
        let around = self.room.sheet.open();
        let (mut before, mut joined) = (self.look.hits.len(), 0);
        let found = divide(&mut |part| {
            self.part(view, part, &mut siblings);
            joined += 1;
            if joined == MOST_SIBLINGS {
                self.joined(view, &mut siblings, before);
                (before, joined) = (self.look.hits.len(), 0);
            }
        });
        self.joined(view, &mut siblings, before);
        self.room.sheet.close(around);
        self.room.idle.push(siblings);
        found
    }

    /// Reads a part. Forms in short ones are looked for in all of them together.
    fn part(&mut self, view: &View<'_>, part: Framed<'_>, siblings: &mut Siblings) {
        let Framed { name, bytes } = part;
        let is_short = Siblings::fits(&bytes) && !framing::is_url(&bytes);
        let folding = is_short.then(|| {
            let folding = self.room.sheet.fold(&bytes, None);
            siblings.add(name, &bytes, folding);
            folding
        });
        let name = Name {
            outer: view.name,
            piece: name,
        };
        let part = View {
            bytes: &bytes,
            name: Some(&name),
            depth: view.depth + 1,
            ..*view
        };
        // What the framing holds unescaped.
        let held = match &bytes {
            Cow::Owned(bytes) => bytes.len(),
            Cow::Borrowed(_) => 0,
        };
        if let Err(reason) = self.budget.hold(held) {
            return self.skip(view.carrier, reason);
        }
        let waits = self.view(part, folding);
        self.budget.release(held);
        if let (Some(number), Some(folding)) = (waits, folding) {
            let is_form = self
                .detector
                .needles
                .is_short(self.room.sheet.folded(&folding));
            siblings.wait(number, is_form);
        }
    }

    /// Scans the values of one framing beside each other, and forgets them.
    fn joined(&mut self, view: &View<'_>, siblings: &mut Siblings, before: usize) {
        if !siblings.is_empty() && self.tell.is_none() {
            let needles = &self.detector.needles;
            self.room
                .sheet
                .each(needles, &mut |place, seen| siblings.note(&place, seen));
            self.waiting(view, siblings, before);
            self.beside(view, siblings, before);
        }
        siblings.clear();
        self.room.sheet.clear();
    }

    /// Scans those of the waiting in which something was seen.
    fn waiting(&mut self, view: &View<'_>, siblings: &Siblings, before: usize) {
        for (at, field) in siblings.fields().iter().enumerate() {
            if let (Some(number), true) = (field.waits, field.seen.any()) {
                let part = View {
                    bytes: siblings.bytes(at),
                    name: Some(&siblings.name(view.name, field)),
                    depth: view.depth + 1,
                    ..*view
                };
                self.forms(&part, number, &field.folding, field.seen);
            }
        }
        self.look.order(before);
    }

    /// Scans what several of them may hold together.
    fn beside(&mut self, view: &View<'_>, siblings: &mut Siblings, before: usize) {
        if !siblings.are_several() {
            return;
        }
        let joined = View {
            bytes: siblings.text(),
            depth: view.depth + 1,
            ..*view
        };
        let number = match self.budget.view(&joined) {
            Ok(number) => number,
            Err(reason) => return self.skip(view.carrier, reason),
        };
        let hits = &mut self.look.hits[before..];
        if !hits.is_empty() {
            siblings.lessen_elsewhere(view.name, hits);
            siblings.known(hits);
        }
        for stretch in siblings.stretches() {
            let scan = Scan {
                detector: self.detector,
                view: &View {
                    bytes: &siblings.text()[stretch.clone()],
                    ..*view
                },
                number,
                siblings: Some((siblings, stretch.start)),
            };
            scan.forms(&mut self.look);
        }
    }
}
