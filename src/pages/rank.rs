//! The rank of a region among those of today, by what was delivered: regions of one amount share their ranks.

use serde::Serialize;

use super::view::View;
use crate::model::kind::RegionId;

/// A place in an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct RankPiece {
    /// Counted from 1.
    from: usize,
    /// The last of the ranks that those with the same amount share; the same as `from` where nobody else has it.
    to: usize,
    /// How many are in the order.
    of: usize,
}

/// The rank of a region of today; none where no amount is known.
pub(super) fn rank(view: &View<'_>, region: RegionId) -> Option<RankPiece> {
    let regions = &view.portal.regions;
    if regions[region].is_former() {
        return None;
    }
    let amount = |region| view.totals.region(region).delivered.shown().known();
    let today = regions.iter().filter(|(_, of)| !of.is_former());
    let amounts: Vec<Option<_>> = today.map(|(other, _)| amount(other)).collect();
    place(amount(region)?, &amounts)
}

/// The ranks of an amount among all of them, the largest first; what is not known comes after.
fn place<T: Ord + Copy>(own: T, all: &[Option<T>]) -> Option<RankPiece> {
    let larger = all.iter().filter(|&&other| other > Some(own)).count();
    let same = all.iter().filter(|&&other| other == Some(own)).count();
    (same > 0).then(|| RankPiece {
        from: larger + 1,
        to: larger + same,
        of: all.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::{RankPiece, place};

    #[test]
    fn equals_share_their_ranks() {
        let all = [Some(7), None, Some(9), Some(7), Some(1)];
        let rank = |own| place(own, &all).map(|RankPiece { from, to, of }| (from, to, of));
        assert_eq!(rank(9), Some((1, 1, 5)));
        assert_eq!(rank(7), Some((2, 3, 5)));
        assert_eq!(rank(1), Some((4, 4, 5)));
        assert_eq!(rank(2), None);
    }
}
