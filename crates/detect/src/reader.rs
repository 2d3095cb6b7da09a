//! The reader: grows the tree of views of a request and scans its leaves.

use crate::decoding::{self, Decoding, LONGEST_DISGUISE};
use crate::detector::Detector;
use crate::familiar::{Cost, Familiar};
use crate::fold;
use crate::framing::{self, Framed};
use crate::hit::Look;
use crate::kinds::Kinds;
use crate::needles::Seen;
use crate::report::{Carrier, Reason, Skip};
use crate::scan::Scan;
use crate::siblings::Siblings;
use crate::view::{Budget, Link, Name, View};
use std::borrow::Cow;
use std::hash::BuildHasher as _;

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
    /// Folded text of values, those of a framing behind each other and behind those of the framings around it.
    sheet: Vec<u8>,
    /// Where on the sheet the present framing's values begin.
    floor: usize,
    /// Siblings to be used again, so that framings share their memory.
    idle: Vec<Siblings>,
    tell: Option<Tell<'d>>,
    familiar: Option<&'d mut Familiar>,
}

/// What the sheet holds of some bytes, and what was seen there.
#[derive(Clone, Copy)]
struct Folding {
    start: usize,
    end: usize,
    words: usize,
    seen: Seen,
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
            sheet: Vec::with_capacity(1 << 11),
            floor: 0,
            idle: Vec::new(),
            tell: None,
            familiar: None,
        }
    }

    /// Starts with full budgets, and passes over headers that are known to hold nothing.
    pub fn knowing(detector: &'d Detector, familiar: &'d mut Familiar) -> Self {
        Self {
            familiar: Some(familiar),
            ..Self::new(detector)
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
        self.look.work = self.budget.spent().work;
        self.look
    }

    /// Notes something that could not be read.
    pub fn skip(&mut self, carrier: Carrier, reason: Reason) {
        self.look.skip(Skip { carrier, reason });
    }

    /// Reads a header by `read`, unless nothing stood in it the last time.
    pub fn header(&mut self, name: &str, value: &str, read: impl FnOnce(&mut Self)) {
        let Some(familiar) = &self.familiar else {
            return read(self);
        };
        let fingerprint = self.detector.keys.hash_one((name, value));
        if let Some(cost) = familiar.get(fingerprint) {
            self.budget.allow(value.len());
            self.budget.again(cost.spent);
            return self.count(cost.words, cost.values);
        }
        let before = (self.look.words, self.look.values, self.budget.spent());
        read(self);
        let cost = Cost {
            words: self.look.words - before.0,
            values: self.look.values - before.1,
            spent: self.budget.spent().since(before.2),
        };
        // Of what was found before, something may not be listed again: where anything was, nothing is proven.
        if let (true, Some(familiar)) = (self.look.is_empty(), &mut self.familiar) {
            familiar.add(fingerprint, cost);
        }
    }

    /// Reads a value that travels in `carrier` under `name`.
    pub fn value(&mut self, carrier: Carrier, name: &str, bytes: &[u8]) {
        self.budget.allow(bytes.len());
        let name = Name {
            outer: None,
            piece: name,
        };
        let name = (!name.piece.is_empty()).then_some(&name);
        let view = View {
            bytes,
            carrier,
            name,
            chain: None,
            depth: 0,
        };
        self.view(view, None);
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

    /// Reads a view, of whose bytes the sheet may hold a folding already.
    fn view(&mut self, view: View<'_>, mut folding: Option<Folding>) {
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
            folding = None;
        }
        let view = View {
            bytes: &bytes,
            ..view
        };
        if framing::is_plain(&bytes, kinds) {
            self.guessed(&view, kinds);
            self.scan(&view, number, kinds, folding);
            return self.encoded(&view, kinds);
        }
        if let Some((decoding, text)) = decoding::widened(&bytes, kinds) {
            return self.decoded(&view, decoding, &text);
        }
        // Before any framing: a short message and short compressed data may look alike.
        self.guessed(&view, kinds);
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
        self.scan(&view, number, kinds, folding);
        self.encoded(&view, kinds);
        if !is_text {
            self.strings(&view);
        }
    }

    /// Reads a view that is compressed without saying so.
    fn guessed(&mut self, view: &View<'_>, kinds: Kinds) {
        if let Some(unpacked) = decoding::guess(view.bytes, kinds, self.budget.decodable()) {
            if unpacked.cut {
                self.skip(view.carrier, Reason::TooLarge);
            }
            self.decoded(view, unpacked.decoding, &unpacked.bytes);
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
                self.view(around(&view.bytes[end..at]), None);
                if unpacked.cut {
                    self.skip(view.carrier, Reason::TooLarge);
                }
                self.decoded(view, unpacked.decoding, &unpacked.bytes);
                from = at + unpacked.read.max(1);
                end = from;
            }
        }
        if end > 0 {
            self.view(around(view.bytes.get(end..).unwrap_or_default()), None);
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

    /// Reads a short value, whose folded text is given, without what disguises a form in it.
    fn undisguised(&mut self, view: &View<'_>, folding: &Folding) {
        let disguised = view.chain.is_some_and(|link| link.decoding.is_disguise());
        if !folding.seen.disguised || view.bytes.len() > LONGEST_DISGUISE || disguised {
            return;
        }
        let folded = &self.sheet[folding.start..folding.end];
        for decoding in self.detector.needles.disguises(folded) {
            self.decoded(view, decoding, &decoding.taken_off(view.bytes));
        }
    }

    /// Reads strings that run together with their lengths.
    fn strings(&mut self, view: &View<'_>) {
        framing::strings(view.bytes, &mut |part| {
            let string = View {
                bytes: &part.bytes,
                depth: view.depth + 1,
                ..*view
            };
            self.view(string, None);
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
        let within = View {
            bytes,
            chain: Some(&link),
            depth: view.depth + 1,
            ..*view
        };
        self.view(within, None);
    }

    /// Reads the parts of a view, each alone and then beside its neighbours; says whether there
    /// were any.
    fn divided(
        &mut self,
        view: &View<'_>,
        divide: impl FnOnce(&mut dyn FnMut(Framed<'_>)) -> bool,
    ) -> bool {
        let mut siblings = self.idle.pop().unwrap_or_default();
        let floor = std::mem::replace(&mut self.floor, self.sheet.len());
        let (mut before, mut joined) = (self.look.hits.len(), 0);
        let found = divide(&mut |Framed { name, bytes }| {
            let folding = siblings.add(name, &bytes).then(|| self.fold(&bytes));
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
        self.sheet.truncate(self.floor);
        self.floor = floor;
        siblings.clear();
        self.idle.push(siblings);
        found
    }

    /// Folds bytes onto the sheet and looks at them there.
    fn fold(&mut self, bytes: &[u8]) -> Folding {
        let start = self.sheet.len();
        let words = fold::compact(bytes, &mut self.sheet);
        Folding {
            start,
            end: self.sheet.len(),
            words,
            seen: self.detector.needles.see(&self.sheet, self.floor, start),
        }
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
        self.sheet.truncate(self.floor);
    }

    fn beside(&mut self, view: &View<'_>, number: u32, siblings: &mut Siblings, before: usize) {
        let needles = &self.detector.needles;
        let sees_several = || needles.see(&self.sheet, self.floor, self.floor).plain;
        let holds = siblings.one_holds || (siblings.several_may && sees_several());
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

    fn scan(&mut self, view: &View<'_>, number: u32, kinds: Kinds, folding: Option<Folding>) {
        if let Some(tell) = &mut self.tell {
            let name = view.name.map(Name::render).unwrap_or_default();
            return tell(view.carrier, &name, view.bytes);
        }
        if let Some(folding) = folding {
            self.scan_piece(view, number, kinds, &folding);
            return self.undisguised(view, &folding);
        }
        // What stands on the sheet before is of something else.
        let (behind, floor) = (self.sheet.len(), self.floor);
        let mut start = 0;
        loop {
            let end = view.bytes.len().min(start + LONGEST_SCAN);
            let piece = View {
                bytes: &view.bytes[start..end],
                ..*view
            };
            self.floor = behind;
            let folding = self.fold(piece.bytes);
            self.floor = floor;
            self.scan_piece(&piece, number, kinds, &folding);
            self.undisguised(view, &folding);
            self.sheet.truncate(behind);
            if end == view.bytes.len() {
                return;
            }
            start = end - OVERLAP;
        }
    }

    fn scan_piece(&mut self, view: &View<'_>, number: u32, kinds: Kinds, folding: &Folding) {
        self.count(folding.words as u32, 1);
        let scan = Scan {
            detector: self.detector,
            view,
            number,
            siblings: None,
        };
        scan.digests(kinds, &mut self.look);
        if folding.seen.plain {
            scan.forms(&mut self.look);
        }
    }

    /// Counts what was looked at.
    fn count(&mut self, words: u32, values: u32) {
        let look = &mut self.look;
        look.words = look.words.saturating_add(words);
        look.values = look.values.saturating_add(values);
    }
}
