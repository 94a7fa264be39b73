//! What the tables of sums of a page add up: the campaign, a region, a year and the like, and by which axes.

use crate::model::axis::{Axis, Giver, Key};
use crate::model::index::DistrictId;
use crate::model::kind::{DirectionId, ObjectKindId, PatronId, RegionId};
use crate::totals::{Sums, Totals};

/// What the tables of sums of a page add up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Summed {
    /// Everything: the files of these tables stand beside the page of all totals.
    Campaign,
    Region(RegionId),
    District(RegionId, DistrictId),
    Direction(DirectionId),
    /// With the kinds below it.
    Object(ObjectKindId),
    Year(i16),
    /// What a patron gave alone.
    Patron(PatronId),
}

impl Summed {
    /// The axes along which each year of the campaign is broken down.
    pub(crate) const CROSSED: &[Axis] = &[Axis::Region, Axis::Direction];

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
            Summed::Region(_) => &[Axis::Year, Axis::Direction, Axis::Object, Axis::District],
            Summed::District(..) => &[Axis::Year, Axis::Direction, Axis::Object],
            Summed::Direction(_) => &[Axis::Year, Axis::Region, Axis::Object],
            Summed::Object(_) => &[Axis::Year, Axis::Region],
            Summed::Year(_) => &[Axis::Region, Axis::Direction, Axis::Object],
            Summed::Patron(_) => &[Axis::Year],
        }
    }

    /// What a key of a breakdown has a page for.
    pub(crate) fn of_key(key: Key) -> Option<Summed> {
        match key {
            Key::Region(region) => Some(Summed::Region(region)),
            Key::Year(year) => Some(Summed::Year(year)),
            Key::Direction(direction) => Some(Summed::Direction(direction)),
            Key::Object(object) => object.map(Summed::Object),
            Key::District(region, district) => Some(Summed::District(region, district?)),
            Key::Patron(Giver::Named(patron)) => Some(Summed::Patron(patron)),
            Key::Patron(Giver::Anonymous | Giver::Joint) | Key::From(_) => None,
        }
    }

    /// What they add up to, as a whole.
    pub(crate) fn sums(self, totals: &Totals) -> &Sums {
        match self {
            Summed::Campaign => &totals.whole,
            Summed::Region(region) => totals.region(region),
            Summed::District(region, district) => totals.get(Key::District(region, Some(district))),
            Summed::Direction(direction) => totals.direction(direction),
            Summed::Object(object) => totals.object(object),
            Summed::Year(year) => totals.year(year),
            Summed::Patron(patron) => totals.giver(Giver::Named(patron)),
        }
    }
}
