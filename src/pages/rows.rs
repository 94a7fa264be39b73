//! Rows of lists as the theme writes them, before any page that shows them is made. What they are made from is not known
//! here.

use serde::{Serialize, Serializer};

use crate::model::index::ContributionId;
use crate::model::kind::ProjectId;
use crate::model::lang::Lang;

/// Rows of contributions and projects, as the theme writes them: each is made once for all lists that it is in.
pub(crate) trait Rows: Sync {
    /// The row of a contribution for readers of a language; none if the theme could not write it, which is told elsewhere.
    fn row(&self, lang: Lang, contribution: ContributionId) -> Option<&str>;

    /// The same as CSV.
    fn csv_row(&self, lang: Lang, contribution: ContributionId) -> &str;

    /// The row of a project as CSV, without the end of its line.
    fn project_csv(&self, lang: Lang, project: ProjectId) -> &str;

    /// What all lists say of a project to readers of a language; none likewise.
    fn project(&self, lang: Lang, project: ProjectId) -> Option<&ProjectRow>;
}

/// Safe HTML that the theme wrote before the page was made; none if it could not.
#[derive(Debug, Clone)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(with = "String"))]
pub(crate) struct Written<'a>(pub Option<&'a str>);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Some(written) => serializer.serialize_str(written),
            None => Err(serde::ser::Error::custom("a row of a list")),
        }
    }
}

/// The parts of rows and cards, as the theme wrote them: safe HTML.
pub(crate) struct ProjectRow {
    pub title: Box<str>,
    pub place: Box<str>,
    pub state: Box<str>,
    pub received: Box<str>,
}

impl ProjectRow {
    /// Where the templates of the parts are.
    pub(crate) const FOLDER: &str = "rows/project";

    /// Makes each part by its template.
    ///
    /// # Errors
    /// Those of `write`.
    pub(crate) fn new<E>(write: impl Fn(&str) -> Result<Box<str>, E>) -> Result<ProjectRow, E> {
        Ok(ProjectRow {
            title: write("rows/project/title.html")?,
            place: write("rows/project/place.html")?,
            state: write("rows/project/state.html")?,
            received: write("rows/project/received.html")?,
        })
    }
}
