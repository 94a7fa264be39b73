//! The list of regions beside each other: what each received, in all, per resident and against the year before.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::change::Change;
use super::drawing::map_to_choose;
use super::drawing_piece::DrawingPiece;
use super::kind::{Frame, Kind, Reach};
use super::per_resident::{ResidentsPiece, residents_piece};
use super::rank::{RankPiece, rank};
use super::sum_tables::PageSums;
use super::view::{Link, View};
use crate::model::axis::{Axis, Key};
use crate::model::kind::RegionId;
use crate::model::money::Tenge;
use crate::plan::{Listed, Page, Summed, TotalsPart};

pub(super) struct RegionsKind;

impl Kind for RegionsKind {
    type Values<'a> = Regions<'a>;

    fn frame(&self) -> Frame {
        Frame::new("regions", "regions", Some(Page::Home), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> Regions<'a> {
        list(view)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Regions<'a> {
    today: Vec<RegionPiece<'a>>,
    former: Vec<RegionPiece<'a>>,
    whole: SumsPiece,
    /// Where the contributions stand that make the whole.
    rows: Option<String>,
    /// The largest sum of a region, which its bar is drawn to.
    largest: Tenge,
    /// The newest year that is over, and the one before, between which the change is told.
    change_years: Option<[String; 2]>,
    /// A map to choose a figure on.
    map: Option<DrawingPiece<'a>>,
    /// The address of its rows as CSV.
    csv: Option<String>,
    /// None on a portal of one region.
    compare_url: Option<String>,
    /// The same regions by what was delivered in them.
    by_amount_url: String,
}

/// A region in a list.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RegionPiece<'a> {
    link: Link<'a>,
    residents: Option<ResidentsPiece>,
    /// Where the contributions stand that it received.
    rows: Option<String>,
    since: Option<String>,
    until: Option<String>,
    sums: SumsPiece,
    projects: usize,
    /// Its place by what was delivered among the regions of today; none where no amount is known.
    rank: Option<RankPiece>,
    /// None where an amount of either year is not known.
    change: Option<Change>,
}

fn list<'a>(view: &View<'a>) -> Regions<'a> {
    let portal = view.portal;
    let (today, former) = view.regions_today_and_former();
    let delivered = |region| view.totals.region(region).delivered.shown().known();
    let all = view.regions_in_order().iter();
    let all = all.filter_map(|&region| delivered(region));
    let change_years = finished_years(view);
    let piece = |&region: &RegionId| {
        let record = &portal.regions[region].record;
        let sums = view.totals.region(region);
        RegionPiece {
            link: view.region(region),
            rows: view.list_url(Listed::Of(Summed::Region(region))),
            residents: residents_piece(view, Key::Region(region), sums.delivered.shown()),
            since: record.since.map(|date| date.to_string()),
            until: record.until.map(|date| date.to_string()),
            sums: sums_piece(sums),
            projects: view.indexes.region(region).len(),
            rank: rank(view, region),
            change: change_years.and_then(|years| change(view, region, years)),
        }
    };
    let sums = PageSums::new(view, Summed::Campaign, 1);
    Regions {
        largest: all.max().unwrap_or(Tenge::ZERO),
        today: today.iter().map(piece).collect(),
        former: former.iter().map(piece).collect(),
        whole: sums_piece(sums.whole),
        rows: sums.rows_url(),
        change_years: change_years.map(|years| years.map(|year| year.to_string())),
        map: map_to_choose(view),
        csv: sums.csv(Axis::Region),
        compare_url: Page::compare(view.portal).map(|page| view.url(page)),
        by_amount_url: format!(
            "{}#by-region",
            view.url(Page::TotalsPart(TotalsPart::Region))
        ),
    }
}

/// The newest year that is surely over, since something was delivered in a later one, and the year before.
fn finished_years(view: &View<'_>) -> Option<[i16; 2]> {
    let mut delivered = view.totals.delivered_years().rev();
    delivered.next()?;
    let finished = delivered.next()?;
    Some([finished, finished.checked_sub(1)?])
}

fn change(view: &View<'_>, region: RegionId, [now, then]: [i16; 2]) -> Option<Change> {
    let delivered = |year| {
        let column = view.totals.year_region.get(Key::Year(year))?;
        column.get(Key::Region(region)).delivered.shown().known()
    };
    Some(Change::between(delivered(then)?, delivered(now)?))
}
