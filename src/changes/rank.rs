//! The order in which changes are told: the worst first, what changes most money, and what is lost before what is gained.

use std::cmp::Reverse;

use super::change::{Change, Pair};
use crate::manifest::SumRow;

/// Changes, the worst first; those of equal weight stay in their order.
pub(super) fn worst_first(changes: &[Change]) -> Vec<&Change> {
    let mut all: Vec<&Change> = changes.iter().collect();
    all.sort_by_key(|of| Reverse(weight(of)));
    all
}

/// What was delivered comes before what was pledged: the two are not added up.
fn weight(of: &Change) -> ((u128, bool), (u128, bool)) {
    (moved(&of.delivered), moved(&of.pledged))
}

/// How much money changed, and whether it became less. Where an amount is unknown, what is known of the other.
fn moved(sums: &Pair<SumRow>) -> (u128, bool) {
    let [was, now] = [&sums.was, &sums.now].map(|sum| sum.amount.unwrap_or(0));
    (was.abs_diff(now), now < was)
}
