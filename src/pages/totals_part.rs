//! A part of the page of all sums: the whole along one axis, and each year along it.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::breakdown::BreakdownPiece;
use super::cross::{CrossPiece, cross};
use super::givers::{GiverRow, givers, largest};
use super::kind::{Frame, Kind, Reach};
use super::sum_tables::PageSums;
use super::view::View;
use crate::model::axis::Axis;
use crate::plan::{Page, Summed, TotalsPart};

/// How many of the patrons who gave most are named.
const LARGEST: usize = 20;

pub(super) struct TotalsPartKind(pub TotalsPart);

impl Kind for TotalsPartKind {
    type Values<'a> = TotalsPartPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("totals-part", "totals", Some(Page::Totals), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> TotalsPartPage<'a> {
        context(view, self.0)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct TotalsPartPage<'a> {
    sums: SumsPiece,
    /// Where the contributions stand that make the sum.
    rows: Option<String>,
    /// The table along the axis; by patron of those who gave most.
    table: BreakdownPiece<'a>,
    /// Each year along the axis, if that is region or direction.
    cross: Option<CrossPiece<'a>>,
    /// By patron: what named patrons, unnamed ones and several together gave.
    givers: Vec<GiverRow>,
    /// The list of patrons, those who gave most first.
    patrons_url: String,
    /// None on a portal of one region.
    compare_url: Option<String>,
    objects_url: String,
}

fn context<'a>(view: &View<'a>, part: TotalsPart) -> TotalsPartPage<'a> {
    let totals = view.totals;
    let sums = PageSums::new(view, Summed::Campaign, 1);
    let table = match part.axis() {
        Axis::Region => sums.map_to_choose(),
        Axis::Patron => largest(view, LARGEST),
        axis => sums.charted(axis),
    };
    let cross = match part.axis() {
        Axis::Region => Some(cross(view, &totals.year_region, &table)),
        Axis::Direction => Some(cross(view, &totals.year_direction, &table)),
        Axis::From | Axis::Year | Axis::Object | Axis::District | Axis::Patron => None,
    };
    TotalsPartPage {
        sums: sums_piece(sums.whole),
        rows: sums.rows_url(),
        table,
        cross,
        givers: match part {
            TotalsPart::Patron => givers(view),
            _ => Vec::new(),
        },
        patrons_url: format!("{}?order=amount", view.url(Page::Patrons)),
        compare_url: Page::compare(view.portal).map(|page| view.url(page)),
        objects_url: view.url(Page::Objects),
    }
}
