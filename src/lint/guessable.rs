//! Re-identification risk (k-anonymity): patrons who are not named and yet stand alone, so that readers can guess who they are.
//!
//! Takes the linked portal, gives one warning for each such patron, with what to coarsen. It counts what pages show: the
//! kind and the home of a giver, the year, region, object and project of a gift. Nothing is proposed that leaves the warning where it is.

use std::collections::HashMap;
use std::hash::Hash;

use crate::diagnostic::{Code, Diagnostic};
use crate::model::contribution::Contribution;
use crate::model::kind::{ObjectKindId, ProjectId, RegionId};
use crate::model::patron::{Patron, PatronKind};
use crate::model::portal::Portal;

/// In what somebody stands alone: the first is the most telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Alone {
    /// The only one of its kind from its region.
    Home,
    /// Its gift is the only one of a year in a region.
    Year,
    /// Nobody else gave for a project.
    Project,
    /// Its gift is the only one for a kind of object in a region.
    Object,
}

impl Alone {
    fn word(self) -> &'static str {
        match self {
            Alone::Home => "home",
            Alone::Year => "year",
            Alone::Object => "object",
            Alone::Project => "project",
        }
    }
}

/// The region of those who live in other countries, where a portal has one.
const ABROAD: &str = "abroad";

/// How many patrons and gifts share what pages show of them.
struct Crowds {
    homes: HashMap<(PatronKind, RegionId), usize>,
    years: HashMap<(i16, RegionId), usize>,
    objects: HashMap<(ObjectKindId, RegionId), usize>,
    projects: HashMap<ProjectId, usize>,
}

impl Crowds {
    fn new(portal: &Portal) -> Crowds {
        let all = || portal.contributions.iter().map(|(_, gift)| gift);
        let gifts = || all().filter(|gift| gift.is_counted());
        let patrons = portal.patrons.iter();
        Crowds {
            homes: count(patrons.map(|(_, patron)| home(patron))),
            years: count(gifts().map(year)),
            objects: count(gifts().filter_map(object)),
            projects: count(all().filter_map(|gift| gift.project)),
        }
    }

    /// In what a gift stands alone.
    fn of_gift(&self, gift: &Contribution) -> Option<Alone> {
        let counts = gift.is_counted();
        if counts && self.years[&year(gift)] == 1 {
            Some(Alone::Year)
        } else if gift.project.is_some_and(|key| self.projects[&key] == 1) {
            Some(Alone::Project)
        } else if counts && object(gift).is_some_and(|key| self.objects[&key] == 1) {
            Some(Alone::Object)
        } else {
            None
        }
    }
}

fn home(patron: &Patron) -> (PatronKind, RegionId) {
    (patron.record.kind, patron.region)
}

fn year(gift: &Contribution) -> (i16, RegionId) {
    (gift.date.year(), gift.region)
}

fn object(gift: &Contribution) -> Option<(ObjectKindId, RegionId)> {
    Some((gift.object?, gift.region))
}

fn count<K: Eq + Hash>(keys: impl Iterator<Item = K>) -> HashMap<K, usize> {
    let mut counts = HashMap::new();
    for key in keys {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// A warning for each patron who must not be named and whom readers may guess.
pub(super) fn guessable(portal: &Portal) -> Vec<Diagnostic> {
    if !portal
        .patrons
        .iter()
        .any(|(_, patron)| patron.is_anonymous())
    {
        return Vec::new();
    }
    let crowds = Crowds::new(portal);
    let mut regions = portal.regions.iter();
    let abroad = regions.find(|(_, region)| region.record.id.as_str() == ABROAD);
    let abroad = abroad.map(|(id, _)| id);
    let anonymous = portal.patrons.iter().map(|(_, patron)| patron);
    let anonymous = anonymous.filter(|patron| patron.is_anonymous());
    let warning = |patron: &Patron| {
        // In a joint gift others stand beside it.
        let gifts = patron
            .contributions
            .iter()
            .map(|&id| &portal.contributions[id]);
        let own: Vec<&Contribution> = gifts.filter(|gift| !gift.is_joint()).collect();
        let alone = own.iter().filter_map(|gift| crowds.of_gift(gift));
        let alone: Vec<Alone> = alone.collect();
        let only_one = (!own.is_empty() && crowds.homes[&home(patron)] == 1).then_some(Alone::Home);
        let first = only_one.or_else(|| alone.iter().min().copied())?;
        let gifts = match alone.len() {
            0 => "none".to_owned(),
            gifts => gifts.to_string(),
        };
        let at = patron.record.origin.field("id");
        let warning = Diagnostic::new(Code::GuessablePatron, at);
        let warning = warning
            .with("id", &patron.record.id)
            .with("where", first.word());
        let mut warning = warning.with("gifts", gifts);
        // Another home or kind helps whom only that gives away, and where somebody has it.
        if alone.is_empty() {
            let (kind, region) = home(patron);
            let is_shared = |key| crowds.homes.contains_key(&key);
            if abroad.is_some_and(|abroad| abroad != region && is_shared((kind, abroad))) {
                warning = warning.with("wider", ABROAD);
            }
            let kinds = PatronKind::ALL.into_iter();
            let kinds = kinds.filter(|of| *of != kind && is_shared((*of, region)));
            let kinds: Vec<&str> = kinds.map(PatronKind::word).collect();
            if !kinds.is_empty() {
                warning = warning.with("kinds", kinds.join(", "));
            }
        }
        Some(warning)
    };
    anonymous.filter_map(warning).collect()
}
