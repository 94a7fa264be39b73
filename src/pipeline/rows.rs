//! Rows of lists, rendered once for each language, as HTML and as CSV: one contribution is in the lists of its region, year,
//! direction, kind of object and more, and so is a project.

use super::prepared::Prepared;
use crate::diagnostic::Diagnostic;
use crate::formats::contribution_rows::{csv_row, readers_columns};
use crate::formats::list_rows::{project_columns, project_csv};
use crate::model::index::{ContributionId, TableIndex};
use crate::model::kind::ProjectId;
use crate::model::lang::Lang;
use crate::pages::rows::{ProjectRow, Rows};
use crate::pages::{project_context, row_context};

/// The template of a row of contributions.
const CONTRIBUTION: &str = "rows/contribution.html";

impl Rows for Prepared {
    fn row(&self, lang: Lang, contribution: ContributionId) -> Option<&str> {
        let all = self.portal.contributions.len();
        let row = self.rows.get(lang).row(contribution.index(), all, || {
            let context = row_context(&self.view(lang), contribution);
            let row = self.template(lang, CONTRIBUTION, context, CONTRIBUTION)?;
            Ok(row.trim_end().into())
        });
        row.map(|row| &**row)
    }

    fn project(&self, lang: Lang, project: ProjectId) -> Option<&ProjectRow> {
        let all = self.portal.projects.len();
        self.projects.get(lang).row(project.index(), all, || {
            let context = project_context(&self.view(lang), project);
            let context = context.map_err(|error| self.cannot_show(ProjectRow::FOLDER, &error))?;
            ProjectRow::new(|name| {
                let part = self.written(lang, name, &context, name)?;
                Ok(part.trim_end().into())
            })
        })
    }

    fn project_csv(&self, lang: Lang, project: ProjectId) -> &str {
        let all = self.portal.projects.len();
        let memo = self.project_csv.get(lang);
        let row = memo.row(project.index(), all, || {
            let view = self.view(lang);
            let columns = self
                .csv_columns
                .get(lang)
                .projects
                .get_or_init(|| project_columns(&view));
            Ok(project_csv(&view, columns, project).into())
        });
        row.map_or("", |row| &**row)
    }

    fn csv_row(&self, lang: Lang, contribution: ContributionId) -> &str {
        let all = self.portal.contributions.len();
        let memo = self.csv_rows.get(lang);
        let row = memo.row(contribution.index(), all, || {
            let view = self.view(lang);
            let columns = self.csv_columns.get(lang);
            let columns = columns.contributions.get_or_init(|| readers_columns(&view));
            Ok(csv_row(&view, columns, contribution).into())
        });
        row.map_or("", |row| &**row)
    }
}

impl Prepared {
    /// Why a row could not be made in a language, if one could not.
    pub(super) fn wrong_row(&self, lang: Lang) -> Option<&Diagnostic> {
        let of_contributions = self.rows.get(lang).wrong();
        of_contributions.or_else(|| self.projects.get(lang).wrong())
    }
}
