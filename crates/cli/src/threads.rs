//! Several captures at once, told in the order they were given.
//!
//! Each capture has a queue of its own, and the queues are emptied one after the other. Memory stays bounded: threads
//! wait where a queue is full, or where too many captures wait for their turn.

use crate::reading::{Gone, Lens, Told};
use std::io;
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// So much of one capture waits to be written; a finding is a kilobyte or two.
const WAITING: usize = 512;
/// So many captures wait for an earlier one.
const AHEAD: usize = 64;

/// A capture's path and what the report calls it.
type Named<'s> = (&'s Path, &'s str);
/// A capture that has been begun, and what it gives.
type Begun<'s> = (&'s Path, Receiver<Told>);

/// Reads captures on so many threads (none: one for each core) and hands what they give to `take`, in the order of the
/// captures, until it fails.
pub fn read(
    lens: Lens<'_>,
    captures: &[Named<'_>],
    threads: Option<NonZero<usize>>,
    take: &mut dyn FnMut(&Path, Told) -> io::Result<()>,
) -> io::Result<()> {
    let threads = threads
        .or_else(|| thread::available_parallelism().ok())
        .map_or(1, NonZero::get)
        .min(captures.len());
    let (begin, begun) = sync_channel(AHEAD);
    let next = Arc::new(Next(Mutex::new((captures.iter(), begin))));
    thread::scope(|scope| {
        for _ in 0..threads {
            let next = Arc::clone(&next);
            scope.spawn(move || next.read_all(lens));
        }
        // The threads alone hold it now: when the last of them ends, so does what they begin.
        drop(next);
        drain(begun, take)
    })
}

/// Takes everything of every capture. What has been begun and is not wanted is dropped, which stops the threads.
fn drain(
    begun: Receiver<Begun<'_>>,
    take: &mut dyn FnMut(&Path, Told) -> io::Result<()>,
) -> io::Result<()> {
    for (path, told) in begun {
        for one in told {
            take(path, one)?;
        }
    }
    Ok(())
}

/// The captures that nobody has begun, and where those who begin them say so: in the same order.
struct Next<'s>(Mutex<(std::slice::Iter<'s, Named<'s>>, SyncSender<Begun<'s>>)>);

impl<'s> Next<'s> {
    /// Reads one capture after the other while there are any and somebody listens.
    fn read_all(&self, lens: Lens<'_>) {
        while let Some((path, name, tell)) = self.begin() {
            let mut tell = |told| tell.send(told).map_err(|_| Gone);
            if lens.read(path, name, &mut tell).is_err() {
                return;
            }
        }
    }

    fn begin(&self) -> Option<(&'s Path, &'s str, SyncSender<Told>)> {
        // Nothing in between can be half done: whoever panicked holding it has taken a capture, or none.
        let mut next = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (path, name) = next.0.next()?;
        let (tell, told) = sync_channel(WAITING);
        next.1.send((path, told)).ok()?;
        Some((path, name, tell))
    }
}
