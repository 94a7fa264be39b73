//! Ids of rows whose records have none that may be published: a digest of what the row shows, kept once it is made.

use std::sync::OnceLock;

use ahash::{HashSet, HashSetExt};
use smol_str::{SmolStr, format_smolstr};

use super::cell::Cell;
use crate::model::index::ContributionId;

/// The ids of rows: made when they are first asked for.
#[derive(Debug, Default)]
pub(crate) struct RowIds {
    pub(super) contributions: OnceLock<ContributionRows>,
}

/// The rows of contributions.
#[derive(Debug)]
pub(super) struct ContributionRows {
    /// In the order of their table.
    pub order: Vec<ContributionId>,
    /// The id of each row, by the place of its contribution in the portal.
    pub ids: Vec<SmolStr>,
}

/// How many hexadecimal digits of a digest are an id: enough that two rows of a million differ.
const DIGITS: usize = 16;

/// The digest of what a row shows: the same on every machine and day.
#[derive(Default)]
pub(super) struct RowDigest(blake3::Hasher);

impl RowDigest {
    /// Takes the next cell. Cells that are parted otherwise make another digest.
    pub(super) fn add(&mut self, cell: &Cell<'_>) {
        let (kind, text) = match cell {
            Cell::Empty => ("empty", "".into()),
            Cell::Text(text) => ("text", text.clone()),
            Cell::Integer(number) => ("integer", number.to_string().into()),
            Cell::Decimal(number) => ("decimal", number.to_string().into()),
            Cell::Date(date) => ("date", date.to_string().into()),
            Cell::Boolean(is) => ("boolean", is.to_string().into()),
        };
        self.0.update(kind.as_bytes());
        self.0.update(&(text.len() as u64).to_le_bytes());
        self.0.update(text.as_bytes());
    }

    pub(super) fn id(&self) -> SmolStr {
        let digest = self.0.finalize().to_hex();
        SmolStr::new(&digest[..DIGITS])
    }
}

/// Ids that are given out once each: equal rows are numbered.
#[derive(Default)]
pub(super) struct GivenIds(HashSet<SmolStr>);

impl GivenIds {
    pub(super) fn with_room(rows: usize) -> GivenIds {
        GivenIds(HashSet::with_capacity(rows))
    }

    /// Keeps an id that a record has itself from being given to another.
    pub(super) fn reserve(&mut self, id: SmolStr) {
        self.0.insert(id);
    }

    /// The id, or with `-2`, `-3` behind it, if another row has it.
    pub(super) fn give(&mut self, id: SmolStr) -> SmolStr {
        let numbered = (2..).map(|nth| format_smolstr!("{id}-{nth}"));
        let mut all = std::iter::once(id.clone()).chain(numbered);
        let free = all.find(|id| self.0.insert(id.clone()));
        free.unwrap_or(id)
    }
}
