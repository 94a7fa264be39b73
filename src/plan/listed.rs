//! Lists of contributions: the sets that a reader can see row by row, each of which adds up to a figure of some page.
//!
//! A list that is short stands on the page of its figure; a long one has pages of its own beside that, and so has one whose
//! figure stands in a table or beside others.

use std::borrow::Cow;

use super::inverted_indexes::InvertedIndexes;
use super::summed::Summed;
use crate::model::axis::{Giver, Key};
use crate::model::index::ContributionId;
use crate::model::kind::{PatronId, ProjectId, RegionId};
use crate::model::portal::Portal;
use crate::totals::{Sums, Totals, joint_of, sum};

/// How many contributions a part of a list of its own holds.
pub(crate) const LIST_LENGTH: usize = 100;

/// How many contributions stand on the page of their sum.
const SHORT: usize = 20;

/// Contributions that make a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Listed {
    /// All that the tables of a page add up.
    Of(Summed),
    /// Those that the figures of two pages share: what a region received in a year, or what was given in a year for a direction. Made by [`Listed::both`].
    Both(Summed, Summed),
    /// Those that patrons of a region gave, each alone, wherever they went.
    From(RegionId),
    /// What a patron gave together with others.
    Joint(PatronId),
    /// All that several gave together.
    AllJoint,
    /// What those gave alone who are not named.
    Anonymous,
    Project(ProjectId),
}

impl Listed {
    /// What the figures of two pages share, if that has a list: of a year and a region, or a year and a direction. In whichever
    /// order they are named, it is the same.
    pub(crate) fn both(one: Summed, other: Summed) -> Option<Listed> {
        match (one, other) {
            (region @ Summed::Region(_), year @ Summed::Year(_))
            | (year @ Summed::Year(_), region @ Summed::Region(_)) => {
                Some(Listed::Both(region, year))
            }
            (year @ Summed::Year(_), direction @ Summed::Direction(_))
            | (direction @ Summed::Direction(_), year @ Summed::Year(_)) => {
                Some(Listed::Both(year, direction))
            }
            _ => None,
        }
    }

    /// What they add up to; empty for what nothing was given for.
    pub(crate) fn sums<'a>(self, portal: &Portal, totals: &'a Totals) -> Cow<'a, Sums> {
        match self {
            Listed::Of(summed) => Cow::Borrowed(summed.sums(totals)),
            Listed::Both(one, other) => {
                shared(totals, one, other).map_or_else(Cow::default, Cow::Borrowed)
            }
            Listed::From(region) => Cow::Borrowed(totals.from(Some(region))),
            Listed::AllJoint => Cow::Borrowed(totals.giver(Giver::Joint)),
            Listed::Anonymous => Cow::Borrowed(totals.giver(Giver::Anonymous)),
            Listed::Joint(patron) => Cow::Owned(sum(portal, joint_of(portal, patron))),
            Listed::Project(project) => {
                let contributions = portal.projects[project].contributions.iter();
                Cow::Owned(sum(portal, contributions.copied()))
            }
        }
    }

    /// Where they stand on the page of their figure, if they are few.
    pub(crate) fn anchor(self) -> &'static str {
        match self {
            Listed::Joint(_) => "joint",
            Listed::Of(_)
            | Listed::Both(..)
            | Listed::From(_)
            | Listed::AllJoint
            | Listed::Anonymous
            | Listed::Project(_) => "contributions",
        }
    }

    /// Whether so many of them have a page of their own. Nothing has none.
    pub(crate) fn has_page(self, contributions: usize) -> bool {
        match self {
            Listed::Of(_) | Listed::Joint(_) => contributions > SHORT,
            Listed::Both(..) | Listed::From(_) | Listed::AllJoint | Listed::Anonymous => {
                contributions > 0
            }
            Listed::Project(_) => contributions > LIST_LENGTH,
        }
    }

    /// The list with the number of its parts, if so many contributions have a page of their own.
    fn parts(self, contributions: usize) -> Option<(Listed, usize)> {
        let parts = contributions.div_ceil(LIST_LENGTH);
        self.has_page(contributions).then_some((self, parts))
    }
}

/// The sums of what two have in common.
fn shared(totals: &Totals, one: Summed, other: Summed) -> Option<&Sums> {
    match (one, other) {
        (Summed::Region(region), Summed::Year(year)) => {
            let of_year = totals.year_region.get(Key::Year(year))?;
            Some(of_year.get(Key::Region(region)))
        }
        (Summed::Year(year), Summed::Direction(direction)) => {
            let of_year = totals.year_direction.get(Key::Year(year))?;
            Some(of_year.get(Key::Direction(direction)))
        }
        _ => None,
    }
}

/// The lists of what each two have in common.
fn all_shared(totals: &Totals) -> impl Iterator<Item = (Listed, usize)> {
    let crosses = [&totals.year_region, &totals.year_direction].into_iter();
    let years = crosses.flat_map(|cross| &cross.rows);
    years.flat_map(|(year, others)| {
        others.rows.iter().filter_map(|(other, sums)| {
            let listed = Listed::both(Summed::of_key(*year)?, Summed::of_key(*other)?)?;
            listed.parts(sums.count())
        })
    })
}

/// All lists that have pages of their own, and how many each has.
pub(super) fn all(
    portal: &Portal,
    totals: &Totals,
    indexes: &InvertedIndexes,
) -> Vec<(Listed, usize)> {
    let patrons = || {
        let patrons = portal.patrons.iter();
        patrons.filter(|(_, patron)| !patron.is_anonymous())
    };
    let districts = indexes.districts();
    let summed = std::iter::once(Summed::Campaign)
        .chain(portal.regions.indices().map(Summed::Region))
        .chain(districts.map(|(region, district)| Summed::District(region, district)))
        .chain(portal.directions.indices().map(Summed::Direction))
        .chain(portal.objects.indices().map(Summed::Object))
        .chain(indexes.years().map(Summed::Year))
        .chain(patrons().map(|(patron, _)| Summed::Patron(patron)));
    let summed = summed.filter_map(|summed| {
        let sums = summed.sums(totals);
        Listed::Of(summed).parts(sums.count())
    });
    // Who has few contributions at all has few joint ones.
    let many = patrons().filter(|(_, patron)| patron.contributions.len() > SHORT);
    let joint = many.filter_map(|(id, _)| Listed::Joint(id).parts(joint_of(portal, id).len()));
    let counted = |of: &[ContributionId]| {
        let of = of.iter();
        of.filter(|&&id| portal.contributions[id].is_counted())
            .count()
    };
    let projects = portal.projects.iter();
    let projects = projects.filter_map(|(id, project)| {
        let of = &project.contributions;
        let is_long = of.len() > LIST_LENGTH;
        is_long.then(|| Listed::Project(id).parts(counted(of)))?
    });
    let others = portal.regions.indices().map(Listed::From);
    let others = others.chain([Listed::AllJoint, Listed::Anonymous]);
    let others = others.filter_map(|listed| listed.parts(listed.sums(portal, totals).count()));
    let all = summed.chain(all_shared(totals)).chain(joint);
    all.chain(projects).chain(others).collect()
}
