//! Gifts that stand again as their instalments: a sum for a year, and the payments of that year it is made of.
//!
//! Takes the linked portal, gives a warning for each gift by one giver that is exactly the sum of those of the same giver
//! in another list within its year or month: a year's sum in the giver's own record beside the payments to a project, or the
//! other way round.

use std::collections::{BTreeMap, HashSet};

use super::earliest::may_be_same;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::Contribution;
use crate::model::date::Date;
use crate::model::index::ContributionId;
use crate::model::kind::ProjectId;
use crate::model::portal::Portal;

/// So many payments make a sum.
const FEWEST: usize = 2;

/// So many sums of one giver are looked at, so that the time stays linear.
const LOOKED_AT: usize = 64;

/// A warning for each gift that is the sum of others, but for those that are told as a repetition already.
pub(super) fn instalments(
    portal: &Portal,
    told: &HashSet<ContributionId>,
    are_told_apart: impl Fn(&Contribution, &Contribution) -> bool,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for patron in portal.patrons.rows() {
        if patron.contributions.len() <= FEWEST {
            continue;
        }
        let gifts = patron.contributions.iter().copied();
        let gifts = gifts.filter(|id| !told.contains(id));
        let gifts = gifts.map(|id| &portal.contributions[id]);
        let gifts = gifts.filter(|gift| gift.is_counted() && !gift.is_joint());
        let gifts: Vec<&Contribution> = gifts.collect();
        let is_vague = |gift: &&&Contribution| !matches!(gift.date, Date::Day(_));
        for whole in gifts.iter().filter(is_vague).take(LOOKED_AT) {
            let is_part = |part: &&&Contribution| {
                part.project != whole.project
                    && part.region == whole.region
                    && part.date > whole.date
                    && may_be_same(part.date, whole.date)
                    && !are_told_apart(part, whole)
            };
            let mut lists: BTreeMap<Option<ProjectId>, Vec<&Contribution>> = BTreeMap::new();
            for part in gifts.iter().filter(is_part) {
                lists.entry(part.project).or_default().push(part);
            }
            // A list alone, or all payments to projects.
            let all = lists.iter().filter(|(project, _)| project.is_some());
            let all: Vec<&Contribution> =
                all.flat_map(|(_, parts)| parts.iter().copied()).collect();
            let sums = lists.into_values().chain([all]);
            let mut sums = sums.filter(|parts| adds_up(parts, whole));
            if let Some(parts) = sums.next() {
                found.push(entered_again(portal, whole, &parts));
            }
        }
    }
    found
}

fn adds_up(parts: &[&Contribution], whole: &Contribution) -> bool {
    let amounts = parts.iter().map(|part| part.amount.map(|amount| amount.0));
    let sum: Option<u128> = amounts.sum();
    parts.len() >= FEWEST && sum.is_some() && sum == whole.amount.map(|amount| amount.0)
}

fn entered_again(portal: &Portal, whole: &Contribution, parts: &[&Contribution]) -> Diagnostic {
    let at = portal.place_of(whole);
    let source = at.source;
    let is_named = !portal.patrons[whole.patrons[0]].is_anonymous();
    let status = match parts.iter().all(|part| part.status == whole.status) {
        true => "one",
        false => "both",
    };
    let sum = whole.amount.map_or(0, |amount| amount.0);
    let warning = Diagnostic::new(Code::SameGift, at).with("givers", "instalments");
    let warning = warning.with("date", whole.date).with("sum", sum);
    let warning = warning.with("gifts", parts.len()).with("status", status);
    // Two files in one message would tie somebody to the record of a name, or to another project.
    let places = parts.iter().map(|part| portal.place_of(part));
    let places = places.filter(|place| is_named || place.source == source);
    places.fold(warning, |warning, place| warning.also(place))
}
