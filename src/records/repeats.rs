//! Double entry: gifts, and projects, that stand twice, so that one sum would be added twice.
//!
//! Takes the linked portal, gives a warning for each that stands elsewhere already, with both places. A gift is compared
//! with those of its giver alone, and by what hashes, so that the time grows with the number of gifts.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::earliest::{Earliest, may_be_same};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::{Contribution, Givers};
use crate::model::date::Date;
use crate::model::index::{ContributionId, TableIndex};
use crate::model::kind::{PatronId, ProjectId};
use crate::model::lang::Localised;
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::model::write_up::{Project, WriteUp};

/// A gift, or a project, and the same one that stands before it.
type Repeat<I> = (I, I);

/// A warning for each gift and each project that stands twice.
pub(crate) fn repeats(portal: &Portal) -> Vec<Diagnostic> {
    let givers = portal.patrons.rows().par_iter().enumerate();
    let gifts = givers.flat_map_iter(|(number, patron)| {
        repeats_of(portal, PatronId::new(number), &patron.contributions)
    });
    let gifts: Vec<Repeat<ContributionId>> = gifts.collect();
    let copied = copied_projects(portal, &gifts);
    let is_told = |(later, first): &Repeat<ContributionId>| {
        let projects = project_of(portal, *later).zip(project_of(portal, *first));
        projects.is_none_or(|projects| !copied.contains_key(&projects))
    };
    let gifts = gifts.iter().filter(|pair| is_told(pair));
    let mut found: Vec<Diagnostic> = gifts.map(|pair| same_gift(portal, pair)).collect();
    let without_gifts = same_titles(portal).into_iter().map(|pair| (pair, true));
    let projects = copied.into_iter().chain(without_gifts);
    found.extend(projects.map(|(pair, is_same)| same_project(portal, pair, is_same)));
    found
}

fn project_of(portal: &Portal, gift: ContributionId) -> Option<ProjectId> {
    portal.contributions[gift].project
}

fn same_gift(portal: &Portal, &(later, first): &Repeat<ContributionId>) -> Diagnostic {
    let (later, first) = (&portal.contributions[later], &portal.contributions[first]);
    let [at, other] = [later, first].map(|gift| portal.place_of(gift));
    let mut givers = later.patrons.iter();
    let is_named = !givers.any(|&giver| portal.patrons[giver].is_anonymous());
    // Two files in one message would tie somebody to the record of a name, or to another project.
    let (at, other, elsewhere) = match (later.project, first.project) {
        _ if is_named || at.source == other.source => (at, Some(other), "shown"),
        (None, Some(_)) => (other, None, "record"),
        (Some(_), None) => (at, None, "record"),
        _ => (at, None, "project"),
    };
    let date = match is_named {
        true => later.date,
        false => at_date(portal, &at, [later, first]),
    };
    let warning = Diagnostic::new(Code::SameGift, at).with("date", date);
    let warning = match later.amount.or(first.amount) {
        Some(amount) if later.amount == first.amount => warning.with("sum", amount.0),
        _ => warning,
    };
    let warning = warning.with("where", elsewhere);
    let status = match later.status == first.status {
        true => "one",
        false => "both",
    };
    let warning = warning.with("status", status);
    match other {
        Some(other) => warning.also(other),
        None => warning,
    }
}

/// The date of that gift of the two that stands at a place.
fn at_date(portal: &Portal, at: &Place, gifts: [&Contribution; 2]) -> Date {
    let here = gifts.iter().find(|gift| portal.place_of(gift) == *at);
    here.unwrap_or(&gifts[0]).date
}

/// Where a gift stands among all: by files, and in them from above.
fn order(portal: &Portal, gift: ContributionId) -> impl Ord + use<> {
    let gift = &portal.contributions[gift];
    let (source, record) = match gift.project {
        Some(project) => (portal.projects[project].stated_in.contributions, None),
        None => {
            let origin = portal.patrons[gift.patrons[0]].record.origin;
            (Some(origin.source), origin.item)
        }
    };
    (source, record, gift.item)
}

