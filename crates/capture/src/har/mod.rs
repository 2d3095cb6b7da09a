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
use crate::scanner::Value;
use crate::source::Source;
use kept::Kept;
use outline::Outline;
use shape::parse_entry;
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
    let mut kept = Kept::default();
    let reader = source.read(&consumed)?;
    let (outline, mut walked) = Outline::read(reader, &mut |entry| kept.add(entry, consumed.get()));
    let mut index = 0;
    let mut hand_out = |value: &Value<'_>, consumed: u64| {
        parse_entry(value, &mut |entry| match entry {
            Ok(entry) if stays_local(&entry.request.url.0) => {}
            Ok(entry) => on(Ok(Entry {
                index,
                request: request::from_entry(entry, &outline),
                consumed,
            })),
            Err(problem) => on(Err(problem)),
        });
        index += 1;
    };
    if kept.is_whole() {
        kept.replay(&mut hand_out);
    } else {
        walked = walk(source.read(&consumed)?, &mut |piece| {
            if let Piece::Entry(value) = piece {
                hand_out(&value, consumed.get());
            }
        });
    }
    if let Err(problem) = walked {
        on(Err(problem));
    }
    Ok(outline.cookies())
}
