//! Open data: the columns of every table and its rows as typed cells, before any format.
//!
//! Takes a portal with its sums; gives for each [`DataTable`](crate::plan::data::DataTable) its columns, with what readers
//! of each language are told of them, and its rows one after another, so that nobody has to hold them all. Who must not be
//! named is the one word `anonymous` here, with a kind and a region, and stands where nothing tells of him. Knows no format:
//! CSV, JSON and all others are made of the same cells.

mod cell;
mod column;
mod published;
mod relation;
mod row_ids;
mod shared_columns;
mod table;
mod tables;
pub(crate) mod words;

pub(crate) use cell::Cell;
pub(crate) use column::{Column, ColumnType, Enumeration};
pub(crate) use published::Data;
pub(crate) use row_ids::RowIds;
pub(crate) use table::{ReadersColumns, columns, count, each_row, each_row_of};
pub(crate) use tables::projects::GivenProject;
