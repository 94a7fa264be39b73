//! Double entry: gifts, and projects, that stand twice, so that one sum would be added twice.
//!
//! Takes the linked portal, gives a warning for each that stands elsewhere already, with both places. A gift is compared
//! with those of its giver alone, and by what hashes, so that the time grows with the number of gifts.

use std::collections::{BTreeMap, HashSet};

use rayon::prelude::*;

use super::earliest::Earliest;
use super::exchanged_days::exchanged_days;
use super::instalments::instalments;
use super::joint_shares::joint_shares;
use super::same_givers::copied_records;
use super::same_projects::{
    Match, Repeat, copied_projects, kept_plans, project_of, same_project, same_titles,
};
use super::same_sources::are_same;
use super::total_rows::total_rows;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::{Contribution, Givers, IMPORTED};
use crate::model::date::Date;
use crate::model::index::{ContributionId, TableIndex};
use crate::model::kind::PatronId;
use crate::model::lang::{Lang, Localised};
use crate::model::place::Place;
use crate::model::portal::Portal;
use crate::source::text::plain_words::plain_words;

/// A warning for each gift and each project that stands twice.
pub(crate) fn repeats(portal: &Portal) -> Vec<Diagnostic> {
    let gifts = repeated_gifts(portal);
    let later: HashSet<ContributionId> = gifts.iter().map(|(later, _)| *later).collect();
    let by_same_givers = |&&(later, first): &&Repeat<ContributionId>| {
        sorted_givers(&portal.contributions[later]) == sorted_givers(&portal.contributions[first])
    };
    let wholly: Vec<Repeat<ContributionId>> =
        gifts.iter().filter(by_same_givers).copied().collect();
    let copied = copied_projects(portal, &wholly);
    let is_told = |(later, first): &Repeat<ContributionId>| {
        let projects = project_of(portal, *later).zip(project_of(portal, *first));
        projects.is_none_or(|projects| !copied.contains_key(&projects))
    };
    let plans = kept_plans(portal, &copied);
    let same = same_titles(portal, &copied).into_iter();
    let same = same.filter(|pair| !plans.contains(pair));
    let same = same.map(|pair| (pair, Match::Title));
    let same = same.chain(plans.iter().map(|pair| (*pair, Match::Plan)));
    let gifts = gifts.iter().filter(|pair| is_told(pair));
    let mut found: Vec<Diagnostic> = gifts.map(|pair| same_gift(portal, pair)).collect();
    found.extend(copied_records(portal));
    found.extend(total_rows(portal));
    found.extend(exchanged_days(portal, are_told_apart));
    found.extend(joint_shares(portal, &later, are_told_apart));
    found.extend(instalments(portal, &later, are_told_apart));
    let projects = copied.iter().map(|(pair, by)| (*pair, *by)).chain(same);
    found.extend(projects.map(|(pair, by)| same_project(portal, pair, by)));
    found
}

/// Each gift that repeats an earlier one: if it can be, one by the same givers, else by some of them.
fn repeated_gifts(portal: &Portal) -> Vec<Repeat<ContributionId>> {
    let givers = portal.patrons.rows().par_iter().enumerate();
    let found = givers.flat_map_iter(|(number, patron)| {
        repeats_of(portal, PatronId::new(number), &patron.contributions)
    });
    let mut found: Vec<(Repeat<ContributionId>, Shared)> = found.collect();
    found.sort_by_cached_key(|&((later, first), shared)| (later, shared, order(portal, first)));
    found.dedup_by_key(|((later, _), _)| *later);
    found.into_iter().map(|(pair, _)| pair).collect()
}

/// Which givers two gifts share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Shared {
    All,
    /// One gave alone, or others with whom.
    Some,
}