/// The gifts of a giver that repeat an earlier one: of a joint gift's givers the first looks.
fn repeats_of(
    portal: &Portal,
    giver: PatronId,
    gifts: &[ContributionId],
) -> Vec<Repeat<ContributionId>> {
    if gifts.len() < 2 {
        return Vec::new();
    }
    let gift = |id: ContributionId| &portal.contributions[id];
    let is_first = |id: &ContributionId| gift(*id).patrons.iter().min() == Some(&giver);
    let mut by_amount: Vec<(Option<u128>, ContributionId)> = gifts
        .iter()
        .filter(|id| is_first(id) && gift(**id).is_counted())
        .map(|&id| (gift(id).amount.map(|amount| amount.0), id))
        .collect();
    by_amount.sort_unstable();
    let mut repeats = BTreeMap::new();
    for alike in by_amount.chunk_by(|a, b| a.0 == b.0) {
        if alike.len() < 2 || alike[0].0.is_none() {
            continue;
        }
        let mut seen = Earliest::default();
        let mut alike: Vec<ContributionId> = alike.iter().map(|(_, id)| *id).collect();
        let is_same = |id, first: &ContributionId| !are_told_apart(gift(id), gift(*first));
        alike.sort_by_key(|&id| order(portal, id));
        for id in alike {
            // Also money and a thing of the same worth: one entered it as paid, the other as what was bought.
            let key = sorted_givers(gift(id));
            let first = seen.find(&key, gift(id).date, |first| is_same(id, first));
            repeats.extend(first.map(|first| (id, first)));
            seen.add(key, gift(id).date, id);
        }
    }
    let in_kind = by_amount
        .iter()
        .filter(|(_, id)| gift(*id).in_kind.is_some());
    let mut in_kind: Vec<ContributionId> = in_kind.map(|(_, id)| *id).collect();
    if in_kind.len() >= 2 && by_amount[0].0.is_none() {
        in_kind.sort_by_key(|&id| order(portal, id));
        for (id, first) in same_things(portal, &in_kind) {
            repeats.entry(id).or_insert(first);
        }
    }
    repeats.into_iter().collect()
}

/// Of gifts in kind by one giver, those of which the same words tell, where not both state an amount.
fn same_things(portal: &Portal, in_kind: &[ContributionId]) -> Vec<Repeat<ContributionId>> {
    let (mut all, mut unpriced) = (Earliest::default(), Earliest::default());
    let mut repeats = Vec::new();
    for &id in in_kind {
        let gift = &portal.contributions[id];
        let texts = gift.in_kind.iter().flat_map(|text| text.iter());
        let keys = texts.map(|(_, text)| (sorted_givers(gift), plain_words(text)));
        let keys: Vec<(Givers, String)> = keys.collect();
        let others = match gift.amount {
            Some(_) => &unpriced,
            None => &all,
        };
        let is_same = |first: &ContributionId| !are_told_apart(gift, &portal.contributions[*first]);
        let first = keys
            .iter()
            .find_map(|key| others.find(key, gift.date, is_same));
        repeats.extend(first.map(|first| (id, first)));
        for key in keys {
            if gift.amount.is_none() {
                unpriced.add(key.clone(), gift.date, id);
            }
            all.add(key, gift.date, id);
        }
    }
    repeats
}

/// Whether two gifts, alike by giver, date and what was given, are two by what else is written of them.
fn are_told_apart(a: &Contribution, b: &Contribution) -> bool {
    fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
        a.zip(b).is_some_and(|(a, b)| a != b)
    }
    let id = |of: &Contribution| of.annotation.as_ref().and_then(|note| note.id.clone());
    let source = |of: &Contribution| Some(of.annotation.as_ref()?.source.as_ref()?.at.clone());
    // In one year somebody may well give the same twice; on one day hardly.
    let is_vague = [a, b].iter().any(|of| matches!(of.date, Date::Year(_)));
    differ(id(a), id(b)) || differ(source(a), source(b)) || is_vague && is_for_another(a, b)
}

