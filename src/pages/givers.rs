//! Who gave the whole: named patrons, those who are not named, several together; and the largest of the named.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::breakdown::BreakdownPiece;
use super::view::View;
use crate::model::axis::Giver;

/// `named`, `anonymous` or `joint`.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct GiverRow {
    kind: &'static str,
    sums: SumsPiece,
}

/// Three rows that make the whole.
pub(super) fn givers(view: &View<'_>) -> Vec<GiverRow> {
    let totals = view.totals;
    let rows = [
        ("named", &totals.named),
        ("anonymous", totals.giver(Giver::Anonymous)),
        ("joint", totals.giver(Giver::Joint)),
    ];
    rows.map(|(kind, sums)| GiverRow {
        kind,
        sums: sums_piece(sums),
    })
    .into()
}

/// The named patrons who gave most alone, and all others of them in one row.
pub(super) fn largest<'a>(view: &View<'a>, most: usize) -> BreakdownPiece<'a> {
    let totals = view.totals;
    let mut table = view.breakdown(&totals.by_patron, &totals.named);
    table.rows.retain(|row| row.is_named);
    view.shortened(table, &totals.by_patron, most)
}
