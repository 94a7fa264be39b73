//! Lists of contributions as templates show them: rows that many pages share, delivered and pledged apart, each with
//! what they add up to.

use std::borrow::Cow;
use std::ops::Range;

use serde::Serialize;
use tera::{Context, TeraResult};

use super::amounts::{SumsPiece, TotalPiece, sums_piece, total_piece};
use super::project_row::RowPage;
use super::rows::Written;
use super::view::{ContributionPiece, View};
use crate::model::contribution::ContributionStatus;
use crate::model::index::ContributionId;
use crate::plan::{Listed, Page};
use crate::totals::{Sums, Total, sum};

/// How many of the newest stand on a page while all others have one of their own.
const NEWEST: usize = 5;

/// How many rows a page shows at most of what was given outside of projects.
const OUTSIDE: usize = 20;

/// A list of contributions, or a part of it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct ListPiece<'a> {
    /// How many there are in the whole list.
    entries: usize,
    delivered: Option<RowsPiece<'a>>,
    pledged: Option<RowsPiece<'a>>,
    /// Where all of them stand, if these are only the newest.
    all: Option<String>,
    /// The address of all of them as CSV.
    csv: Option<String>,
}

/// The rows of a list that are delivered, or pledged.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema),
    schemars(rename = "ContributionRows")
)]
struct RowsPiece<'a> {
    /// `delivered` or `pledged`.
    status: &'static str,
    /// A table row each: safe HTML, made by `rows/contribution.html`.
    rows: Vec<Written<'a>>,
    /// What these rows add up to, if there are more of them.
    part: Option<TotalPiece>,
    /// What all add up to.
    whole: TotalPiece,
}

/// What was given outside of projects.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct OutsidePiece<'a> {
    sums: SumsPiece,
    /// The contributions: on the first page, and only where those of the whole sum do not stand there too.
    list: Option<ListPiece<'a>>,
}

/// A list with its sums.
pub(super) struct ListSums<'a> {
    view: View<'a>,
    listed: Listed,
    pub whole: Cow<'a, Sums>,
}

impl<'a> ListSums<'a> {
    pub(super) fn new(view: &View<'a>, listed: Listed) -> ListSums<'a> {
        ListSums {
            view: *view,
            listed,
            whole: listed.sums(view.portal, view.totals),
        }
    }

    /// Where the contributions stand: on their own page, or on that of the figure; none if there are none.
    pub(super) fn url(&self) -> Option<String> {
        let own = self.view.list_page(self.listed, self.whole.count());
        let beside = || {
            format!(
                "{}#{}",
                self.view.url(self.listed.beside()),
                self.listed.anchor()
            )
        };
        own.or_else(|| (self.whole.count() > 0).then(beside))
    }

    /// The list on the page of its figure: all, or the newest.
    pub(super) fn piece(&self) -> Option<ListPiece<'a>> {
        let all = self.view.list_page(self.listed, self.whole.count());
        (self.whole.count() > 0).then(|| ListPiece {
            csv: self.csv(),
            ..piece(&self.view, &self.whole, all)
        })
    }

    /// All contributions in the order of the list, the delivered ones first.
    fn in_order(&self) -> Vec<ContributionId> {
        self.at(0..self.whole.count())
    }

    /// The contributions at some places of the list, which has the delivered ones first.
    pub(super) fn at(&self, places: Range<usize>) -> Vec<ContributionId> {
        at(&self.view, &self.whole, places)
    }

    /// The part of the list that these rows are, with the sums of the part and of the whole.
    pub(super) fn part(&self, rows: &[ContributionId]) -> ListPiece<'a> {
        ListPiece {
            csv: self.csv(),
            ..part_piece(&self.view, &self.whole, rows)
        }
    }

    /// The address of the file with all rows, if there is one.
    pub(super) fn csv(&self) -> Option<String> {
        let count = self.whole.count();
        let (page, table) = self.listed.file(count)?;
        self.view.file_url(page, table, count.max(2))
    }

    /// What was given outside of projects, for the n-th part of the page.
    pub(super) fn outside_projects(&self, n: usize) -> Option<OutsidePiece<'a>> {
        let contributions = &self.view.portal.contributions;
        let all = self.whole.contributions();
        let outside = all.filter(|&id| contributions[id].project.is_none());
        let sums = sum(self.view.portal, outside);
        if sums.count() == 0 {
            return None;
        }
        let own = self.view.list_page(self.listed, self.whole.count());
        let list = own.filter(|_| n == 1).map(|own| {
            let is_long = sums.count() > OUTSIDE;
            piece(&self.view, &sums, is_long.then_some(own))
        });
        Some(OutsidePiece {
            sums: sums_piece(&sums),
            list,
        })
    }
}

