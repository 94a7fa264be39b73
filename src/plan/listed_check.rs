//! Reconciliation of lists: whether the contributions of each add up to the figure that leads to it. It runs at each build,
//! and fails it.
//!
//! It looks through all contributions once and asks of each which lists it belongs to; it shares no code with what made
//! the sums.

use std::fmt::Debug;

use ahash::HashMap;

use super::inverted_indexes::InvertedIndexes;
use super::listed::{Listed, all};
use super::summed::Summed;
use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::contribution::{Contribution, ContributionStatus};
use crate::model::money::Tenge;
use crate::model::portal::Portal;
use crate::totals::{Sums, Totals};

/// Amount and number, delivered and pledged.
pub(super) type Tally = [(Tenge, usize); 2];

/// Compares the rows of each list with its figure, and both with the contributions as they stand in the portal. Gives
/// nothing unless the program is wrong.
pub(crate) fn check(
    portal: &Portal,
    totals: &Totals,
    indexes: &InvertedIndexes,
) -> Vec<Diagnostic> {
    let mut expected: HashMap<Listed, Tally> = HashMap::default();
    for (_, contribution) in portal.contributions.iter() {
        let Some(place) = place_of(contribution) else {
            continue;
        };
        each_list_of(portal, contribution, |listed| {
            let tally = &mut expected.entry(listed).or_default()[place];
            tally.0 += contribution.amount.unwrap_or_default();
            tally.1 += 1;
        });
    }
    let mut found = Vec::new();
    // Those also that no contribution belongs to.
    let planned = all(portal, totals, indexes).into_iter();
    for listed in planned.map(|(listed, _)| listed) {
        expected.entry(listed).or_default();
    }
    for (listed, expected) in expected {
        let sums = listed.sums(portal, totals);
        found.extend(difference(&listed, of_rows(portal, &sums), expected));
        found.extend(difference(&listed, of_figure(&sums), expected));
    }
    found.sort_by_cached_key(|of| format!("{of:?}"));
    found
}

/// Where a tally counts it, if it is in a sum at all.
pub(super) fn place_of(contribution: &Contribution) -> Option<usize> {
    let mut counted = ContributionStatus::COUNTED.iter();
    counted.position(|status| *status == contribution.status)
}

/// The lists that a contribution is a row of.
fn each_list_of(portal: &Portal, of: &Contribution, mut put: impl FnMut(Listed)) {
    let (region, year) = (of.region, of.date.year());
    put(Listed::Of(Summed::Campaign));
    put(Listed::Of(Summed::Region(region)));
    put(Listed::RegionYear(region, year));
    put(Listed::YearDirection(year, of.direction));
    put(Listed::Of(Summed::Year(year)));
    put(Listed::Of(Summed::Direction(of.direction)));
    if let Some(district) = of.district {
        put(Listed::Of(Summed::District(region, district)));
    }
    let mut kind = of.object;
    while let Some(object) = kind {
        put(Listed::Of(Summed::Object(object)));
        kind = portal.objects[object].parent;
    }
    if let Some(project) = of.project {
        put(Listed::Project(project));
    }
    let is_joint = of.patrons.len() > 1;
    if is_joint {
        put(Listed::AllJoint);
    }
    for &id in &of.patrons {
        let patron = &portal.patrons[id];
        match (is_joint, patron.is_anonymous()) {
            (true, _) => put(Listed::Joint(id)),
            // Those who must not be named have one list.
            (false, true) => put(Listed::Anonymous),
            (false, false) => put(Listed::Of(Summed::Patron(id))),
        }
        if !is_joint {
            put(Listed::From(patron.region));
        }
    }
}

/// What the rows of a list add up to.
fn of_rows(portal: &Portal, sums: &Sums) -> Tally {
    ContributionStatus::COUNTED.map(|status| {
        let rows = sums.of(status).contributions.iter();
        let amounts = rows.filter_map(|&row| portal.contributions[row].amount);
        (amounts.sum(), sums.of(status).contributions.len())
    })
}

/// What the figure is.
pub(super) fn of_figure(sums: &Sums) -> Tally {
    ContributionStatus::COUNTED.map(|status| {
        let total = sums.of(status);
        (total.amount, total.contributions.len())
    })
}

/// That a figure and what it should be are not the same.
pub(super) fn difference(of: &impl Debug, sum: Tally, whole: Tally) -> Option<Diagnostic> {
    (sum != whole).then(|| {
        Diagnostic::new(Code::SumsDiffer, At::File("content".to_owned()))
            .with("axis", format!("{of:?}"))
            .with("sum", format!("{sum:?}"))
            .with("whole", format!("{whole:?}"))
    })
}
