//! The pager (pagination): which part of a long list a page shows, and the way to the others.

use std::ops::Range;

use serde::Serialize;

use super::view::View;
use crate::plan::Page;
use crate::plan::tables::Table;

/// Pagination: which part of a long list a page shows.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Pager {
    pub number: usize,
    pub pages: usize,
    /// Entries in the whole list.
    pub entries: usize,
    pub previous: Option<String>,
    pub next: Option<String>,
    /// The file with all entries of a list of projects or patrons, if it has one.
    pub csv: Option<String>,
    /// Every page: its number and address.
    pub all: Vec<(usize, String)>,
}

impl View<'_> {
    /// The part of a list that page `n` shows, and the way to its other parts.
    pub(crate) fn part<'l, T>(&self, page: Page, list: &'l [T], n: usize) -> (&'l [T], Pager) {
        let (places, pager) = self.pager(page, list.len(), n);
        (&list[places], pager)
    }

    /// The places of the part that page `n` shows of a list of so many entries, and the way to its other parts.
    pub(crate) fn pager(&self, page: Page, entries: usize, n: usize) -> (Range<usize>, Pager) {
        let length = page.part_length();
        let pages = entries.div_ceil(length).max(1);
        let start = (n - 1) * length;
        let places = start.min(entries)..(start + length).min(entries);
        let url = |n: usize| self.url_of_part(page, n);
        let pager = Pager {
            number: n,
            pages,
            entries,
            csv: Table::of_list(page).and_then(|table| self.file_url(page, table, entries)),
            previous: (n > 1).then(|| url(n - 1)),
            next: (n < pages).then(|| url(n + 1)),
            all: if pages > 1 {
                (1..=pages).map(|n| (n, url(n))).collect()
            } else {
                Vec::new()
            },
        };
        (places, pager)
    }
}

/// What only the first part of a page shows; on the later ones nothing of it is made.
pub(super) fn on_first<T: Default>(n: usize, make: impl FnOnce() -> T) -> T {
    match n {
        1 => make(),
        _ => T::default(),
    }
}
