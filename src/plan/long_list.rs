//! The two long lists that a reader can filter, of projects and of patrons, and where the file of each stands.

use super::address::Page;
use crate::model::lang::Lang;
use crate::model::portal::Portal;

/// A list that can be filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum LongList {
    Projects,
    Patrons,
}

impl LongList {
    pub(crate) const ALL: [LongList; 2] = [LongList::Projects, LongList::Patrons];

    /// The first page of the list.
    pub(crate) fn page(self) -> Page {
        match self {
            LongList::Projects => Page::Projects(1),
            LongList::Patrons => Page::Patrons(1),
        }
    }

    /// The address of the file beside the list: `kk/projects/list.json`.
    pub(crate) fn address(self, portal: &Portal, lang: Lang) -> String {
        format!("{}list.json", self.page().address(portal, lang))
    }

    /// The orders that it can be shown in, the one of its pages first.
    pub(crate) fn orders(self) -> [&'static str; 3] {
        match self {
            LongList::Projects => ["date", "amount", "name"],
            LongList::Patrons => ["name", "amount", "date"],
        }
    }
}
