//! Two regions beside each other, as the reader chooses: the figures of all, from which a script takes those of the two.

use serde::Serialize;

use super::amounts::{SumsPiece, TotalPiece, sums_piece, total_piece};
use super::kind::{Frame, Kind, Reach};
use super::per_resident::{ResidentsPiece, residents_piece};
use super::view::{Link, View};
use crate::model::axis::{Axis, Key};
use crate::model::kind::{DirectionId, RegionId};
use crate::plan::conditions::Condition;
use crate::plan::{Listed, Page, Summed};
use crate::totals::{Sums, breakdown};

pub(super) struct CompareKind;

impl Kind for CompareKind {
    type Values<'a> = Compare<'a>;

    fn frame(&self) -> Frame {
        Frame::new("compare", "regions", Some(Page::Regions), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> Compare<'a> {
        context(view)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Compare<'a> {
    years: Vec<i16>,
    directions: Vec<Link<'a>>,
    /// Regions of today by name, then former ones.
    regions: Vec<RegionPiece<'a>>,
    /// Some contributions are pledged.
    has_pledged: bool,
}

#[derive(Serialize)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema),
    schemars(rename = "ComparedRegion")
)]
struct RegionPiece<'a> {
    id: &'a str,
    link: Link<'a>,
    is_former: bool,
    residents: Option<ResidentsPiece>,
    sums: SumsPiece,
    /// Where the contributions of the sums stand.
    rows: Option<String>,
    projects: usize,
    /// What was delivered in each year.
    by_year: Vec<Cell>,
    /// What was delivered for each direction.
    by_direction: Vec<Cell>,
}

/// What was delivered, and where its contributions stand, if there are any.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "ComparedCell"))]
struct Cell {
    total: TotalPiece,
    rows: Option<String>,
}

fn context<'a>(view: &View<'a>) -> Compare<'a> {
    let portal = view.portal;
    let cross = &view.totals.year_region;
    let years: Vec<i16> = view.totals.delivered_years().collect();
    let directions: Vec<DirectionId> = portal.directions.indices().collect();
    let piece = |&region: &RegionId| {
        let of = &portal.regions[region];
        let sums = view.totals.region(region);
        let in_directions = breakdown(portal, sums.contributions(), Axis::Direction);
        let cell = |key: Key, sums: &Sums| {
            let asked = Condition::of_cell(portal, Summed::Region(region), key);
            let rows = view.behind(&asked, sums);
            Cell {
                total: total_piece(&sums.delivered),
                rows: rows.filter(|_| !sums.delivered.is_empty()),
            }
        };
        let in_year = |&year: &i16| {
            let column = cross.get(Key::Year(year));
            let none = Sums::EMPTY;
            let sums = column.map_or(&none, |of| of.get(Key::Region(region)));
            cell(Key::Year(year), sums)
        };
        RegionPiece {
            id: of.record.id.as_str(),
            link: view.region(region),
            is_former: of.is_former(),
            residents: residents_piece(view, Key::Region(region), sums.delivered.shown()),
            sums: sums_piece(sums),
            rows: view.list_url(Listed::Of(Summed::Region(region))),
            projects: view.indexes.region(region).len(),
            by_year: years.iter().map(in_year).collect(),
            by_direction: directions
                .iter()
                .map(|&of| cell(Key::Direction(of), in_directions.get(Key::Direction(of))))
                .collect(),
        }
    };
    Compare {
        regions: view.regions_in_order().iter().map(piece).collect(),
        directions: directions.iter().map(|&of| view.direction(of)).collect(),
        years,
        has_pledged: !view.totals.whole.pledged.is_empty(),
    }
}