/// Whether two gifts outside any project are stated to be for different things or places.
fn is_for_another(a: &Contribution, b: &Contribution) -> bool {
    let Some((for_a, for_b)) = a.purpose.as_ref().zip(b.purpose.as_ref()) else {
        return false;
    };
    let words = |of: &Localised| -> Vec<_> {
        let texts = of.iter();
        texts
            .map(|(lang, text)| (lang, plain_words(text)))
            .collect()
    };
    let (for_a, for_b) = (words(for_a), words(for_b));
    a.region != b.region
        || a.direction != b.direction
        || a.object != b.object
        || !for_a.iter().any(|text| for_b.contains(text))
}

fn sorted_givers(gift: &Contribution) -> Givers {
    let mut givers = gift.patrons.clone();
    givers.sort_unstable();
    givers
}

/// A text by its letters and digits alone: case, signs and spaces are no difference.
fn plain_words(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ").to_lowercase()
}

/// Projects whose gifts all stand in one other project as well, and whether they are the same project by all else. A single
/// gift in another project is no copy of the project.
fn copied_projects(
    portal: &Portal,
    gifts: &[Repeat<ContributionId>],
) -> BTreeMap<Repeat<ProjectId>, bool> {
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
        is_copy.then_some(((later, first), is_same))
    });
    whole.collect()
}

/// Projects without gifts that have the title, the region and the dates of another one.
fn same_titles(portal: &Portal) -> Vec<Repeat<ProjectId>> {
    let projects = portal.projects.iter();
    let mut without: Vec<(ProjectId, &Project)> = projects
        .filter(|(_, project)| project.contributions.is_empty())
        .collect();
    without.sort_by_key(|(_, project)| project.text.source());
    let mut seen = Earliest::default();
    let mut repeats = Vec::new();
    for (id, project) in without {
        // Those without a date stand under one that is none.
        let date = project.sorted_by.unwrap_or(Date::Year(0));
        let titles: Vec<_> = titles(&project.text).collect();
        let keys = || titles.iter().map(|title| (project.region, title.clone()));
        let is_same = |first: &ProjectId| {
            let first = &portal.projects[*first];
            are_same_but_for_gifts(project, first) && !are_for_others(project, first)
        };
        let first = keys().find_map(|key| seen.find(&key, date, is_same));
        repeats.extend(first.map(|first| (id, first)));
        for key in keys() {
            seen.add(key, date, id);
        }
    }
    repeats
}

/// Whether two projects without gifts, alike by title, region and dates, are two by their place or kind. Where no date is
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

fn titles(text: &WriteUp) -> impl Iterator<Item = String> {
    text.iter().map(|(_, version)| plain_words(&version.title))
}

fn are_same_but_for_gifts(a: &Project, b: &Project) -> bool {
    let may_be = |a: Option<Date>, b: Option<Date>| a.zip(b).is_none_or(|(a, b)| may_be_same(a, b));
    let is_district = a.district.zip(b.district).is_none_or(|(a, b)| a == b);
    let titles_of_b: Vec<String> = titles(&b.text).collect();
    a.region == b.region
        && is_district
        && may_be(a.started, b.started)
        && may_be(a.completed, b.completed)
        && titles(&a.text).any(|title| titles_of_b.contains(&title))
}

fn same_project(portal: &Portal, pair: Repeat<ProjectId>, is_same: bool) -> Diagnostic {
    let [later, first] = [pair.0, pair.1].map(|project| &portal.projects[project].text);
    let title = |of: &WriteUp| of.origin().field("title");
    Diagnostic::new(Code::SameProject, title(later))
        .with("id", &later.id)
        .with("other", &first.id)
        .with("what", if is_same { "all" } else { "gifts" })
        .also(title(first))
}
