//! The way through a HAR: `log.pages[]` and `log.entries[]`, in whichever order.

use crate::problem::{Cause, Problem};
use crate::scanner::{Scanner, Value};
use std::io::{ErrorKind, Read};

/// Where an entry holds what was answered, most of a HAR: it is passed over.
const RESPONSE_BODY: &[&[u8]] = &[b"response", b"content", b"text"];

/// A part of a HAR.
pub(super) enum Piece<'a> {
    /// One of `log.pages`.
    Page(Value<'a>),
    /// One of `log.entries`.
    Entry(Value<'a>),
}

/// Hands out a HAR's pieces in the order of the file, until its end or the first break.
pub(super) fn walk(reader: impl Read, on: &mut dyn FnMut(Piece<'_>)) -> Result<(), Problem> {
    let mut scanner = Scanner::new(reader);
    document(&mut scanner, on).map_err(|mut problem| {
        if matches!(&problem.cause, Cause::Io(error) if error.kind() == ErrorKind::UnexpectedEof) {
            // So does a gzip stream end that was cut.
            problem.cause = Cause::Truncated;
        }
        problem
    })
}

fn document<R: Read>(
    scanner: &mut Scanner<R>,
    on: &mut dyn FnMut(Piece<'_>),
) -> Result<(), Problem> {
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
        return Err(scanner.problem(Cause::Shape(what)));
    }
    scanner.end()
}

/// Walks through `log`; true where it has entries.
fn log<R: Read>(scanner: &mut Scanner<R>, on: &mut dyn FnMut(Piece<'_>)) -> Result<bool, Problem> {
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
                each(scanner, RESPONSE_BODY, &mut |value| on(Piece::Entry(value)))?;
            }
            _ => scanner.skip()?,
        }
    }
    Ok(entries)
}

fn each<R: Read>(
    scanner: &mut Scanner<R>,
    without: &[&[u8]],
    on: &mut dyn FnMut(Value<'_>),
) -> Result<(), Problem> {
    scanner.expect(b'[', "an array should stand here")?;
    let mut first = true;
    while scanner.item(first)? {
        first = false;
        on(scanner.value_without(without)?);
    }
    Ok(())
}
