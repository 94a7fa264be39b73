//! The figures of a portal: every count and every sum along an axis, of what may be named.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::rows::{Names, PatronRow, ProjectRow, Row, SumRow, names};
use crate::model::axis::{Axis, Giver, Key};
use crate::model::contribution::ContributionStatus;
use crate::model::edition::Edition;
use crate::model::kind::RegionId;
use crate::model::portal::Portal;
use crate::model::write_up::Project;
use crate::totals::{Totals, key_of, sum};

/// The figures of a portal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Figures {
    /// The word of the records that they come from.
    pub edition: String,
    /// All gifts.
    pub whole: Whole,
    pub regions: Vec<Row>,
    pub home_regions: Vec<Row>,
    pub districts: Vec<Row>,
    pub years: Vec<Row>,
    pub directions: Vec<Row>,
    pub object_kinds: Vec<Row>,
    pub patrons: Vec<PatronRow>,
    pub projects: Vec<ProjectRow>,
}

/// The grand total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Whole {
    pub delivered: SumRow,
    pub pledged: SumRow,
}

impl Figures {
    /// The rows along an axis; patrons have more to tell and are not among them.
    pub(crate) fn rows(&self, axis: Axis) -> &[Row] {
        match axis {
            Axis::Region => &self.regions,
            Axis::From => &self.home_regions,
            Axis::District => &self.districts,
            Axis::Year => &self.years,
            Axis::Direction => &self.directions,
            Axis::Object => &self.object_kinds,
            Axis::Patron => &[],
        }
    }
}

/// The figures of a portal, in the order of its tables.
pub(crate) fn figures(portal: &Portal, totals: &Totals, edition: &Edition) -> Figures {
    let region = |id: RegionId| &portal.regions[id].record;
    let rows = |axis: Axis| -> Vec<Row> {
        let rows = totals.by(axis).rows.iter();
        rows.map(|(key, sums)| {
            let (id, name) = called(portal, *key);
            Row::new(id, name, sums)
        })
        .collect()
    };
    Figures {
        edition: edition.to_string(),
        whole: Whole {
            delivered: SumRow::of(&totals.whole.delivered),
            pledged: SumRow::of(&totals.whole.pledged),
        },
        regions: portal
            .regions
            .indices()
            .map(|id| {
                Row::new(
                    region(id).id.as_str(),
                    names(&region(id).name),
                    totals.region(id),
                )
            })
            .collect(),
        home_regions: rows(Axis::From),
        districts: rows(Axis::District),
        years: rows(Axis::Year),
        directions: portal
            .directions
            .iter()
            .map(|(id, of)| Row::new(of.id.as_str(), names(&of.name), totals.direction(id)))
            .collect(),
        object_kinds: rows(Axis::Object),
        patrons: portal
            .patrons
            .iter()
            .filter(|(_, of)| !of.is_anonymous())
            .map(|(id, of)| {
                let sums = totals.giver(Giver::Named(id));
                PatronRow {
                    id: of.record.id.to_string(),
                    kind: of.record.kind.word().to_owned(),
                    name: names(&of.record.name),
                    region: region(of.region).id.to_string(),
                    delivered: SumRow::of(&sums.delivered),
                    pledged: SumRow::of(&sums.pledged),
                }
            })
            .collect(),
        projects: portal
            .projects
            .iter()
            .map(|(_, of)| project(portal, of))
            .collect(),
    }
}

/// The id and the name of a row.
fn called(portal: &Portal, key: Key) -> (String, Names) {
    let region = |id: RegionId| &portal.regions[id].record;
    match key {
        Key::Region(id) | Key::From(Some(id)) => {
            (region(id).id.to_string(), names(&region(id).name))
        }
        Key::District(id, None) => (format!("{}/", region(id).id), names(&region(id).name)),
        Key::District(id, Some(district)) => {
            let of = portal.regions[id].district(district);
            (format!("{}/{}", region(id).id, of.id), names(&of.name))
        }
        Key::Year(year) => (year.to_string(), Names::new()),
        Key::Direction(id) => {
            let of = &portal.directions[id];
            (of.id.to_string(), names(&of.name))
        }
        Key::Object(Some(id)) => {
            let of = &portal.objects[id].record;
            (of.id.to_string(), names(&of.name))
        }
        Key::From(None) | Key::Object(None) | Key::Patron(_) => (String::new(), Names::new()),
    }
}

fn project(portal: &Portal, of: &Project) -> ProjectRow {
    let sums = sum(portal, of.contributions.iter().copied());
    let titles = of.text.iter();
    ProjectRow {
        id: of.text.id.to_string(),
        name: titles
            .map(|(lang, version)| (lang.code().to_owned(), version.title.clone()))
            .collect(),
        region: portal.regions[of.region].record.id.to_string(),
        direction: portal.directions[of.direction].id.to_string(),
        status: of.status.word().to_owned(),
        delivered: SumRow::of(&sums.delivered),
        pledged: SumRow::of(&sums.pledged),
        givers: givers(portal, of),
    }
}

/// What each patron who may be named gave alone for a project.
fn givers(portal: &Portal, of: &Project) -> BTreeMap<String, (u128, u128)> {
    let mut givers: BTreeMap<String, (u128, u128)> = BTreeMap::new();
    for &id in &of.contributions {
        let gift = &portal.contributions[id];
        let (Some(amount), Key::Patron(Giver::Named(patron))) =
            (gift.amount, key_of(portal, gift, Axis::Patron))
        else {
            continue;
        };
        let id = portal.patrons[patron].record.id.to_string();
        let (delivered, pledged) = givers.entry(id).or_default();
        match gift.status {
            ContributionStatus::Delivered => *delivered += amount.0,
            ContributionStatus::Pledged => *pledged += amount.0,
            // They are in no sum.
            ContributionStatus::Withdrawn | ContributionStatus::Void => {}
        }
    }
    givers
}
