//! The tables of sums of a page as it shows them, and the sums that their files hold.

use std::borrow::Cow;

use super::drawing::sums_of;
use super::view::{BreakdownPiece, View};
use crate::model::axis::Axis;
use crate::plan::address::Page;
use crate::plan::tables::{Table, axes, contributions, drawings, folder, has_file};
use crate::totals::{Breakdown, breakdown};

/// The sums that a file holds.
pub(crate) fn sums<'a>(view: &View<'a>, page: Page, table: Table) -> Option<Cow<'a, Breakdown>> {
    match (table, page) {
        (Table::By(axis), Page::Totals) => Some(Cow::Borrowed(view.totals.by(axis))),
        (Table::By(axis), _) => {
            let contributions = contributions(view.portal, view.totals, page);
            Some(Cow::Owned(breakdown(view.portal, contributions, axis)))
        }
        (Table::Drawing(number), _) => {
            let mut drawings = drawings(view.portal, page, view.lang());
            let drawn = drawings.nth(number.checked_sub(1)? as usize)??;
            Some(Cow::Owned(sums_of(view, &drawn)))
        }
    }
}

/// A page's table with the address of its rows as a file, if it has one.
pub(crate) fn with_file<'a>(
    view: &View<'a>,
    page: Page,
    axis: Axis,
    mut piece: BreakdownPiece<'a>,
) -> BreakdownPiece<'a> {
    let is_own = axes(page).contains(&axis) || folder(page) == Page::Totals;
    if is_own && has_file(piece.rows.len()) {
        let address = Table::By(axis).address(view.portal, page, view.lang());
        piece.csv = Some(view.url_of(&address));
    }
    piece
}
