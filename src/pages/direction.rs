//! The page of a direction.

use serde::Serialize;

use super::cards::ProjectPiece;
use super::drawing::{charted, mapped};
use super::kind::{Frame, Kind, Reach};
use super::sum_tables;
use super::view::{BreakdownPiece, ContributionPiece, Pager, SumsPiece, Text, View, sums_piece};
use crate::model::axis::Axis;
use crate::model::kind::DirectionId;
use crate::plan::Page;
use crate::plan::tables::contributions;
use crate::totals::breakdown;

pub(super) struct DirectionKind(pub DirectionId);

impl Kind for DirectionKind {
    type Values<'a> = DirectionPage<'a>;

    fn frame(&self) -> Frame {
        Frame::new(
            "direction",
            "projects",
            Some(Page::Projects),
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
    projects: usize,
    by_year: BreakdownPiece<'a>,
    by_region: BreakdownPiece<'a>,
    by_object: BreakdownPiece<'a>,
    other_contributions: Vec<ContributionPiece<'a>>,
    list: Vec<ProjectPiece<'a>>,
    pager: Pager,
}

fn context<'a>(view: &View<'a>, direction: DirectionId, n: usize) -> DirectionPage<'a> {
    let portal = view.portal;
    let of = &portal.directions[direction];
    let sums = view.totals.direction(direction);
    let at = Page::Direction(direction);
    let contributions = contributions(portal, view.totals, at);
    let along = |axis| breakdown(portal, contributions.iter().copied(), axis);
    let table = |axis| sum_tables::with_file(view, at, axis, view.breakdown(&along(axis)));
    let (part, pager) = view.part(at, view.indexes.direction(direction), n);
    let other_contributions = contributions
        .iter()
        .filter(|&&contribution| portal.contributions[contribution].project.is_none());
    DirectionPage {
        id: of.id.as_str(),
        summary: of.summary.as_ref().map(|text| view.text(text)),
        sums: sums_piece(sums),
        projects: view.indexes.direction(direction).len(),
        by_year: charted(view, table(Axis::Year)),
        by_region: mapped(view, &along(Axis::Region), None, table(Axis::Region)),
        by_object: charted(view, table(Axis::Object)),
        other_contributions: other_contributions
            .map(|&contribution| view.contribution(contribution))
            .collect(),
        list: view.project_pieces(part),
        pager,
    }
}
