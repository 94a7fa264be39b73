//! Consistency lint of patrons: contributions before the year since which one gives, and patrons whom nothing names.

use std::collections::HashSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::date::Date;
use crate::model::kind::RecordRef;
use crate::model::kind::{PatronId, ProjectId};
use crate::model::links::{Drawn, Links, Resolved};
use crate::model::patron::Patron;
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::source::Sources;

/// Contributions before the year since which a patron is said to give.
pub(super) fn early_contributions(portal: &Portal, sources: &Sources) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (_, patron) in portal.patrons.iter() {
        let Some(since) = patron.record.since else {
            continue;
        };
        let is_early = |date: Date| date.year() < since;
        let mut warn = |date: Date, at: Place| {
            let warning = Diagnostic::new(Code::ContributionBeforeSince, at.at("date"));
            found.push(
                warning
                    .with("date", date)
                    .with("since", since)
                    .also(patron.record.origin.field("since")),
            );
        };
        let own = patron.record.origin.field("contributions");
        for (nth, contribution) in patron.record.contributions.iter().enumerate() {
            if is_early(contribution.date) {
                warn(contribution.date, own.at(nth));
            }
        }
        for &id in &patron.contributions {
            let contribution = &portal.contributions[id];
            let Some(project) = contribution.project.filter(|_| is_early(contribution.date)) else {
                continue;
            };
            let list = &portal.projects[project].contributions;
            if let (Some(stated), Some(nth)) = (
                stated_contributions(portal, sources, project),
                list.iter().position(|&other| other == id),
            ) {
                warn(contribution.date, stated.at(nth));
            }
        }
    }
    found
}

/// Where a project's contributions stand: in one of its languages.
fn stated_contributions(portal: &Portal, sources: &Sources, project: ProjectId) -> Option<Place> {
    let versions = portal.projects[project].text.versions.iter();
    let mut origins = versions.filter_map(|(_, version)| Some(version.as_ref()?.origin));
    let origin = origins.find(|origin| {
        let text = sources.text(origin.source);
        text.is_some_and(|text| text.lines().any(|line| line.starts_with("contributions")))
    })?;
    Some(origin.field("contributions"))
}

/// Patrons without a contribution, an award or a text that names them.
pub(super) fn unused(portal: &Portal) -> Vec<Diagnostic> {
    let is_idle = |patron: &Patron| patron.contributions.is_empty() && patron.awards.is_empty();
    let mut idle = portal
        .patrons
        .iter()
        .filter(|(_, patron)| is_idle(patron))
        .peekable();
    if idle.peek().is_none() {
        return Vec::new();
    }
    let named = named_in_texts(portal);
    idle.filter(|(id, _)| !named.contains(id))
        .map(|(_, patron)| {
            let at = patron.record.origin.field("id");
            Diagnostic::new(Code::UnusedPatron, at).with("id", &patron.record.id)
        })
        .collect()
}

/// The patrons to whom a text links, or whose sum it shows.
fn named_in_texts(portal: &Portal) -> HashSet<PatronId> {
    let all = portal.links().flat_map(Links::iter);
    all.filter_map(|resolved| match resolved {
        Resolved::Record(RecordRef::Patron(patron)) => Some(patron),
        Resolved::Total(filter) | Resolved::Drawing(Drawn { filter, .. }) => filter.patron,
        Resolved::Record(_) | Resolved::Itself | Resolved::Dangling => None,
    })
    .collect()
}
