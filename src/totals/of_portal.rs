//! The totals of a whole portal: its sums, along every axis, and how they are looked up.

use super::breakdown::{Breakdown, Cross};
use super::group::group;
use super::keys::key_of;
use super::total::{Addend, Adder, Sums, addends};
use crate::model::axis::{Axis, Giver, Key};
use crate::model::index::TableIndex;
use crate::model::kind::{DirectionId, ObjectKindId, RegionId};
use crate::model::portal::Portal;

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
    /// What each gave alone, all who must not be named in one row, or «joint».
    pub by_patron: Breakdown,
    /// What patrons who may be named gave alone.
    pub named: Sums,
    /// Of each kind of object with the kinds below it.
    with_kinds_below: Vec<Sums>,
    /// Each year by region.
    pub year_region: Cross,
    /// Each year by direction.
    pub year_direction: Cross,
}

/// Adds up a portal: the whole, and along every axis.
pub(crate) fn compute(portal: &Portal) -> Totals {
    let all = &addends(portal, portal.contributions.indices());
    // The last two take nearly as long as the others: they are made side by side.
    let (totals, (named, with_kinds_below)) = rayon::join(
        || along_axes(portal, all),
        || {
            let adder = &mut Adder::new(portal);
            let of_kinds = with_kinds_below(portal, all);
            let of_kinds: Vec<Sums> = of_kinds.iter().map(|of| adder.sums(of)).collect();
            (adder.sums(&named(portal, all)), of_kinds)
        },
    );
    Totals {
        named,
        with_kinds_below,
        ..totals
    }
}

/// The whole and the sums along each axis; nothing else.
fn along_axes<'a>(portal: &'a Portal, all: &[Addend<'a>]) -> Totals {
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
        named: Sums::default(),
        with_kinds_below: Vec::new(),
        year_region: Cross::of_groups(portal, (Axis::Year, Axis::Region), years, adder),
        year_direction: Cross::of_groups(portal, (Axis::Year, Axis::Direction), years, adder),
    }
}

/// What was given alone by those who may be named.
fn named<'a>(portal: &Portal, all: &[Addend<'a>]) -> Vec<Addend<'a>> {
    let is_named = |addend: &&Addend<'_>| {
        let contribution = &portal.contributions[addend.id];
        let key = key_of(portal, contribution, Axis::Patron);
        matches!(key, Key::Patron(Giver::Named(_)))
    };
    all.iter().filter(is_named).copied().collect()
}

/// What was given for each kind of object and the kinds below it.
fn with_kinds_below<'a>(portal: &Portal, all: &[Addend<'a>]) -> Vec<Vec<Addend<'a>>> {
    let mut of_kinds = vec![Vec::new(); portal.objects.len()];
    for addend in all {
        let stated = portal.contributions[addend.id].object.into_iter();
        for kind in stated.flat_map(|object| portal.object_family(object)) {
            of_kinds[kind.index()].push(*addend);
        }
    }
    of_kinds
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

    /// The years in which anything was delivered, the earliest first.
    pub(crate) fn delivered_years(&self) -> impl DoubleEndedIterator<Item = i16> {
        let rows = self.by_year.rows.iter();
        rows.filter_map(|(key, sums)| match key {
            Key::Year(year) if !sums.delivered.is_empty() => Some(*year),
            Key::Year(_)
            | Key::Region(_)
            | Key::District(..)
            | Key::From(_)
            | Key::Direction(_)
            | Key::Object(_)
            | Key::Patron(_) => None,
        })
    }

    pub(crate) fn direction(&self, direction: DirectionId) -> &Sums {
        self.get(Key::Direction(direction))
    }

    /// Given for this kind of object and the kinds below it.
    pub(crate) fn object(&self, object: ObjectKindId) -> &Sums {
        &self.with_kinds_below[object.index()]
    }

    /// Given by one patron alone who may be named, by all who must not be, or by several together.
    pub(crate) fn giver(&self, giver: Giver) -> &Sums {
        self.get(Key::Patron(giver))
    }
}
