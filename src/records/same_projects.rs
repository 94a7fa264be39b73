//! Projects that stand twice: all of whose gifts stand in another one, or that have its title, region and dates.
//!
//! Takes the linked portal and its gifts that stand twice; gives each such project with the one before it.

use std::collections::{BTreeMap, HashSet};

use ahash::HashMap;
use rayon::slice::ParallelSliceMut;

use super::earliest::{Earliest, may_be_same};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::Givers;
use crate::model::date::Date;
use crate::model::index::ContributionId;
use crate::model::kind::{PatronId, ProjectId, RegionId};
use crate::model::portal::Portal;
use crate::model::write_up::{Project, ProjectStatus, WriteUp};

/// A gift, or a project, and the same one that stands before it.
pub(super) type Repeat<I> = (I, I);

pub(super) fn project_of(portal: &Portal, gift: ContributionId) -> Option<ProjectId> {
    portal.contributions[gift].project
}

/// Projects whose gifts all stand in one other project as well, and whether they are the same by all else, too. A single
/// gift in another project is no copy of the project.
pub(super) fn copied_projects(
    portal: &Portal,
    gifts: &[Repeat<ContributionId>],
) -> BTreeMap<Repeat<ProjectId>, Match> {
    let mut copied: BTreeMap<Repeat<ProjectId>, usize> = BTreeMap::new();
    for &(later, first) in gifts {
        let projects = project_of(portal, later).zip(project_of(portal, first));
        if let Some(projects) = projects.filter(|(later, first)| later != first) {
            *copied.entry(projects).or_default() += 1;
        }
    }
    let is_named = |project: &Project| {
        let mut gifts = project.contributions.iter();
        gifts.all(|&gift| {
            let mut givers = portal.contributions[gift].patrons.iter();
            !givers.any(|&giver| portal.patrons[giver].is_anonymous())
        })
    };
    let whole = copied.into_iter().filter_map(|((later, first), count)| {
        let [of, other] = [later, first].map(|project| &portal.projects[project]);
        // What is in no sum is told nowhere above.
        let counted = of.contributions.iter();
        let counted = counted.filter(|&&gift| portal.contributions[gift].is_counted());
        let all = count == counted.count();
        let is_same = all
            && of.contributions.len() == other.contributions.len()
            && are_same_but_for_gifts(of, other);
        // By a gift alone, readers would know that it is the same anonymous giver.
        let is_copy = is_same || all && count >= 2 && is_named(of);
        let is_same_by = if is_same { Match::All } else { Match::Gifts };
        is_copy.then_some(((later, first), is_same_by))
    });
    whole.collect()
}

/// Projects that have the title, the region and the dates of another one, and are not told already.
pub(super) fn same_titles(
    portal: &Portal,
    told: &BTreeMap<Repeat<ProjectId>, Match>,
) -> Vec<Repeat<ProjectId>> {
    // Most titles are their own.
    let titled = portal.projects.iter().flat_map(|(id, project)| {
        titles(&project.text).map(move |title| (title, project.region, id))
    });
    let mut titled: Vec<(u64, RegionId, ProjectId)> = titled.collect();
    titled.par_sort_unstable();
    let alike = titled.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1));
    let shared = alike.filter(|alike| alike.iter().any(|of| of.2 != alike[0].2));
    let mut projects: Vec<ProjectId> = shared.flatten().map(|(_, _, id)| *id).collect();
    projects.sort_by_key(|&id| (portal.projects[id].text.source(), id));
    projects.dedup();
    let mut seen = Earliest::default();
    let mut repeats = Vec::new();
    for id in projects {
        let project = &portal.projects[id];
        // Those without a date stand under one that is none.
        let date = project.sorted_by.unwrap_or(Date::Year(0));
        let is_same = |first: &ProjectId| {
            let of = &portal.projects[*first];
            are_same_but_for_gifts(project, of)
                && !are_for_others(project, of)
                && !have_gifts_of_their_own(portal, project, of)
                && !told.contains_key(&(id, *first))
                && !told.contains_key(&(*first, id))
        };
        let mut keys = titles(&project.text).map(|title| (project.region, title));
        let first = keys.find_map(|key| seen.find(&key, date, is_same));
        repeats.extend(first.map(|first| (id, first)));
        for title in titles(&project.text) {
            seen.add((project.region, title), date, id);
        }
    }
    repeats
}

