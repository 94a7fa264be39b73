//! Rows of contributions, rendered once for each language, as HTML and as CSV: one contribution is in the lists of its region, year, direction,
//! kind of object and more.

use super::prepared::Prepared;
use crate::diagnostic::Diagnostic;
use crate::formats::contribution_rows::csv_row;
use crate::model::index::{ContributionId, TableIndex};
use crate::model::lang::Lang;
use crate::pages::row_context;
use crate::pages::view::Rows;

/// The template of a row.
const TEMPLATE: &str = "rows/contribution.html";

impl Rows for Prepared {
    fn row(&self, lang: Lang, contribution: ContributionId) -> Option<&str> {
        let all = self.portal.contributions.len();
        self.rows.get(lang).row(contribution.index(), all, || {
            let context = row_context(&self.view(lang), contribution);
            let row = self.template(lang, TEMPLATE, context, TEMPLATE)?;
            Ok(row.trim_end().into())
        })
    }

    fn csv_row(&self, lang: Lang, contribution: ContributionId) -> &str {
        let all = self.portal.contributions.len();
        let memo = self.csv_rows.get(lang);
        let row = memo.row(contribution.index(), all, || {
            Ok(csv_row(&self.view(lang), contribution).into())
        });
        row.unwrap_or("")
    }
}

impl Prepared {
    /// Why a row of contributions could not be made in a language, if one could not.
    pub(super) fn wrong_row(&self, lang: Lang) -> Option<&Diagnostic> {
        self.rows.get(lang).wrong()
    }
}
