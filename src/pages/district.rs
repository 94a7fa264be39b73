//! The page of a district: what was received there, what was reported, and the way back to its region.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::breakdown::BreakdownPiece;
use super::cards::ProjectPiece;
use super::contributions_list::{ListPiece, OutsidePiece};
use super::figures::{self, FigurePiece};
use super::kind::{Frame, Kind, Reach};
use super::pager::{Pager, on_first};
use super::region::LARGEST;
use super::sum_tables::PageSums;
use super::view::{Link, View};
use crate::model::axis::Axis;
use crate::model::index::DistrictId;
use crate::model::kind::RegionId;
use crate::plan::{Page, Summed};

pub(super) struct DistrictKind(pub RegionId, pub DistrictId);

impl Kind for DistrictKind {
    type Values<'a> = DistrictPage<'a>;

    fn frame(&self) -> Frame {
        let region = Page::Region(self.0);
        Frame::new("district", "regions", Some(region), Reach::Shared)
    }

    fn values<'a>(&self, view: &View<'a>, n: usize) -> DistrictPage<'a> {
        context(view, (self.0, self.1), n)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct DistrictPage<'a> {
    id: &'a str,
    kato: Option<&'a str>,
    region: Link<'a>,
    sums: SumsPiece,
    /// Where the contributions stand that make the sum.
    rows: Option<String>,
    /// The whole region, to compare with.
    whole: SumsPiece,
    projects: usize,
    by_year: BreakdownPiece<'a>,
    by_direction: BreakdownPiece<'a>,
    by_object: BreakdownPiece<'a>,
    /// Who gave here.
    by_patron: BreakdownPiece<'a>,
    /// Only on the first page.
    figures: Vec<FigurePiece<'a>>,
    /// The contributions behind the sum, or the newest of them; only on the first page.
    contributions: Option<ListPiece<'a>>,
    /// What was given outside of projects.
    other_contributions: Option<OutsidePiece<'a>>,
    list: Vec<ProjectPiece<'a>>,
    pager: Pager,
}

fn context<'a>(
    view: &View<'a>,
    (region, district): (RegionId, DistrictId),
    n: usize,
) -> DistrictPage<'a> {
    let of = view.portal.regions[region].district(district);
    let sums = PageSums::new(view, Summed::District(region, district), n);
    let projects = view.indexes.district(region, district).unwrap_or_default();
    let (part, pager) = view.part(Page::District(region, district), projects, n);
    let figures = || {
        let figures = view.indexes.figures_of(region).iter();
        let here =
            figures.filter(|&&figure| view.portal.figures[figure].district == Some(district));
        here.map(|&figure| figures::piece(view, figure)).collect()
    };
    DistrictPage {
        id: of.id.as_str(),
        kato: of.kato.as_deref(),
        region: view.region(region),
        sums: sums_piece(sums.whole),
        rows: sums.rows_url(),
        whole: sums_piece(view.totals.region(region)),
        projects: projects.len(),
        by_year: sums.charted(Axis::Year),
        by_direction: sums.charted(Axis::Direction),
        by_object: sums.charted(Axis::Object),
        by_patron: sums.largest(Axis::Patron, LARGEST),
        figures: on_first(n, figures),
        contributions: sums.contributions(),
        other_contributions: sums.outside_projects(),
        list: view.project_pieces(part),
        pager,
    }
}