fn same_gift(portal: &Portal, &(later, first): &Repeat<ContributionId>) -> Diagnostic {
    let (later, first) = (&portal.contributions[later], &portal.contributions[first]);
    let [at, other] = [later, first].map(|gift| portal.place_of(gift));
    let mut shared = later.patrons.iter();
    let is_named =
        !shared.any(|giver| first.patrons.contains(giver) && portal.patrons[*giver].is_anonymous());
    let givers = match sorted_givers(later) == sorted_givers(first) {
        true => "all",
        false => "some",
    };
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
    let warning = warning.with("where", elsewhere).with("givers", givers);
    let status = match later.status == first.status {
        true => "one",
        false => "both",
    };
    let warning = warning.with("status", status);
    let ids = [later, first].map(|gift| gift.annotation.as_ref().and_then(|of| of.id.as_ref()));
    let warning = match ids {
        // By its mark the other one could be found.
        [Some(id), None] | [None, Some(id)]
            if other.is_some() && id.as_str().starts_with(IMPORTED) =>
        {
            warning.with("imported", id)
        }
        _ => warning,
    };
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

/// The gifts of a giver that repeat an earlier one. Those of the same givers are looked at by the first of them.
fn repeats_of(
    portal: &Portal,
    giver: PatronId,
    gifts: &[ContributionId],
) -> Vec<(Repeat<ContributionId>, Shared)> {
    if gifts.len() < 2 {
        return Vec::new();
    }
    let gift = |id: ContributionId| &portal.contributions[id];
    let mut by_amount: Vec<(Option<u128>, ContributionId)> = gifts
        .iter()
        .filter(|id| gift(**id).is_counted())
        .map(|&id| (gift(id).amount.map(|amount| amount.0), id))
        .collect();
    by_amount.sort_unstable();
    let mut repeats = BTreeMap::new();
    for alike in by_amount.chunk_by(|a, b| a.0 == b.0) {
        if alike.len() < 2 || alike[0].0.is_none() {
            continue;
        }
        let mut seen = Seen::of(portal, giver);
        let mut alike: Vec<ContributionId> = alike.iter().map(|(_, id)| *id).collect();
        alike.sort_by_key(|&id| order(portal, id));
        for id in alike {
            // Also money and a thing of the same worth: one entered it as paid, the other as what was bought.
            repeats.extend(seen.find(id, ()).map(|first| (id, first)));
            seen.add(id, ());
        }
    }
    let in_kind = by_amount
        .iter()
        .filter(|(_, id)| gift(*id).in_kind.is_some());
    let mut in_kind: Vec<ContributionId> = in_kind.map(|(_, id)| *id).collect();
    if in_kind.len() >= 2 && by_amount[0].0.is_none() {
        in_kind.sort_by_key(|&id| order(portal, id));
        for (id, first) in same_things(portal, giver, &in_kind) {
            repeats.entry(id).or_insert(first);
        }
    }
    let pairs = repeats.into_iter();
    pairs
        .map(|(id, (first, shared))| ((id, first), shared))
        .collect()
}

/// The gifts of a giver that were looked at, each under a key.
struct Seen<'a, K> {
    portal: &'a Portal,
    giver: PatronId,
    /// By all givers, of whom this one is the first.
    of_same: Earliest<(Givers, K), ContributionId>,
    of_some: Earliest<K, ContributionId>,
}

