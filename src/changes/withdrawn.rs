//! Patrons that are not named any more, and what must not be named or told with them.
//!
//! Whether a record was deleted or its patron asked not to be named cannot be told from the figures: both are treated alike. Who
//! may be named is said by the content as it is now, whichever states are compared; without a content by the new figures.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::change::{Change, Pair, by_id};
use crate::anonymity::{Form, Guard, inspect_text};
use crate::manifest::{Figures, Names, PatronRow, ProjectRow, SumRow};
use crate::model::axis::Axis;
use crate::model::id::Id;
use crate::model::lang::{Lang, Localised};
use crate::model::patron::{Consent, PatronKind, PatronRecord};
use crate::model::place::Origin;
use crate::source::SourceId;

/// The patrons of a content.
pub(crate) type Patrons = Vec<Arc<PatronRecord>>;

/// What contents know of who may be named; manifests have only those who may.
#[derive(Default)]
pub(crate) struct Consents {
    /// Of the content as it is now; none where there is no site.
    pub now: Option<Patrons>,
    /// Of each state that is a content.
    pub then: Vec<Patrons>,
}

pub(super) struct Withdrawn {
    ids: HashSet<String>,
    /// The projects that they gave for.
    projects: HashSet<String>,
    /// What each gave: all sums of it that could be told.
    amounts: HashSet<u128>,
    /// The most that all of them together gave, delivered or pledged: a gift that moves may become the other.
    most: u128,
    /// How much more all others gave in a row of an axis, as far as figures say it.
    others: Others,
    /// The same of the named givers of each project.
    of_projects: HashMap<String, [i128; 2]>,
    /// A project that one of them gave for has more or less of theirs than before: the gift may be anybody's now.
    is_left_otherwise: bool,
    /// What they gave, or a part of it, came or went with them.
    has_moved: bool,
    /// Finds their names; none if all who were named are.
    guard: Option<Guard>,
}

impl Withdrawn {
    pub(super) fn new(old: &Figures, new: &Figures, consents: &Consents) -> Withdrawn {
        let public = public(new, consents);
        let named: HashMap<&str, &PatronRecord> =
            public.iter().map(|of| (of.id.as_str(), of)).collect();
        let rows = || old.patrons.iter().chain(&new.patrons);
        let unnamed = rows().filter(|of| !named.contains_key(&*of.id));
        let unnamed = unnamed.filter_map(|of| record(of, Consent::Anonymous));
        let hidden = distinct(unnamed.chain(hidden(consents)));
        // The guard knows the others as well: a name that they share with somebody gives nobody away.
        let guard = Guard::new(hidden.iter().chain(&public));
        let may_name = |row: &PatronRow| match named.get(&*row.id) {
            Some(of) if is_name_of(&row.name, of) => true,
            // The id could have been somebody else's then.
            Some(_) => says_nobody(guard.as_ref(), &row.id, &row.name),
            None => false,
        };
        let withdrawn: Vec<&PatronRow> = rows().filter(|row| !may_name(row)).collect();
        let ids: HashSet<String> = withdrawn.iter().map(|of| of.id.clone()).collect();
        let both = [old, new].into_iter();
        let amounts = both.clone().flat_map(|of| own_sums(of, &ids)).collect();
        let wholes = both.clone().map(|of| whole(of, &ids));
        let most = wholes.max().unwrap_or_default();
        let projects = both.flat_map(|of| &of.projects);
        let projects = projects.filter(|of| of.givers.keys().any(|id| ids.contains(id)));
        let projects: HashSet<String> = projects.map(|of| of.id.clone()).collect();
        let mut withdrawn = Withdrawn {
            is_left_otherwise: is_left_otherwise(old, new, &projects, &ids),
            projects,
            of_projects: of_projects(old, new, &ids),
            amounts,
            most,
            others: others(old, new, &ids),
            has_moved: false,
            guard,
            ids,
        };
        let left = |of: &Figures| [0, 1].map(|place| withdrawn.unexplained(of, place));
        withdrawn.has_moved = !withdrawn.ids.is_empty() && left(old) != left(new);
        withdrawn
    }

