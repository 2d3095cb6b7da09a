//! The reader: grows the tree of views of a request and scans its leaves.

use crate::decoding::{self, Decoding, LONGEST_DISGUISE};
use crate::detector::Detector;
use crate::framing::{self, Framed};
use crate::hit::Look;
use crate::kinds::Kinds;
use crate::report::{Carrier, Reason, Skip};
use crate::scan::Scan;
use crate::siblings::Siblings;
use crate::view::{Budget, Link, Name, View};
use std::borrow::Cow;

/// Longer text is scanned in pieces of this length, so that a scan's memory is bounded.
const LONGEST_SCAN: usize = 1 << 20;
/// Pieces overlap, so that no form is cut in two: an address with all that stands between its parts.
const OVERLAP: usize = 1 << 10;
/// Siblings of more values are joined in lots, so that their names' memory is bounded.
const MOST_SIBLINGS: usize = 1 << 12;
/// What it costs to try a decompressor, in bytes looked at: its tables.
const TRY: usize = 1 << 13;

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
        self.look.work = self.budget.spent();
        self.look
    }

    /// Notes something that could not be read.
    pub fn skip(&mut self, carrier: Carrier, reason: Reason) {
        self.look.skip(Skip { carrier, reason });
    }

    /// Reads a value that travels in `carrier` under `name`.
    pub fn value(&mut self, carrier: Carrier, name: &str, bytes: &[u8]) {
        self.budget.allow(bytes.len());
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
        let mut length = 0;
        self.divided(&view, |each| {
            divide(&mut |part| {
                length += part.bytes.len();
                each(part);
            });
            true
        });
        self.budget.allow(length);
    }

    fn view(&mut self, view: View<'_>) {
        if view.bytes.is_empty() {
            return;
        }
        let number = match self.budget.view(&view) {
            Ok(number) => number,
            Err(reason) => return self.skip(view.carrier, reason),
        };
        let mut kinds = Kinds::of(view.bytes);
        let bytes = decoding::narrowed(view.bytes, kinds);
        if let Cow::Owned(bytes) = &bytes {
            kinds = Kinds::of(bytes);
        }
        let view = View {
            bytes: &bytes,
            ..view
        };
        if let Some((decoding, text)) = decoding::widened(&bytes, kinds) {
            return self.decoded(&view, decoding, &text);
        }
        // Before any framing: a short message and short compressed data may look alike.
        if let Some(unpacked) = decoding::guess(&bytes, kinds, self.budget.decodable()) {
            if unpacked.cut {
                self.skip(view.carrier, Reason::TooLarge);
            }
            self.decoded(&view, unpacked.decoding, &unpacked.bytes);
        }
        // And before a query string, to which equals signs are fields.
        if let Some(text) = decoding::unquoted(&bytes, kinds) {
            self.decoded(&view, Decoding::QuotedPrintable, &text);
        }
        // And before a query string or markup in which references stand for what divides it.
        if let Some((decoding, text)) = decoding::unmarked(&bytes, kinds)
            && !framing::is_marked(&bytes)
        {
            return self.decoded(&view, decoding, &text);
        }
        let is_text = kinds.is_text();
        let announced = !is_text && decoding::announced(&bytes);
        if (announced && self.unpacked(&view))
            || self.divided(&view, |each| {
                let credentials = view
                    .chain
                    .is_some_and(|link| link.decoding == Decoding::Base64);
                (credentials && framing::credentials(&bytes, each))
                    || framing::divide(&bytes, kinds, each)
            })
            || (!is_text && self.unpacked(&view))
        {
            return;
        }
        if let Some((decoding, text)) = decoding::unescape(&bytes, kinds) {
            return self.decoded(&view, decoding, &text);
        }
        self.scan(&view, number);
        self.undisguised(&view);
        self.encoded(&view, kinds);
        if !is_text {
            self.strings(&view);
        }
    }

    /// Reads the compressed data in a view, and what stands around it; says whether there was any.
    fn unpacked(&mut self, view: &View<'_>) -> bool {
        let around = |bytes| View {
            bytes,
            depth: view.depth + 1,
            ..*view
        };
        let (mut end, mut from) = (0, 0);
        while let Some(at) = decoding::next_announced(view.bytes, from) {
            if let Err(reason) = self.budget.work(TRY) {
                self.skip(view.carrier, reason);
                break;
            }
            from = at + 1;
            let most = self.budget.decodable();
            if let Some(unpacked) = decoding::unpack(&view.bytes[at..], most) {
                self.view(around(&view.bytes[end..at]));
                if unpacked.cut {
                    self.skip(view.carrier, Reason::TooLarge);
                }
                self.decoded(view, unpacked.decoding, &unpacked.bytes);
                from = at + unpacked.read.max(1);
                end = from;
            }
        }
        if end > 0 {
            self.view(around(view.bytes.get(end..).unwrap_or_default()));
        }
        end > 0
    }

    /// Reads what stands encoded in a view.
    fn encoded(&mut self, view: &View<'_>, kinds: Kinds) {
        decoding::decode(view.bytes, kinds, &mut |decoding, decoded| match decoded {
            Some(bytes) => self.decoded(view, decoding, &bytes),
            None => self.skip(view.carrier, Reason::WorkLimit),
        });
    }

    /// Reads a short value, whose folded text is the scratch, without what disguises a form in it.
    fn undisguised(&mut self, view: &View<'_>) {
        let disguised = view.chain.is_some_and(|link| link.decoding.is_disguise());
        if view.bytes.len() > LONGEST_DISGUISE || disguised {
            return;
        }
        let disguises = &self.detector.disguises;
        for (decoding, bytes) in disguises.take_off(view.bytes, &self.scratch) {
            self.decoded(view, decoding, &bytes);
        }
    }

    /// Reads strings that run together with their lengths.
    fn strings(&mut self, view: &View<'_>) {
        framing::strings(view.bytes, &mut |part| {
            self.view(View {
                bytes: &part.bytes,
                depth: view.depth + 1,
                ..*view
            });
        });
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
        let (mut before, mut joined) = (self.look.hits.len(), 0);
        let found = divide(&mut |Framed { name, bytes }| {
            let name = Name {
                outer: view.name,
                piece: name,
            };
            siblings.add(&name, &bytes);
            joined += 1;
            let held = match &bytes {
                Cow::Owned(bytes) => bytes.len(),
                Cow::Borrowed(_) => 0,
            };
            self.part(view, &name, &bytes, held);
            if joined == MOST_SIBLINGS {
                self.joined(view, std::mem::take(&mut siblings), before);
                (before, joined) = (self.look.hits.len(), 0);
            }
        });
        if found {
            self.joined(view, siblings, before);
        }
        found
    }

    /// Reads a part, of which a framing holds so many bytes unescaped.
    fn part(&mut self, view: &View<'_>, name: &Name<'_>, bytes: &[u8], held: usize) {
        if let Err(reason) = self.budget.hold(held) {
            return self.skip(view.carrier, reason);
        }
        self.view(View {
            bytes,
            name: Some(name),
            depth: view.depth + 1,
            ..*view
        });
        self.budget.release(held);
    }

    /// Scans the values of one framing beside each other.
    fn joined(&mut self, view: &View<'_>, mut siblings: Siblings, before: usize) {
        if !siblings.are_several() || self.tell.is_some() {
            return;
        }
        siblings.lessen_elsewhere(&mut self.look.hits[before..]);
        siblings.known(&self.look.hits[before..]);
        let joined = View {
            bytes: siblings.text(),
            depth: view.depth + 1,
            ..*view
        };
        match self.budget.view(&joined) {
            Ok(number) => self.scan_piece(&joined, number, Some(&siblings)),
            Err(reason) => self.skip(view.carrier, reason),
        }
    }

    fn scan(&mut self, view: &View<'_>, number: u32) {
        if let Some(tell) = &mut self.tell {
            let name = view.name.map(Name::render).unwrap_or_default();
            return tell(view.carrier, &name, view.bytes);
        }
        let mut start = 0;
        loop {
            let end = view.bytes.len().min(start + LONGEST_SCAN);
            let piece = View {
                bytes: &view.bytes[start..end],
                ..*view
            };
            self.scan_piece(&piece, number, None);
            if end == view.bytes.len() {
                return;
            }
            start = end - OVERLAP;
        }
    }

    fn scan_piece(&mut self, view: &View<'_>, number: u32, siblings: Option<&Siblings>) {
        let scan = Scan {
            detector: self.detector,
            view,
            number,
            siblings,
        };
        scan.run(&mut self.scratch, &mut self.look);
    }
}
