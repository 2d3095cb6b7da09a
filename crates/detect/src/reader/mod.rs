//! The reader: grows the tree of views of a request, which divides into parts and ends in leaves.

mod leaf;
mod parts;

use crate::decoding::{self, Decoding};
use crate::detector::Detector;
use crate::familiar::{Cost, Familiar};
use crate::framing::{self, Framed};
use crate::hit::Look;
use crate::report::{Carrier, Reason, Skip};
use crate::room::Room;
use crate::sheet::Folding;
use crate::view::{Budget, Link, Name, View};
use leaklight_fold::Kinds;
use std::borrow::Cow;
use std::hash::BuildHasher as _;

/// What it costs to try a decompressor, in bytes looked at: its tables.
const TRY: usize = 1 << 13;

/// Reads the carriers of one request.
pub struct Reader<'d> {
    detector: &'d Detector,
    budget: Budget,
    look: Look,
    room: Room,
    tell: Option<Tell<'d>>,
    familiar: Option<&'d mut Familiar>,
}

/// Who wants to be told of every leaf instead: its carrier, name and bytes.
type Tell<'d> = &'d mut dyn FnMut(Carrier, &str, &[u8]);

impl<'d> Reader<'d> {
    /// Starts with full budgets.
    pub fn new(detector: &'d Detector) -> Self {
        Self::within(Room::default(), detector, None)
    }

    /// Starts with full budgets, and passes over headers that are known to hold nothing.
    pub fn knowing(detector: &'d Detector, familiar: &'d mut Familiar) -> Self {
        Self::within(familiar.take_room(), detector, Some(familiar))
    }

    /// Starts with full budgets, and scans nothing.
    pub fn telling(detector: &'d Detector, tell: Tell<'d>) -> Self {
        Self {
            tell: Some(tell),
            ..Self::new(detector)
        }
    }

    fn within(room: Room, detector: &'d Detector, familiar: Option<&'d mut Familiar>) -> Self {
        Self {
            detector,
            budget: Budget::default(),
            look: Look::default(),
            room,
            tell: None,
            familiar,
        }
    }

    /// What was seen.
    pub fn finish(mut self) -> Look {
        if let Some(familiar) = self.familiar {
            familiar.keep_room(self.room);
        }
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
            piece: name.as_bytes(),
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

    /// Reads the named parts that `divide` hands on as parts of one carrier, which has so many bytes.
    pub fn parts(
        &mut self,
        carrier: Carrier,
        length: usize,
        divide: impl FnOnce(&mut dyn FnMut(Framed<'_>)),
    ) {
        self.budget.allow(length);
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

    /// Reads a view. Where the sheet holds a folding of its bytes, and it is a leaf, forms are still to be looked for
    /// there: then it hands back the view's number.
    fn view(&mut self, view: View<'_>, mut folding: Option<Folding>) -> Option<u32> {
        if view.bytes.is_empty() {
            return None;
        }
        let number = match self.budget.view(&view) {
            Ok(number) => number,
            Err(reason) => {
                self.skip(view.carrier, reason);
                return None;
            }
        };
        let mut kinds = folding.map_or_else(|| Kinds::of(view.bytes), |folding| folding.kinds);
        if let Some(folding) = folding
            && holds_itself(view.bytes, kinds)
            && self.tell.is_none()
        {
            self.count(folding.words as u32, 1);
            return Some(number);
        }
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
            let waits = self.scan(&view, number, kinds, folding);
            self.encoded(&view, kinds);
            return waits;
        }
        if let Some((decoding, text)) = decoding::widened(&bytes, kinds) {
            self.decoded(&view, decoding, &text);
            return None;
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
            self.decoded(&view, decoding, &text);
            return None;
        }
        let is_text = kinds.is_text();
        let announced = !is_text && decoding::announced(&bytes);
        if announced && self.unpacked(&view) {
            return None;
        }
        // Lines before compressed data may look like a message, and a message like those: both are read.
        let follows = !is_text
            && !announced
            && !framing::is_marked(&bytes)
            && decoding::announced_behind_lines(&bytes);
        let unpacked = follows && self.unpacked(&view);
        let divided = self.divided(&view, |each| {
            let credentials = view
                .chain
                .is_some_and(|link| link.decoding == Decoding::Base64);
            (credentials && framing::credentials(&bytes, each))
                || framing::divide(&bytes, kinds, each)
        });
        if divided || unpacked || (!is_text && !announced && !follows && self.unpacked(&view)) {
            return None;
        }
        if let Some((decoding, text)) = decoding::unescape(&bytes, kinds) {
            self.decoded(&view, decoding, &text);
            return None;
        }
        let waits = self.scan(&view, number, kinds, folding);
        self.encoded(&view, kinds);
        if !is_text {
            self.strings(&view);
        }
        waits
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
}

/// Whether a value of such kinds holds nothing but itself: neither a framing nor a decoding has anything to do there.
fn holds_itself(value: &[u8], kinds: Kinds) -> bool {
    decoding::is_bare(value)
        || (decoding::holds_nothing(value, kinds) && !framing::may_be_framed(value, kinds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::digest;
    use proptest::prelude::*;

    /// Pieces of which values are made.
    fn pieces() -> impl Strategy<Value = &'static str> {
        prop::sample::select(vec![
            "jane",
            "Jane",
            "DOE",
            "a",
            "Z",
            "12",
            "2026",
            "/",
            "?",
            ".",
            ",",
            ";",
            ":",
            "|",
            "@",
            "-",
            "_",
            " ",
            "\t",
            "(",
            ")",
            "'",
            "!",
            "items",
            "en-US",
            "T12",
            "basic ",
            "Bearer ",
            "SmFuZQ",
            "amFuZS5kb2VAZXhhbXBsZS5jb20",
            "6a616e652e646f65",
            "NRQW4ZI",
            "data:",
            "x1Y",
        ])
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, cases: 20_000, ..ProptestConfig::default() })]

        #[test]
        fn what_holds_only_itself_is_asked_by_nobody(pieces in prop::collection::vec(pieces(), 1..7)) {
            let text = pieces.concat();
            let value = text.as_bytes();
            let kinds = Kinds::of(value);
            if !holds_itself(value, kinds) {
                return Ok(());
            }
            let is_framed = framing::divide(value, kinds, &mut |_| {});
            prop_assert!(!is_framed);
            prop_assert!(decoding::guess(value, kinds, 1 << 10).is_none());
            prop_assert!(decoding::unquoted(value, kinds).is_none());
            prop_assert!(decoding::unmarked(value, kinds).is_none());
            prop_assert!(decoding::widened(value, kinds).is_none());
            prop_assert!(decoding::unescape(value, kinds).is_none());
            let mut decoded = Vec::new();
            decoding::decode(value, kinds, &mut |decoding, _| decoded.push(decoding));
            prop_assert_eq!(decoded, []);
            digest::find(|_| unreachable!("a digest has room"), value, kinds, &mut |_, _| {});
        }
    }
}
