//! Consistency lint of pledges: those of a day that is past, in a project that is completed; elsewhere those of a day long past.

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

/// What was to come so many years ago is overdue wherever it stands.
const LONG: i16 = 2;

/// Pledges that were to come before today, where nothing more is to come or much time has gone by.
pub(super) fn overdue_pledges(portal: &Portal, today: Option<civil::Date>) -> Vec<Diagnostic> {
    let Some(today) = today else {
        return Vec::new();
    };
    let gifts = portal.contributions.iter().map(|(_, gift)| gift);
    let pledges = gifts.filter(|gift| gift.status == ContributionStatus::Pledged);
    let overdue = pledges.filter_map(|gift| {
        let project = gift.project.map(|project| portal.projects[project].status);
        let day = gift.date.latest();
        let state = match project {
            Some(ProjectStatus::Completed) if day < today => "completed",
            _ if day < today && day.year() < today.year() - LONG => "open",
            _ => return None,
        };
        let at = portal.place_of(gift).at("date");
        let told = Diagnostic::new(Code::OverduePledge, at);
        Some(told.with("date", gift.date).with("state", state))
    });
    overdue.collect()
}
