//! Comparing the figures of two states: which sums changed, along every axis, of patrons and of projects.

use std::collections::{HashMap, HashSet};

use super::change::{Change, Pair, State};
use super::moves::{Moves, moves};
use super::withdrawn::{Consents, Withdrawn};
use crate::manifest::{Figures, Names, PatronRow, ProjectRow, Row, SumRow};
use crate::model::axis::Axis;

/// What changed in the figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Changes {
    pub edition: Pair<String>,
    /// The grand total, changed or not.
    pub delivered: Pair<SumRow>,
    pub pledged: Pair<SumRow>,
    /// How many projects there are, and how many patrons who may be named.
    pub projects_count: Pair<usize>,
    pub patrons_count: Pair<usize>,
    /// How many patrons that were named are not any more: nothing else is told of them.
    pub patrons_less: usize,
    /// How many others changed whom the content as it is now does not name.
    pub unnamed_patrons: usize,
    /// The axes along which something changed.
    pub axes: Vec<(Axis, Vec<Change>)>,
    /// How many rows of axes, and of patrons who may be named, changed and are not told: they would name a patron who is not named
    /// any more, or tell what that one gave.
    pub unnamed_rows: usize,
    /// Patrons who may be named today.
    pub patrons: Vec<Change>,
    pub projects: Vec<Change>,
    /// How many projects changed and are not named, since they are called after a patron that is not named any more, were given to by
    /// one, or may have got a gift of one.
    pub unnamed_projects: usize,
    pub moves: Moves,
}

impl Changes {
    /// Whether a patron is left out of what is told: then a sum, or how far two are apart, can be that patron's own.
    pub(crate) fn is_hiding(&self) -> bool {
        self.patrons_less + self.unnamed_patrons + self.unnamed_projects + self.unnamed_rows > 0
    }

    /// Whether anything did.
    pub(crate) fn is_empty(&self) -> bool {
        let wholes = [&self.delivered, &self.pledged];
        !wholes.iter().any(|of| of.is_changed())
            && !self.projects_count.is_changed()
            && !self.patrons_count.is_changed()
            && !self.is_hiding()
            && self.axes.is_empty()
            && self.patrons.is_empty()
            && self.projects.is_empty()
            && self.moves.is_empty()
    }
}

/// The axes in the order in which readers are told of them.
const AXES: [Axis; 6] = [
    Axis::Region,
    Axis::Year,
    Axis::Direction,
    Axis::Object,
    Axis::District,
    Axis::From,
];

/// What changed from the old figures to the new ones.
pub(crate) fn compare(old: &Figures, new: &Figures, consents: &Consents) -> Changes {
    let withdrawn = Withdrawn::new(old, new, consents);
    let mut unnamed_rows = 0;
    let mut axes = Vec::new();
    let mut untold_regions: HashSet<String> = HashSet::new();
    for axis in AXES {
        // A district says what is not told of its region.
        let is_in_untold = |of: &Change| {
            let region = of.id.split_once('/').map(|(region, _)| region);
            axis == Axis::District && region.is_some_and(|of| untold_regions.contains(of))
        };
        let all = changes(old.rows(axis), new.rows(axis)).into_iter();
        let (told, untold): (Vec<Change>, Vec<Change>) =
            all.partition(|of| withdrawn.may_tell_row(axis, of) && !is_in_untold(of));
        unnamed_rows += untold.len();
        if axis == Axis::Region {
            untold_regions.extend(untold.into_iter().map(|of| of.id));
        }
        if !told.is_empty() {
            axes.push((axis, told));
        }
    }
    let known: HashSet<&str> = new.patrons.iter().map(|of| of.id.as_str()).collect();
    let less = old.patrons.iter();
    let less = less.filter(|of| withdrawn.has(&of.id) && !known.contains(&*of.id));
    // The rows of those who are not named any more are not told.
    let all = changes(&old.patrons, &new.patrons);
    let (hidden, patrons): (Vec<Change>, Vec<Change>) =
        all.into_iter().partition(|of| withdrawn.has(&of.id));
    let count = patrons.len();
    let patrons: Vec<Change> = patrons
        .into_iter()
        .filter(|of| withdrawn.may_tell_patron_row(of))
        .collect();
    unnamed_rows += count - patrons.len();
    let patrons_less = less.count();
    let all = changes(&old.projects, &new.projects);
    let count = all.len();
    let projects: Vec<Change> = all
        .into_iter()
        .filter(|of| withdrawn.may_tell_project_row(of))
        .collect();
    Changes {
        edition: Pair {
            was: old.edition.clone(),
            now: new.edition.clone(),
        },
        delivered: Pair {
            was: old.whole.delivered.clone(),
            now: new.whole.delivered.clone(),
        },
        pledged: Pair {
            was: old.whole.pledged.clone(),
            now: new.whole.pledged.clone(),
        },
        projects_count: Pair {
            was: old.projects.len(),
            now: new.projects.len(),
        },
        patrons_count: Pair {
            was: old.patrons.len(),
            now: new.patrons.len(),
        },
        patrons_less,
        unnamed_patrons: hidden.len() - patrons_less,
        axes,
        unnamed_rows,
        patrons,
        unnamed_projects: count - projects.len(),
        projects,
        moves: moves(old, new, &withdrawn),
    }
}

/// A row of any table.
trait Sums {
    fn told(&self) -> (&str, &Names, &SumRow, &SumRow);
}

impl Sums for Row {
    fn told(&self) -> (&str, &Names, &SumRow, &SumRow) {
        (&self.id, &self.name, &self.delivered, &self.pledged)
    }
}

impl Sums for PatronRow {
    fn told(&self) -> (&str, &Names, &SumRow, &SumRow) {
        (&self.id, &self.name, &self.delivered, &self.pledged)
    }
}

impl Sums for ProjectRow {
    fn told(&self) -> (&str, &Names, &SumRow, &SumRow) {
        (&self.id, &self.name, &self.delivered, &self.pledged)
    }
}

/// The rows that are new, gone or have other sums, in the order of the new table, those that are gone last.
fn changes<'a, R: Sums + 'a>(
    old: impl IntoIterator<Item = &'a R>,
    new: impl IntoIterator<Item = &'a R>,
) -> Vec<Change> {
    let old: Vec<&R> = old.into_iter().collect();
    let mut known: HashMap<&str, &R> = old.iter().map(|row| (row.told().0, *row)).collect();
    let nothing = SumRow::default;
    let mut found = Vec::new();
    for row in new {
        let (id, name, delivered, pledged) = row.told();
        let before = known.remove(id).map(Sums::told);
        let (state, was) = match before {
            Some((_, _, was, promised)) => (State::Changed, (was.clone(), promised.clone())),
            None => (State::New, (nothing(), nothing())),
        };
        if state == State::New || was.0 != *delivered || was.1 != *pledged {
            found.push(Change {
                id: id.to_owned(),
                name: name.clone(),
                state,
                delivered: Pair {
                    was: was.0,
                    now: delivered.clone(),
                },
                pledged: Pair {
                    was: was.1,
                    now: pledged.clone(),
                },
            });
        }
    }
    let gone = old
        .into_iter()
        .filter(|row| known.contains_key(row.told().0));
    found.extend(gone.map(|row| {
        let (id, name, delivered, pledged) = row.told();
        Change {
            id: id.to_owned(),
            name: name.clone(),
            state: State::Gone,
            delivered: Pair {
                was: delivered.clone(),
                now: nothing(),
            },
            pledged: Pair {
                was: pledged.clone(),
                now: nothing(),
            },
        }
    }));
    found
}
