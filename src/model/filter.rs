//! Filters (predicates) over contributions: what `@total?region=almaty-region&year=2017` selects, its ids resolved.
//!
//! Knows nothing of how the query was written.

use super::axis::{Giver, Key};
use super::index::DistrictId;
use super::kind::{DirectionId, ObjectKindId, PatronId, RegionId};

/// What a contribution must have; nothing set matches all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(crate) struct Filter {
    pub region: Option<RegionId>,
    pub district: Option<(RegionId, DistrictId)>,
    pub direction: Option<DirectionId>,
    /// This kind of object, or one below it.
    pub object: Option<ObjectKindId>,
    pub year: Option<i16>,
    /// Given by this patron alone: joint contributions stand beside a patron's own sum.
    pub patron: Option<PatronId>,
    /// Given by one patron alone whose home is this region.
    pub from: Option<RegionId>,
}

impl Filter {
    /// The keys that are asked for, one for each field that is set.
    pub(crate) fn keys(&self) -> impl Iterator<Item = Key> {
        [
            self.region.map(Key::Region),
            self.district
                .map(|(region, district)| Key::District(region, Some(district))),
            self.direction.map(Key::Direction),
            self.object.map(|object| Key::Object(Some(object))),
            self.year.map(Key::Year),
            self.patron.map(|patron| Key::Patron(Giver::Named(patron))),
            self.from.map(|home| Key::From(Some(home))),
        ]
        .into_iter()
        .flatten()
    }
}
