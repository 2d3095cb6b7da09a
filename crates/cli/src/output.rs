//! Where the report goes: standard output, or a file that is there whole or not at all.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Where the report goes.
pub enum Output {
    /// Standard output; colours are taken out where nobody sees them.
    Standard(BufWriter<anstream::AutoStream<io::Stdout>>),
    /// Something that is no file on disk, such as a pipe.
    Device(File),
    /// A file that takes its name at the end.
    Pending(BufWriter<NamedTempFile>, PathBuf),
}

impl Output {
    /// Opens it. Where it is a file, the file of that name is untouched until [`Output::keep`].
    ///
    /// # Errors
    /// Where the file's folder does not take one.
    pub fn open(path: Option<&Path>) -> io::Result<Self> {
        let Some(path) = path else {
            return Ok(Self::Standard(BufWriter::new(anstream::AutoStream::auto(
                io::stdout(),
            ))));
        };
        match path.metadata() {
            Ok(there) if there.is_dir() => {
                return Err(io::Error::from(io::ErrorKind::IsADirectory));
            }
            Ok(there) if !there.is_file() => {
                return Ok(Self::Device(File::options().write(true).open(path)?));
            }
            _ => {}
        }
        // A link keeps its place; what it leads to is replaced.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(".leaklight-");
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // What any new file gets; the umask takes away from it.
            builder.permissions(std::fs::Permissions::from_mode(0o666));
        }
        let file = builder.tempfile_in(folder)?;
        Ok(Self::Pending(BufWriter::new(file), path))
    }

    /// Whether it shows colours.
    pub fn is_coloured(&self) -> bool {
        matches!(self, Self::Standard(_))
    }

    /// Ends it; a file takes its name now.
    ///
    /// # Errors
    /// Where the last bytes, or the name, are refused.
    pub fn keep(self) -> io::Result<()> {
        match self {
            Self::Standard(mut out) => out.flush(),
            Self::Device(mut file) => file.flush(),
            Self::Pending(out, path) => {
                let file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.as_file().sync_all()?;
                file.persist(path).map(drop).map_err(|error| error.error)
            }
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Standard(out) => out.write(bytes),
            Self::Device(file) => file.write(bytes),
            Self::Pending(out, _) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Standard(out) => out.flush(),
            Self::Device(file) => file.flush(),
            Self::Pending(out, _) => out.flush(),
        }
    }
}
