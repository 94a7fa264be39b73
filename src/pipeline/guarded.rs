//! Streaming inspection of copied files for anonymous names: the bytes that were inspected are the bytes that are used.
//!
//! A file is read once, so that it cannot change between the check and its use (TOCTOU). Takes its bytes in chunks,
//! gives them on, and then what was found in them. Knows nothing of where they go.

use std::sync::Arc;

use super::assets::unreadable;
use crate::anonymity::{Guard, Inspected, Leak};
use crate::diagnostic::{At, Code, Diagnostic};
use crate::disk::Pieces;
use crate::extract::{Found, Scan};
use crate::source::Asset;

/// What an inspection found in a file of the output.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Findings {
    /// The names that were seen, each once.
    pub leaks: Vec<Leak>,
    /// The file holds something that cannot be looked through.
    pub warning: Option<Diagnostic>,
}

/// An inspection of the bytes of a copied file for anonymous names.
///
/// What the program packs itself is no copied file: its texts go through
/// [`inspect_text`](crate::anonymity::inspect_text) before it is packed.
pub(crate) struct Look {
    guard: Arc<Guard>,
    /// Its path in the output.
    page: String,
    /// The file that it is copied from.
    file: Arc<str>,
    scan: Scan,
    found: Vec<Leak>,
}

impl Look {
    pub(super) fn new(guard: Arc<Guard>, page: &str, asset: &Asset) -> Look {
        // The name of the file is inspected also if the file is empty.
        let mut found = Vec::new();
        taker(&guard, page, &asset.path, &mut found)("", Found::AsText);
        Look {
            guard,
            page: page.to_owned(),
            file: asset.path.clone(),
            scan: Scan::new(page),
            found,
        }
    }

    /// Inspects a chunk of its bytes, of which the last `new` were in none before. A name that stands plainly among other
    /// bytes has to lie within one chunk, so the chunks that are given must overlap.
    pub(crate) fn at(&mut self, chunk: &[u8], new: usize) {
        let (guard, found) = (&self.guard, &mut self.found);
        let mut take = taker(guard, &self.page, &self.file, found);
        self.scan.chunk(chunk, new, &mut take);
    }

    /// What was found, when the file has come to its end.
    pub(crate) fn findings(mut self) -> Findings {
        let is_complete = self.scan.end(&mut taker(
            &self.guard,
            &self.page,
            &self.file,
            &mut self.found,
        ));
        self.found.sort();
        self.found.dedup();
        let at = At::File(self.file.to_string());
        Findings {
            leaks: self.found,
            warning: (!is_complete).then(|| Diagnostic::new(Code::CannotLook, at)),
        }
    }
}

/// Adds the names in each text of a file to those that were found.
fn taker<'a>(
    guard: &'a Guard,
    page: &'a str,
    file: &'a str,
    found: &'a mut Vec<Leak>,
) -> impl FnMut(&str, Found) + 'a {
    move |text, how| {
        let of = Inspected {
            page,
            file,
            shown: None,
            text,
            among_bytes: how == Found::AmongBytes,
        };
        found.extend(Leak::all(guard, &of));
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
                self.look.at(piece.whole, piece.new.len());
                piece.new
            }),
            Err(reason) => {
                self.wrong = Some(unreadable(&self.look.file, reason));
                None
            }
        }
    }

    /// What was found in the file, also in the rest that was not taken.
    ///
    /// # Errors
    /// It could not be read to its end.
    pub(super) fn findings(mut self) -> Result<Findings, Diagnostic> {
        while self.piece().is_some() {}
        match self.wrong {
            Some(wrong) => Err(wrong),
            None => Ok(self.look.findings()),
        }
    }
}

#[cfg(test)]
mod tests;
