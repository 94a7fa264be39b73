//! Streaming extraction: the texts of a file whose bytes come in overlapping chunks.
//!
//! A text and plain bytes are looked through chunk by chunk. A format that has to be known whole is kept in memory up to
//! a bound, beyond which it counts as one that cannot be looked through.

use super::encoding::{self, Form};
use super::kind::{Kind, is_markup, kind};
use super::read::read;
use super::sink::{Found, Sink};
use super::{rows, runs};

/// The most bytes of a file that are kept in memory.
const MOST: usize = 256 << 20;

/// The extraction of the texts of one file.
pub(crate) struct Scan {
    /// For its ending.
    path: String,
    /// What the first chunk shows.
    begun: Option<(Kind, Form)>,
    /// A format that has to be known whole.
    kept: Vec<u8>,
    is_complete: bool,
}

impl Scan {
    pub(crate) fn new(path: &str) -> Scan {
        Scan {
            path: path.to_owned(),
            begun: None,
            kept: Vec::new(),
            is_complete: true,
        }
    }

    /// Takes the next chunk. What stands across two chunks is found only if they overlap: of the chunk, the last `new` bytes
    /// were in none before.
    pub(crate) fn chunk(&mut self, chunk: &[u8], new: usize, take: &mut dyn FnMut(&str, Found)) {
        let path = &self.path;
        let (kind, form) = *self
            .begun
            .get_or_insert_with(|| (kind(path, chunk), encoding::form(chunk, is_markup(path))));
        let mut sink = Sink::new(chunk.len() as u64, take);
        if kind == Kind::Text {
            for text in encoding::decode(form, chunk) {
                sink.text(&text);
                sink.texts(rows::of(path, &text));
            }
            if encoding::has_zeros(form, chunk) {
                runs::give(chunk, &mut sink);
            }
            return;
        }
        runs::give(chunk, &mut sink);
        match kind {
            Kind::Opaque => self.is_complete = false,
            Kind::Whole(_) if self.is_complete => {
                let fresh = &chunk[chunk.len() - new..];
                self.is_complete = self.kept.len() + fresh.len() <= MOST;
                match self.is_complete {
                    true => self.kept.extend_from_slice(fresh),
                    false => self.kept = Vec::new(),
                }
            }
            _ => {}
        }
    }

    /// Gives what only the whole file says, and whether all that the file holds could be looked through.
    pub(crate) fn end(self, take: &mut dyn FnMut(&str, Found)) -> bool {
        let Some((Kind::Whole(format), _)) = self.begun else {
            return self.is_complete;
        };
        if !self.is_complete {
            return false;
        }
        let mut sink = Sink::new(self.kept.len() as u64, take);
        read(format, &self.path, &self.kept, &mut sink);
        sink.is_complete
    }
}

#[cfg(test)]
mod tests;
