//! An edition as the site keeps it, in `content/editions/`: what changed in the sums, and when that was written down.
//!
//! Nothing of patrons and projects is in it: such a file stays for years, and consent can be withdrawn. Where a patron is not
//! named any more it has the grand total alone, since what a region has less can be that patron's own sum.

use serde::Serialize;

use super::change::Change;
use super::compare::Changes;
use super::rank::worst_first;
use crate::model::axis::Axis;

/// An edition as it is written.
#[derive(Serialize)]
struct Kept<'a> {
    id: &'a str,
    date: &'a str,
    since: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    delivered_was: Option<u128>,
    #[serde(skip_serializing_if = "Option::is_none")]
    delivered_now: Option<u128>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pledged_was: Option<u128>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pledged_now: Option<u128>,
    regions: Vec<Row<'a>>,
    years: Vec<Row<'a>>,
    directions: Vec<Row<'a>>,
}

/// What was delivered to one of an axis; exactly one of the first three is there.
#[derive(Serialize)]
struct Row<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    region: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    year: Option<i16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    direction: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    was: Option<u128>,
    #[serde(skip_serializing_if = "Option::is_none")]
    now: Option<u128>,
}

/// The new edition as a record, as JSON.
///
/// # Errors
/// None that can come about: every key is a text.
pub(crate) fn kept(changes: &Changes, date: &str) -> serde_json::Result<String> {
    let along = |axis: Axis| -> Vec<Row<'_>> {
        let mut told = changes.axes.iter().filter(|_| !changes.is_hiding());
        let found = told.find(|(other, _)| *other == axis);
        let rows = found.map_or(&[][..], |(_, rows)| rows);
        let rows = worst_first(rows).into_iter();
        rows.filter_map(|of| row(axis, of)).collect()
    };
    let kept = Kept {
        id: &changes.edition.now,
        date,
        since: &changes.edition.was,
        delivered_was: changes.delivered.was.amount,
        delivered_now: changes.delivered.now.amount,
        pledged_was: changes.pledged.was.amount,
        pledged_now: changes.pledged.now.amount,
        regions: along(Axis::Region),
        years: along(Axis::Year),
        directions: along(Axis::Direction),
    };
    serde_json::to_string_pretty(&kept).map(|text| text + "\n")
}

/// A row whose amount is another one.
fn row(axis: Axis, of: &Change) -> Option<Row<'_>> {
    let (was, now) = (of.delivered.was.amount, of.delivered.now.amount);
    let is = |other: Axis| axis == other;
    (was != now).then(|| Row {
        region: is(Axis::Region).then_some(&*of.id),
        year: of.id.parse().ok().filter(|_| is(Axis::Year)),
        direction: is(Axis::Direction).then_some(&*of.id),
        was,
        now,
    })
}
