//! Data tables of a page: the sums as the page shows them, and those that its CSV files hold.

use std::borrow::Cow;

use super::drawing::sums_of;
use super::view::{BreakdownPiece, View};
use crate::model::axis::Axis;
use crate::plan::Page;
use crate::plan::Summed;
use crate::plan::tables::{Table, contributions, drawings, has_file};
use crate::totals::{Breakdown, breakdown};

/// The sums that a file holds.
pub(crate) fn sums<'a>(view: &View<'a>, page: Page, table: Table) -> Option<Cow<'a, Breakdown>> {
    match table {
        Table::By(axis) if page.summed()? == Summed::Campaign => {
            Some(Cow::Borrowed(view.totals.by(axis)))
        }
        Table::By(axis) => {
            let contributions = contributions(view.portal, view.totals, page);
            Some(Cow::Owned(breakdown(view.portal, contributions, axis)))
        }
        Table::Drawing(number) => {
            let mut drawings = drawings(view.portal, page, view.lang());
            let drawn = drawings.nth(number.checked_sub(1)? as usize)??;
            Some(Cow::Owned(sums_of(view, &drawn)))
        }
    }
}

/// Whether the rows of a file count different patrons: one patron's own table has no need of it.
pub(crate) fn counts_patrons(page: Page, table: Table) -> bool {
    match table {
        Table::By(_) => !matches!(page.summed(), Some(Summed::Patron(_))),
        Table::Drawing(_) => true,
    }
}

/// A page's table with the address of its rows as a file, if it has one.
pub(crate) fn with_file<'a>(
    view: &View<'a>,
    page: Page,
    axis: Axis,
    mut piece: BreakdownPiece<'a>,
) -> BreakdownPiece<'a> {
    let is_filed = page
        .summed()
        .is_some_and(|summed| summed.axes().contains(&axis));
    if is_filed && has_file(piece.rows.len()) {
        let address = Table::By(axis).address(view.portal, page, view.lang());
        piece.csv = Some(view.url_of(&address));
    }
    piece
}
