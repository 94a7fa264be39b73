//! Patrons whose record and contributions do not fit together, and those whom nothing names.

use std::collections::HashSet;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::date::Date;
use crate::model::kind::RecordKind;
use crate::model::patron::Patron;
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::model::prose::{Part, Prose, Query, Target};
use crate::model::table::ProjectId;
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
        let text = &sources.get(origin.source).text;
        text.lines().any(|line| line.starts_with("contributions"))
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
    idle.filter(|(_, patron)| !named.contains(patron.record.id.as_str()))
        .map(|(_, patron)| {
            let at = patron.record.origin.field("id");
            Diagnostic::new(Code::UnusedPatron, at).with("id", &patron.record.id)
        })
        .collect()
}

/// The ids of all patrons to whom a text links, or whose sum it shows.
fn named_in_texts(portal: &Portal) -> HashSet<&str> {
    portal
        .texts()
        .flat_map(|(_, _, prose)| named(prose))
        .collect()
}

fn named(prose: &Prose) -> impl Iterator<Item = &str> {
    fn asked(query: &Query) -> Option<&str> {
        let mut pairs = query.0.iter();
        pairs
            .find(|(key, _)| key == "patron")
            .map(|(_, id)| id.as_str())
    }
    prose.parts.iter().filter_map(|part| match part {
        Part::LinkStart(slot) | Part::Label(slot) => match &slot.of {
            Target::Record {
                kind: RecordKind::Patron,
                id,
                ..
            } => Some(id.as_str()),
            Target::Total(query) => asked(query),
            _ => None,
        },
        Part::Drawing(slot) => asked(&slot.of.query),
        _ => None,
    })
}
