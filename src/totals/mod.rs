//! Aggregation: the sums of a portal, exact, each with the contributions behind it.
//!
//! Takes a linked [`Portal`] and gives sums: of the whole, along every axis, of any set of contributions, and beside
//! what officials reported. Knows nothing of pages, languages and HTML.
//!
//! It rests on two invariants. A contribution has exactly one [`Key`] on every [`Axis`] (a joint contribution that of
//! «joint»), so it counts once along each, and the rows of an axis equal the whole. What was delivered and what was
//! pledged are two [`Total`]s that are never added up.

mod breakdown;
mod check;
mod group;
mod keys;
mod patron;
mod reported;
mod total;

pub(crate) use breakdown::{Breakdown, Cross, breakdown};
pub(crate) use check::check;
pub(crate) use keys::{key_of, matches};
pub(crate) use patron::of_patron;
pub(crate) use reported::compare;
pub(crate) use total::{Sums, Total, sum};

use crate::model::axis::{Axis, Key};
use crate::model::filter::Filter;
use crate::model::index::ContributionId;
use crate::model::kind::{DirectionId, PatronId, RegionId};
use crate::model::portal::Portal;

use self::group::group;
use self::total::{Adder, addends};

/// The sums of a whole portal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Totals {
    pub whole: Sums,
    /// Where it was received.
    pub by_region: Breakdown,
    /// From where it was given: the patrons' home region, or «joint».
    pub by_from: Breakdown,
    pub by_year: Breakdown,
    pub by_direction: Breakdown,
    /// By the kind that is stated: a parent's row does not hold its children's.
    pub by_object: Breakdown,
    pub by_district: Breakdown,
    /// What each gave alone, or «joint».
    pub by_patron: Breakdown,
    /// Each year by region.
    pub year_region: Cross,
    /// Each year by direction.
    pub year_direction: Cross,
}

/// Adds up a portal: the whole, and along every axis.
pub(crate) fn compute(portal: &Portal) -> Totals {
    let all = &addends(portal, portal.contributions.indices());
    let adder = &mut Adder::new(portal);
    let years = &group(portal, all, Axis::Year);
    Totals {
        whole: adder.sums(all),
        by_region: Breakdown::of(portal, all, Axis::Region, adder),
        by_from: Breakdown::of(portal, all, Axis::From, adder),
        by_year: Breakdown::of_groups(Axis::Year, years, adder),
        by_direction: Breakdown::of(portal, all, Axis::Direction, adder),
        by_object: Breakdown::of(portal, all, Axis::Object, adder),
        by_district: Breakdown::of(portal, all, Axis::District, adder),
        by_patron: Breakdown::of(portal, all, Axis::Patron, adder),
        year_region: Cross::of_groups(portal, (Axis::Year, Axis::Region), years, adder),
        year_direction: Cross::of_groups(portal, (Axis::Year, Axis::Direction), years, adder),
    }
}

/// Looking sums up: what has no contributions has empty sums.
impl Totals {
    /// The rows along an axis.
    pub(crate) fn by(&self, axis: Axis) -> &Breakdown {
        match axis {
            Axis::Region => &self.by_region,
            Axis::From => &self.by_from,
            Axis::Year => &self.by_year,
            Axis::Direction => &self.by_direction,
            Axis::Object => &self.by_object,
            Axis::District => &self.by_district,
            Axis::Patron => &self.by_patron,
        }
    }

    /// The sums of any key.
    pub(crate) fn get(&self, key: Key) -> &Sums {
        self.by(key.axis()).get(key)
    }

    /// Received in this region.
    pub(crate) fn region(&self, region: RegionId) -> &Sums {
        self.get(Key::Region(region))
    }

    /// Given by single patrons whose home is this region; none: by several together.
    pub(crate) fn from(&self, home: Option<RegionId>) -> &Sums {
        self.get(Key::From(home))
    }

    pub(crate) fn year(&self, year: i16) -> &Sums {
        self.get(Key::Year(year))
    }

    pub(crate) fn direction(&self, direction: DirectionId) -> &Sums {
        self.get(Key::Direction(direction))
    }

    /// Given by this patron alone; none: by several together.
    pub(crate) fn patron(&self, patron: Option<PatronId>) -> &Sums {
        self.get(Key::Patron(patron))
    }
}

/// All contributions that match, in the order of the portal.
pub(crate) fn select(portal: &Portal, filter: &Filter) -> Vec<ContributionId> {
    portal
        .contributions
        .iter()
        .filter(|(_, contribution)| matches(filter, portal, contribution))
        .map(|(id, _)| id)
        .collect()
}
