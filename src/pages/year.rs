//! The list of years, and the page of one: what was delivered in it, compared with the year before.

use std::cmp::Ordering;

use serde::Serialize;

use super::cards::ProjectPiece;
use super::drawing::{borders_of, charted, mapped};
use super::kind::{Frame, Kind, Reach};
use super::sum_tables;
use super::view::{BreakdownPiece, ContributionPiece, Link, Pager, SumsPiece, View, sums_piece};
use crate::model::axis::Axis;
use crate::model::money::Tenge;
use crate::plan::Page;
use crate::plan::tables::contributions;
use crate::totals::breakdown;

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
        by_year: charted(
            view,
            sum_tables::with_file(
                view,
                Page::Years,
                Axis::Year,
                view.breakdown(&view.totals.by_year),
            ),
        ),
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
    /// The year before, if anything was given in it.
    before: Option<Neighbour<'a>>,
    after: Option<Neighbour<'a>>,
    /// How much more, or less, was delivered than in the year before: none where either is not known.
    change: Option<Change>,
    by_region: BreakdownPiece<'a>,
    by_direction: BreakdownPiece<'a>,
    by_object: BreakdownPiece<'a>,
    awards: Vec<Link<'a>>,
    other_contributions: Vec<ContributionPiece<'a>>,
    list: Vec<ProjectPiece<'a>>,
    pager: Pager,
}

/// The difference to another year.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Change {
    /// `more`, `less` or `same`.
    kind: &'static str,
    /// Whole tenge.
    amount: Tenge,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "YearNeighbour"))]
struct Neighbour<'a> {
    link: Link<'a>,
    sums: SumsPiece,
}

fn context<'a>(view: &View<'a>, year: i16, n: usize) -> YearPage<'a> {
    let portal = view.portal;
    let sums = view.totals.year(year);
    let at = Page::Year(year);
    let contributions = contributions(portal, view.totals, at);
    let along = |axis| breakdown(portal, contributions.iter().copied(), axis);
    let table = |axis| sum_tables::with_file(view, at, axis, view.breakdown(&along(axis)));
    let (part, pager) = view.part(at, view.indexes.year(year), n);
    let neighbour = |other: i16| Neighbour {
        link: Link {
            url: view.url(Page::Year(other)),
            text: other.to_string().into(),
            lang: None,
        },
        sums: sums_piece(view.totals.year(other)),
    };
    let awards = portal
        .awards
        .iter()
        .filter(|(_, award)| award.record.date.year() == year);
    let other_contributions = contributions
        .iter()
        .filter(|&&contribution| portal.contributions[contribution].project.is_none());
    YearPage {
        year,
        sums: sums_piece(sums),
        before: view
            .indexes
            .years()
            .rfind(|&other| other < year)
            .map(neighbour),
        change: change(view, year),
        after: view
            .indexes
            .years()
            .find(|&other| other > year)
            .map(neighbour),
        by_region: mapped(
            view,
            &along(Axis::Region),
            borders_of(year),
            table(Axis::Region),
        ),
        by_direction: charted(view, table(Axis::Direction)),
        by_object: charted(view, table(Axis::Object)),
        awards: awards
            .map(|(index, _)| super::award::link(view, index))
            .collect(),
        other_contributions: other_contributions
            .map(|&contribution| view.contribution(contribution))
            .collect(),
        list: view.project_pieces(part),
        pager,
    }
}

/// What was delivered in a year against the year before, if contributions of both are on record and amounts of them are
/// known.
fn change(view: &View<'_>, year: i16) -> Option<Change> {
    let before = view.indexes.years().rfind(|&other| other < year)?;
    let delivered = |year| view.totals.year(year).delivered.shown().known();
    let (now, then) = (delivered(year)?, delivered(before)?);
    let kind = match now.cmp(&then) {
        Ordering::Greater => "more",
        Ordering::Less => "less",
        Ordering::Equal => "same",
    };
    Some(Change {
        kind,
        amount: now.abs_diff(then),
    })
}
