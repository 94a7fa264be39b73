//! The editions that the site keeps: what had changed in the sums when each was kept.

use serde::Serialize;

use super::view::{Link, View};
use crate::model::kept_edition::{KeptEdition, SumChange};
use crate::model::money::Tenge;

/// An edition that the site keeps.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "KeptEdition"))]
pub(super) struct EditionPiece<'a> {
    /// Its name on the page: `edition-bobobobobobo`.
    anchor: String,
    /// Its word.
    word: &'a str,
    /// The word of the edition that it is compared with.
    since: &'a str,
    /// When it was kept.
    date: String,
    /// The same as `date`.
    as_of: String,
    delivered: ChangePiece,
    pledged: ChangePiece,
    /// What was delivered to each region whose sum changed, what changed most first; then years and directions.
    parts: Vec<PartPiece<'a>>,
}

/// The sums along one axis that changed.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "EditionPart"))]
struct PartPiece<'a> {
    /// `region`, `year` or `direction`.
    axis: &'static str,
    rows: Vec<RowPiece<'a>>,
}

#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "EditionRow"))]
struct RowPiece<'a> {
    of: Link<'a>,
    sums: ChangePiece,
}

/// A sum before and after.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "SumChange"))]
struct ChangePiece {
    /// None where no amount was known.
    was: Option<Tenge>,
    now: Option<Tenge>,
    /// How far they are apart; none where one is not known.
    by: Option<Tenge>,
    is_less: bool,
    is_changed: bool,
}

impl ChangePiece {
    fn new(SumChange { was, now }: SumChange) -> ChangePiece {
        let both = was.zip(now);
        ChangePiece {
            was,
            now,
            by: both.map(|(was, now)| was.abs_diff(now)),
            is_less: both.is_some_and(|(was, now)| now < was),
            is_changed: was != now,
        }
    }
}

/// All editions that are kept, the newest first.
pub(super) fn editions<'a>(view: &View<'a>) -> Vec<EditionPiece<'a>> {
    let mut all: Vec<&KeptEdition> = view.portal.editions.iter().map(|(_, of)| &**of).collect();
    all.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.id.cmp(&b.id)));
    all.into_iter().map(|of| piece(view, of)).collect()
}

fn piece<'a>(view: &View<'a>, of: &'a KeptEdition) -> EditionPiece<'a> {
    let portal = view.portal;
    // What is gone since is passed over: its figure was that of another time.
    let regions = of.regions.iter().filter_map(|row| {
        let region = portal.regions.find(row.of.as_str())?;
        Some((view.region(region), row.sums))
    });
    let years: Vec<i16> = view.indexes.years().collect();
    let years = of.years.iter().filter(|row| years.contains(&row.of));
    let years = years.map(|row| (view.year(row.of), row.sums));
    let directions = of.directions.iter().filter_map(|row| {
        let direction = portal.directions.find(row.of.as_str())?;
        Some((view.direction(direction), row.sums))
    });
    let parts = [
        part("region", regions),
        part("year", years),
        part("direction", directions),
    ];
    EditionPiece {
        anchor: format!("edition-{}", of.id),
        word: of.id.as_str(),
        since: of.since.as_str(),
        date: of.date.to_string(),
        as_of: of.date.to_string(),
        delivered: ChangePiece::new(of.delivered),
        pledged: ChangePiece::new(of.pledged),
        parts: parts
            .into_iter()
            .filter(|part| !part.rows.is_empty())
            .collect(),
    }
}

fn part<'a>(
    axis: &'static str,
    rows: impl Iterator<Item = (Link<'a>, SumChange)>,
) -> PartPiece<'a> {
    let rows = rows.map(|(of, sums)| RowPiece {
        of,
        sums: ChangePiece::new(sums),
    });
    let mut rows: Vec<RowPiece<'a>> = rows.collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.sums.by));
    PartPiece { axis, rows }
}
