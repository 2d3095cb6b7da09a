//! Views: bytes with their name and the way there, and the budgets of the tree that they form.

use crate::decoding::Decoding;
use crate::report::{Carrier, Reason};

/// Framings and decodings on the way to a view. Real code nests five decodings at most, and every
/// one may sit in two framings; percent signs are nested deeper by redirects of redirects.
const DEEPEST: u8 = 32;
/// Views of one request: several times what the largest session replay has.
const MOST_VIEWS: u32 = 1 << 20;
/// Bytes that decodings of one request may yield: what the largest real bodies hold, and what an
/// extension's memory bears.
const MOST_DECODED: usize = 64 << 20;
/// Bytes of one request that are looked at, those of framings and decodings at each depth included:
/// so many whatever the request's size, so that a small one may hold a large archive ...
const LEAST_WORK: u64 = 256 << 20;
/// ... and so many for each of its own bytes. Five decodings in two framings each look at a byte
/// fifteen times; what takes more has been made to.
const WORK_PER_BYTE: u64 = 32;
/// Bytes that framings may hold unescaped at once, one framing within another.
const MOST_HELD: usize = 128 << 20;

/// Bytes somewhere in a request.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// Where in the request they travel.
    pub carrier: Carrier,
    /// Their name; none at the top of a carrier.
    pub name: Option<&'a Name<'a>>,
    /// The decodings that led here, the innermost first.
    pub chain: Option<&'a Link<'a>>,
    /// Number of framings and decodings that led here.
    pub depth: u8,
}

/// A name, grown from the outermost part inwards.
#[derive(Clone, Copy, Debug)]
pub struct Name<'a> {
    /// What it stands in.
    pub outer: Option<&'a Name<'a>>,
    /// Its own piece.
    pub piece: &'a [u8],
}

impl Name<'_> {
    /// The whole name: `data › $.user.email`.
    pub fn render(&self) -> String {
        let mut name = String::new();
        self.write(&mut name);
        name
    }

    /// Writes the whole name behind what is there.
    pub fn write(&self, out: &mut String) {
        let start = out.len();
        if let Some(outer) = self.outer {
            outer.write(out);
        }
        if !self.piece.is_empty() {
            if out.len() > start {
                out.push_str(" › ");
            }
            match std::str::from_utf8(self.piece) {
                Ok(piece) => out.push_str(piece),
                Err(_) => out.push_str(&String::from_utf8_lossy(self.piece)),
            }
        }
    }
}

/// One decoding of a chain.
#[derive(Clone, Copy, Debug)]
pub struct Link<'a> {
    /// What it stands in.
    pub outer: Option<&'a Link<'a>>,
    /// The decoding.
    pub decoding: Decoding,
}

impl Link<'_> {
    /// The whole chain, from the wire inwards.
    pub fn render(&self) -> Vec<String> {
        let mut chain = self.outer.map(Link::render).unwrap_or_default();
        chain.push(self.decoding.as_str().to_owned());
        chain
    }
}

/// What is left of a request's budgets.
#[derive(Debug)]
pub struct Budget {
    spent: Spent,
    held: usize,
    most_work: u64,
}

/// What has been spent of a request's budgets.
#[derive(Clone, Copy, Debug, Default)]
pub struct Spent {
    views: u32,
    /// Bytes that decodings yielded.
    decoded: usize,
    /// Bytes that were looked at.
    pub work: u64,
}

impl Spent {
    /// What has been spent since.
    pub fn since(self, before: Self) -> Self {
        Self {
            views: self.views - before.views,
            decoded: self.decoded - before.decoded,
            work: self.work - before.work,
        }
    }
}

impl Default for Budget {
    fn default() -> Self {
        Self {
            spent: Spent::default(),
            held: MOST_HELD,
            most_work: LEAST_WORK,
        }
    }
}

impl Budget {
    /// Allows the work that bytes of the request itself may cost.
    pub fn allow(&mut self, length: usize) {
        self.most_work += length as u64 * WORK_PER_BYTE;
    }

    /// Pays for one more view, and returns its number.
    ///
    /// # Errors
    /// The budget that it exceeds.
    pub fn view(&mut self, view: &View<'_>) -> Result<u32, Reason> {
        if view.depth > DEEPEST {
            return Err(Reason::DepthLimit);
        }
        if self.spent.views >= MOST_VIEWS {
            return Err(Reason::ViewLimit);
        }
        self.work(view.bytes.len())?;
        self.spent.views += 1;
        Ok(self.spent.views)
    }

    /// Pays for work of another kind, in bytes that could have been looked at instead.
    ///
    /// # Errors
    /// There is no more to be had.
    pub fn work(&mut self, length: usize) -> Result<(), Reason> {
        if self.spent.work >= self.most_work {
            return Err(Reason::WorkLimit);
        }
        self.spent.work += length as u64;
        Ok(())
    }

    /// How many bytes a decoding may still yield.
    pub fn decodable(&self) -> usize {
        MOST_DECODED - self.spent.decoded
    }

    /// Pays for decoded bytes.
    pub fn decoded(&mut self, length: usize) {
        self.spent.decoded = MOST_DECODED.min(self.spent.decoded + length);
    }

    /// Takes room for bytes that a framing unescaped; [`Budget::release`] gives it back.
    ///
    /// # Errors
    /// There is no such room.
    pub fn hold(&mut self, length: usize) -> Result<(), Reason> {
        self.held = self.held.checked_sub(length).ok_or(Reason::TooLarge)?;
        Ok(())
    }

    /// Gives room back.
    pub fn release(&mut self, length: usize) {
        self.held += length;
    }

    /// What has been spent so far.
    pub fn spent(&self) -> Spent {
        self.spent
    }

    /// Pays for what was done before and need not be done again.
    pub fn again(&mut self, spent: Spent) {
        self.spent.views += spent.views;
        self.decoded(spent.decoded);
        self.spent.work += spent.work;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(depth: u8, bytes: &[u8]) -> View<'_> {
        View {
            bytes,
            carrier: Carrier::Body,
            name: None,
            chain: None,
            depth,
        }
    }

    #[test]
    fn every_budget_is_reached_with_its_own_reason() {
        let mut budget = Budget::default();
        assert_eq!(budget.view(&view(DEEPEST, b"a")), Ok(1));
        assert_eq!(
            budget.view(&view(DEEPEST + 1, b"a")),
            Err(Reason::DepthLimit)
        );
        budget.spent.views = MOST_VIEWS;
        assert_eq!(budget.view(&view(0, b"a")), Err(Reason::ViewLimit));
        assert_eq!(budget.hold(MOST_HELD), Ok(()));
        assert_eq!(budget.hold(1), Err(Reason::TooLarge));
        budget.release(MOST_HELD);
        assert_eq!(budget.hold(1), Ok(()));
        assert_eq!(budget.decodable(), MOST_DECODED);
        budget.decoded(MOST_DECODED + 1);
        assert_eq!(budget.decodable(), 0);
    }

    #[test]
    fn work_is_bounded_by_the_size_of_the_request() {
        let mut budget = Budget::default();
        assert_eq!(budget.work(LEAST_WORK as usize), Ok(()));
        assert_eq!(budget.work(1), Err(Reason::WorkLimit));
        budget.allow(10);
        assert_eq!(budget.work(10 * WORK_PER_BYTE as usize), Ok(()));
        assert_eq!(budget.work(1), Err(Reason::WorkLimit));
        assert_eq!(budget.spent().work, LEAST_WORK + 10 * WORK_PER_BYTE);
    }
}
