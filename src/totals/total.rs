//! Totals: amount, counts and distinct counts of a set of contributions, as a pair of delivered and pledged.
//!
//! Takes contributions of a portal; gives their amount and counts. Knows nothing of axes.

use crate::model::contribution::ContributionStatus;
use crate::model::index::{ContributionId, TableIndex};
use crate::model::kind::{PatronId, ProjectId};
use crate::model::money::{Amount, Tenge};
use crate::model::portal::Portal;

/// What some contributions add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Total {
    /// Of the contributions that have an amount.
    pub amount: Tenge,
    /// What stands behind it: each once, in the order of the portal.
    pub contributions: Vec<ContributionId>,
    /// Distinct projects that hold one of the contributions.
    pub projects: usize,
    /// Distinct patrons, anonymous ones too, each giver of a joint contribution.
    pub patrons: usize,
    /// Contributions in kind whose amount is not known.
    pub without_amount: usize,
}

impl Total {
    /// Nothing was given.
    pub(crate) fn is_empty(&self) -> bool {
        self.contributions.is_empty()
    }

    /// What it shows: the one function that decides that unknown is not zero.
    pub(crate) fn shown(&self) -> Amount {
        if self.is_empty() {
            Amount::Nothing
        } else if self.without_amount < self.contributions.len() {
            Amount::Known(self.amount)
        } else {
            Amount::NotStated
        }
    }
}

/// What was delivered and what was pledged. The two are never added up.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Sums {
    pub delivered: Total,
    pub pledged: Total,
    /// Distinct projects that hold a contribution of either; those that have only been pledged something are the
    /// difference to the delivered ones.
    pub projects: usize,
    /// Distinct patrons of either.
    pub patrons: usize,
}

impl Sums {
    /// The sums of no contributions.
    pub(crate) const EMPTY: Sums = Sums {
        delivered: EMPTY_TOTAL,
        pledged: EMPTY_TOTAL,
        projects: 0,
        patrons: 0,
    };

    pub(crate) fn of(&self, status: ContributionStatus) -> &Total {
        static NOTHING: Total = EMPTY_TOTAL;
        match status {
            ContributionStatus::Delivered => &self.delivered,
            ContributionStatus::Pledged => &self.pledged,
            // They are in no sum.
            ContributionStatus::Withdrawn | ContributionStatus::Void => &NOTHING,
        }
    }

    /// How many contributions stand behind both.
    pub(crate) fn count(&self) -> usize {
        self.delivered.contributions.len() + self.pledged.contributions.len()
    }

    /// What stands behind both: the delivered ones in the order of the portal, then the pledged ones.
    pub(crate) fn contributions(&self) -> impl Iterator<Item = ContributionId> + Clone {
        let (delivered, pledged) = (&self.delivered.contributions, &self.pledged.contributions);
        delivered.iter().chain(pledged).copied()
    }
}

const EMPTY_TOTAL: Total = Total {
    amount: Tenge::ZERO,
    contributions: Vec::new(),
    projects: 0,
    patrons: 0,
    without_amount: 0,
};

/// Adds up a set of contributions: their order does not matter, and one that comes twice counts once. Its cost goes by
/// the set alone, not by the portal: lists ask for it row by row.
pub(crate) fn sum(portal: &Portal, ids: impl IntoIterator<Item = ContributionId>) -> Sums {
    let all = addends(portal, ids);
    let [projects, patrons] = [projects_of(&all), patrons_of(&all)];
    let (delivered, pledged): (Vec<Addend>, Vec<Addend>) = all
        .into_iter()
        .partition(|addend| addend.status == ContributionStatus::Delivered);
    Sums {
        delivered: total_of(&delivered),
        pledged: total_of(&pledged),
        projects,
        patrons,
    }
}

fn total_of(addends: &[Addend]) -> Total {
    let known = addends.iter().filter_map(|addend| addend.amount);
    Total {
        amount: known.clone().sum(),
        without_amount: addends.len() - known.count(),
        contributions: addends.iter().map(|addend| addend.id).collect(),
        projects: projects_of(addends),
        patrons: patrons_of(addends),
    }
}

fn projects_of(addends: &[Addend]) -> usize {
    distinct(addends.iter().filter_map(|addend| addend.project).collect())
}

fn patrons_of(addends: &[Addend]) -> usize {
    let patrons = addends.iter().flat_map(|addend| addend.patrons);
    distinct(patrons.copied().collect())
}

fn distinct<T: Ord>(mut all: Vec<T>) -> usize {
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// What adding up needs of a contribution, small enough to be sorted into rows again and again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Addend<'a> {
    pub(super) id: ContributionId,
    status: ContributionStatus,
    amount: Option<Tenge>,
    project: Option<ProjectId>,
    patrons: &'a [PatronId],
}

/// The addends of a set of contributions in the order of the portal, each once; what is in no sum gives none.
pub(super) fn addends(
    portal: &Portal,
    ids: impl IntoIterator<Item = ContributionId>,
) -> Vec<Addend<'_>> {
    let mut set: Vec<ContributionId> = ids.into_iter().collect();
    set.sort_unstable();
    set.dedup();
    set.into_iter()
        .filter_map(|id| {
            let contribution = &portal.contributions[id];
            contribution.is_counted().then_some(Addend {
                id,
                status: contribution.status,
                amount: contribution.amount,
                project: contribution.project,
                patrons: &contribution.patrons,
            })
        })
        .collect()
}

/// Adds up one set of contributions after another. It marks each project and patron with the number of the sums that
/// counted it last, so that nothing is cleared between them. Sorting, as [`sum`] does, would take twice the time where
/// all is added up (10 ms for 4.4 ms at 25,000 contributions, in a model of the two loops alone); marks for each row of
/// a list would take the room of the portal.
pub(super) struct Adder {
    sums: u32,
    delivered: Marks,
    pledged: Marks,
    either: Marks,
}

#[derive(Clone)]
struct Marks {
    projects: Vec<u32>,
    patrons: Vec<u32>,
}

impl Adder {
    pub(super) fn new(portal: &Portal) -> Adder {
        let none = Marks {
            projects: vec![0; portal.projects.len()],
            patrons: vec![0; portal.patrons.len()],
        };
        Adder {
            sums: 0,
            delivered: none.clone(),
            pledged: none.clone(),
            either: none,
        }
    }

    /// Adds up addends of which each comes once.
    pub(super) fn sums(&mut self, addends: &[Addend]) -> Sums {
        self.sums += 1;
        let mut sums = Sums::default();
        for addend in addends {
            let (total, marks) = match addend.status {
                ContributionStatus::Delivered => (&mut sums.delivered, &mut self.delivered),
                ContributionStatus::Pledged => (&mut sums.pledged, &mut self.pledged),
                ContributionStatus::Withdrawn | ContributionStatus::Void => continue,
            };
            total.contributions.push(addend.id);
            match addend.amount {
                Some(amount) => total.amount += amount,
                None => total.without_amount += 1,
            }
            let either = &mut self.either;
            if let Some(project) = addend.project {
                total.projects += mark(&mut marks.projects[project.index()], self.sums);
                sums.projects += mark(&mut either.projects[project.index()], self.sums);
            }
            for patron in addend.patrons {
                total.patrons += mark(&mut marks.patrons[patron.index()], self.sums);
                sums.patrons += mark(&mut either.patrons[patron.index()], self.sums);
            }
        }
        sums
    }
}

/// Marks something with the number of these sums: 1 if they did not count it yet, else 0.
fn mark(counted: &mut u32, sums: u32) -> usize {
    usize::from(std::mem::replace(counted, sums) != sums)
}
