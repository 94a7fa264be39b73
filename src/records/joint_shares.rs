//! Joint gifts that stand again as the shares of their givers: once as a whole, and once for each giver apart.
//!
//! Takes the linked portal, gives a warning for each joint gift whose amount is exactly what its givers gave apart on the
//! same day. The shares may be of any size, and stand in the same project or in the givers' own records.

use std::collections::{HashMap, HashSet};

use super::earliest::may_be_same;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::Contribution;
use crate::model::date::Date;
use crate::model::index::ContributionId;
use crate::model::kind::PatronId;
use crate::model::place::Place;
use crate::model::portal::Portal;

/// So many gifts are tried as shares of one, so that the time stays linear.
const TRIED: usize = 256;

/// The gifts of those who gave jointly, by giver and year.
type ByYear = HashMap<(PatronId, i16), Vec<ContributionId>>;

/// A warning for each joint gift that is the sum of shares, but for those that are told as a repetition already.
pub(super) fn joint_shares(
    portal: &Portal,
    told: &HashSet<ContributionId>,
    are_told_apart: impl Fn(&Contribution, &Contribution) -> bool,
) -> Vec<Diagnostic> {
    let joint = portal.contributions.iter();
    let joint: Vec<(ContributionId, &Contribution)> = joint
        .filter(|(id, gift)| gift.is_joint() && gift.is_counted() && !told.contains(id))
        .collect();
    let by_year = gifts_by_year(portal, &joint);
    let mut used = HashSet::new();
    let mut found = Vec::new();
    for (_, gift) in joint {
        let Some(amount) = gift.amount else {
            continue;
        };
        let is_share = |id: ContributionId| {
            let share = &portal.contributions[id];
            !used.contains(&id) && may_be_share(gift, share) && !are_told_apart(gift, share)
        };
        let mut tried = 0;
        let mut shares = Vec::new();
        let mut left = gift.patrons.to_vec();
        left.sort_unstable();
        let search = Search {
            portal,
            by_year: &by_year,
            year: gift.date.year(),
            is_share,
        };
        if search.add_up(amount.0, &left, &mut shares, &mut tried) {
            found.push(entered_again(portal, gift, &shares));
            used.extend(shares);
        }
    }
    found
}

fn gifts_by_year(portal: &Portal, joint: &[(ContributionId, &Contribution)]) -> ByYear {
    let givers = joint.iter().flat_map(|(_, gift)| &gift.patrons);
    let givers: HashSet<PatronId> = givers.copied().collect();
    let mut by_year = ByYear::new();
    for giver in givers {
        for &id in &portal.patrons[giver].contributions {
            let year = portal.contributions[id].date.year();
            by_year.entry((giver, year)).or_default().push(id);
        }
    }
    by_year
}

/// Whether a gift may be a share of a joint one by when and where it was given.
fn may_be_share(gift: &Contribution, share: &Contribution) -> bool {
    let on_days = [gift, share]
        .iter()
        .all(|of| matches!(of.date, Date::Day(_)));
    let is_there = match share.project {
        Some(_) => share.project == gift.project,
        // On the very day another region is rather a slip.
        None => on_days || share.region == gift.region,
    };
    share.is_counted() && is_there && may_be_same(gift.date, share.date)
}

/// The search for shares of one joint gift.
struct Search<'a, F> {
    portal: &'a Portal,
    by_year: &'a ByYear,
    year: i16,
    is_share: F,
}

impl<F: Fn(ContributionId) -> bool> Search<'_, F> {
    /// Whether gifts by each of the givers that are `left`, none of them twice, add up to an amount.
    fn add_up(
        &self,
        amount: u128,
        left: &[PatronId],
        shares: &mut Vec<ContributionId>,
        tried: &mut usize,
    ) -> bool {
        let Some(giver) = left.first() else {
            return amount == 0;
        };
        let gifts = self.by_year.get(&(*giver, self.year));
        for &id in gifts.into_iter().flatten() {
            let share = &self.portal.contributions[id];
            let Some(rest) = share.amount.and_then(|of| amount.checked_sub(of.0)) else {
                continue;
            };
            let is_within = share.patrons.iter().all(|of| left.contains(of));
            if !is_within || !(self.is_share)(id) {
                continue;
            }
            *tried += 1;
            if *tried > TRIED {
                return false;
            }
            let others = left.iter().filter(|of| !share.patrons.contains(of));
            let others: Vec<PatronId> = others.copied().collect();
            shares.push(id);
            // The whole again is a repetition, and no share.
            let is_whole = shares.len() == 1 && others.is_empty();
            if !is_whole && self.add_up(rest, &others, shares, tried) {
                return true;
            }
            shares.pop();
        }
        false
    }
}

fn entered_again(portal: &Portal, gift: &Contribution, shares: &[ContributionId]) -> Diagnostic {
    let at = portal.place_of(gift);
    let source = at.source;
    let shares = shares.iter().map(|id| &portal.contributions[*id]);
    let is_named = gift
        .patrons
        .iter()
        .all(|of| !portal.patrons[*of].is_anonymous());
    let status = match shares.clone().all(|share| share.status == gift.status) {
        true => "one",
        false => "both",
    };
    let amount = gift.amount.map_or(0, |amount| amount.0);
    let warning = Diagnostic::new(Code::SameGift, at).with("givers", "shares");
    let warning = warning.with("date", gift.date).with("sum", amount);
    let warning = warning.with("status", status);
    // Two files in one message would tie somebody to the record of a name.
    let places: Vec<Place> = shares.map(|share| portal.place_of(share)).collect();
    let is_shown = |place: &Place| is_named || place.source == source;
    let warning = match places.iter().all(is_shown) {
        true => warning,
        false => warning.with("where", "record"),
    };
    let places = places.into_iter().filter(is_shown);
    places.fold(warning, |warning, place| warning.also(place))
}