/// Planned projects that were entered anew when they were carried out: the title, region, givers and amounts are those of
/// another one, and their pledges stay in every sum. Days tell nothing: what was given came later.
pub(super) fn kept_plans(
    portal: &Portal,
    told: &BTreeMap<Repeat<ProjectId>, Match>,
) -> Vec<Repeat<ProjectId>> {
    let is_plan = |project: &Project| project.status == ProjectStatus::Planned;
    let plans = portal
        .projects
        .iter()
        .filter(|(_, project)| is_plan(project));
    let plans = plans.filter_map(|(id, plan)| Some((id, plan, named_gifts(portal, plan)?)));
    let plans: Vec<(ProjectId, &Project, Vec<Gift>)> = plans.collect();
    let keys = |project: &Project| -> Vec<(RegionId, u64)> {
        let titles = titles(&project.text);
        titles.map(|title| (project.region, title)).collect()
    };
    let planned: HashSet<(RegionId, u64)> = plans.iter().flat_map(|(_, of, _)| keys(of)).collect();
    if planned.is_empty() {
        return Vec::new();
    }
    let mut carried_out: HashMap<(RegionId, u64), Vec<ProjectId>> = HashMap::default();
    for (id, project) in portal.projects.iter().filter(|(_, of)| !is_plan(of)) {
        for key in keys(project)
            .into_iter()
            .filter(|key| planned.contains(key))
        {
            let of = carried_out.entry(key).or_default();
            if of.len() < LOOKED_AT {
                of.push(id);
            }
        }
    }
    let found = plans.into_iter().filter_map(|(id, plan, gifts)| {
        let keys = keys(plan).into_iter();
        let mut others = keys.flat_map(|key| carried_out.get(&key).into_iter().flatten());
        let other = others.find(|&&other| {
            let of = &portal.projects[other];
            let is_told = told.contains_key(&(id, other)) || told.contains_key(&(other, id));
            let given = named_gifts(portal, of);
            !is_told
                && are_same_but_for_gifts(plan, of)
                && !are_for_others(plan, of)
                && given.is_some_and(|given| gifts.iter().all(|gift| given.contains(gift)))
        });
        other.map(|other| (id, *other))
    });
    found.collect()
}

/// So many projects with one title are looked at, so that the time stays linear.
const LOOKED_AT: usize = 16;

/// Who gave, and how much.
type Gift = (Givers, Option<u128>);

/// The gifts of a project, if it has any, and every giver may be named.
fn named_gifts(portal: &Portal, project: &Project) -> Option<Vec<Gift>> {
    let gifts = project.contributions.iter();
    let gifts = gifts.map(|&gift| {
        let gift = &portal.contributions[gift];
        let mut givers = gift.patrons.clone();
        givers.sort_unstable();
        let is_named = !givers
            .iter()
            .any(|&giver| portal.patrons[giver].is_anonymous());
        is_named.then(|| (givers, gift.amount.map(|amount| amount.0)))
    });
    let gifts: Option<Vec<Gift>> = gifts.collect();
    gifts.filter(|gifts| !gifts.is_empty())
}

/// Whether both of two projects have gifts, and are two by their status, or by their givers where no day or month is the
/// same: in one year somebody else may well build the same.
fn have_gifts_of_their_own(portal: &Portal, a: &Project, b: &Project) -> bool {
    if a.contributions.is_empty() || b.contributions.is_empty() {
        return false;
    }
    let is_vague = |of: &Project| matches!(of.sorted_by, None | Some(Date::Year(_)));
    // By a message readers would know that somebody anonymous gave to both.
    let named = |of: &Project| -> HashSet<PatronId> {
        let gifts = of.contributions.iter();
        let givers = gifts.flat_map(|&gift| &portal.contributions[gift].patrons);
        let named = givers.filter(|&&giver| !portal.patrons[giver].is_anonymous());
        named.copied().collect()
    };
    let share_no_giver = || named(a).is_disjoint(&named(b));
    a.status != b.status || (is_vague(a) || is_vague(b)) && share_no_giver()
}

/// Whether two projects, alike by title, region and dates, are two by their place or kind. Where no date is
/// the same either, a place or kind that only one of them states is enough: many villages get a kindergarten.
fn are_for_others(a: &Project, b: &Project) -> bool {
    let is_dated = |of: &Project| of.started.or(of.completed).is_some();
    let by_title_alone = !is_dated(a) || !is_dated(b);
    fn differ<T: PartialEq>(a: Option<T>, b: Option<T>, by_title_alone: bool) -> bool {
        a != b && (by_title_alone || a.is_some() && b.is_some())
    }
    a.direction != b.direction
        || differ(a.object, b.object, by_title_alone)
        || differ(a.district, b.district, by_title_alone)
        || differ(a.location, b.location, by_title_alone)
}

/// The titles in all languages, by their letters and digits alone.
fn titles(text: &WriteUp) -> impl Iterator<Item = u64> + '_ {
    text.iter().map(|(_, version)| version.title_digest)
}

fn are_same_but_for_gifts(a: &Project, b: &Project) -> bool {
    let may_be = |a: Option<Date>, b: Option<Date>| a.zip(b).is_none_or(|(a, b)| may_be_same(a, b));
    let is_district = a.district.zip(b.district).is_none_or(|(a, b)| a == b);
    a.region == b.region
        && is_district
        && may_be(a.started, b.started)
        && may_be(a.completed, b.completed)
        && titles(&a.text).any(|title| titles(&b.text).any(|other| title == other))
}

/// What a project has in common with another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    All,
    /// All of its gifts, and not the rest.
    Gifts,
    /// All but its gifts.
    Title,
    /// The plan of the other one: all but the days and the status.
    Plan,
}

pub(super) fn same_project(
    portal: &Portal,
    pair: Repeat<ProjectId>,
    is_same_by: Match,
) -> Diagnostic {
    let pair = [pair.0, pair.1].map(|project| &portal.projects[project]);
    let [later, first] = pair.map(|project| &*project.text);
    let title = |of: &WriteUp| of.origin().field("title");
    let what = match is_same_by {
        Match::Gifts => "gifts",
        Match::Plan => "plan",
        Match::Title if pair.iter().any(|of| !of.contributions.is_empty()) => "title",
        Match::All | Match::Title => "all",
    };
    Diagnostic::new(Code::SameProject, title(later))
        .with("id", &later.id)
        .with("other", &first.id)
        .with("what", what)
        .also(title(first))
}
