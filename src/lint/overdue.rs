//! Consistency lint of pledges: those of a day that is past, in a project that is completed.

use jiff::civil;

use crate::diagnostic::{At, Code, Diagnostic};
use crate::model::contribution::ContributionStatus;
use crate::model::portal::Portal;
use crate::model::write_up::ProjectStatus;

/// Whether an overdue pledge is told already, with the gift that it became: the advice to call it given would double that.
pub(super) fn is_told(overdue: &Diagnostic, told: &[Diagnostic]) -> bool {
    let At::Place(date) = &overdue.at else {
        return false;
    };
    let is_of_gift = |at: &At| match at {
        At::Place(gift) => gift.source == date.source && date.path.starts_with(&gift.path),
        At::Span(_) | At::File(_) => false,
    };
    let mut kept = told
        .iter()
        .filter(|of| of.code == Code::SameGift && of.argument("status") == Some("both"));
    overdue.code == Code::OverduePledge
        && kept.any(|of| is_of_gift(&of.at) || of.others.iter().any(is_of_gift))
}

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