    pub(super) fn has(&self, patron: &str) -> bool {
        self.ids.contains(patron)
    }

    /// Whether something can be named by its id and names without naming one of them.
    pub(super) fn may_name(&self, id: &str, name: &Names) -> bool {
        says_nobody(self.guard.as_ref(), id, name)
    }

    /// Whether a project can be named, and what changed in it be told, without telling what one of them gave.
    pub(super) fn may_tell_project(&self, id: &str, name: &Names) -> bool {
        !self.projects.contains(id) && self.may_name(id, name)
    }

    /// Whether what changed in a project can be told: no gift of one of them may have moved into it, or out of it.
    pub(super) fn may_tell_project_row(&self, of: &Change) -> bool {
        let others = self.of_projects.get(&of.id).copied();
        self.may_tell_sums(of)
            && self.may_tell_project(&of.id, &of.name)
            && !self.may_be_gift(of, others.unwrap_or_default(), 1)
            && !self.may_be_followed(of)
    }

    /// Whether what changed in what a patron gave can be told: no gift of one of them may have become that patron's.
    pub(super) fn may_tell_patron_row(&self, of: &Change) -> bool {
        self.may_tell_sums(of) && !self.may_be_followed(of)
    }

    /// Whether a change may be a gift of one of them that became somebody else's.
    fn may_be_followed(&self, of: &Change) -> bool {
        (self.has_moved || self.is_left_otherwise) && self.may_be_gift(of, [0; 2], 1)
    }

    /// Whether a change along an axis can be told. Where the money of one of them came or went, none can: of a row that nothing
    /// else changed it would be what that patron gave there.
    pub(super) fn may_tell_row(&self, axis: Axis, of: &Change) -> bool {
        !self.has_moved
            && self.may_tell_sums(of)
            && self.may_name(&of.id, &of.name)
            && !self.may_be_moved_gift(axis, of)
    }

    /// Whether a change, without what others gave, may be that one of their gifts stands in another row now, since its date or its
    /// project was put right: then it is that gift. What they gave where since they are not named the figures do not say.
    fn may_be_moved_gift(&self, axis: Axis, of: &Change) -> bool {
        let told = self.others.get(&(axis, of.id.clone()));
        // Of a row of which they say nothing all may be one of those gifts.
        let least = u128::from(told.is_some());
        self.may_be_gift(of, told.copied().unwrap_or_default(), least)
    }

    /// Whether what is left of a change without what others gave is as much as one of their gifts may be.
    fn may_be_gift(&self, of: &Change, others: [i128; 2], least: u128) -> bool {
        let sums = [&of.delivered, &of.pledged].into_iter();
        let mut sums = sums.zip(others);
        !self.ids.is_empty()
            && sums.any(|(of, others)| {
                let own = more(of).saturating_sub(others).unsigned_abs();
                of.is_changed() && (least..=self.most).contains(&own)
            })
    }

    /// How much of the whole is not what others gave: of what was delivered, or (`place` 1) pledged.
    fn unexplained(&self, figures: &Figures, place: usize) -> i128 {
        let amount = |sums: [&SumRow; 2]| known(sums[place].amount);
        let mut left = amount([&figures.whole.delivered, &figures.whole.pledged]);
        for patron in figures.patrons.iter().filter(|of| !self.has(&of.id)) {
            left = left.saturating_sub(amount([&patron.delivered, &patron.pledged]));
        }
        let others = figures.projects.iter();
        for project in others.filter(|of| !self.projects.contains(&of.id)) {
            left = left.saturating_sub(amount([&project.delivered, &project.pledged]));
            // What patrons gave for it is in their own sums, too.
            for &(delivered, pledged) in project.givers.values() {
                left = left.saturating_add(known(Some([delivered, pledged][place])));
            }
        }
        left
    }

    /// Whether a change has no sum that one of them gave.
    pub(super) fn may_tell_sums(&self, of: &Change) -> bool {
        let is_own = |sums: &Pair<SumRow>| {
            let apart = more(sums).unsigned_abs();
            let told = [sums.was.amount, sums.now.amount, Some(apart)];
            sums.is_changed() && told.iter().flatten().any(|sum| self.amounts.contains(sum))
        };
        !is_own(&of.delivered) && !is_own(&of.pledged)
    }
}

