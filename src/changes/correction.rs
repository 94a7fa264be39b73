//! Drafts of corrections: records for `content/corrections/` of figures that were published and are others now.
//!
//! What is new is no correction and has no draft. Why a figure changed is not known here: an editor writes the reason, and
//! strikes what was no mistake.

use std::collections::HashMap;
use std::fmt::Write as _;

use super::compare::{Change, Changes, State};
use super::rank::worst_first;
use crate::manifest::{Figures, ProjectRow};
use crate::model::axis::Axis;
use crate::model::lang::Lang;

/// A correction without its reason.
struct Draft {
    records: Vec<String>,
    /// Whole tenge before and after.
    amounts: Option<(u128, u128)>,
}

/// The corrections that changes ask for, as YAML; nothing if no published amount became another. `hint` tells the editor what
/// is still to be written.
pub(crate) fn drafts(
    (old, new): (&Figures, &Figures),
    changes: &Changes,
    (date, hint): (&str, &str),
) -> Option<String> {
    let drafts = all(old, new, changes);
    if drafts.is_empty() {
        return None;
    }
    let mut text = format!("# {hint}\n");
    for Draft { records, amounts } in &drafts {
        let records = records.join(", ");
        let _ = writeln!(text, "- date: {date}\n  records: [{records}]");
        if let Some((was, now)) = amounts {
            let _ = writeln!(text, "  was: {was}\n  now: {now}");
        }
        let languages = Lang::ALL.map(|lang| format!("{lang}: \"\"")).join(", ");
        let _ = writeln!(text, "  reason: {{{languages}}}");
    }
    Some(text)
}

fn all(old: &Figures, new: &Figures, changes: &Changes) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = worst_first(&changes.projects)
        .into_iter()
        .filter_map(|of| draft("project", of))
        .collect();
    let by_projects = through_projects(old, new);
    let own = worst_first(&changes.patrons).into_iter().filter(|of| {
        // What a patron gave for a project is corrected there.
        let through = by_projects.get(&*of.id).copied().unwrap_or_default();
        difference(of).is_some_and(|all| all != through)
    });
    drafts.extend(own.filter_map(|of| draft("patron", of)));
    drafts.extend(changes.moves.gifts.iter().map(|of| Draft {
        records: vec![
            format!("project/{}", of.project.id),
            format!("patron/{}", of.from.id),
            format!("patron/{}", of.to.id),
        ],
        amounts: None,
    }));
    // Where somebody is not named any more, the sum of a region could be that patron's own.
    if drafts.is_empty() && changes.patrons_less == 0 {
        // Gifts of those who must not be named stand in the sums of regions alone.
        let regions = changes.axes.iter();
        let regions = regions.filter(|(axis, _)| *axis == Axis::Region);
        let regions = regions.flat_map(|(_, rows)| worst_first(rows));
        drafts.extend(regions.filter_map(|of| draft("region", of)));
    }
    drafts
}

fn draft(kind: &str, of: &Change) -> Option<Draft> {
    let (was, now) = (of.delivered.was.amount?, of.delivered.now.amount?);
    (of.state == State::Changed && was != now).then(|| Draft {
        records: vec![format!("{kind}/{}", of.id)],
        amounts: Some((was, now)),
    })
}

/// How much more was delivered; less is below zero.
fn difference(of: &Change) -> Option<i128> {
    apart(of.delivered.was.amount?, of.delivered.now.amount?)
}

fn apart(was: u128, now: u128) -> Option<i128> {
    i128::try_from(now)
        .ok()?
        .checked_sub(i128::try_from(was).ok()?)
}

/// How much more each patron delivered for all projects together.
fn through_projects<'a>(old: &'a Figures, new: &'a Figures) -> HashMap<&'a str, i128> {
    let mut all: HashMap<&str, i128> = HashMap::new();
    let mut add = |projects: &'a [ProjectRow], is_new: bool| {
        for (patron, (amount, _)) in projects.iter().flat_map(|of| &of.givers) {
            let of_patron = all.entry(patron).or_default();
            let amount = i128::try_from(*amount).unwrap_or(i128::MAX);
            *of_patron = match is_new {
                true => of_patron.saturating_add(amount),
                false => of_patron.saturating_sub(amount),
            };
        }
    };
    add(&old.projects, false);
    add(&new.projects, true);
    all
}