impl<'a, K: Clone + Eq + std::hash::Hash> Seen<'a, K> {
    fn of(portal: &'a Portal, giver: PatronId) -> Seen<'a, K> {
        Seen {
            portal,
            giver,
            of_same: Earliest::default(),
            of_some: Earliest::default(),
        }
    }

    fn find(&self, id: ContributionId, key: K) -> Option<(ContributionId, Shared)> {
        let gifts = &self.portal.contributions;
        let gift = &gifts[id];
        let is_same = |first: &ContributionId| !are_told_apart(gift, &gifts[*first]);
        let givers = sorted_givers(gift);
        let by_others = |first: &ContributionId| {
            let first = &gifts[*first];
            first.patrons.len() != givers.len() || sorted_givers(first) != givers
        };
        let some = self
            .of_some
            .find(&key, gift.date, |first| is_same(first) && by_others(first));
        let all = (givers[0] == self.giver).then(|| {
            let key = (givers.clone(), key);
            self.of_same.find(&key, gift.date, is_same)
        });
        let all = all.flatten().map(|first| (first, Shared::All));
        all.or(some.map(|first| (first, Shared::Some)))
    }

    fn add(&mut self, id: ContributionId, key: K) {
        let gift = &self.portal.contributions[id];
        let givers = sorted_givers(gift);
        if givers[0] == self.giver {
            self.of_same.add((givers, key.clone()), gift.date, id);
        }
        self.of_some.add(key, gift.date, id);
    }
}

/// Of gifts in kind by one giver, those of which the same words tell, where not both state an amount.
fn same_things(
    portal: &Portal,
    giver: PatronId,
    in_kind: &[ContributionId],
) -> Vec<(ContributionId, (ContributionId, Shared))> {
    let (mut all, mut unpriced) = (Seen::of(portal, giver), Seen::of(portal, giver));
    let mut repeats = Vec::new();
    for &id in in_kind {
        let gift = &portal.contributions[id];
        let texts = gift.in_kind.iter().flat_map(|text| text.iter());
        let keys: Vec<String> = texts.map(|(_, text)| plain_words(text)).collect();
        let others = match gift.amount {
            Some(_) => &unpriced,
            None => &all,
        };
        let first = keys.iter().find_map(|key| others.find(id, key.clone()));
        repeats.extend(first.map(|first| (id, first)));
        for key in keys {
            if gift.amount.is_none() {
                unpriced.add(id, key.clone());
            }
            all.add(id, key);
        }
    }
    repeats
}

/// Whether two gifts, alike by giver, date and what was given, are two by what else is written of them.
fn are_told_apart(a: &Contribution, b: &Contribution) -> bool {
    let id = |of: &Contribution| of.annotation.as_ref().and_then(|note| note.id.clone());
    let [source_a, source_b] = [a, b].map(|of| Some(&of.annotation.as_ref()?.source.as_ref()?.at));
    let differ_by_source = source_a.zip(source_b).is_some_and(|(a, b)| !are_same(a, b));
    // In one year somebody may well give the same twice; on one day hardly.
    let is_vague = [a, b].iter().any(|of| matches!(of.date, Date::Year(_)));
    differ(id(a), id(b)) || differ_by_source || is_vague && is_for_another(a, b)
}

/// Whether two gifts outside any project are stated to be for different things or places. What only one of them states
/// tells nothing apart: the other was entered in haste.
fn is_for_another(a: &Contribution, b: &Contribution) -> bool {
    let Some((for_a, for_b)) = a.purpose.as_ref().zip(b.purpose.as_ref()) else {
        return false;
    };
    a.region != b.region
        || a.direction != b.direction
        || differ(a.district, b.district)
        || differ(a.object, b.object)
        || !may_be_one_purpose(for_a, for_b)
}

/// Whether both are stated, and are not the same.
fn differ<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    a.zip(b).is_some_and(|(a, b)| a != b)
}

/// Whether two purposes are the same in a language, but for words that one of them has more.
fn may_be_one_purpose(a: &Localised, b: &Localised) -> bool {
    let words = |of: &Localised| -> Vec<(Lang, HashSet<String>)> {
        let words = |text: &str| plain_words(text).split(' ').map(str::to_owned).collect();
        of.iter().map(|(lang, text)| (lang, words(text))).collect()
    };
    let (a, b) = (words(a), words(b));
    let pairs = a.iter().flat_map(|a| b.iter().map(move |b| (a, b)));
    let mut of_one_language = pairs.filter(|(a, b)| a.0 == b.0);
    of_one_language.any(|((_, a), (_, b))| a.is_subset(b) || b.is_subset(a))
}

fn sorted_givers(gift: &Contribution) -> Givers {
    let mut givers = gift.patrons.clone();
    givers.sort_unstable();
    givers
}
