//! Rows of contributions, rendered once for each language: one contribution is in the lists of its region, year, direction,
//! kind of object and more.

use std::sync::OnceLock;

use super::prepared::Prepared;
use crate::diagnostic::Diagnostic;
use crate::model::index::{ContributionId, TableIndex};
use crate::model::lang::Lang;
use crate::pages::row_context;
use crate::pages::view::Rows;

/// The template of a row.
const TEMPLATE: &str = "rows/contribution.html";

/// The rows of one language, each made when a page first asks for it.
#[derive(Default)]
pub(super) struct RowMemo {
    rows: OnceLock<Box<[OnceLock<Option<Box<str>>>]>>,
    /// Why rows could not be made: the first that was found is enough.
    wrong: OnceLock<Diagnostic>,
}

impl Rows for Prepared {
    fn row(&self, lang: Lang, contribution: ContributionId) -> Option<&str> {
        let memo = self.rows.get(lang);
        let rows = memo.rows.get_or_init(|| {
            let contributions = self.portal.contributions.indices();
            contributions.map(|_| OnceLock::new()).collect()
        });
        let row = rows.get(contribution.index())?;
        let make = || {
            let context = row_context(&self.view(lang), contribution);
            match self.template(lang, TEMPLATE, context, TEMPLATE) {
                Ok(row) => Some(row.trim_end().into()),
                Err(wrong) => {
                    memo.wrong.get_or_init(|| wrong);
                    None
                }
            }
        };
        row.get_or_init(make).as_deref()
    }
}

impl Prepared {
    /// Why a row of contributions could not be made in a language, if one could not.
    pub(super) fn wrong_row(&self, lang: Lang) -> Option<&Diagnostic> {
        self.rows.get(lang).wrong.get()
    }
}
