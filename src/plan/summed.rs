//! What the tables of sums of a page add up: the campaign, a region, a year and the like, and by which axes.

use crate::model::axis::Axis;
use crate::model::filter::Filter;
use crate::model::index::ContributionId;
use crate::model::kind::{DirectionId, ObjectKindId, PatronId, RegionId};
use crate::model::portal::Portal;
use crate::totals::{Sums, Totals, matches};

/// What the tables of sums of a page add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Summed {
    /// Everything: the files of these tables stand beside the page of all totals.
    Campaign,
    Region(RegionId),
    Direction(DirectionId),
    /// With the kinds below it.
    Object(ObjectKindId),
    Year(i16),
    /// What a patron gave alone.
    Patron(PatronId),
}

impl Summed {
    /// The axes of the tables that have a file.
    pub(crate) fn axes(self) -> &'static [Axis] {
        match self {
            Summed::Campaign => &[
                Axis::Year,
                Axis::Region,
                Axis::From,
                Axis::Direction,
                Axis::Object,
            ],
            Summed::Region(_) => &[Axis::Year, Axis::Direction, Axis::Object],
            Summed::Direction(_) => &[Axis::Year, Axis::Region, Axis::Object],
            Summed::Object(_) => &[Axis::Year, Axis::Region],
            Summed::Year(_) => &[Axis::Region, Axis::Direction, Axis::Object],
            Summed::Patron(_) => &[Axis::Year],
        }
    }

    /// The contributions one after the other, found as they are asked for.
    pub(super) fn contributions<'a>(
        self,
        portal: &'a Portal,
        totals: &'a Totals,
    ) -> Box<dyn Iterator<Item = ContributionId> + 'a> {
        let all = |sums: &'a Sums| -> Box<dyn Iterator<Item = ContributionId>> {
            let (delivered, pledged) = (&sums.delivered.contributions, &sums.pledged.contributions);
            Box::new(delivered.iter().chain(pledged).copied())
        };
        match self {
            Summed::Campaign => all(&totals.whole),
            Summed::Region(region) => all(totals.region(region)),
            Summed::Direction(direction) => all(totals.direction(direction)),
            Summed::Year(year) => all(totals.year(year)),
            Summed::Object(object) => {
                let filter = Filter {
                    object: Some(object),
                    ..Filter::default()
                };
                let contributions = portal.contributions.iter();
                let of_kind = contributions
                    .filter(move |(_, contribution)| matches(&filter, portal, contribution));
                Box::new(of_kind.map(|(id, _)| id))
            }
            Summed::Patron(patron) => {
                let alone =
                    |contribution: &ContributionId| !portal.contributions[*contribution].is_joint();
                let contributions = portal.patrons[patron].contributions.iter().copied();
                Box::new(contributions.filter(alone))
            }
        }
    }
}
