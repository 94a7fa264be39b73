//! The home page: the whole campaign at a glance.

use serde::Serialize;

use super::amounts::{SumsPiece, sums_piece};
use super::award;
use super::breakdown::BreakdownPiece;
use super::cards::{NewsPiece, ProjectPiece};
use super::directions::{DirectionPiece, directions};
use super::drawing::{map_to_choose, place_of};
use super::drawing_piece::DrawingPiece;
use super::figures::{self, FigurePiece};
use super::kind::{Frame, Kind, Reach};
use super::region::districts_by_name;
use super::sum_tables::PageSums;
use super::view::{Link, Text, View};
use crate::model::axis::Axis;
use crate::model::index::TableIndex;
use crate::model::kind::{ProjectId, RegionId};
use crate::plan::{Page, Summed};

/// How many of the newest projects stand on it: the reader goes on to the list.
const PROJECTS: usize = 4;
/// How many of the regions that received most.
const REGIONS: usize = 5;
/// How many of the newest awards, and of the newest news.
const NEWEST: usize = 2;

pub(super) struct HomeKind;

impl Kind for HomeKind {
    type Values<'a> = Home<'a>;

    fn frame(&self) -> Frame {
        Frame::new("home", "", None, Reach::Indexed)
    }

    fn description<'a>(&self, view: &View<'a>) -> Option<Text<'a>> {
        let description = view.portal.site.description.as_ref();
        description.map(|text| view.text(text))
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> Home<'a> {
        context(view)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Home<'a> {
    description: Option<Text<'a>>,
    sums: SumsPiece,
    /// Where the contributions stand that make the sum.
    rows: Option<String>,
    /// Projects of the portal, with or without a contribution.
    projects: usize,
    /// Patrons of the portal, anonymous ones too.
    patrons: usize,
    /// Regions of today by name, then former ones in which something was given.
    regions: Vec<RegionSums<'a>>,
    /// How many of them are of today.
    regions_today: usize,
    /// A map to choose a figure on.
    map: Option<DrawingPiece<'a>>,
    /// The region that the portal is of, where it is of one alone: then no table of regions is shown.
    scope: Option<ScopePiece<'a>>,
    /// Those that received most.
    by_region: BreakdownPiece<'a>,
    by_year: BreakdownPiece<'a>,
    directions: Vec<DirectionPiece<'a>>,
    newest: Vec<ProjectPiece<'a>>,
    awards: Vec<award::Entry<'a>>,
    news: Vec<NewsPiece<'a>>,
    /// What was reported for the whole country, shown while nothing is on record yet.
    reported: Vec<FigurePiece<'a>>,
    projects_url: String,
    patrons_url: String,
    regions_url: String,
    awards_url: String,
    news_url: String,
    totals_url: String,
}

/// The one region of a portal.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct ScopePiece<'a> {
    link: Link<'a>,
    /// Where it lies: safe SVG.
    place: Option<String>,
    by_district: BreakdownPiece<'a>,
    /// Where something was delivered in other regions as well: what was in each, this one first.
    by_region: Vec<RegionSums<'a>>,
    /// Its districts that have a page, by name.
    districts: Vec<Link<'a>>,
}

/// What was given in a region.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct RegionSums<'a> {
    link: Link<'a>,
    sums: SumsPiece,
}

fn scope<'a>(view: &View<'a>) -> Option<ScopePiece<'a>> {
    let region = view.portal.scope?;
    let others = view
        .portal
        .regions
        .iter()
        .map(|(other, _)| other)
        .filter(|&other| other != region);
    let mut with_sums: Vec<_> = std::iter::once(region).chain(others).collect();
    with_sums.retain(|&of| !view.totals.region(of).delivered.contributions.is_empty());
    if with_sums.iter().all(|&of| of == region) {
        with_sums.clear();
    }
    let by_region = with_sums.into_iter().map(|of| region_sums(view, of));
    let sums = PageSums::new(view, Summed::Region(region), 1);
    Some(ScopePiece {
        link: view.region(region),
        place: place_of(view, region),
        by_district: sums.table(Axis::District),
        by_region: by_region.collect(),
        districts: districts_by_name(view, view.indexes.districts_of(region), region),
    })
}

fn context<'a>(view: &View<'a>) -> Home<'a> {
    let portal = view.portal;
    let newest: Vec<ProjectId> = (0..portal.projects.len().min(PROJECTS))
        .map(ProjectId::new)
        .collect();
    let sums = PageSums::new(view, Summed::Campaign, 1);
    Home {
        description: portal.site.description.as_ref().map(|text| view.text(text)),
        sums: sums_piece(sums.whole),
        rows: sums.rows_url(),
        projects: portal.projects.len(),
        patrons: portal.patrons.len(),
        regions: regions(view),
        regions_today: view.regions_today_and_former().0.len(),
        map: match portal.scope {
            Some(_) => None,
            None => map_to_choose(view),
        },
        scope: scope(view),
        by_region: BreakdownPiece {
            csv: sums.csv(Axis::Region),
            ..sums.largest(Axis::Region, REGIONS).with_residents(view)
        },
        by_year: sums.charted(Axis::Year),
        directions: directions(view),
        newest: view.project_pieces(&newest),
        news: portal
            .news
            .indices()
            .take(NEWEST)
            .map(|news| view.news_piece(news))
            .collect(),
        awards: award::newest(view, NEWEST),
        reported: reported(view),
        patrons_url: view.url(Page::Patrons),
        regions_url: view.url(Page::Regions),
        awards_url: view.url(Page::Awards),
        projects_url: view.url(Page::Projects),
        news_url: view.url(Page::NewsList),
        totals_url: view.url(Page::Totals),
    }
}

fn region_sums<'a>(view: &View<'a>, region: RegionId) -> RegionSums<'a> {
    RegionSums {
        link: view.region(region),
        sums: sums_piece(view.totals.region(region)),
    }
}

/// The way to one's own region, with what was given in each: no sum of the page's tables is left out by their being short.
fn regions<'a>(view: &View<'a>) -> Vec<RegionSums<'a>> {
    let (today, former) = view.regions_today_and_former();
    let former = former.iter();
    let former = former.filter(|&&region| view.totals.region(region).count() > 0);
    let regions = today.iter().chain(former);
    regions.map(|&region| region_sums(view, region)).collect()
}

/// Some officially reported figures of the whole country that are no part of another: none once there are records.
fn reported<'a>(view: &View<'a>) -> Vec<FigurePiece<'a>> {
    let whole = &view.totals.whole;
    if !whole.delivered.contributions.is_empty() || !whole.pledged.contributions.is_empty() {
        return Vec::new();
    }
    let figures = view.portal.figures.iter();
    figures
        .filter(|(_, figure)| figure.region.is_none() && figure.part_of.is_none())
        .take(NEWEST)
        .map(|(index, _)| figures::piece(view, index))
        .collect()
}
