//! Joint contributions of a patron, which stand beside its own sum.
//!
//! Whether a patron may be named is decided by pages.

use crate::model::index::ContributionId;
use crate::model::kind::PatronId;
use crate::model::portal::Portal;

/// What a patron gave together with others, delivered and pledged, in the order of the portal: it is in nobody's own
/// sum.
pub(crate) fn joint_of(portal: &Portal, patron: PatronId) -> Vec<ContributionId> {
    let contributions = portal.patrons[patron].contributions.iter().copied();
    contributions
        .filter(|&id| {
            let contribution = &portal.contributions[id];
            contribution.is_joint() && contribution.is_counted()
        })
        .collect()
}
