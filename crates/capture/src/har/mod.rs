//! HAR 1.2, as browsers and tools write it: <http://www.softwareishard.com/blog/har-12-spec/>.
//!
//! Which page each `pageref` is, only the whole capture may tell, since `pages` may stand after `entries`. Where the
//! browser says which request was for the page, which mostly comes first, entries are handed out as they are read; else
//! they are kept to the end, and where they are too much the capture is read a second time.

mod initiator;
mod kept;
mod outline;
mod post_data;
mod queue;
mod request;
mod resource;
mod shape;
mod walk;

use crate::capture::Cookies;
use crate::entry::Entry;
use crate::places::Places;
use crate::problem::{Cause, Fault, Position, Problem};
use crate::source::{Lasting, Source};
use queue::Queue;
use std::cell::Cell;
use walk::{Piece, walk};

type Item<'i> = Result<Entry<'i>, Fault>;

/// Reads a HAR, entry by entry.
pub(crate) fn read(source: Source, on: &mut dyn FnMut(Result<Entry<'_>, Problem>)) -> Cookies {
    let read = source.lasting().and_then(|source| {
        let mut places = Places::new(&source);
        try_read(&source, &mut |item| {
            on(item.map_err(|fault| places.problem(fault)))
        })
    });
    match read {
        Ok(cookies) => cookies,
        Err(error) => {
            on(Err(Problem::new(Position::START, Cause::Io(error))));
            Cookies::NoRequests
        }
    }
}

fn try_read(source: &Lasting, on: &mut dyn FnMut(Item<'_>)) -> std::io::Result<Cookies> {
    let consumed = Cell::new(0);
    let mut queue = Queue::new(on);
    let mut walked = walk(source.read(&consumed)?, &mut |piece| match piece {
        Piece::Page(value) => queue.page(&value),
        Piece::Entry(value) => queue.entry(&value, consumed.get()),
    });
    queue.end();
    if queue.is_short() {
        walked = walk(source.read(&consumed)?, &mut |piece| {
            if let Piece::Entry(value) = piece {
                queue.again(&value, consumed.get());
            }
        });
    }
    let cookies = queue.cookies();
    if let Err(fault) = walked {
        on(Err(fault));
    }
    Ok(cookies)
}
