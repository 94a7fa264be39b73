//! Streaming inspection of copied files for anonymous names: the bytes that were inspected are the bytes that are used.
//!
//! A file is read once, so that it cannot change between the check and its use (TOCTOU). Takes its bytes in chunks,
//! gives them on, and then the names in them. Knows nothing of where they go.

use std::sync::Arc;

use super::assets::unreadable;
use crate::anonymity::{self, Guard, Inspected, Leak};
use crate::diagnostic::Diagnostic;
use crate::disk::Pieces;
use crate::source::Asset;

/// An inspection of the bytes of a copied file for anonymous names.
pub(crate) struct Look {
    guard: Arc<Guard>,
    /// Its path in the output.
    page: String,
    /// The file that it is copied from.
    file: Arc<str>,
    found: Vec<Leak>,
}

impl Look {
    pub(super) fn new(guard: Arc<Guard>, page: &str, asset: &Asset) -> Look {
        let mut look = Look {
            guard,
            page: page.to_owned(),
            file: asset.path.clone(),
            found: Vec::new(),
        };
        // The name of the file is inspected also if the file is empty.
        look.at(&[]);
        look
    }

    /// Inspects a chunk of its bytes. A name has to lie within one chunk, so the chunks that are given must overlap.
    pub(crate) fn at(&mut self, bytes: &[u8]) {
        let among_bytes = !anonymity::is_text(&self.page);
        let text = match among_bytes {
            true => anonymity::texts(bytes).into(),
            false => String::from_utf8_lossy(bytes),
        };
        self.found.extend(Leak::all(
            &self.guard,
            &Inspected {
                page: &self.page,
                file: &self.file,
                shown: None,
                text: &text,
                among_bytes,
            },
        ));
    }

    /// The names that were seen, each once.
    pub(crate) fn leaks(mut self) -> Vec<Leak> {
        self.found.sort();
        self.found.dedup();
        self.found
    }
}

/// A file that is read once: each of its bytes is inspected before it is given.
pub struct Guarded {
    look: Look,
    pieces: Pieces<'static>,
    wrong: Option<Diagnostic>,
}

impl Guarded {
    pub(super) fn new(look: Look, pieces: Pieces<'static>) -> Guarded {
        Guarded {
            look,
            pieces,
            wrong: None,
        }
    }

    /// The next bytes; none at the end, and none if they cannot be read, which is an error then.
    pub(crate) fn piece(&mut self) -> Option<&[u8]> {
        if self.wrong.is_some() {
            return None;
        }
        match self.pieces.piece() {
            Ok(piece) => piece.map(|piece| {
                self.look.at(piece.whole);
                piece.new
            }),
            Err(reason) => {
                self.wrong = Some(unreadable(&self.look.file, reason));
                None
            }
        }
    }

    /// The names in the file, also in the rest that was not taken.
    ///
    /// # Errors
    /// It could not be read to its end.
    pub(super) fn leaks(mut self) -> Result<Vec<Leak>, Diagnostic> {
        while self.piece().is_some() {}
        match self.wrong {
            Some(wrong) => Err(wrong),
            None => Ok(self.look.leaks()),
        }
    }
}

#[cfg(test)]
mod tests;
