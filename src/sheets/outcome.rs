//! The outcome of an import: what was recognised of a book, the verdicts on its rows, and what could be written.

use super::columns::Columns;
use super::field::Field;
use super::gift::{Gift, NewPatron};
use super::table::Book;
use super::verdict::{Brings, State, Verdict};
use crate::model::index::ContributionId;

/// What an import would do.
pub(crate) struct Import {
    pub book: Book,
    /// What was recognised of each sheet; none of one that holds neither gifts nor patrons.
    pub columns: Vec<Option<Columns>>,
    /// Of every row of every sheet, in order.
    pub rows: Vec<Verdict>,
    pub patrons: Vec<NewPatron>,
    /// The ids of the portal's directions, if they are few.
    pub directions: Vec<String>,
    /// Answers for what stands nowhere in the book, with their fields: something there is nearly spelled so.
    pub unused: Vec<(Field, String)>,
    /// The other answers that nothing in the book asked for, as they stand in `import.toml`.
    pub unmatched: Vec<String>,
    /// Gifts that this sheet may have brought before and of which it has no row any more: each by its mark, and as an editor finds it.
    pub gone: Vec<(String, String)>,
}

impl Import {
    /// The new gifts of all rows that are understood.
    pub(crate) fn gifts(&self) -> impl Iterator<Item = &Gift> {
        self.rows.iter().filter_map(|row| match &row.brings {
            Some(Brings::Gift(gift)) => Some(&**gift),
            Some(Brings::Correction(..) | Brings::Patron(_)) | None => None,
        })
    }

    /// The gifts of rows that correct what is on record, each with its record.
    pub(crate) fn corrections(&self) -> impl Iterator<Item = (&Gift, ContributionId)> {
        self.rows.iter().filter_map(|row| match &row.brings {
            Some(Brings::Correction(gift, record)) => Some((&**gift, *record)),
            Some(Brings::Gift(_) | Brings::Patron(_)) | None => None,
        })
    }

    pub(crate) fn count(&self, state: State) -> usize {
        self.rows.iter().filter(|row| row.state == state).count()
    }
}
