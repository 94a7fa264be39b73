//! The tables of sums: along each axis, and each year along two.
//!
//! Rows stand in the order of the portal, years upwards; what has no record of its own comes last.

use super::givers::{self, ANONYMOUS};
use crate::data::cell::Cell;
use crate::data::column::{ColumnType, Enumeration};
use crate::data::published::Data;
use crate::data::relation::Relation;
use crate::model::axis::{Axis, Giver, Key};
use crate::model::kind::{DirectionId, ObjectKindId, PatronId, RegionId};
use crate::plan::data::DataTable;
use crate::totals::{Cross, Sums};

pub(in crate::data) fn by_region() -> Relation<impl Sized> {
    let mut table = Relation::new(|data| keys(data, Axis::Region));
    table.region("region", |_, row| region(row)).key();
    table.sums(sums);
    table
}

pub(in crate::data) fn by_home_region() -> Relation<impl Sized> {
    let mut table = Relation::new(|data| keys(data, Axis::From));
    table
        .word("row", Enumeration::HomeRegionRow, |_, row| match row {
            Key::From(None) => Some("joint"),
            _ => Some("region"),
        })
        .key();
    table
        .region("home_region", |_, row| match *row {
            Key::From(home) => home,
            _ => None,
        })
        .key_where_any();
    table.sums(sums);
    table
}

pub(in crate::data) fn by_year() -> Relation<impl Sized> {
    let mut table = Relation::new(|data| keys(data, Axis::Year));
    table
        .cell("year", ColumnType::Year, |_, row| year(row))
        .key();
    table.sums(sums);
    table
}

pub(in crate::data) fn by_direction() -> Relation<impl Sized> {
    let mut table = Relation::new(|data| keys(data, Axis::Direction));
    table.direction(|_, row| direction(row)).key();
    table.sums(sums);
    table
}

pub(in crate::data) fn by_object_kind() -> Relation<impl Sized> {
    let mut table = Relation::new(|data| keys(data, Axis::Object));
    table
        .word("row", Enumeration::ObjectKindRow, |_, row| match row {
            Key::Object(None) => Some("not-stated"),
            _ => Some("object-kind"),
        })
        .key();
    table.object_kind(|_, row| object(row)).key_where_any();
    table.sums(sums);
    table
}

pub(in crate::data) fn by_patron() -> Relation<impl Sized> {
    let mut table = Relation::new(|data| keys(data, Axis::Patron));
    table
        .word("giver", Enumeration::Giver, |_, row| match row {
            Key::Patron(Giver::Anonymous) => Some(ANONYMOUS),
            Key::Patron(Giver::Joint) => Some("joint"),
            _ => Some("patron"),
        })
        .key();
    table
        .id("patron_id", |data, row| {
            givers::named_id(data, patron(row)?)
        })
        .to(DataTable::Patrons)
        .key_where_any();
    table
        .in_languages("patron_name", ColumnType::Text, |data, row, lang| {
            let named = patron(row).map(|patron| givers::name(data, patron, lang));
            Cell::text(named.flatten())
        })
        .called("column-sums-patron-name");
    table.sums(sums);
    table
}

fn sums<'a>(data: &Data<'a>, row: &Key) -> &'a Sums {
    data.totals.by(row.axis()).get(*row)
}

fn keys(data: &Data<'_>, axis: Axis) -> Vec<Key> {
    let rows = data.totals.by(axis).rows.iter();
    rows.map(|(key, _)| *key).collect()
}

fn region(key: &Key) -> Option<RegionId> {
    match *key {
        Key::Region(region) => Some(region),
        _ => None,
    }
}

fn direction(key: &Key) -> Option<DirectionId> {
    match *key {
        Key::Direction(direction) => Some(direction),
        _ => None,
    }
}

fn object(key: &Key) -> Option<ObjectKindId> {
    match *key {
        Key::Object(object) => object,
        _ => None,
    }
}

fn patron(key: &Key) -> Option<PatronId> {
    match *key {
        Key::Patron(Giver::Named(patron)) => Some(patron),
        _ => None,
    }
}

fn year(key: &Key) -> Cell<'static> {
    match *key {
        Key::Year(year) => Cell::Integer(year.unsigned_abs().into()),
        _ => Cell::Empty,
    }
}

/// A year, and a region or a direction.
type Crossed = (Key, Key);

pub(in crate::data) fn by_year_region() -> Relation<impl Sized> {
    let mut table = Relation::new(|data| crossed(&data.totals.year_region));
    crossed_year(&mut table);
    table.region("region", |_, row| region(&row.1)).key();
    table.sums(|data, row| in_cross(&data.totals.year_region, row));
    table
}

pub(in crate::data) fn by_year_direction() -> Relation<impl Sized> {
    let mut table = Relation::new(|data| crossed(&data.totals.year_direction));
    crossed_year(&mut table);
    table.direction(|_, row| direction(&row.1)).key();
    table.sums(|data, row| in_cross(&data.totals.year_direction, row));
    table
}

fn crossed_year(table: &mut Relation<Crossed>) {
    table
        .cell("year", ColumnType::Year, |_, (of, _)| year(of))
        .key();
}

fn crossed(cross: &Cross) -> Vec<Crossed> {
    let years = cross.rows.iter();
    let rows = years.flat_map(|(year, of)| of.rows.iter().map(|(key, _)| (*year, *key)));
    rows.collect()
}

fn in_cross<'a>(cross: &'a Cross, (year, key): &Crossed) -> &'a Sums {
    static NOTHING: Sums = Sums::EMPTY;
    cross.get(*year).map_or(&NOTHING, |of| of.get(*key))
}
