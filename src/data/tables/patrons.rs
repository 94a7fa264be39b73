//! The table of patrons who may be named.

use super::givers;
use crate::data::cell::Cell;
use crate::data::column::{ColumnType, Enumeration};
use crate::data::published::Data;
use crate::data::relation::Relation;
use crate::model::kind::PatronId;
use crate::model::patron::PatronRecord;
use crate::plan::Page;

pub(in crate::data) fn patrons() -> Relation<PatronId> {
    let mut table = Relation::new(rows);
    table
        .id("id", |data, row| Some(patron(data, row).id.as_str()))
        .key();
    table
        .word("kind", Enumeration::PatronKind, |data, row| {
            Some(patron(data, row).kind.word())
        })
        .called("column-patron-own-kind")
        .required();
    table
        .localised("name", |data, row| Some(&patron(data, row).name))
        .called("column-patron-own-name");
    table
        .region("region", |data, row| Some(data.portal.patrons[*row].region))
        .called("column-patron-own-region-id")
        .required();
    table
        .cell("since", ColumnType::Year, |data, row| {
            Cell::integer(patron(data, row).since.map(i16::unsigned_abs))
        })
        .called("column-patron-since");
    table.cell("members", ColumnType::Integer, |data, row| {
        Cell::integer(patron(data, row).members)
    });
    table.cell("site", ColumnType::Url, |data, row| {
        Cell::text(patron(data, row).site.as_deref())
    });
    table.page(|_, &row| Some(Page::Patron(row))).required();
    table.boolean("sample", |data, row| patron(data, row).sample);
    table
}

fn rows(data: &Data<'_>) -> Vec<PatronId> {
    let all = data.portal.patrons.indices();
    all.filter_map(|patron| givers::named(data, patron))
        .collect()
}

fn patron<'a>(data: &Data<'a>, row: &PatronId) -> &'a PatronRecord {
    &data.portal.patrons[*row].record
}
