//! What moved: projects into another region or direction, gifts from one patron to another. Their sums changed places and
//! the whole stayed.

use std::collections::HashMap;

use serde::Serialize;

use super::change::by_id;
use super::withdrawn::Withdrawn;
use crate::manifest::{Figures, Names, ProjectRow};

/// Everything that moved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Moves {
    pub regions: Vec<ProjectMove>,
    pub directions: Vec<ProjectMove>,
    pub gifts: Vec<GiftMove>,
}

impl Moves {
    pub(crate) fn is_empty(&self) -> bool {
        self.regions.is_empty() && self.directions.is_empty() && self.gifts.is_empty()
    }
}

/// A project that stands elsewhere now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct ProjectMove {
    pub project: Named,
    pub from: Named,
    pub to: Named,
}

/// An amount that another patron is said to have given for a project.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct GiftMove {
    pub project: Named,
    pub from: Named,
    pub to: Named,
    pub amount: u128,
    pub is_pledged: bool,
}

/// A record by its id, and how it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Named {
    pub id: String,
    pub name: Names,
}

pub(super) fn moves(old: &Figures, new: &Figures, withdrawn: &Withdrawn) -> Moves {
    let before: HashMap<&str, &ProjectRow> = by_id(&old.projects);
    let regions = called(
        old.regions
            .iter()
            .chain(&new.regions)
            .map(|of| (&of.id, &of.name)),
    );
    let directions = old.directions.iter().chain(&new.directions);
    let directions = called(directions.map(|of| (&of.id, &of.name)));
    let patrons = called(new.patrons.iter().map(|of| (&of.id, &of.name)));
    let known = called(old.patrons.iter().map(|of| (&of.id, &of.name)));
    let mut moves = Moves::default();
    for now in &new.projects {
        let Some(was) = before.get(&*now.id) else {
            continue;
        };
        if (&was.region, &was.direction, &was.givers) == (&now.region, &now.direction, &now.givers)
            || !withdrawn.may_tell_project(&now.id, &now.name)
        {
            continue;
        }
        let project = Named {
            id: now.id.clone(),
            name: now.name.clone(),
        };
        let moved = |names: &HashMap<&str, &Names>, from: &str, to: &str| {
            let [from, to] = [from, to].map(|id| named(names, id));
            let may_name = |of: &Named| withdrawn.may_name(&of.id, &of.name);
            (from.id != to.id && may_name(&from) && may_name(&to)).then(|| ProjectMove {
                project: project.clone(),
                from,
                to,
            })
        };
        moves
            .regions
            .extend(moved(&regions, &was.region, &now.region));
        moves
            .directions
            .extend(moved(&directions, &was.direction, &now.direction));
        for is_pledged in [false, true] {
            let pairs = moved_gifts(was, now, is_pledged, |id| {
                patrons.contains_key(id) && known.contains_key(id) && !withdrawn.has(id)
            });
            moves
                .gifts
                .extend(pairs.into_iter().map(|(from, to, amount)| GiftMove {
                    project: project.clone(),
                    from: named(&patrons, &from),
                    to: named(&patrons, &to),
                    amount,
                    is_pledged,
                }));
        }
    }
    moves
}

fn called<'a>(rows: impl Iterator<Item = (&'a String, &'a Names)>) -> HashMap<&'a str, &'a Names> {
    rows.map(|(id, name)| (id.as_str(), name)).collect()
}

fn named(names: &HashMap<&str, &Names>, id: &str) -> Named {
    Named {
        id: id.to_owned(),
        name: names.get(id).map(|&name| name.clone()).unwrap_or_default(),
    }
}

/// Of one project the amounts that one patron has less and another has more: who, who, how much.
fn moved_gifts(
    was: &ProjectRow,
    now: &ProjectRow,
    is_pledged: bool,
    may_name: impl Fn(&str) -> bool,
) -> Vec<(String, String, u128)> {
    let amount = |of: &ProjectRow, id: &str| {
        let (delivered, pledged) = of.givers.get(id).copied().unwrap_or_default();
        if is_pledged { pledged } else { delivered }
    };
    let mut all: Vec<&String> = was.givers.keys().chain(now.givers.keys()).collect();
    all.sort_unstable();
    all.dedup();
    all.retain(|id| may_name(id));
    let (mut less, mut more) = (Vec::new(), Vec::new());
    for id in all {
        let (before, after) = (amount(was, id), amount(now, id));
        if before > after {
            less.push((id, before - after));
        } else if after > before {
            more.push((id, after - before));
        }
    }
    let mut moved = Vec::new();
    for (from, amount) in less {
        let taken = more.iter().position(|(_, other)| *other == amount);
        if let Some(place) = taken {
            let (to, amount) = more.remove(place);
            moved.push((from.clone(), to.clone(), amount));
        }
    }
    moved
}
