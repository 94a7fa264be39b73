//! The page of all totals: a pivot table by year, with what officials reported beside it.
//!
//! Sums in prose lead here when more than one thing is asked for.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::breakdown::BreakdownPiece;
use super::contributions_list::ListPiece;
use super::figures::{FigurePiece, piece};
use super::kind::{Frame, Kind, Reach};
use super::sum_tables::PageSums;
use super::view::{Text, View};
use crate::model::axis::{Axis, Giver, Key};
use crate::model::money::Amount;
use crate::plan::{Listed, Page, Summed};
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
    /// Where the contributions stand that make the sum.
    rows: Option<String>,
    /// The contributions behind the sum, or the newest of them.
    contributions: Option<ListPiece<'a>>,
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
}

/// `named`, `anonymous` or `joint`.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct GiverRow {
    kind: &'static str,
    /// Where the contributions stand: those of named patrons stand on the page of each.
    url: Option<String>,
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
    /// Where its contributions stand, if they have a list.
    url: Option<String>,
}

fn context<'a>(view: &View<'a>) -> TotalsPage<'a> {
    let (portal, totals) = (view.portal, view.totals);
    let sums = PageSums::new(view, Summed::Campaign, 1);
    let (by_region, by_direction) = (sums.map_to_choose(), sums.charted(Axis::Direction));
    let year_region = cross(view, &totals.year_region, &by_region);
    let year_direction = cross(view, &totals.year_direction, &by_direction);
    let givers = [
        ("named", None, &totals.named),
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
    TotalsPage {
        sums: sums_piece(sums.whole),
        rows: sums.rows_url(),
        contributions: sums.contributions(),
        projects: portal.projects.len(),
        patrons: portal.patrons.len(),
        by_year: sums.charted(Axis::Year),
        by_region,
        by_from: sums.charted(Axis::From),
        by_direction,
        by_object: sums.charted(Axis::Object),
        by_patron: givers
            .map(|(kind, url, sums)| GiverRow {
                kind,
                url,
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
    }
}

/// Turns year × axis into a table with a column for each year, its rows as in the table of the axis.
fn cross<'a>(view: &View<'a>, cross: &Cross, rows: &BreakdownPiece<'a>) -> CrossPiece<'a> {
    let mut years = Vec::new();
    let mut columns = Vec::new();
    for (key, breakdown) in &cross.rows {
        if let Key::Year(year) = key {
            years.push(*year);
            columns.push((*year, breakdown));
        }
    }
    let url = |year, key| match key {
        Key::Region(region) => {
            let listed = Listed::RegionYear(region, year);
            Some(view.url(Page::Contributions(listed)))
        }
        _ => None,
    };
    let rows = rows.rows.iter().map(|row| CrossRow {
        name: row.name.clone(),
        url: row.url.clone(),
        cells: columns
            .iter()
            .map(
                |(year, column)| match column.get(row.key).delivered.shown() {
                    Amount::Nothing => None,
                    amount => Some(Cell {
                        amount,
                        shown: amount.word(),
                        url: url(*year, row.key),
                    }),
                },
            )
            .collect(),
        whole: row.sums,
    });
    CrossPiece {
        axis: cross.axes.1,
        years,
        rows: rows.collect(),
    }
}
