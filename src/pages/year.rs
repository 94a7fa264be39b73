//! The list of years, and the page of one: what was delivered in it, compared with the year before.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::award;
use super::breakdown::BreakdownPiece;
use super::cards::ProjectPiece;
use super::change::Change;
use super::contributions_list::{ListPiece, OutsidePiece};
use super::drawing::borders_of;
use super::kind::{Frame, Kind, Reach};
use super::pager::{Pager, on_first};
use super::region::LARGEST;
use super::sum_tables::PageSums;
use super::view::{Link, View};
use crate::model::axis::{Axis, Key};
use crate::plan::{Page, Summed};

pub(super) struct YearsKind;

impl Kind for YearsKind {
    type Values<'a> = Years<'a>;

    fn frame(&self) -> Frame {
        Frame::new("years", "years", Some(Page::Home), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> Years<'a> {
        list(view)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Years<'a> {
    by_year: BreakdownPiece<'a>,
}

fn list<'a>(view: &View<'a>) -> Years<'a> {
    Years {
        by_year: PageSums::new(view, Summed::Campaign, 1).charted(Axis::Year),
    }
}

pub(super) struct YearKind(pub i16);

impl Kind for YearKind {
    type Values<'a> = YearPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new("year", "years", Some(Page::Years), Reach::Shared)
    }

    fn values<'a>(&self, view: &View<'a>, n: usize) -> YearPage<'a> {
        context(view, self.0, n)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct YearPage<'a> {
    year: i16,
    sums: SumsPiece,
    /// Where the contributions stand that make the sum.
    rows: Option<String>,
    /// The year before, if anything was given in it.
    before: Option<Neighbour<'a>>,
    after: Option<Neighbour<'a>>,
    /// How much more, or less, was delivered than in the year before: none where either is not known, and of the newest
    /// year, which may not be over.
    change: Option<Change>,
    /// It is the newest year in which anything was delivered: its sums may grow.
    newest: bool,
    by_region: BreakdownPiece<'a>,
    by_direction: BreakdownPiece<'a>,
    by_object: BreakdownPiece<'a>,
    /// Who gave most in it.
    by_patron: BreakdownPiece<'a>,
    /// Only on the first page.
    awards: Vec<Link<'a>>,
    /// The contributions behind the sum, or the newest of them; only on the first page.
    contributions: Option<ListPiece<'a>>,
    /// What was given outside of projects.
    other_contributions: Option<OutsidePiece<'a>>,
    list: Vec<ProjectPiece<'a>>,
    pager: Pager,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "YearNeighbour"))]
struct Neighbour<'a> {
    link: Link<'a>,
    sums: SumsPiece,
}

fn context<'a>(view: &View<'a>, year: i16, n: usize) -> YearPage<'a> {
    let sums = PageSums::new(view, Summed::Year(year), n);
    let (part, pager) = view.part(Page::Year(year), view.indexes.year(year), n);
    let neighbour = |other: i16| Neighbour {
        link: view.year(other),
        sums: sums_piece(view.totals.year(other)),
    };
    let awards = || {
        let awards = view.portal.awards.iter();
        let given = awards.filter(|(_, award)| award.record.date.year() == year);
        let given = award::by_name(view, given.map(|(award, _)| award));
        given.into_iter().map(|award| view.award(award)).collect()
    };
    let newest = view.totals.delivered_years().next_back();
    YearPage {
        year,
        sums: sums_piece(sums.whole),
        rows: sums.rows_url(),
        before: view
            .indexes
            .years()
            .rfind(|&other| other < year)
            .map(neighbour),
        change: (newest != Some(year)).then(|| change(view, year)).flatten(),
        newest: newest == Some(year),
        after: view
            .indexes
            .years()
            .find(|&other| other > year)
            .map(neighbour),
        by_region: sums.mapped(borders_of(year)),
        by_direction: sums.charted(Axis::Direction),
        by_object: sums.charted(Axis::Object),
        by_patron: sums.largest(Axis::Patron, LARGEST),
        awards: on_first(n, awards),
        contributions: sums.contributions(),
        other_contributions: sums.outside_projects(),
        list: view.project_pieces_of(part, Key::Year(year)),
        pager,
    }
}

/// What was delivered in a year against the year before, if contributions of both are on record and amounts of them are
/// known.
fn change(view: &View<'_>, year: i16) -> Option<Change> {
    let before = view.indexes.years().rfind(|&other| other < year)?;
    let delivered = |year| view.totals.year(year).delivered.shown().known();
    Some(Change::between(delivered(before)?, delivered(year)?))
}
