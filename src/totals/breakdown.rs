//! Breakdowns: sums grouped by one axis, or cross-tabulated by two (a pivot table).
//!
//! Takes a set of contributions and an axis; gives a row for each key that any of them has. Knows nothing of how rows
//! are shown.

use crate::model::index::ContributionId;
use crate::model::portal::Portal;

use super::group::{Group, group};
use super::total::{Addend, Adder, Sums, addends};
use crate::model::axis::{Axis, Key};

/// Sums along one axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Breakdown {
    pub axis: Axis,
    /// A row for each key that has contributions: as the tables are, years upwards, «anonymous», «joint» and «not stated» last.
    pub rows: Vec<(Key, Sums)>,
}

impl Breakdown {
    /// The sums of a key; empty ones if it has no contributions.
    pub(crate) fn get(&self, key: Key) -> &Sums {
        static EMPTY: Sums = Sums::EMPTY;
        // The rows are sorted by key.
        self.rows
            .binary_search_by_key(&key.rank(), |(other, _)| other.rank())
            .ok()
            .and_then(|at| self.rows.get(at))
            .filter(|(other, _)| *other == key)
            .map_or(&EMPTY, |(_, sums)| sums)
    }
}

/// Sums along two axes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cross {
    pub axes: (Axis, Axis),
    /// For each key of the first axis, its contributions along the second.
    pub rows: Vec<(Key, Breakdown)>,
}

impl Cross {
    /// What has a key of the first axis, along the second; none if nothing has it.
    pub(crate) fn get(&self, key: Key) -> Option<&Breakdown> {
        let mut rows = self.rows.iter();
        rows.find_map(|(other, breakdown)| (*other == key).then_some(breakdown))
    }
}

/// Breaks any set of contributions down: a region's by year, a year's by direction. One that comes twice counts once.
pub(crate) fn breakdown(
    portal: &Portal,
    ids: impl IntoIterator<Item = ContributionId>,
    axis: Axis,
) -> Breakdown {
    Breakdown::of(portal, &addends(portal, ids), axis, &mut Adder::new(portal))
}

impl Breakdown {
    pub(super) fn of(
        portal: &Portal,
        addends: &[Addend],
        axis: Axis,
        adder: &mut Adder,
    ) -> Breakdown {
        Breakdown::of_groups(axis, &group(portal, addends, axis), adder)
    }

    /// Adds up what is grouped along the axis already.
    pub(super) fn of_groups(axis: Axis, groups: &[Group], adder: &mut Adder) -> Breakdown {
        let rows = groups
            .iter()
            .map(|(key, group)| (*key, adder.sums(group)))
            .collect();
        Breakdown { axis, rows }
    }
}

impl Cross {
    /// Breaks down what is grouped along the first axis already.
    pub(super) fn of_groups(
        portal: &Portal,
        axes: (Axis, Axis),
        groups: &[Group],
        adder: &mut Adder,
    ) -> Cross {
        let rows = groups
            .iter()
            .map(|(key, group)| (*key, Breakdown::of(portal, group, axes.1, adder)))
            .collect();
        Cross { axes, rows }
    }
}
