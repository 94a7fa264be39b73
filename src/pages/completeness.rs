//! How complete the records are: of what was delivered, how much has a date to the day, an amount and a source; and
//! where officials reported more than is on record.
//!
//! Only numbers of contributions stand here, and those of each region and year stand on the pages of years as well.

use serde::Serialize;

use super::figures::{self, FigurePiece};
use super::kind::{Frame, Kind, Reach};
use super::view::{Link, View};
use crate::model::axis::Key;
use crate::model::date::Date;
use crate::model::index::ContributionId;
use crate::model::kind::RegionId;
use crate::plan::Page;

pub(super) struct CompletenessKind;

impl Kind for CompletenessKind {
    type Values<'a> = Completeness<'a>;

    fn frame(&self) -> Frame {
        let template = "completeness";
        Frame::new(template, "totals", Some(Page::Totals), Reach::Indexed)
    }

    fn values<'a>(&self, view: &View<'a>, _: usize) -> Completeness<'a> {
        context(view)
    }
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Completeness<'a> {
    whole: Known,
    /// Regions of today by name, then former ones that have contributions. Of a portal of one region that one, and others
    /// that have contributions.
    regions: Vec<RegionPiece<'a>>,
    /// The earliest first.
    years: Vec<Row<'a>>,
    /// Figures that are larger than what the records explain of them.
    reported: Vec<FigurePiece<'a>>,
    reported_url: Option<String>,
}

#[derive(Serialize)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema),
    schemars(rename = "CompletenessRegion")
)]
struct RegionPiece<'a> {
    link: Link<'a>,
    known: Known,
    /// Its years with contributions, the earliest first.
    years: Vec<Row<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema),
    schemars(rename = "CompletenessRow")
)]
struct Row<'a> {
    link: Link<'a>,
    known: Known,
}

/// What is known of delivered contributions.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Known {
    contributions: usize,
    with_day: usize,
    with_amount: usize,
    with_source: usize,
}

fn context<'a>(view: &View<'a>) -> Completeness<'a> {
    let (portal, totals) = (view.portal, view.totals);
    let in_years = |region: RegionId| {
        totals.delivered_years().filter_map(move |year| {
            let column = totals.year_region.get(Key::Year(year))?;
            let delivered = &column.get(Key::Region(region)).delivered.contributions;
            (!delivered.is_empty()).then(|| Row {
                link: view.year(year),
                known: known(view, delivered),
            })
        })
    };
    let is_own = |region| match portal.scope {
        Some(scope) => region == scope,
        None => !portal.regions[region].is_former(),
    };
    let is_told =
        |&&region: &&RegionId| is_own(region) || !totals.region(region).delivered.is_empty();
    let all = view.regions_in_order().iter().filter(is_told);
    let figures = figures::in_order(view).into_iter();
    Completeness {
        whole: known(view, &totals.whole.delivered.contributions),
        regions: all
            .map(|&region| RegionPiece {
                link: view.region(region),
                known: known(view, &totals.region(region).delivered.contributions),
                years: in_years(region).collect(),
            })
            .collect(),
        years: totals
            .delivered_years()
            .map(|year| Row {
                link: view.year(year),
                known: known(view, &totals.year(year).delivered.contributions),
            })
            .collect(),
        reported: figures
            .map(|figure| figures::piece(view, figure))
            .filter(FigurePiece::is_above_records)
            .collect(),
        reported_url: (portal.figures.len() > 0).then(|| view.url(Page::Reported)),
    }
}

fn known(view: &View<'_>, contributions: &[ContributionId]) -> Known {
    let mut known = Known::default();
    for &id in contributions {
        let of = &view.portal.contributions[id];
        let has_source = of.annotation.as_ref().is_some_and(|of| of.source.is_some());
        known.contributions += 1;
        known.with_day += usize::from(matches!(of.date, Date::Day(_)));
        known.with_amount += usize::from(of.amount.is_some());
        known.with_source += usize::from(has_source);
    }
    known
}
