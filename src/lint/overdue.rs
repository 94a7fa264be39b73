//! Consistency lint of pledges: those of a day that is past, in a project that is completed.

use jiff::civil;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::ContributionStatus;
use crate::model::portal::Portal;
use crate::model::write_up::ProjectStatus;

/// Pledges that were to come before today, where nothing more is to come.
pub(super) fn overdue_pledges(portal: &Portal, today: Option<civil::Date>) -> Vec<Diagnostic> {
    let Some(today) = today else {
        return Vec::new();
    };
    let gifts = portal.contributions.iter().map(|(_, gift)| gift);
    let overdue = gifts.filter(|gift| {
        let project = gift.project.map(|project| portal.projects[project].status);
        project == Some(ProjectStatus::Completed)
            && gift.status == ContributionStatus::Pledged
            && gift.date.latest() < today
    });
    let warning = |at| Diagnostic::new(Code::OverduePledge, at);
    overdue
        .map(|gift| warning(portal.place_of(gift).at("date")).with("date", gift.date))
        .collect()
}
