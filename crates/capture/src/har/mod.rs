//! HAR 1.2, as browsers and tools write it: <http://www.softwareishard.com/blog/har-12-spec/>.
//!
//! First it is read for what only the whole capture tells (which page each `pageref` is; whether there is any
//! cookie), since `pages` may stand after `entries`. Its entries are kept meanwhile; where they are too much, it is
//! read a second time.

mod initiator;
mod kept;
mod outline;
mod post_data;
mod request;
mod resource;
mod shape;
mod walk;

use crate::capture::Cookies;
use crate::entry::{Entry, stays_local};
use crate::problem::{Cause, Position, Problem};
use crate::source::Source;
use kept::Kept;
use outline::Outline;
use shape::{HarEntry, parse, parse_entry, parse_mended};
use std::cell::Cell;
use walk::{Piece, walk};

/// So many bytes of kept entries and of what is parsed of them may stay until they are handed out; headers of an entry
/// take as much again.
const MOST_PARSED: usize = 4 * 1024 * 1024;

type Item<'i> = Result<Entry<'i>, Problem>;

/// Reads a HAR, entry by entry.
pub(crate) fn read(source: Source, on: &mut dyn FnMut(Item<'_>)) -> Cookies {
    match try_read(source, on) {
        Ok(cookies) => cookies,
        Err(error) => {
            on(Err(Problem::new(Position::START, Cause::Io(error))));
            Cookies::NoRequests
        }
    }
}

fn try_read(source: Source, on: &mut dyn FnMut(Item<'_>)) -> std::io::Result<Cookies> {
    let mut source = source.rewindable()?;
    let consumed = Cell::new(0);
    let mut outline = Outline::new();
    let mut kept = Some(Kept::default());
    let mut walked = walk(
        source.read(&consumed)?,
        &mut |piece| match (piece, &mut kept) {
            (Piece::Page(value), _) => outline.add_page(&value),
            (Piece::Entry(value), Some(entries)) if !entries.is_too_much(&value) => {
                entries.add(&value, consumed.get());
            }
            (Piece::Entry(value), _) => {
                let before = kept.take();
                let before = before.iter().flat_map(Kept::entries);
                for value in before.map(|(value, _)| value).chain([value]) {
                    outline.add(&value);
                }
            }
        },
    );
    if let Some(kept) = kept {
        hand_out_kept(&kept, &mut outline, on);
    } else {
        let mut index = 0;
        walked = walk(source.read(&consumed)?, &mut |piece| {
            if let Piece::Entry(value) = piece {
                parse_entry(&value, &mut |entry| {
                    hand_out(entry, index, consumed.get(), &outline, on);
                });
                index += 1;
            }
        });
    }
    if let Err(problem) = walked {
        on(Err(problem));
    }
    Ok(outline.cookies())
}

/// Hands out entries that are all there. What is parsed of them stays there as well, up to a bound; those behind it
/// are parsed again.
fn hand_out_kept(kept: &Kept, outline: &mut Outline, on: &mut dyn FnMut(Item<'_>)) {
    let (mut length, mut parsed) = (0, Vec::new());
    for (value, _) in kept.entries() {
        length += value.text.len() + size_of::<HarEntry<'_>>();
        if length > MOST_PARSED {
            outline.add(&value);
            continue;
        }
        let entry = parse(&value);
        match &entry {
            Ok(entry) => outline.add_entry(entry),
            Err(_) => outline.add(&value),
        }
        parsed.push(entry);
    }
    let mut parsed = parsed.into_iter();
    for (index, (value, consumed)) in kept.entries().enumerate() {
        let each = &mut |entry: Result<HarEntry<'_>, Problem>| {
            hand_out(entry, index, consumed, outline, on);
        };
        match parsed.next() {
            Some(Ok(entry)) => each(Ok(entry)),
            Some(Err(error)) => parse_mended(&value, &error, each),
            None => parse_entry(&value, each),
        }
    }
}

fn hand_out(
    entry: Result<HarEntry<'_>, Problem>,
    index: usize,
    consumed: u64,
    outline: &Outline,
    on: &mut dyn FnMut(Item<'_>),
) {
    match entry {
        Ok(entry) if stays_local(&entry.request.url.0) => {}
        Ok(entry) => on(Ok(Entry {
            index,
            request: request::from_entry(entry, outline),
            consumed,
        })),
        Err(problem) => on(Err(problem)),
    }
}
