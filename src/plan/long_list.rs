//! The two long lists that a reader can filter and sort, of projects and of patrons.

use super::page::Page;

/// A list that can be filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, strum::VariantArray)]
pub(crate) enum LongList {
    Projects,
    Patrons,
}

impl LongList {
    /// The page of the list.
    pub(crate) fn page(self) -> Page {
        match self {
            LongList::Projects => Page::Projects,
            LongList::Patrons => Page::Patrons,
        }
    }

    /// The orders that it can be shown in, the one of its pages first.
    pub(crate) fn orders(self) -> [&'static str; 3] {
        match self {
            LongList::Projects => ["date", "amount", "name"],
            LongList::Patrons => ["name", "amount", "date"],
        }
    }
}
