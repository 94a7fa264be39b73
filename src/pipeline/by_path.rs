//! Look-up of the output by path: which files a prepared site has, and the bytes of each, without publishing them.
//!
//! Takes the path of a file in the output, gives what a build would publish there. Knows nothing of the disk's output.

use std::cell::RefCell;

use super::prepared::Prepared;
use super::render::Rendered;
use crate::anonymity::Leak;
use crate::disk;
use crate::pages::kind_of;
use crate::plan::Output;

/// Why a build would not publish a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unpublished {
    /// The site has no file at the path.
    Absent,
    /// Its template or its source cannot be used, or it names an anonymous patron, also where that is accepted.
    Refused,
}

impl Prepared {
    /// The paths of all files of the output, in order: `kk/index.html`.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.routes.iter().map(|(path, _)| path)
    }

    /// The kind of the page at a path, which is the name of its template; none if it is the page of no language.
    pub fn kind_at(&self, path: &str) -> Option<&'static str> {
        let (_, page, _) = self.routes.find(path)?.page()?;
        Some(kind_of(page))
    }

    /// The kind of the file at a path: `page/project`, `table`.
    pub fn file_kind_at(&self, path: &str) -> String {
        match (self.kind_at(path), self.routes.find(path)) {
            (Some(kind), _) => format!("page/{kind}"),
            (None, Some(output)) => output.kind().to_owned(),
            (None, None) => String::new(),
        }
    }

    /// The bytes that a build publishes at a path.
    ///
    /// # Errors
    /// Why it would publish nothing there.
    pub fn bytes_at(&self, path: &str) -> Result<Vec<u8>, Unpublished> {
        let output = self.routes.find(path).ok_or(Unpublished::Absent)?;
        let taken = RefCell::new(Vec::new());
        let put = |_: &str, rendered: Rendered<'_>| {
            *taken.borrow_mut() = rendered.into_bytes()?;
            Ok::<(), String>(())
        };
        let given = match output {
            // Alone, though the others are given by the first.
            Output::Picture(of, nth) => self.give_picture(of, *nth..nth + 1, put),
            _ => self.give(path, output, put),
        };
        match given {
            Ok(Ok(found)) if !found.leaks.iter().any(Leak::is_error) => Ok(taken.into_inner()),
            _ => Err(Unpublished::Refused),
        }
    }
}

impl Rendered<'_> {
    /// All bytes of the file.
    ///
    /// # Errors
    /// Why it cannot be read, in the system's words.
    pub fn into_bytes(self) -> Result<Vec<u8>, String> {
        match self {
            Rendered::Made(bytes) => Ok(bytes),
            Rendered::Card(card) => card.png().ok_or_else(|| "no picture".to_owned()),
            Rendered::Picture(file) => {
                let made = file.bytes().ok_or_else(|| "no picture".to_owned())?;
                Ok(made.to_owned())
            }
            Rendered::Copy(asset) => Ok(disk::bytes(&asset.content)?.into_owned()),
            Rendered::Guarded(asset) => {
                let mut all = Vec::new();
                while let Some(piece) = asset.piece() {
                    all.extend_from_slice(piece);
                }
                Ok(all)
            }
        }
    }
}
