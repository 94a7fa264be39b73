//! The page of all totals: a pivot table by year, with what officials reported beside it.
//!
//! Sums in prose lead here when more than one thing is asked for.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::breakdown::BreakdownPiece;
use super::figures::{FigurePiece, piece};
use super::kind::{Frame, Kind, Reach};
use super::sum_tables::PageSums;
use super::view::{Text, View};
use crate::model::axis::{Axis, Giver, Key};
use crate::model::edition::Edition;
use crate::model::money::Amount;
use crate::plan::{Page, Summed};
use crate::totals::Cross;

pub(super) struct TotalsKind;

impl Kind for TotalsKind {
    type Values<'a> = TotalsPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("totals", "totals", Some(Page::Home), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> TotalsPage<'a> {
        context(view)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct TotalsPage<'a> {
    sums: SumsPiece,
    /// All that are on record, whether anything was given for them.
    projects: usize,
    /// All that are on record, whether they gave anything.
    patrons: usize,
    by_year: BreakdownPiece<'a>,
    by_region: BreakdownPiece<'a>,
    by_from: BreakdownPiece<'a>,
    by_direction: BreakdownPiece<'a>,
    by_object: BreakdownPiece<'a>,
    /// What named patrons, unnamed ones and several together gave: three rows that make the whole.
    by_patron: Vec<GiverRow>,
    year_region: CrossPiece<'a>,
    year_direction: CrossPiece<'a>,
    figures: Vec<FigurePiece<'a>>,
    /// A word that changes when a record does.
    edition: &'a Edition,
}

/// `named`, `anonymous` or `joint`.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct GiverRow {
    kind: &'static str,
    sums: SumsPiece,
}

/// What was delivered, by year and another axis.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CrossPiece<'a> {
    axis: Axis,
    years: Vec<i16>,
    rows: Vec<CrossRow<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CrossRow<'a> {
    name: Text<'a>,
    url: Option<String>,
    /// One for each year; none where nothing was delivered.
    cells: Vec<Option<Cell>>,
    whole: SumsPiece,
}

/// What was delivered in a year.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Cell {
    /// Whole tenge; none where no amount is known.
    amount: Amount,
    /// `known` or `not-stated`.
    shown: &'static str,
}

fn context<'a>(view: &View<'a>) -> TotalsPage<'a> {
    let (portal, totals) = (view.portal, view.totals);
    let sums = PageSums::new(view, Summed::Campaign, 1);
    let (by_region, by_direction) = (sums.map_to_choose(), sums.charted(Axis::Direction));
    let year_region = cross(&totals.year_region, &by_region);
    let year_direction = cross(&totals.year_direction, &by_direction);
    let givers = [
        ("named", &totals.named),
        ("anonymous", totals.giver(Giver::Anonymous)),
        ("joint", totals.giver(Giver::Joint)),
    ];
    TotalsPage {
        sums: sums_piece(sums.whole),
        projects: portal.projects.len(),
        patrons: portal.patrons.len(),
        by_year: sums.charted(Axis::Year),
        by_region,
        by_from: sums.charted(Axis::From),
        by_direction,
        by_object: sums.charted(Axis::Object),
        by_patron: givers
            .map(|(kind, sums)| GiverRow {
                kind,
                sums: sums_piece(sums),
            })
            .into(),
        year_region,
        year_direction,
        figures: portal
            .figures
            .indices()
            .map(|figure| piece(view, figure))
            .collect(),
        edition: view.edition(),
    }
}

/// Turns year × axis into a table with a column for each year, its rows as in the table of the axis.
fn cross<'a>(cross: &Cross, rows: &BreakdownPiece<'a>) -> CrossPiece<'a> {
    let mut years = Vec::new();
    let mut columns = Vec::new();
    for (key, breakdown) in &cross.rows {
        if let Key::Year(year) = key {
            years.push(*year);
            columns.push(breakdown);
        }
    }
    let rows = rows.rows.iter().map(|row| CrossRow {
        name: row.name.clone(),
        url: row.url.clone(),
        cells: columns
            .iter()
            .map(|column| match column.get(row.key).delivered.shown() {
                Amount::Nothing => None,
                amount => Some(Cell {
                    amount,
                    shown: amount.word(),
                }),
            })
            .collect(),
        whole: row.sums,
    });
    CrossPiece {
        axis: cross.axes.1,
        years,
        rows: rows.collect(),
    }
}
