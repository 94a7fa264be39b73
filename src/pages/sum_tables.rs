//! Data tables of a page: its sums along each axis as the page shows them, and those that its CSV files hold.

use std::borrow::Cow;

use jiff::civil::Date;

use super::breakdown::{BreakdownPiece, gaps};
use super::contributions_list::{ListPiece, ListSums, OutsidePiece};
use super::drawing::{charted, map_to_choose, mapped};
use super::pager::on_first;
use super::view::View;
use crate::model::axis::{Axis, Key};
use crate::model::links::MapFigure;
use crate::plan::conditions::Condition;
use crate::plan::tables::{Table, drawings};
use crate::plan::{Listed, Page, Summed};
use crate::totals::{Breakdown, Cross, Sums, breakdown, select};

/// The sums that the n-th part of a page shows tables of: only the first part has tables with rows.
pub(super) struct PageSums<'a> {
    view: View<'a>,
    of: Summed,
    n: usize,
    /// What the rows of each table add up to.
    pub whole: &'a Sums,
}

impl<'a> PageSums<'a> {
    pub(super) fn new(view: &View<'a>, of: Summed, n: usize) -> PageSums<'a> {
        PageSums {
            view: *view,
            of,
            n,
            whole: of.sums(view.totals),
        }
    }

    /// The table along an axis.
    pub(super) fn table(&self, axis: Axis) -> BreakdownPiece<'a> {
        self.piece(&self.along(axis))
    }

    /// The table along an axis with its largest rows alone, and the others as one.
    pub(super) fn largest(&self, axis: Axis, rows: usize) -> BreakdownPiece<'a> {
        let sums = self.along(axis);
        let table = BreakdownPiece {
            csv: None,
            ..self.piece(&sums)
        };
        self.view.shortened(table, (self.of, &sums), rows)
    }

    /// The table along an axis with its chart.
    pub(super) fn charted(&self, axis: Axis) -> BreakdownPiece<'a> {
        charted(&self.view, self.table(axis))
    }

    /// A table along an axis with its first rows alone, and the others in one.
    pub(super) fn shortened(&self, table: BreakdownPiece<'a>, most: usize) -> BreakdownPiece<'a> {
        let of = self.along(table.axis);
        self.view.shortened(table, (self.of, &of), most)
    }

    /// The table by region with its map in the borders of a day, or of today.
    pub(super) fn mapped(&self, day: Option<Date>) -> BreakdownPiece<'a> {
        let sums = self.along(Axis::Region);
        mapped(&self.view, &sums, day, self.piece(&sums))
    }

    /// The table by region with the map of the whole campaign, on which a figure can be chosen.
    pub(super) fn map_to_choose(&self) -> BreakdownPiece<'a> {
        BreakdownPiece {
            drawing: on_first(self.n, || map_to_choose(&self.view)),
            ..self.table(Axis::Region).with_residents(&self.view)
        }
    }

    /// The address of the rows along an axis as a file, if they have one.
    pub(super) fn csv(&self, axis: Axis) -> Option<String> {
        let rows = self.along(axis).rows.len();
        self.view.file_url(self.of.page(), Table::By(axis), rows)
    }

    /// The contributions behind the sum, or the newest of them.
    pub(super) fn contributions(&self) -> Option<ListPiece<'a>> {
        on_first(self.n, || self.list().piece())
    }

    /// Where the contributions behind the sum stand.
    pub(super) fn rows_url(&self) -> Option<String> {
        self.list().url()
    }

    /// What was given outside of projects: its rows where those of the whole are not shown.
    pub(super) fn outside_projects(&self) -> Option<OutsidePiece<'a>> {
        self.list().outside_projects(self.n)
    }

    fn list(&self) -> ListSums<'a> {
        ListSums::new(&self.view, Listed::Of(self.of))
    }

    fn piece(&self, sums: &Breakdown) -> BreakdownPiece<'a> {
        let (page, table) = (self.of.page(), Table::By(sums.axis));
        let mut piece = BreakdownPiece {
            csv: self.view.file_url(page, table, sums.rows.len()),
            whole_rows: self.rows_url(),
            ..self.view.breakdown(sums, self.whole)
        };
        for row in &mut piece.rows {
            let asked = Condition::of_cell(self.view.portal, self.of, row.key);
            row.rows = self.view.behind(&asked, sums.get(row.key));
        }
        if sums.axis == Axis::Year && !piece.rows.is_empty() {
            piece.gaps = gaps(&piece.rows, self.span());
        }
        piece
    }

    /// The years that a table of this page could have: those of the portal, as far as the record is there in them.
    fn span(&self) -> Option<(i16, i16)> {
        let portal = self.view.portal;
        let region = |region| {
            let record = &portal.regions[region].record;
            (
                record.since.map(|date| date.year()),
                record.until.map(|date| date.year()),
            )
        };
        let (since, until) = match self.of {
            Summed::Campaign | Summed::Year(_) => return None,
            Summed::Region(of) | Summed::District(of, _) => region(of),
            Summed::Direction(_) | Summed::Object(_) => (None, None),
            Summed::Patron(patron) => (portal.patrons[patron].record.since, None),
        };
        let mut years = self.view.totals.delivered_years();
        let first = years.next()?;
        let last = years.next_back().unwrap_or(first);
        Some((
            since.map_or(first, |since| since.max(first)),
            until.map_or(last, |until| until.min(last)),
        ))
    }

    /// The sums along an axis, which the totals hold for some.
    fn along(&self, axis: Axis) -> Cow<'a, Breakdown> {
        let (portal, totals) = (self.view.portal, self.view.totals);
        if self.n > 1 {
            return Cow::Owned(breakdown(portal, [], axis));
        }
        let of_year = |cross: &'a Cross, year| match axis == cross.axes.1 {
            true => cross.get(Key::Year(year)),
            false => None,
        };
        let added_up = match self.of {
            Summed::Campaign => Some(totals.by(axis)),
            Summed::Year(year) => {
                of_year(&totals.year_region, year).or_else(|| of_year(&totals.year_direction, year))
            }
            Summed::Region(_)
            | Summed::District(..)
            | Summed::Direction(_)
            | Summed::Object(_)
            | Summed::Patron(_) => None,
        };
        added_up.map(Cow::Borrowed).unwrap_or_else(|| {
            let contributions = self.whole.contributions();
            Cow::Owned(breakdown(portal, contributions, axis))
        })
    }
}

