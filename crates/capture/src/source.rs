//! Where a capture's bytes come from: a file, standard input or memory, gzip'd or not.

use flate2::read::MultiGzDecoder;
use std::cell::Cell;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::{Path, PathBuf};

/// What gzip begins with: RFC 1952, 2.3.1.
const GZIP: [u8; 2] = [0x1F, 0x8B];

/// How much is read at once.
const CHUNK: usize = 64 * 1024;

/// Bytes that can be read at least once.
pub(crate) enum Source {
    /// A stream that can be read once.
    Stream(Box<dyn Read>),
    /// What can be read again.
    Lasting(Lasting),
}

/// Bytes that can be read as often as needed.
pub(crate) enum Lasting {
    /// A file that can be opened again.
    File(PathBuf),
    /// Bytes in memory.
    Memory(Vec<u8>),
}

impl Source {
    /// The file at a path.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let kind = file.metadata()?;
        if kind.is_dir() {
            return Err(io::Error::from(io::ErrorKind::IsADirectory));
        }
        Ok(if kind.is_file() {
            Self::Lasting(Lasting::File(path.to_owned()))
        } else {
            Self::Stream(Box::new(file))
        })
    }

    /// Keeps the bytes of a stream in memory.
    pub(crate) fn lasting(self) -> io::Result<Lasting> {
        match self {
            Self::Stream(mut stream) => {
                let mut bytes = Vec::new();
                stream.read_to_end(&mut bytes)?;
                Ok(Lasting::Memory(bytes))
            }
            Self::Lasting(lasting) => Ok(lasting),
        }
    }

    /// Reads, with gzip undone; `consumed` counts the bytes as they lie there.
    pub(crate) fn read(self, consumed: &Cell<u64>) -> io::Result<Box<dyn BufRead + '_>> {
        let raw: Box<dyn Read> = match self {
            Self::Stream(stream) => stream,
            Self::Lasting(Lasting::File(path)) => Box::new(File::open(path)?),
            Self::Lasting(Lasting::Memory(bytes)) => Box::new(Cursor::new(bytes)),
        };
        unpacked(Counted::new(raw, consumed))
    }
}

impl Lasting {
    /// Reads from the beginning, with gzip undone; `consumed` counts the bytes as they lie there.
    pub(crate) fn read<'s>(&'s self, consumed: &'s Cell<u64>) -> io::Result<Box<dyn BufRead + 's>> {
        unpacked(Counted::new(self.raw()?, consumed))
    }

    /// The same, counting nothing.
    pub(crate) fn read_uncounted(&self) -> io::Result<Box<dyn BufRead + '_>> {
        unpacked(self.raw()?)
    }

    fn raw(&self) -> io::Result<Box<dyn Read + '_>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Memory(bytes) => Box::new(bytes.as_slice()),
        })
    }
}

/// With gzip undone, if it is there.
fn unpacked<'s>(raw: impl Read + 's) -> io::Result<Box<dyn BufRead + 's>> {
    let mut raw = BufReader::with_capacity(CHUNK, raw);
    if raw.fill_buf()?.starts_with(&GZIP) {
        return Ok(Box::new(BufReader::with_capacity(
            CHUNK,
            MultiGzDecoder::new(raw),
        )));
    }
    Ok(Box::new(raw))
}

/// Passes over a byte order mark at the beginning, and gives the number of its bytes.
pub(crate) fn skip_byte_order_mark(reader: &mut impl BufRead) -> io::Result<u64> {
    let mut length = 0;
    // No JSON begins with its first byte.
    for byte in *b"\xEF\xBB\xBF" {
        let first = loop {
            match reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                chunk => break chunk?.first(),
            }
        };
        if first != Some(&byte) {
            break;
        }
        reader.consume(1);
        length += 1;
    }
    Ok(length)
}

/// Counts what is read.
struct Counted<'s, R> {
    raw: R,
    consumed: &'s Cell<u64>,
}

impl<'s, R> Counted<'s, R> {
    fn new(raw: R, consumed: &'s Cell<u64>) -> Self {
        consumed.set(0);
        Self { raw, consumed }
    }
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.raw.read(buffer)?;
        self.consumed.set(self.consumed.get() + read as u64);
        Ok(read)
    }
}
