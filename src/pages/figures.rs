//! Reported figures: what officials stated, beside what the records add up to.

use serde::Serialize;

use super::amounts::{TotalPiece, total_piece};
use super::newest;
use super::view::{Link, Text, View};
use crate::model::figure::{BreakdownOf, Contradiction, Period};
use crate::model::kind::{FigureId, RegionId};
use crate::model::money::Tenge;
use crate::plan::conditions::Condition;
use crate::totals::compare;

/// A reported figure, ready to be shown.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct FigurePiece<'a> {
    id: &'a str,
    region: Option<Link<'a>>,
    district: Option<Text<'a>>,
    /// The first date of the period, and the last if it is another.
    from: Option<String>,
    to: Option<String>,
    /// `support`, `objects` or `pledges`.
    measure: &'static str,
    amount: Option<Tenge>,
    /// `exact` or `rounded`.
    precision: &'static str,
    patrons: Option<u64>,
    projects: Option<u64>,
    objects: Option<u64>,
    part_of: Option<Whole<'a>>,
    breakdown: Vec<Row<'a>>,
    note: Option<Text<'a>>,
    source: Text<'a>,
    source_url: &'a str,
    source_date: Option<String>,
    contradictions: Vec<Remark>,
    /// What the records explain of it.
    recorded: TotalPiece,
    /// Where its contributions stand.
    rows: Option<String>,
    /// The share of it that the records explain, as a fraction; none while samples are shown.
    share: Option<(Tenge, Tenge)>,
    /// When it was reported, else when what was counted ends.
    as_of: Option<String>,
}

/// The larger figure that this one is a part of.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Whole<'a> {
    id: &'a str,
    amount: Option<Tenge>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "FiguresRow"))]
struct Row<'a> {
    name: Text<'a>,
    amount: Option<Tenge>,
    projects: Option<u64>,
}

/// Where a figure contradicts itself: `amounts`, `projects` or `larger-than-whole`, and what the parts make.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct Remark {
    kind: &'static str,
    sum: u128,
}

/// The region of a figure: by a name of its time, if it had that all the time.
fn region_of<'a>(view: &View<'a>, region: RegionId, period: Option<Period>) -> Link<'a> {
    let [first, last] = [
        period.map(|period| period.from),
        period.map(|period| period.to),
    ]
    .map(|date| view.region_at(region, date));
    if first.text == last.text {
        first
    } else {
        view.region(region)
    }
}

/// All figures: those of the whole country first, then by region, each by its time, a whole before its parts.
pub(super) fn in_order(view: &View<'_>) -> Vec<FigureId> {
    let portal = view.portal;
    let regions = view.regions_in_order();
    let mut all: Vec<FigureId> = portal.figures.indices().collect();
    all.sort_by_cached_key(|&figure| {
        let of = &portal.figures[figure];
        let place = |region| regions.iter().position(|&other| other == region);
        let from = of.record.period.map(|period| period.from.earliest());
        (of.region.map(place), from, of.part_of.is_some(), figure)
    });
    all
}

impl FigurePiece<'_> {
    /// More was reported than the records explain.
    pub(super) fn is_above_records(&self) -> bool {
        let recorded = self.recorded.amount.known().unwrap_or(Tenge::ZERO);
        self.amount.is_some_and(|amount| amount > recorded)
    }
}

pub(super) fn piece<'a>(view: &View<'a>, figure: FigureId) -> FigurePiece<'a> {
    let portal = view.portal;
    let of = &portal.figures[figure];
    let record = &of.record;
    let compared = compare(portal, view.totals, of);
    let rows = of
        .breakdown
        .iter()
        .zip(&record.breakdown)
        .map(|(of, row)| Row {
            name: match of {
                BreakdownOf::Object(object) => view.text(&portal.objects[*object].record.name),
                BreakdownOf::Direction(direction) => view.text(&portal.directions[*direction].name),
                BreakdownOf::Label(_) => match &row.of {
                    BreakdownOf::Label(label) => view.text(label),
                    _ => Text {
                        text: "".into(),
                        lang: None,
                    },
                },
            },
            amount: row.amount,
            projects: row.projects,
        });
    let remarks = of
        .contradictions
        .iter()
        .map(|contradiction| match contradiction {
            Contradiction::Amounts { sum } => Remark {
                kind: "amounts",
                sum: sum.0,
            },
            Contradiction::Projects { sum } => Remark {
                kind: "projects",
                sum: u128::from(*sum),
            },
            Contradiction::LargerThanWhole => Remark {
                kind: "larger-than-whole",
                sum: 0,
            },
        });
    FigurePiece {
        id: record.id.as_str(),
        region: of
            .region
            .map(|region| region_of(view, region, record.period)),
        district: of
            .region
            .zip(of.district)
            .map(|(region, district)| view.text(&portal.regions[region].district(district).name)),
        from: record.period.map(|period| period.from.to_string()),
        to: record
            .period
            .filter(|period| period.from != period.to)
            .map(|period| period.to.to_string()),
        measure: record.measure.word(),
        amount: record.amount,
        precision: record.precision.word(),
        patrons: record.patrons,
        projects: record.projects,
        objects: record.objects,
        part_of: of.part_of.map(|whole| {
            let whole = &portal.figures[whole].record;
            Whole {
                id: whole.id.as_str(),
                amount: whole.amount,
            }
        }),
        breakdown: rows.collect(),
        note: record.note.as_ref().map(|note| view.text(note)),
        source: view.text(&record.source.title),
        source_url: &record.source.url,
        source_date: record.source.date.map(|date| date.to_string()),
        contradictions: remarks.collect(),
        recorded: total_piece(&compared.recorded),
        rows: view.behind(&Condition::of_figure(of), &compared.sums),
        share: compared.share,
        as_of: newest::of_figure(of).map(|date| date.to_string()),
    }
}