/// The sums that a file holds.
pub(crate) fn sums<'a>(view: &View<'a>, page: Page, table: Table) -> Option<Cow<'a, Breakdown>> {
    match table {
        Table::By(axis) => Some(PageSums::new(view, page.summed()?, 1).along(axis)),
        Table::YearBy(_) | Table::Contributions(_) | Table::Projects | Table::Patrons => None,
        Table::Drawing(number) => {
            let mut drawings = drawings(view.portal, page, view.lang());
            let drawn = drawings.nth(number.checked_sub(1)? as usize)??;
            let contributions = select(view.portal, view.totals, drawn.filter);
            Some(Cow::Owned(breakdown(
                view.portal,
                contributions,
                drawn.axis,
            )))
        }
    }
}

/// Whether the rows of a file tell of residents: those behind a map of the figure per resident.
pub(crate) fn tells_residents(view: &View<'_>, page: Page, table: Table) -> bool {
    match table {
        Table::By(axis) => axis == Axis::Region && matches!(page.summed(), Some(Summed::Campaign)),
        Table::YearBy(_) | Table::Contributions(_) | Table::Projects | Table::Patrons => false,
        Table::Drawing(number) => {
            let nth = (number as usize).checked_sub(1);
            let drawn = nth.and_then(|nth| drawings(view.portal, page, view.lang()).nth(nth));
            let drawn = drawn.flatten();
            drawn.is_some_and(|drawn| drawn.figure == MapFigure::PerResident)
        }
    }
}

/// Whether the rows of a file count different patrons: one patron's own table has no need of it.
pub(crate) fn counts_patrons(page: Page, table: Table) -> bool {
    match table {
        Table::By(_) => !matches!(page.summed(), Some(Summed::Patron(_))),
        Table::YearBy(_)
        | Table::Contributions(_)
        | Table::Projects
        | Table::Patrons
        | Table::Drawing(_) => true,
    }
}
