//! A memo of rows of lists: each is made when a page first asks for it, and never again while the site stays as it is.

use std::sync::OnceLock;

use crate::diagnostic::Diagnostic;

/// A row, once a page asked for it; none if it could not be made.
type Made<T> = OnceLock<Option<T>>;

/// The rows of one language.
pub(super) struct RowMemo<T> {
    rows: OnceLock<Box<[Made<T>]>>,
    /// Why rows could not be made: the first reason is enough.
    wrong: OnceLock<Diagnostic>,
}

impl<T> Default for RowMemo<T> {
    fn default() -> RowMemo<T> {
        RowMemo {
            rows: OnceLock::new(),
            wrong: OnceLock::new(),
        }
    }
}

impl<T> RowMemo<T> {
    /// The nth of so many rows; none if it could not be made.
    pub(super) fn row(
        &self,
        nth: usize,
        all: usize,
        make: impl FnOnce() -> Result<T, Diagnostic>,
    ) -> Option<&T> {
        let empty = || (0..all).map(|_| OnceLock::new()).collect();
        let row = self.rows.get_or_init(empty).get(nth)?;
        let made = row.get_or_init(|| match make() {
            Ok(row) => Some(row),
            Err(wrong) => {
                self.wrong.get_or_init(|| wrong);
                None
            }
        });
        made.as_ref()
    }

    /// Why a row could not be made, if one could not.
    pub(super) fn wrong(&self) -> Option<&Diagnostic> {
        self.wrong.get()
    }
}
