//! Tables of records: a typed index for each kind, so that the place of a patron is never taken for that of a region.

use std::marker::PhantomData;
use std::ops::Index;

use ahash::HashMap;

use super::id::Id;

/// A typed place in a [`Table`].
pub(crate) trait TableIndex: Copy + Eq {
    fn new(index: usize) -> Self;
    fn index(self) -> usize;
}

macro_rules! table_index {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) struct $name(u32);

        impl TableIndex for $name {
            fn new(index: usize) -> Self {
                $name(index as u32)
            }
            fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

table_index! {
    /// A region of the portal.
    RegionId,
    /// A district in the list of its region.
    DistrictId,
    DirectionId,
    ObjectKindId,
    PatronId,
    AwardId,
    FigureId,
    ProjectId,
    NewsId,
    PageId,
    /// A contribution, in whichever record it stands.
    ContributionId,
}

/// Records of one kind in a fixed order, found by typed index or by id.
#[derive(Debug, Clone)]
pub(crate) struct Table<I, T> {
    rows: Vec<T>,
    by_id: HashMap<Id, u32>,
    index: PhantomData<fn() -> I>,
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Table {
            rows: Vec::new(),
            by_id: HashMap::default(),
            index: PhantomData,
        }
    }
}

impl<I: TableIndex, T> Table<I, T> {
    /// A table of rows with their ids. Of rows with the same id the first is the one that is found.
    pub(crate) fn new(rows: impl IntoIterator<Item = (Id, T)>) -> Self {
        let rows = rows.into_iter();
        let mut table = Table::default();
        let (length, _) = rows.size_hint();
        table.rows.reserve(length);
        table.by_id.reserve(length);
        for (id, row) in rows {
            let place = table.rows.len() as u32;
            table.by_id.entry(id).or_insert(place);
            table.rows.push(row);
        }
        table
    }

    /// A table of rows that nothing refers to by an id.
    pub(crate) fn without_ids(rows: Vec<T>) -> Self {
        Table {
            rows,
            ..Table::default()
        }
    }

    pub(crate) fn find(&self, id: &str) -> Option<I> {
        self.by_id.get(id).map(|&place| I::new(place as usize))
    }

    pub(crate) fn ids(&self) -> impl Iterator<Item = &Id> {
        self.by_id.keys()
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = (I, &T)> {
        self.rows
            .iter()
            .enumerate()
            .map(|(place, row)| (I::new(place), row))
    }

    pub(crate) fn indices(&self) -> impl ExactSizeIterator<Item = I> + use<I, T> {
        (0..self.rows.len()).map(I::new)
    }

    /// All rows in their order, to be changed.
    pub(crate) fn rows_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.rows.iter_mut()
    }

    /// All rows, for many threads at once.
    pub(crate) fn rows(&self) -> &[T] {
        &self.rows
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }
}

impl<I: TableIndex, T> Index<I> for Table<I, T> {
    type Output = T;
    fn index(&self, index: I) -> &T {
        &self.rows[index.index()]
    }
}