/// How much more it is; less is below zero.
fn more(sums: &Pair<SumRow>) -> i128 {
    known(sums.now.amount).saturating_sub(known(sums.was.amount))
}

fn known(amount: Option<u128>) -> i128 {
    i128::try_from(amount.unwrap_or_default()).unwrap_or(i128::MAX)
}

/// By an axis and the id of a row in it: how much more was delivered, and pledged.
type Others = HashMap<(Axis, String), [i128; 2]>;

/// How much more than before all but these patrons gave in the rows of axes: for the projects of a region and of a direction, and from
/// a region. What they gave outside of projects is told for no region.
fn others(old: &Figures, new: &Figures, ids: &HashSet<String>) -> Others {
    let mut all = Others::new();
    let mut add = |axis: Axis, id: &str, sums: [u128; 2], is_new: bool| {
        let more = all.entry((axis, id.to_owned())).or_default();
        for (more, sum) in more.iter_mut().zip(sums) {
            let sum = known(Some(sum));
            *more = more.saturating_add(if is_new { sum } else { -sum });
        }
    };
    for (figures, is_new) in [(old, false), (new, true)] {
        for project in &figures.projects {
            let givers = project.givers.iter().filter(|(id, _)| !ids.contains(*id));
            for (_, &(delivered, pledged)) in givers {
                let sums = [delivered, pledged];
                add(Axis::Region, &project.region, sums, is_new);
                add(Axis::Direction, &project.direction, sums, is_new);
            }
        }
        for patron in figures.patrons.iter().filter(|of| !ids.contains(&of.id)) {
            let sums = [&patron.delivered, &patron.pledged];
            let sums = sums.map(|sum| sum.amount.unwrap_or_default());
            add(Axis::From, &patron.region, sums, is_new);
        }
    }
    all
}

/// How much more than before the named givers of each project but these patrons gave for it: delivered, and pledged.
fn of_projects(old: &Figures, new: &Figures, ids: &HashSet<String>) -> HashMap<String, [i128; 2]> {
    let mut all: HashMap<String, [i128; 2]> = HashMap::new();
    for (figures, is_new) in [(old, false), (new, true)] {
        for project in &figures.projects {
            let of = all.entry(project.id.clone()).or_default();
            let givers = project.givers.iter().filter(|(id, _)| !ids.contains(*id));
            for (_, &(delivered, pledged)) in givers {
                for (more, sum) in of.iter_mut().zip([delivered, pledged]) {
                    let sum = known(Some(sum));
                    *more = more.saturating_add(if is_new { sum } else { -sum });
                }
            }
        }
    }
    all
}

/// Whether what these projects got from others than those who may be named is not the same as before.
fn is_left_otherwise(
    old: &Figures,
    new: &Figures,
    projects: &HashSet<String>,
    ids: &HashSet<String>,
) -> bool {
    let left = |of: &ProjectRow| {
        let sums = [&of.delivered, &of.pledged].map(|sum| known(sum.amount));
        let givers = of.givers.iter().filter(|(id, _)| !ids.contains(*id));
        givers.fold(sums, |[delivered, pledged], (_, of)| {
            [
                delivered.saturating_sub(known(Some(of.0))),
                pledged.saturating_sub(known(Some(of.1))),
            ]
        })
    };
    let [before, now] = [old, new].map(|of| by_id(&of.projects));
    let of = |rows: &HashMap<&str, &ProjectRow>, id: &str| rows.get(id).map(|row| left(row));
    projects
        .iter()
        .any(|id| of(&before, id).unwrap_or_default() != of(&now, id).unwrap_or_default())
}

/// What these patrons gave, all together.
fn whole(figures: &Figures, ids: &HashSet<String>) -> u128 {
    let patrons = figures.patrons.iter().filter(|of| ids.contains(&of.id));
    let sums = patrons.flat_map(|of| [of.delivered.amount, of.pledged.amount]);
    sums.flatten().fold(0, u128::saturating_add)
}

