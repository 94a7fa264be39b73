//! The page of a direction.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::breakdown::BreakdownPiece;
use super::cards::ProjectPiece;
use super::contributions_list::{ListPiece, OutsidePiece};
use super::kind::{Frame, Kind, Reach};
use super::pager::Pager;
use super::sum_tables::PageSums;
use super::view::{Text, View};
use crate::model::axis::Axis;
use crate::model::kind::DirectionId;
use crate::plan::{Page, Summed};

pub(super) struct DirectionKind(pub DirectionId);

impl Kind for DirectionKind {
    type Values<'a> = DirectionPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new(
            "direction",
            "projects",
            Some(Page::Directions),
            Reach::Indexed,
        )
    }

    fn description<'a>(&self, view: &View<'a>) -> Option<Text<'a>> {
        let summary = view.portal.directions[self.0].summary.as_ref();
        summary.map(|text| view.text(text))
    }

    fn values<'a>(&self, view: &View<'a>, n: usize) -> DirectionPage<'a> {
        context(view, self.0, n)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct DirectionPage<'a> {
    id: &'a str,
    summary: Option<Text<'a>>,
    sums: SumsPiece,
    /// Where the contributions stand that make the sum.
    rows: Option<String>,
    projects: usize,
    by_year: BreakdownPiece<'a>,
    by_region: BreakdownPiece<'a>,
    by_object: BreakdownPiece<'a>,
    /// The contributions behind the sum, or the newest of them; only on the first page.
    contributions: Option<ListPiece<'a>>,
    /// What was given outside of projects.
    other_contributions: Option<OutsidePiece<'a>>,
    list: Vec<ProjectPiece<'a>>,
    pager: Pager,
}

fn context<'a>(view: &View<'a>, direction: DirectionId, n: usize) -> DirectionPage<'a> {
    let of = &view.portal.directions[direction];
    let sums = PageSums::new(view, Summed::Direction(direction), n);
    let projects = view.indexes.direction(direction);
    let (part, pager) = view.part(Page::Direction(direction), projects, n);
    DirectionPage {
        id: of.id.as_str(),
        summary: of.summary.as_ref().map(|text| view.text(text)),
        sums: sums_piece(sums.whole),
        rows: sums.rows_url(),
        projects: projects.len(),
        by_year: sums.charted(Axis::Year),
        by_region: sums.mapped(None),
        by_object: sums.charted(Axis::Object),
        contributions: sums.contributions(),
        other_contributions: sums.outside_projects(),
        list: view.project_pieces(part),
        pager,
    }
}
