//! The way through a HAR: `log.pages[]` and `log.entries[]`, in whichever order.

use crate::problem::{Cause, Fault};
use crate::scanner::Scanner;
use crate::value::Value;
use crate::way::Member::{self, Brackets, Holds, Quotes};
use std::io::{BufRead, ErrorKind};

/// What nobody asks of an entry, most of a HAR: the answer's body above all.
const UNWANTED: &[Member] = &[
    Holds("request", &[Brackets("queryString")]),
    Holds(
        "response",
        &[
            Holds("content", &[Quotes("text")]),
            Brackets("headers"),
            Brackets("cookies"),
        ],
    ),
    Brackets("cache"),
    Brackets("timings"),
];

/// A part of a HAR.
pub(super) enum Piece<'a> {
    /// One of `log.pages`.
    Page(Value<'a>),
    /// One of `log.entries`.
    Entry(Value<'a>),
}

/// Hands out a HAR's pieces in the order of the file, until its end or the first break.
pub(super) fn walk(reader: impl BufRead, on: &mut dyn FnMut(Piece<'_>)) -> Result<(), Fault> {
    let mut scanner = Scanner::new(reader);
    document(&mut scanner, on).map_err(|mut fault| {
        if matches!(&fault.cause, Cause::Io(error) if error.kind() == ErrorKind::UnexpectedEof) {
            // So does a gzip stream end that was cut.
            fault.cause = Cause::Truncated;
        }
        fault
    })
}

fn document<R: BufRead>(
    scanner: &mut Scanner<R>,
    on: &mut dyn FnMut(Piece<'_>),
) -> Result<(), Fault> {
    scanner.skip_byte_order_mark()?;
    scanner.expect(b'{', "a HAR is a JSON object")?;
    let mut first = true;
    let mut entries = false;
    while let Some(key) = scanner.key(first)? {
        first = false;
        if key == "log" && scanner.peek()? == Some(b'{') {
            entries |= log(scanner, on)?;
        } else {
            scanner.skip()?;
        }
    }
    if !entries {
        let what = "this is not a HAR: it has no log.entries".to_owned();
        return Err(scanner.fault(Cause::Shape(what)));
    }
    scanner.end()
}

/// Walks through `log`; true where it has entries.
fn log<R: BufRead>(scanner: &mut Scanner<R>, on: &mut dyn FnMut(Piece<'_>)) -> Result<bool, Fault> {
    scanner.expect(b'{', "log is an object")?;
    let mut first = true;
    let mut entries = false;
    while let Some(key) = scanner.key(first)? {
        first = false;
        let array = scanner.peek()? == Some(b'[');
        match key.as_str() {
            "pages" if array => each(scanner, &[], &mut |value| on(Piece::Page(value)))?,
            "entries" if array => {
                entries = true;
                each(scanner, UNWANTED, &mut |value| on(Piece::Entry(value)))?;
            }
            _ => scanner.skip()?,
        }
    }
    Ok(entries)
}

fn each<R: BufRead>(
    scanner: &mut Scanner<R>,
    unwanted: &'static [Member],
    on: &mut dyn FnMut(Value<'_>),
) -> Result<(), Fault> {
    scanner.expect(b'[', "an array should stand here")?;
    let mut first = true;
    while scanner.item(first)? {
        first = false;
        on(scanner.value(unwanted)?);
    }
    Ok(())
}
