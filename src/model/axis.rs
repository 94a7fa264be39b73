//! Axes (dimensions) along which contributions are aggregated, and the one key that a contribution has on each.

use serde::{Serialize, Serializer};

use super::index::{DistrictId, TableIndex};
use super::kind::{DirectionId, ObjectKindId, PatronId, RegionId};

/// A way to break a sum down: a dimension of the data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Axis {
    /// Where it was received.
    Region,
    /// From where it was given: the giver's home region.
    From,
    Year,
    Direction,
    Object,
    District,
    Patron,
}

impl Axis {
    pub(crate) const ALL: [Axis; 7] = [
        Axis::Region,
        Axis::From,
        Axis::Year,
        Axis::Direction,
        Axis::Object,
        Axis::District,
        Axis::Patron,
    ];

    /// The word in a text's `@total?…`: `region`.
    pub(crate) fn word(self) -> &'static str {
        match self {
            Axis::Region => "region",
            Axis::From => "from",
            Axis::Year => "year",
            Axis::Direction => "direction",
            Axis::Object => "object",
            Axis::District => "district",
            Axis::Patron => "patron",
        }
    }
}

impl Serialize for Axis {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word())
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Axis {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Axis".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({"type": "string", "enum": Axis::ALL.map(Axis::word)})
    }
}

/// What a row of a breakdown is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Key {
    Region(RegionId),
    /// None: a joint contribution.
    From(Option<RegionId>),
    Year(i16),
    Direction(DirectionId),
    /// None: not stated.
    Object(Option<ObjectKindId>),
    /// None: in this region, the district is not stated.
    District(RegionId, Option<DistrictId>),
    Patron(Giver),
}

/// Who gave, as far as a row of sums tells: all who must not be named share one row, so that nobody's gifts can be put
/// together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Giver {
    /// One who may be named.
    Named(PatronId),
    /// One who must not be.
    Anonymous,
    /// Several together.
    Joint,
}

impl Key {
    pub(crate) fn axis(self) -> Axis {
        match self {
            Key::Region(_) => Axis::Region,
            Key::From(_) => Axis::From,
            Key::Year(_) => Axis::Year,
            Key::Direction(_) => Axis::Direction,
            Key::Object(_) => Axis::Object,
            Key::District(..) => Axis::District,
            Key::Patron(_) => Axis::Patron,
        }
    }

    /// False for what several gave, or somebody who must not be named, and for what is not stated.
    pub(crate) fn is_named(self) -> bool {
        !matches!(
            self,
            Key::From(None)
                | Key::Object(None)
                | Key::District(_, None)
                | Key::Patron(Giver::Anonymous | Giver::Joint)
        )
    }

    /// The sort key of a row within one axis: as the tables are, years upwards, «anonymous», «joint» and «not stated» last.
    pub(crate) fn rank(self) -> (i64, usize) {
        fn place<I: TableIndex>(index: Option<I>) -> usize {
            index.map_or(usize::MAX, I::index)
        }
        match self {
            Key::Region(region) => (0, region.index()),
            Key::From(home) => (0, place(home)),
            Key::Year(year) => (i64::from(year), 0),
            Key::Direction(direction) => (0, direction.index()),
            Key::Object(object) => (0, place(object)),
            Key::District(region, district) => (region.index() as i64, place(district)),
            Key::Patron(Giver::Named(patron)) => (0, patron.index()),
            Key::Patron(Giver::Anonymous) => (1, 0),
            Key::Patron(Giver::Joint) => (2, 0),
        }
    }
}
