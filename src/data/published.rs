//! What tables of open data are made from: the portal, its sums and lists.

use super::row_ids::RowIds;
use crate::model::lang::Lang;
use crate::model::portal::Portal;
use crate::plan::{InvertedIndexes, Page};
use crate::totals::Totals;

/// The data of a portal, as its tables take it.
#[derive(Clone, Copy)]
pub(crate) struct Data<'a> {
    pub portal: &'a Portal,
    pub totals: &'a Totals,
    pub indexes: &'a InvertedIndexes,
    pub row_ids: &'a RowIds,
}

impl<'a> Data<'a> {
    /// The languages that the tables have columns of.
    pub(crate) fn languages(&self) -> &'a [Lang] {
        &self.portal.site.languages
    }

    /// The whole address of something at a path from the site's root.
    pub(crate) fn absolute(&self, address: &str) -> String {
        format!("{}/{address}", self.portal.site.base_url)
    }

    /// The whole address of a page in a language.
    pub(crate) fn url(&self, page: Page, lang: Lang) -> String {
        self.absolute(&page.address(self.portal, lang))
    }
}
