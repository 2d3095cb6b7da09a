//! The reader: grows the tree of views of a request and scans its leaves.

use crate::decoding::{self, Decoding};
use crate::detector::Detector;
use crate::framing::{self, Framed};
use crate::hit::Look;
use crate::report::{Carrier, Reason, Skip};
use crate::scan::Scan;
use crate::siblings::Siblings;
use crate::view::{Budget, Link, Name, View};
use std::borrow::Cow;

/// Reads the carriers of one request.
pub struct Reader<'d> {
    detector: &'d Detector,
    budget: Budget,
    look: Look,
    scratch: Vec<u8>,
    tell: Option<Tell<'d>>,
}

/// Who wants to be told of every leaf instead: its carrier, name and bytes.
type Tell<'d> = &'d mut dyn FnMut(Carrier, &str, &[u8]);

impl<'d> Reader<'d> {
    /// Starts with full budgets.
    pub fn new(detector: &'d Detector) -> Self {
        Self {
            detector,
            budget: Budget::default(),
            look: Look::default(),
            scratch: Vec::new(),
            tell: None,
        }
    }

    /// Starts with full budgets, and scans nothing.
    pub fn telling(detector: &'d Detector, tell: Tell<'d>) -> Self {
        Self {
            tell: Some(tell),
            ..Self::new(detector)
        }
    }

    /// What was seen.
    pub fn finish(mut self) -> Look {
        self.look.work = self.budget.work();
        self.look
    }

    /// Notes something that could not be read.
    pub fn skip(&mut self, carrier: Carrier, reason: Reason) {
        self.look.skip(Skip { carrier, reason });
    }

    /// Reads a value that travels in `carrier` under `name`.
    pub fn value(&mut self, carrier: Carrier, name: &str, bytes: &[u8]) {
        let name = Name {
            outer: None,
            piece: name,
        };
        let name = (!name.piece.is_empty()).then_some(&name);
        self.view(View {
            bytes,
            carrier,
            name,
            chain: None,
            depth: 0,
        });
    }

    /// Reads the named parts that `divide` hands on as parts of one carrier.
    pub fn parts(&mut self, carrier: Carrier, divide: impl FnOnce(&mut dyn FnMut(Framed<'_>))) {
        let view = View {
            bytes: &[],
            carrier,
            name: None,
            chain: None,
            depth: 0,
        };
        self.divided(&view, |each| {
            divide(each);
            true
        });
    }

    fn view(&mut self, view: View<'_>) {
        if view.bytes.is_empty() {
            return;
        }
        let number = match self.budget.view(&view) {
            Ok(number) => number,
            Err(reason) => return self.skip(view.carrier, reason),
        };
        if self.inflated(&view) || self.divided(&view, |each| framing::divide(view.bytes, each)) {
            return;
        }
        if let Some(at) = decoding::embedded_gzip(view.bytes) {
            let (head, tail) = view.bytes.split_at(at);
            self.view(View {
                bytes: head,
                depth: view.depth + 1,
                ..view
            });
            self.inflated(&View {
                bytes: tail,
                ..view
            });
            return;
        }
        if let Some((decoding, text)) = decoding::unescape(view.bytes) {
            return self.decoded(&view, decoding, &text);
        }
        self.scan(&view, number, None);
        decoding::decode(view.bytes, &mut |decoding, bytes| {
            self.decoded(&view, decoding, &bytes)
        });
    }

    /// Reads compressed data, if the view is or ends in some.
    fn inflated(&mut self, view: &View<'_>) -> bool {
        let Some(inflated) = decoding::inflate(view.bytes, self.budget.decodable()) else {
            return false;
        };
        if inflated.cut {
            self.skip(view.carrier, Reason::TooLarge);
        }
        self.decoded(view, inflated.decoding, &inflated.bytes);
        true
    }

    fn decoded(&mut self, view: &View<'_>, decoding: Decoding, bytes: &[u8]) {
        if bytes.len() > self.budget.decodable() {
            return self.skip(view.carrier, Reason::TooLarge);
        }
        self.budget.decoded(bytes.len());
        let link = Link {
            outer: view.chain,
            decoding,
        };
        self.view(View {
            bytes,
            chain: Some(&link),
            depth: view.depth + 1,
            ..*view
        });
    }

    /// Reads the parts of a view, each alone and then beside its neighbours; says whether there
    /// were any.
    fn divided(
        &mut self,
        view: &View<'_>,
        divide: impl FnOnce(&mut dyn FnMut(Framed<'_>)) -> bool,
    ) -> bool {
        let mut siblings = Siblings::default();
        let before = self.look.hits.len();
        let found = divide(&mut |Framed { name, bytes }| {
            let name = Name {
                outer: view.name,
                piece: name,
            };
            siblings.add(&name, &bytes);
            self.view(View {
                bytes: &bytes,
                name: Some(&name),
                depth: view.depth + 1,
                ..*view
            });
        });
        if found && siblings.are_several() && self.tell.is_none() {
            siblings.lessen_elsewhere(&mut self.look.hits[before..]);
            siblings.known(&self.look.hits[before..]);
            let bytes = Cow::Borrowed(siblings.text());
            let joined = View {
                bytes: &bytes,
                depth: view.depth + 1,
                ..*view
            };
            match self.budget.view(&joined) {
                Ok(number) => self.scan(&joined, number, Some(&siblings)),
                Err(reason) => self.skip(view.carrier, reason),
            }
        }
        found
    }

    fn scan(&mut self, view: &View<'_>, number: u32, siblings: Option<&Siblings>) {
        if let Some(tell) = &mut self.tell {
            let name = view.name.map(Name::render).unwrap_or_default();
            return tell(view.carrier, &name, view.bytes);
        }
        let scan = Scan {
            detector: self.detector,
            view,
            number,
            siblings,
        };
        scan.run(&mut self.scratch, &mut self.look);
    }
}
