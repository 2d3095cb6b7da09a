//! Lists that were read once, kept between sessions: their rules as they lie in memory, so that taking them up again
//! costs hardly more than copying them.

use super::Trackers;

/// A piece's size, in bytes: small beside what is kept, so that handing it over takes little memory of its own.
const PIECE: usize = 64 * 1024;

/// There is no memory for what is to be taken up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRoom;

impl Trackers {
    /// The rules in pieces of whole lines, for [`restore`](Self::restore). Only this version reads them.
    pub fn kept(&self) -> Vec<String> {
        let mut pieces: Vec<String> = Vec::new();
        for row in self.rows.iter() {
            match pieces.last_mut() {
                Some(piece) if piece.len() + row.len() < PIECE => piece.push_str(row),
                _ => pieces.push(row.to_owned()),
            }
            if let Some(piece) = pieces.last_mut() {
                piece.push('\n');
            }
        }
        pieces
    }

    /// Takes up what was kept of one list or several: `pieces` of about `bytes` bytes together, about `rules` rules.
    ///
    /// # Errors
    /// No memory for that many.
    pub fn restore<Piece: AsRef<str>>(
        pieces: impl Iterator<Item = Piece>,
        bytes: usize,
        rules: usize,
    ) -> Result<Self, NoRoom> {
        let mut trackers = Self::default();
        // All at once: growing step by step would need twice as much for a while.
        trackers.rows.reserve(bytes, rules).map_err(|_| NoRoom)?;
        let mut others = String::new();
        for piece in pieces {
            for line in piece.as_ref().lines().filter(|line| !line.is_empty()) {
                // One list comes in order; the lists behind it have to be sorted in.
                if !trackers.rows.push(line) {
                    others.try_reserve(line.len() + 1).map_err(|_| NoRoom)?;
                    others.push_str(line);
                    others.push('\n');
                }
            }
        }
        if !others.is_empty() {
            trackers.rows.merge(&others);
        }
        Ok(trackers)
    }
}
