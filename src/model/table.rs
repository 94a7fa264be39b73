//! Tables of records in a fixed order, found by typed index or by id (a primary key).

use std::marker::PhantomData;
use std::ops::Index;

use ahash::HashMap;

use super::id::Id;
use super::index::TableIndex;
use super::row::Row;

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

    /// A table of records with their own ids.
    pub(crate) fn of(rows: impl IntoIterator<Item = T>) -> Self
    where
        T: Row,
    {
        Table::new(rows.into_iter().map(|row| (row.id().clone(), row)))
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

/// A table of records of any kind.
pub(crate) trait AnyTable {
    fn length(&self) -> usize;

    fn any_row(&self, index: usize) -> &dyn Row;

    fn any_rows(&self) -> Box<dyn Iterator<Item = &dyn Row> + '_>;

    fn any_rows_mut(&mut self) -> Box<dyn Iterator<Item = &mut dyn Row> + '_>;
}

impl<I: TableIndex, T: Row> AnyTable for Table<I, T> {
    fn length(&self) -> usize {
        self.len()
    }

    fn any_row(&self, index: usize) -> &dyn Row {
        &self.rows[index]
    }

    fn any_rows(&self) -> Box<dyn Iterator<Item = &dyn Row> + '_> {
        Box::new(self.rows.iter().map(|row| row as &dyn Row))
    }

    fn any_rows_mut(&mut self) -> Box<dyn Iterator<Item = &mut dyn Row> + '_> {
        Box::new(self.rows.iter_mut().map(|row| row as &mut dyn Row))
    }
}
