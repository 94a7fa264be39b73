//! A patron's sums: what it gave alone, and beside that the joint contributions.
//!
//! Takes a patron; gives sums and contributions. Whether a patron may be named is decided by pages.

use crate::model::index::ContributionId;
use crate::model::kind::PatronId;
use crate::model::portal::Portal;

use super::total::{Sums, sum};

/// A patron's own sums, and what it gave together with others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PatronSums {
    pub alone: Sums,
    /// Delivered and pledged ones, in the order of the portal. They are in nobody's own sum.
    pub joint: Vec<ContributionId>,
}

/// Adds up what a patron gave.
pub(crate) fn of_patron(portal: &Portal, patron: PatronId) -> PatronSums {
    let (joint, alone): (Vec<_>, Vec<_>) = portal.patrons[patron]
        .contributions
        .iter()
        .copied()
        .partition(|&id| portal.contributions[id].is_joint());
    PatronSums {
        alone: sum(portal, alone),
        joint,
    }
}
