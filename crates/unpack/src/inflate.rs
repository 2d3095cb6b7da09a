//! Deflate's decompression. Reference: RFC 1951.

use miniz_oxide::inflate::core::inflate_flags::{
    TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_PARSE_ZLIB_HEADER,
    TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF,
};
use miniz_oxide::inflate::{TINFLStatus, core};

/// Room for what comes out, before it is known how much that is.
const LEAST_ROOM: usize = 1 << 10;

/// What stands around deflated data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deflated {
    /// Nothing.
    Bare,
    /// The header of zlib (RFC 1950).
    InZlib,
}

/// What deflated data held.
#[derive(Debug)]
pub struct Inflated {
    /// The bytes, or as many as were wanted.
    pub bytes: Vec<u8>,
    /// Bytes of the input that were read.
    pub read: usize,
    /// The last block has ended.
    pub ended: bool,
    /// The input was too short.
    pub starved: bool,
    /// There was more than was allowed.
    pub cut: bool,
}

/// Decompresses as far as it goes, up to `most` bytes.
pub fn inflate(data: &[u8], deflated: Deflated, most: usize) -> Inflated {
    let mut state = Box::<core::DecompressorOxide>::default();
    let room = data.len().saturating_mul(4);
    let mut out = vec![0; room.clamp(LEAST_ROOM, most.max(LEAST_ROOM))];
    let (mut read, mut written) = (0, 0);
    let header = match deflated {
        Deflated::Bare => 0,
        Deflated::InZlib => TINFL_FLAG_PARSE_ZLIB_HEADER,
    };
    let flags = header | TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF | TINFL_FLAG_HAS_MORE_INPUT;
    loop {
        let (status, consumed, produced) =
            core::decompress(&mut state, &data[read..], &mut out, written, flags);
        read += consumed;
        written += produced;
        let more = status == TINFLStatus::HasMoreOutput;
        if more && out.len() < most {
            out.resize((out.len() * 2).min(most), 0);
            continue;
        }
        out.truncate(written.min(most));
        return Inflated {
            bytes: out,
            read,
            ended: status == TINFLStatus::Done,
            starved: status == TINFLStatus::NeedsMoreInput,
            cut: more || written > most,
        };
    }
}