/// All sums that can be told of what each of these patrons gave: for a project, outside of projects, in a region, for a direction,
/// in all.
fn own_sums(figures: &Figures, ids: &HashSet<String>) -> HashSet<u128> {
    let mut sums: HashMap<(&str, &str, &str), [u128; 2]> = HashMap::new();
    for project in &figures.projects {
        let own = project.givers.iter().filter(|(id, _)| ids.contains(*id));
        for (id, &(delivered, pledged)) in own {
            let places = [
                ("project", &*project.id),
                ("region", &project.region),
                ("direction", &project.direction),
                ("projects", ""),
            ];
            for (kind, place) in places {
                let sum = sums.entry((id, kind, place)).or_default();
                sum[0] = sum[0].saturating_add(delivered);
                sum[1] = sum[1].saturating_add(pledged);
            }
        }
    }
    let patrons = figures.patrons.iter().filter(|of| ids.contains(&of.id));
    let of_patrons = patrons.flat_map(|of| {
        let [delivered, pledged] = sums
            .get(&(&*of.id, "projects", ""))
            .copied()
            .unwrap_or_default();
        [(&of.delivered, delivered), (&of.pledged, pledged)].map(|(sum, through)| {
            let all = sum.amount.unwrap_or(0);
            [all, all.saturating_sub(through)]
        })
    });
    let all = of_patrons.chain(sums.values().copied()).flatten();
    all.filter(|amount| *amount > 0).collect()
}

/// Who may be named.
fn public(new: &Figures, consents: &Consents) -> Vec<PatronRecord> {
    match &consents.now {
        Some(now) => {
            let public = now.iter().filter(|of| of.consent == Consent::Public);
            public.map(|of| PatronRecord::clone(of)).collect()
        }
        None => {
            let rows = new.patrons.iter();
            rows.filter_map(|of| record(of, Consent::Public)).collect()
        }
    }
}

/// Who is anonymous in any content.
fn hidden(consents: &Consents) -> impl Iterator<Item = PatronRecord> {
    let all = consents.now.iter().chain(&consents.then).flatten();
    let hidden = all.filter(|of| of.consent == Consent::Anonymous);
    hidden.map(|of| PatronRecord::clone(of))
}

/// Each patron once, by its id and all that it is called.
fn distinct(records: impl Iterator<Item = PatronRecord>) -> Vec<PatronRecord> {
    let mut known = HashSet::new();
    let called = |of: &PatronRecord| -> Vec<String> {
        of.names().map(|(_, name)| name.to_owned()).collect()
    };
    records
        .filter(|of| known.insert((of.id.clone(), called(of))))
        .collect()
}

/// Whether a patron is or was called by all of these names.
fn is_name_of(names: &Names, of: &PatronRecord) -> bool {
    names
        .values()
        .all(|name| of.names().any(|(_, known)| known == name))
}

fn says_nobody(guard: Option<&Guard>, id: &str, name: &Names) -> bool {
    let Some(guard) = guard else {
        return true;
    };
    let says = |text: &str| {
        let found = inspect_text(guard, "", text);
        found.iter().any(|leak| leak.form != Form::Namesake)
    };
    !says(id) && !name.values().any(|name| says(name))
}

/// A patron as far as a manifest knows it; none if its id is none.
fn record(of: &PatronRow, consent: Consent) -> Option<PatronRecord> {
    let texts = of.name.iter();
    let texts = texts.filter_map(|(lang, name)| Some((Lang::from_code(lang)?, name.clone())));
    let kind = PatronKind::ALL
        .into_iter()
        .find(|kind| kind.word() == of.kind);
    Some(PatronRecord {
        id: Id::parse(&of.id)?,
        // As a person's the name is looked for in all its parts.
        kind: kind.unwrap_or(PatronKind::Person),
        name: Localised::new(texts),
        former_names: Vec::new(),
        region: Id::parse(&of.region)?,
        since: None,
        consent,
        site: None,
        members: None,
        contributions: Vec::new(),
        aliases: Vec::new(),
        sample: false,
        origin: Origin {
            source: SourceId(0),
            item: None,
        },
    })
}
