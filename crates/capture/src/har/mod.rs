//! HAR 1.2, as browsers and tools write it: <http://www.softwareishard.com/blog/har-12-spec/>.
//!
//! First it is read for what only the whole capture tells (which page each `pageref` is; whether there is any
//! cookie), since `pages` may stand after `entries`. Its entries are kept meanwhile, and parsed once; where they are
//! many, they are parsed twice, and where they are too much, the file is read a second time.

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
use crate::value::Value;
use kept::Kept;
use outline::Outline;
use shape::{HarEntry, parse, parse_entry, parse_mended};
use std::cell::Cell;
use walk::{Piece, walk};

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
    match kept {
        Some(kept) if kept.are_few() => hand_out_few(&kept, &mut outline, on),
        Some(kept) => {
            for (value, _) in kept.entries() {
                outline.add(&value);
            }
            for (index, (value, consumed)) in kept.entries().enumerate() {
                parse_and_hand_out(&value, index, consumed, &outline, on);
            }
        }
        None => {
            let mut index = 0;
            walked = walk(source.read(&consumed)?, &mut |piece| {
                if let Piece::Entry(value) = piece {
                    parse_and_hand_out(&value, index, consumed.get(), &outline, on);
                    index += 1;
                }
            });
        }
    }
    if let Err(problem) = walked {
        on(Err(problem));
    }
    Ok(outline.cookies())
}

fn parse_and_hand_out(
    value: &Value<'_>,
    index: usize,
    consumed: u64,
    outline: &Outline,
    on: &mut dyn FnMut(Item<'_>),
) {
    parse_entry(value, &mut |entry| {
        hand_out(entry, index, consumed, outline, on);
    });
}

/// Parses all entries at once, and hands them out.
fn hand_out_few(kept: &Kept, outline: &mut Outline, on: &mut dyn FnMut(Item<'_>)) {
    let entries = kept
        .entries()
        .map(|(value, consumed)| (value, consumed, parse(&value)));
    let entries: Vec<_> = entries.collect();
    for (value, _, entry) in &entries {
        match entry {
            Ok(entry) => outline.add_entry(entry),
            Err(_) => outline.add(value),
        }
    }
    for (index, (value, consumed, entry)) in entries.into_iter().enumerate() {
        match entry {
            Ok(entry) => hand_out(Ok(entry), index, consumed, outline, on),
            Err(error) => parse_mended(&value, &error, &mut |entry| {
                hand_out(entry, index, consumed, outline, on);
            }),
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