impl<'a> View<'a> {
    /// The page of a list of so many contributions, if it has one of its own.
    pub(super) fn list_page(&self, listed: Listed, contributions: usize) -> Option<String> {
        let page = listed.has_page(contributions);
        page.then(|| self.url(Page::Contributions(listed)))
    }

    /// Where the contributions of a figure stand; none if there are none.
    pub(super) fn list_url(&self, listed: Listed) -> Option<String> {
        ListSums::new(self, listed).url()
    }

    /// Contributions, the newest first: all of them, or only a few.
    pub(super) fn newest_of(
        &self,
        list: &[ContributionId],
        only_few: bool,
    ) -> Vec<ContributionPiece<'a>> {
        let mut pieces = list.to_vec();
        if only_few {
            pieces = self.indexes.newest_at(self.portal, pieces, 0..NEWEST);
        }
        self.contributions_newest_first(&pieces)
    }
}

/// All contributions of a list in its order, the delivered ones first.
pub(crate) fn list_in_order(view: &View<'_>, listed: Listed) -> Vec<ContributionId> {
    ListSums::new(view, listed).in_order()
}

/// What the template of a row sees.
///
/// # Errors
/// A value that templates cannot hold, which is a bug.
pub(crate) fn row_context(view: &View<'_>, contribution: ContributionId) -> TeraResult<Context> {
    Context::from_serialize(&RowContext {
        page: RowPage::new(view),
        contribution: view.contribution(contribution),
    })
}

#[derive(Serialize)]
struct RowContext<'a> {
    page: RowPage,
    contribution: ContributionPiece<'a>,
}

fn at(view: &View<'_>, sums: &Sums, places: Range<usize>) -> Vec<ContributionId> {
    let mut before = 0;
    let of_status = ContributionStatus::COUNTED.map(|status| {
        let contributions = &sums.of(status).contributions;
        let place = |place: usize| place.saturating_sub(before).min(contributions.len());
        let own = place(places.start)..place(places.end);
        before += contributions.len();
        match own.is_empty() {
            true => Vec::new(),
            false => view
                .indexes
                .newest_at(view.portal, contributions.iter().copied(), own),
        }
    });
    of_status.concat()
}

/// All contributions of sums; or the newest of them, where all stand at an address.
fn piece<'a>(view: &View<'a>, sums: &Sums, all: Option<String>) -> ListPiece<'a> {
    match all {
        None => part_piece(view, sums, &at(view, sums, 0..sums.count())),
        Some(all) => {
            let newest = sums.contributions();
            let newest = view.indexes.newest_at(view.portal, newest, 0..NEWEST);
            ListPiece {
                all: Some(all),
                ..part_piece(view, sums, &newest)
            }
        }
    }
}

fn part_piece<'a>(view: &View<'a>, sums: &Sums, rows: &[ContributionId]) -> ListPiece<'a> {
    let of = |status: ContributionStatus| rows_piece(view, status, sums.of(status), rows);
    ListPiece {
        entries: sums.count(),
        delivered: of(ContributionStatus::Delivered),
        pledged: of(ContributionStatus::Pledged),
        all: None,
        csv: None,
    }
}

fn rows_piece<'a>(
    view: &View<'a>,
    status: ContributionStatus,
    whole: &Total,
    rows: &[ContributionId],
) -> Option<RowsPiece<'a>> {
    let rows = of_status(view, status, rows);
    let is_part = rows.len() < whole.contributions.len();
    let part = || sum(view.portal, rows.iter().copied());
    (!rows.is_empty()).then(|| RowsPiece {
        status: status.word(),
        part: is_part.then(|| total_piece(part().of(status))),
        whole: total_piece(whole),
        rows: rows
            .iter()
            .map(|&row| Written(view.rows.row(view.lang(), row)))
            .collect(),
    })
}

fn of_status(
    view: &View<'_>,
    status: ContributionStatus,
    rows: &[ContributionId],
) -> Vec<ContributionId> {
    let contributions = &view.portal.contributions;
    let rows = rows.iter().copied();
    rows.filter(|&id| contributions[id].status == status)
        .collect()
}
