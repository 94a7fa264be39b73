//! Who gave the whole: named patrons, those who are not named, several together; and the largest of the named.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::breakdown::BreakdownPiece;
use super::view::View;
use crate::model::axis::{Axis, Giver};
use crate::plan::conditions::Condition;
use crate::plan::{Listed, Summed};

/// `named`, `anonymous` or `joint`.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct GiverRow {
    kind: &'static str,
    /// Where the contributions stand.
    url: Option<String>,
    sums: SumsPiece,
}

/// Three rows that make the whole.
pub(super) fn givers(view: &View<'_>) -> Vec<GiverRow> {
    let totals = view.totals;
    let rows = [
        ("named", named_url(view), &totals.named),
        (
            "anonymous",
            view.list_url(Listed::Anonymous),
            totals.giver(Giver::Anonymous),
        ),
        (
            "joint",
            view.list_url(Listed::AllJoint),
            totals.giver(Giver::Joint),
        ),
    ];
    rows.map(|(kind, url, sums)| GiverRow {
        kind,
        url,
        sums: sums_piece(sums),
    })
    .into()
}

/// Where the contributions stand that a named patron gave alone.
fn named_url(view: &View<'_>) -> Option<String> {
    let named = Condition::Others(Axis::Patron, Vec::new());
    view.behind(&[named], &view.totals.named)
}

/// The named patrons who gave most alone, and all others of them in one row.
pub(super) fn largest<'a>(view: &View<'a>, most: usize) -> BreakdownPiece<'a> {
    let totals = view.totals;
    let mut table = view.breakdown(&totals.by_patron, &totals.named);
    table.rows.retain(|row| row.is_named);
    table.whole_rows = named_url(view);
    for row in &mut table.rows {
        let asked = [Condition::of_row(view.portal, row.key)];
        row.rows = view.behind(&asked, totals.by_patron.get(row.key));
    }
    view.shortened(table, (Summed::Campaign, &totals.by_patron), most)
}
