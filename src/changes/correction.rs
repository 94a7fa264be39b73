//! Drafts of corrections: records for `content/corrections/` of figures that were published and are others now.
//!
//! What is new is no correction and has no draft. Why a figure changed is not known here: an editor writes the reason, and
//! strikes what was no mistake.

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;

use super::change::{Change, State};
use super::compare::Changes;
use super::rank::worst_first;
use super::told::{money, say};
use crate::load::yaml::scalar;
use crate::locale::{Arg, Language};
use crate::manifest::{Figures, ProjectRow};
use crate::model::axis::Axis;
use crate::model::lang::Lang;

/// A correction without its reason.
struct Draft {
    records: Vec<String>,
    values: Option<Values>,
}

/// Whole tenge before and after.
#[derive(Clone, Copy)]
struct Values {
    was: u128,
    now: u128,
    is_pledged: bool,
}

/// The corrections that changes ask for, as YAML; nothing if no published amount became another. `hint` tells the editor what
/// is still to be written; `samples` are the records that are invented; `languages` say what was pledged, since an amount alone is one that was delivered.
pub(crate) fn drafts(
    (old, new): (&Figures, &Figures),
    changes: &Changes,
    samples: &HashSet<String>,
    (date, hint): (&str, &str),
    languages: &[Language],
) -> Option<String> {
    let drafts = all(old, new, changes);
    if drafts.is_empty() {
        return None;
    }
    let mut text = format!("# {hint}\n");
    for Draft { records, values } in &drafts {
        // Of an invented figure also the correction is.
        let is_sample = records.iter().any(|of| samples.contains(of));
        let records: Vec<String> = records.iter().map(|of| scalar(of)).collect();
        let records = records.join(", ");
        let _ = writeln!(text, "- date: {date}\n  records: [{records}]");
        if let Some(values) = values {
            let [was, now] = [values.was, values.now].map(|amount| match values.is_pledged {
                true => pledged(amount, languages),
                false => amount.to_string(),
            });
            let _ = writeln!(text, "  was: {was}\n  now: {now}");
        }
        let languages = Lang::ALL.map(|lang| format!("{lang}: \"\"")).join(", ");
        let _ = writeln!(text, "  reason: {{{languages}}}");
        if is_sample {
            text.push_str("  sample: true\n");
        }
    }
    Some(text)
}

/// An amount that was pledged, in words of each language.
fn pledged(amount: u128, languages: &[Language]) -> String {
    let texts = languages.iter().map(|words| {
        let amount = money(words, amount);
        let text = say(
            words,
            "diff-draft-pledged",
            &[("amount", Arg::Text(&amount))],
        );
        format!("{}: {}", words.lang, scalar(&text))
    });
    format!("{{{}}}", texts.collect::<Vec<_>>().join(", "))
}

fn all(old: &Figures, new: &Figures, changes: &Changes) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = worst_first(&changes.projects)
        .into_iter()
        .flat_map(|of| each(of).map(|values| draft("project", of, values)))
        .collect();
    let by_projects = through_projects(old, new, changes);
    let own = worst_first(&changes.patrons).into_iter().flat_map(|of| {
        let through = by_projects.get(&*of.id).copied().unwrap_or_default();
        each(of)
            // What a patron gave for a project is corrected there.
            .filter(move |values| apart(values.was, values.now) != Some(through[values.place()]))
            .map(|values| draft("patron", of, values))
    });
    drafts.extend(own);
    drafts.extend(changes.moves.gifts.iter().map(|of| Draft {
        records: vec![
            format!("project/{}", of.project.id),
            format!("patron/{}", of.from.id),
            format!("patron/{}", of.to.id),
        ],
        values: None,
    }));
    // Where somebody is not named any more, the sum of a region could be that patron's own.
    if drafts.is_empty() && !changes.is_hiding() {
        // Gifts of those who must not be named stand in the sums of regions alone.
        let regions = changes.axes.iter();
        let regions = regions.filter(|(axis, _)| *axis == Axis::Region);
        let regions = regions.flat_map(|(_, rows)| worst_first(rows));
        drafts.extend(regions.flat_map(|of| each(of).map(|values| draft("region", of, values))));
    }
    drafts
}

impl Values {
    /// Of what was delivered and what was pledged, in this order.
    fn place(self) -> usize {
        usize::from(self.is_pledged)
    }
}

/// The amounts of a row that was there before and became others.
fn each(of: &Change) -> impl Iterator<Item = Values> {
    let is_changed = of.state == State::Changed;
    [(&of.delivered, false), (&of.pledged, true)]
        .into_iter()
        .filter_map(move |(sums, is_pledged)| {
            let (was, now) = (sums.was.amount?, sums.now.amount?);
            (is_changed && was != now).then_some(Values {
                was,
                now,
                is_pledged,
            })
        })
}

fn draft(kind: &str, of: &Change, values: Values) -> Draft {
    Draft {
        records: vec![format!("{kind}/{}", of.id)],
        values: Some(values),
    }
}

/// How much more it is; less is below zero.
fn apart(was: u128, now: u128) -> Option<i128> {
    i128::try_from(now)
        .ok()?
        .checked_sub(i128::try_from(was).ok()?)
}

/// How much more each patron delivered and pledged for all projects together of which something is told.
fn through_projects<'a>(
    old: &'a Figures,
    new: &'a Figures,
    changes: &Changes,
) -> HashMap<&'a str, [i128; 2]> {
    let told: HashSet<&str> = changes.projects.iter().map(|of| &*of.id).collect();
    let mut all: HashMap<&str, [i128; 2]> = HashMap::new();
    let mut add = |projects: &'a [ProjectRow], is_new: bool| {
        let projects = projects.iter().filter(|of| told.contains(&*of.id));
        for (patron, (delivered, pledged)) in projects.flat_map(|of| &of.givers) {
            let of_patron = all.entry(patron).or_default();
            for (sum, amount) in of_patron.iter_mut().zip([delivered, pledged]) {
                let amount = i128::try_from(*amount).unwrap_or(i128::MAX);
                *sum = match is_new {
                    true => sum.saturating_add(amount),
                    false => sum.saturating_sub(amount),
                };
            }
        }
    };
    add(&old.projects, false);
    add(&new.projects, true);
    all
}
