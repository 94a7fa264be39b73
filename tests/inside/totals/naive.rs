//! Sums done by the book, from the plain numbers that a portal is made from: slow, simple, and sharing nothing with the
//! program but the values that they are compared with.

use std::collections::{BTreeMap, BTreeSet};

use tagzym::model::axis::{Axis, Giver, Key};
use tagzym::model::contribution::ContributionStatus::{self, Delivered, Pledged};
use tagzym::model::index::TableIndex;
use tagzym::model::money::Tenge;
use tagzym::totals::{Sums, Total};

use super::portals::{Gift, GoesTo, Spec};

/// «Joint» and «not stated», which stand last.
pub const LAST: usize = usize::MAX;
/// All who must not be named, before «joint».
pub const UNNAMED: usize = LAST - 1;

/// The key of a contribution as plain numbers that sort as the rows must.
pub fn plain_key(spec: &Spec, gift: &Gift, axis: Axis) -> (usize, usize) {
    let purpose = spec.purpose(gift);
    let alone = (gift.givers.len() == 1).then(|| gift.givers[0]);
    match axis {
        Axis::Region => (purpose.region, 0),
        Axis::From => (alone.map_or(LAST, |giver| spec.patrons[giver].home), 0),
        Axis::Year => (gift.date.to_string()[..4].parse().unwrap(), 0),
        Axis::Direction => (purpose.direction, 0),
        Axis::Object => (purpose.object.unwrap_or(LAST), 0),
        Axis::District => (purpose.region, purpose.district.unwrap_or(LAST)),
        Axis::Patron => match alone {
            Some(giver) if spec.patrons[giver].anonymous => (UNNAMED, 0),
            alone => (alone.unwrap_or(LAST), 0),
        },
    }
}

/// The key of a row in the same plain numbers.
pub fn plain(key: Key) -> (usize, usize) {
    fn place<I: TableIndex>(index: Option<I>) -> usize {
        index.map_or(LAST, I::index)
    }
    match key {
        Key::Region(region) => (region.index(), 0),
        Key::From(home) => (place(home), 0),
        Key::Year(year) => (year as usize, 0),
        Key::Direction(direction) => (direction.index(), 0),
        Key::Object(object) => (place(object), 0),
        Key::District(region, district) => (region.index(), place(district)),
        Key::Patron(Giver::Named(patron)) => (patron.index(), 0),
        Key::Patron(Giver::Anonymous) => (UNNAMED, 0),
        Key::Patron(Giver::Joint) => (LAST, 0),
    }
}

/// What these contributions of one status add up to, done by the book.
pub fn naive_total(spec: &Spec, gifts: &[usize], status: ContributionStatus) -> Total {
    let counted: Vec<usize> = gifts
        .iter()
        .copied()
        .filter(|&gift| spec.gifts[gift].status == status)
        .collect();
    let gifts = || counted.iter().map(|&gift| &spec.gifts[gift]);
    let projects: BTreeSet<usize> = gifts()
        .filter_map(|gift| match gift.goes_to {
            GoesTo::Project(project) => Some(project),
            GoesTo::Own(_) => None,
        })
        .collect();
    let patrons: BTreeSet<usize> = gifts().flat_map(|gift| gift.givers.clone()).collect();
    Total {
        amount: Tenge(gifts().filter_map(|gift| gift.amount).sum()),
        projects: projects.len(),
        patrons: patrons.len(),
        without_amount: gifts().filter(|gift| gift.amount.is_none()).count(),
        contributions: counted.iter().map(|&gift| TableIndex::new(gift)).collect(),
    }
}

pub fn naive_sums(spec: &Spec, gifts: &[usize]) -> Sums {
    let counted = || {
        let gifts = gifts.iter().map(|&gift| &spec.gifts[gift]);
        gifts.filter(|gift| counts(gift))
    };
    let projects: BTreeSet<usize> = counted()
        .filter_map(|gift| match gift.goes_to {
            GoesTo::Project(project) => Some(project),
            GoesTo::Own(_) => None,
        })
        .collect();
    let patrons: BTreeSet<usize> = counted().flat_map(|gift| gift.givers.clone()).collect();
    Sums {
        delivered: naive_total(spec, gifts, Delivered),
        pledged: naive_total(spec, gifts, Pledged),
        projects: projects.len(),
        patrons: patrons.len(),
    }
}

/// The rows of an axis, done by the book.
pub fn naive_rows(spec: &Spec, gifts: &[usize], axis: Axis) -> Vec<((usize, usize), Sums)> {
    let mut groups: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for &gift in gifts.iter().filter(|&&gift| counts(&spec.gifts[gift])) {
        let key = plain_key(spec, &spec.gifts[gift], axis);
        groups.entry(key).or_default().push(gift);
    }
    groups
        .into_iter()
        .map(|(key, gifts)| (key, naive_sums(spec, &gifts)))
        .collect()
}

pub fn plain_rows(rows: &[(Key, Sums)]) -> Vec<((usize, usize), Sums)> {
    rows.iter()
        .map(|(key, sums)| (plain(*key), sums.clone()))
        .collect()
}

/// Whether it is in any sum: a pledge that is not kept is in none.
pub fn counts(gift: &Gift) -> bool {
    matches!(gift.status, Delivered | Pledged)
}

/// All that count.
pub fn all_contributions(spec: &Spec) -> Vec<usize> {
    let all = 0..spec.gifts.len();
    all.filter(|&gift| counts(&spec.gifts[gift])).collect()
}
