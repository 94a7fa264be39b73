//! The table of corrections: what was wrong and has been set right, the newest first.

use smol_str::SmolStr;

use crate::data::cell::Cell;
use crate::data::column::ColumnType;
use crate::data::published::Data;
use crate::data::relation::Relation;
use crate::data::row_ids::GivenIds;
use crate::model::correction::{CorrectedValue, CorrectionRecord};
use crate::model::kind::CorrectionId;

/// A correction, and its id: few have one of their own, and nothing refers to it.
struct Row {
    of: CorrectionId,
    id: SmolStr,
}

pub(in crate::data) fn corrections() -> Relation<impl Sized> {
    relation()
}

fn relation() -> Relation<Row> {
    let mut table = Relation::new(rows);
    table
        .cell("id", ColumnType::Id, |_, row: &Row| {
            Cell::text(Some(row.id.to_string()))
        })
        .called("column-row-id")
        .key()
        .derived();
    table
        .date("date", |data, row| Some(correction(data, row).date))
        .required();
    table
        .cell("records", ColumnType::Ids, |data, row| {
            let records = correction(data, row).records.iter();
            let records = records.map(|of| format!("{}/{}", of.kind.word(), of.id));
            Cell::text(Some(records.collect::<Vec<_>>().join(";")))
        })
        .called("column-corrected-records")
        .required();
    type Value = fn(&CorrectionRecord) -> &Option<CorrectedValue>;
    for (name, value) in [("was", (|of| &of.was) as Value), ("now", |of| &of.now)] {
        table.cell(
            &format!("{name}_amount"),
            ColumnType::Amount,
            move |data, row| match value(correction(data, row)) {
                Some(CorrectedValue::Amount(amount)) => Cell::amount(Some(*amount)),
                Some(CorrectedValue::Text(_)) | None => Cell::Empty,
            },
        );
        table.localised(&format!("{name}_text"), move |data, row| {
            match value(correction(data, row)) {
                Some(CorrectedValue::Text(text)) => Some(text),
                Some(CorrectedValue::Amount(_)) | None => None,
            }
        });
    }
    table
        .localised("reason", |data, row| Some(&correction(data, row).reason))
        .called("column-correction-reason");
    table.boolean("sample", |data, row| correction(data, row).sample);
    table
}

fn correction<'a>(data: &Data<'a>, row: &Row) -> &'a CorrectionRecord {
    &data.portal.corrections[row.of].record
}

fn rows(data: &Data<'_>) -> Vec<Row> {
    let table = relation();
    let mut ids = GivenIds::default();
    let order = data.indexes.corrections().iter();
    let rows = order.map(|&of| {
        let row = Row {
            of,
            id: SmolStr::default(),
        };
        let id = ids.give(table.digest(data, &row).id());
        Row { of, id }
    });
    rows.collect()
}
