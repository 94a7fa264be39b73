//! Group by: addends by the key that each has on an axis, in the order of rows. Adds nothing up.

use super::keys::key_of;
use crate::model::axis::{Axis, Giver, Key};
use crate::model::index::TableIndex;
use crate::model::kind::{ObjectKindId, RegionId};
use crate::model::portal::Portal;

use super::total::Addend;

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
            Axis::Patron => portal.patrons.len() + 2,
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
            Key::Region(region) => region.index(),
            Key::From(home) => home.map_or(last, RegionId::index),
            Key::Year(year) => usize::from(year.abs_diff(self.first_year)),
            Key::Direction(direction) => direction.index(),
            Key::Object(object) => object.map_or(last, ObjectKindId::index),
            Key::District(region, district) => match district {
                Some(district) => self.districts[region.index()] + district.index(),
                None => self.districts[region.index() + 1] - 1,
            },
            Key::Patron(Giver::Named(patron)) => patron.index(),
            Key::Patron(Giver::Anonymous) => last - 1,
            Key::Patron(Giver::Joint) => last,
        }
    }
}
