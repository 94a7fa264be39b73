//! The axes along which contributions are added up, and the one key that a contribution has on each.
//!
//! Takes contributions; gives their keys, and groups by key in the order of rows. Adds nothing up.

use crate::model::contribution::Contribution;
use crate::model::portal::Portal;
use crate::model::table::{DirectionId, DistrictId, ObjectKindId, PatronId, RegionId, TableIndex};

use super::total::Addend;

/// A way to break a sum down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Axis {
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
    pub const ALL: [Axis; 7] = [
        Axis::Region,
        Axis::From,
        Axis::Year,
        Axis::Direction,
        Axis::Object,
        Axis::District,
        Axis::Patron,
    ];

    /// The word in a text's `@total?…`: `region`.
    pub fn word(self) -> &'static str {
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

/// What a row of a breakdown is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Key {
    Region(RegionId),
    /// None: a joint gift.
    From(Option<RegionId>),
    Year(i16),
    Direction(DirectionId),
    /// None: not stated.
    Object(Option<ObjectKindId>),
    /// None: in this region, the district is not stated.
    District(RegionId, Option<DistrictId>),
    /// None: a joint gift.
    Patron(Option<PatronId>),
}

impl Key {
    pub fn axis(self) -> Axis {
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

    /// Sorts the rows of one axis: as the tables are, years upwards, «joint» and «not stated» last.
    pub(super) fn rank(self) -> (i64, usize) {
        fn place<I: TableIndex>(index: Option<I>) -> usize {
            index.map_or(usize::MAX, I::place)
        }
        match self {
            Key::Region(region) => (0, region.place()),
            Key::From(home) => (0, place(home)),
            Key::Year(year) => (i64::from(year), 0),
            Key::Direction(direction) => (0, direction.place()),
            Key::Object(object) => (0, place(object)),
            Key::District(region, district) => (region.place() as i64, place(district)),
            Key::Patron(patron) => (0, place(patron)),
        }
    }
}

/// The one key that a contribution has on this axis.
pub fn key_of(portal: &Portal, contribution: &Contribution, axis: Axis) -> Key {
    match axis {
        Axis::Region => Key::Region(contribution.region),
        Axis::From => {
            Key::From(sole_giver(contribution).map(|patron| portal.patrons[patron].region))
        }
        Axis::Year => Key::Year(contribution.date.year()),
        Axis::Direction => Key::Direction(contribution.direction),
        Axis::Object => Key::Object(contribution.object),
        Axis::District => Key::District(contribution.region, contribution.district),
        Axis::Patron => Key::Patron(sole_giver(contribution)),
    }
}

/// Who gave it alone; none if several did.
fn sole_giver(contribution: &Contribution) -> Option<PatronId> {
    match contribution.patrons[..] {
        [patron] => Some(patron),
        _ => None,
    }
}

/// The addends that have a key.
pub(super) type Group<'a> = (Key, Vec<Addend<'a>>);

/// Groups addends by their key, in the order of rows; within a group they keep their order.
pub(super) fn group<'a>(portal: &Portal, addends: &[Addend<'a>], axis: Axis) -> Vec<Group<'a>> {
    let keys: Vec<Key> = addends
        .iter()
        .map(|addend| key_of(portal, &portal.contributions[addend.id], axis))
        .collect();
    let slots = Slots::new(portal, &keys, axis);
    let mut sizes = vec![0; slots.count];
    for &key in &keys {
        sizes[slots.of(key)] += 1;
    }
    let mut by_slot: Vec<Vec<Addend>> = sizes.into_iter().map(Vec::with_capacity).collect();
    for (&addend, &key) in addends.iter().zip(&keys) {
        by_slot[slots.of(key)].push(addend);
    }
    by_slot
        .into_iter()
        .filter_map(|group| {
            let first = group.first()?;
            let key = key_of(portal, &portal.contributions[first.id], axis);
            Some((key, group))
        })
        .collect()
}

/// Numbers the keys of an axis in the order of rows, so that grouping is counting and needs no sorting.
struct Slots {
    count: usize,
    first_year: i16,
    /// The first slot of each region's districts, and where the last ones end.
    districts: Vec<usize>,
}

impl Slots {
    fn new(portal: &Portal, keys: &[Key], axis: Axis) -> Slots {
        let years = keys.iter().filter_map(|key| match key {
            Key::Year(year) => Some(*year),
            _ => None,
        });
        let first_year = years.clone().min().unwrap_or(0);
        let mut districts = vec![0];
        if axis == Axis::District {
            let mut end = 0;
            districts.extend(portal.regions.iter().map(|(_, region)| {
                end += region.record.districts.len() + 1;
                end
            }));
        }
        let count = match axis {
            Axis::Region => portal.regions.len(),
            Axis::From => portal.regions.len() + 1,
            Axis::Year => years
                .max()
                .map_or(0, |last| usize::from(last.abs_diff(first_year)) + 1),
            Axis::Direction => portal.directions.len(),
            Axis::Object => portal.objects.len() + 1,
            Axis::District => districts[portal.regions.len()],
            Axis::Patron => portal.patrons.len() + 1,
        };
        Slots {
            count,
            first_year,
            districts,
        }
    }

    fn of(&self, key: Key) -> usize {
        let last = self.count - 1;
        match key {
            Key::Region(region) => region.place(),
            Key::From(home) => home.map_or(last, RegionId::place),
            Key::Year(year) => usize::from(year.abs_diff(self.first_year)),
            Key::Direction(direction) => direction.place(),
            Key::Object(object) => object.map_or(last, ObjectKindId::place),
            Key::District(region, district) => match district {
                Some(district) => self.districts[region.place()] + district.place(),
                None => self.districts[region.place() + 1] - 1,
            },
            Key::Patron(patron) => patron.map_or(last, PatronId::place),
        }
    }
}
