//! What the templates of `rows/` see of a project, and of the pages that a row is on.

use serde::Serialize;
use tera::{Context, TeraResult};

use super::amounts::{SumsPiece, sums_piece};
use super::view::{Link, View};
use crate::model::kind::ProjectId;
use crate::totals::sum;

/// A project as the templates of `rows/project/` see it: `project`.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ListedProjectPiece<'a> {
    link: Link<'a>,
    region: Link<'a>,
    district: Option<Link<'a>>,
    /// `planned`, `under-way`, `completed` or `cancelled`.
    status: &'static str,
    /// Completed, else started, else the latest contribution, else cancelled.
    date: Option<String>,
    cancelled: Option<String>,
    sums: SumsPiece,
    sample: bool,
}

/// What the templates of `rows/project/` see.
///
/// # Errors
/// A value that templates cannot hold, which is a bug.
pub(crate) fn project_context(view: &View<'_>, project: ProjectId) -> TeraResult<Context> {
    let of = &view.portal.projects[project];
    let district = of.district;
    Context::from_serialize(&RowContext {
        page: RowPage::new(view),
        project: ListedProjectPiece {
            link: view.project(project),
            region: view.region_at(of.region, of.shown_day()),
            district: district.map(|district| view.district(of.region, district)),
            status: of.status.word(),
            date: of.sorted_by.map(|date| date.to_string()),
            cancelled: of.cancelled.map(|date| date.to_string()),
            sums: sums_piece(&sum(view.portal, of.contributions.iter().copied())),
            sample: of.text.sample,
        },
    })
}

#[derive(Serialize)]
struct RowContext<'a> {
    page: RowPage,
    project: ListedProjectPiece<'a>,
}

/// What a row knows of the pages that it is on: what is the same on all.
#[derive(Serialize)]
pub(super) struct RowPage {
    mixed: bool,
}

impl RowPage {
    pub(super) fn new(view: &View<'_>) -> RowPage {
        RowPage {
            mixed: view.portal.mixes_samples,
        }
    }
}
