//! The page of all sums: the whole, a short table along each axis, and the ways to the pages that have the tables whole.
//!
//! Sums in prose lead here when more than one thing is asked for.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::breakdown::BreakdownPiece;
use super::contributions_list::ListPiece;
use super::figures::{self, FigurePiece};
use super::givers::{GiverRow, givers};
use super::kind::{Frame, Kind, Reach};
use super::sum_tables::PageSums;
use super::view::View;
use crate::model::axis::Axis;
use crate::model::edition::Edition;
use crate::plan::{Page, Summed, TotalsPart};

/// How many rows a short table has.
const MOST_ROWS: usize = 4;
/// How many reported figures stand on the page.
const MOST_FIGURES: usize = 2;

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
    /// The newest of its rows, with the chart of all.
    by_year: BreakdownPiece<'a>,
    /// Of this and each that follows the first rows.
    by_region: BreakdownPiece<'a>,
    by_from: BreakdownPiece<'a>,
    by_direction: BreakdownPiece<'a>,
    by_object: BreakdownPiece<'a>,
    /// What named patrons, unnamed ones and several together gave: three rows that make the whole.
    by_patron: Vec<GiverRow>,
    /// The addresses of the pages with the tables whole, by axis.
    parts: Parts,
    /// Some of what was reported for the whole country.
    figures: Vec<FigurePiece<'a>>,
    /// All reported figures: how many there are, and where they stand.
    reported: usize,
    reported_url: Option<String>,
    completeness_url: String,
    /// The page with the tables of all records.
    data_url: String,
    /// None on a portal of one region.
    compare_url: Option<String>,
    /// The page that shows the contributions that a reader chooses.
    filtered_url: String,
    /// A word that changes when a record does.
    edition: &'a Edition,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "TotalsParts"))]
struct Parts {
    year: String,
    region: String,
    from: String,
    direction: String,
    object: String,
    patron: String,
}

fn context<'a>(view: &View<'a>) -> TotalsPage<'a> {
    let portal = view.portal;
    let sums = PageSums::new(view, Summed::Campaign, 1);
    let brief = |axis| sums.shortened(sums.table(axis), MOST_ROWS);
    let url = |part| view.url(Page::TotalsPart(part));
    let of_country = figures::in_order(view).into_iter().filter(|&figure| {
        let of = &portal.figures[figure];
        of.region.is_none() && of.part_of.is_none()
    });
    TotalsPage {
        sums: sums_piece(sums.whole),
        rows: sums.rows_url(),
        contributions: sums.contributions(),
        projects: portal.projects.len(),
        patrons: portal.patrons.len(),
        by_year: sums.shortened(sums.charted(Axis::Year), MOST_ROWS),
        by_region: brief(Axis::Region),
        by_from: brief(Axis::From),
        by_direction: brief(Axis::Direction),
        by_object: brief(Axis::Object),
        by_patron: givers(view),
        parts: Parts {
            year: url(TotalsPart::Year),
            region: url(TotalsPart::Region),
            from: url(TotalsPart::From),
            direction: url(TotalsPart::Direction),
            object: url(TotalsPart::Object),
            patron: url(TotalsPart::Patron),
        },
        figures: of_country
            .take(MOST_FIGURES)
            .map(|figure| figures::piece(view, figure))
            .collect(),
        reported: portal.figures.len(),
        reported_url: (portal.figures.len() > 0).then(|| view.url(Page::Reported)),
        completeness_url: view.url(Page::Completeness),
        data_url: view.url(Page::data(portal)),
        compare_url: Page::compare(view.portal).map(|page| view.url(page)),
        filtered_url: view.url(Page::Filtered),
        edition: view.edition(),
    }
}
