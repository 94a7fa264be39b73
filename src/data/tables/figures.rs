//! The tables of reported figures and of their breakdowns.

use crate::data::cell::Cell;
use crate::data::column::{ColumnType, Enumeration};
use crate::data::published::Data;
use crate::data::relation::Relation;
use crate::model::figure::{BreakdownOf, BreakdownRecord, FigureRecord};
use crate::model::kind::{DirectionId, FigureId, ObjectKindId};
use crate::plan::data::DataTable;

pub(in crate::data) fn figures() -> Relation<impl Sized> {
    let mut table = Relation::new(|data| data.portal.figures.indices().collect::<Vec<FigureId>>());
    table
        .id("id", |data, row| Some(figure(data, row).id.as_str()))
        .key();
    table
        .region("region", |data, row| data.portal.figures[*row].region)
        .called("column-figure-region-id");
    table.district(|data, row| {
        let of = &data.portal.figures[*row];
        Some((of.region?, of.district?))
    });
    table.date("period_from", |data, row| {
        Some(figure(data, row).period?.from)
    });
    table.date("period_to", |data, row| Some(figure(data, row).period?.to));
    table
        .word("measure", Enumeration::Measure, |data, row| {
            Some(figure(data, row).measure.word())
        })
        .required();
    table
        .cell("amount", ColumnType::Amount, |data, row| {
            Cell::amount(figure(data, row).amount)
        })
        .called("column-figure-amount");
    table
        .word("precision", Enumeration::FigurePrecision, |data, row| {
            Some(figure(data, row).precision.word())
        })
        .called("column-figure-precision")
        .required();
    type Count = fn(&FigureRecord) -> Option<u64>;
    for (name, message, count) in [
        (
            "patrons",
            "column-figure-patrons",
            (|of| of.patrons) as Count,
        ),
        ("projects", "column-figure-projects", |of| of.projects),
        ("objects", "column-figure-objects", |of| of.objects),
    ] {
        table
            .cell(name, ColumnType::Integer, move |data, row| {
                Cell::integer(count(figure(data, row)))
            })
            .called(message);
    }
    table
        .id("part_of_id", |data, row| {
            let whole = data.portal.figures[*row].part_of?;
            Some(figure(data, &whole).id.as_str())
        })
        .to(DataTable::ReportedFigures);
    table
        .localised("note", |data, row| figure(data, row).note.as_ref())
        .called("column-figure-note");
    table
        .localised("source_title", |data, row| {
            Some(&figure(data, row).source.title)
        })
        .called("column-figure-source-title");
    table
        .cell("source_url", ColumnType::Url, |data, row| {
            Cell::text(Some(figure(data, row).source.url.as_str()))
        })
        .called("column-figure-source-url")
        .required();
    table.date("source_date", |data, row| figure(data, row).source.date);
    table.boolean("contradicts_itself", |data, row| {
        !data.portal.figures[*row].contradictions.is_empty()
    });
    table.boolean("sample", |data, row| figure(data, row).sample);
    table
}

fn figure<'a>(data: &Data<'a>, row: &FigureId) -> &'a FigureRecord {
    &data.portal.figures[*row].record
}

/// A row of a breakdown: the figure and the place in its list.
type Row = (FigureId, usize);

pub(in crate::data) fn breakdowns() -> Relation<impl Sized> {
    let mut table = Relation::new(rows);
    table
        .id("figure_id", |data, row: &Row| {
            Some(figure(data, &row.0).id.as_str())
        })
        .to(DataTable::ReportedFigures)
        .key();
    table
        .cell("number", ColumnType::Integer, |_, row| {
            Cell::count(row.1 + 1)
        })
        .called("column-breakdown-number")
        .key();
    table.object_kind(|data, row| match of(data, row) {
        BreakdownOf::Object(object) => Some(*object),
        BreakdownOf::Direction(_) | BreakdownOf::Label(_) => None,
    });
    table.direction(|data, row| match of(data, row) {
        BreakdownOf::Direction(direction) => Some(*direction),
        BreakdownOf::Object(_) | BreakdownOf::Label(_) => None,
    });
    table.localised("label", |data, row| match &entry(data, row).of {
        BreakdownOf::Label(label) => Some(label),
        BreakdownOf::Object(_) | BreakdownOf::Direction(_) => None,
    });
    table
        .cell("amount", ColumnType::Amount, |data, row| {
            Cell::amount(entry(data, row).amount)
        })
        .called("column-figure-amount");
    table
        .cell("projects", ColumnType::Integer, |data, row| {
            Cell::integer(entry(data, row).projects)
        })
        .called("column-figure-projects");
    table
}

fn of<'a>(data: &Data<'a>, row: &Row) -> &'a BreakdownOf<ObjectKindId, DirectionId> {
    &data.portal.figures[row.0].breakdown[row.1]
}

fn entry<'a>(data: &Data<'a>, row: &Row) -> &'a BreakdownRecord {
    &figure(data, &row.0).breakdown[row.1]
}

fn rows(data: &Data<'_>) -> Vec<Row> {
    let figures = data.portal.figures.iter();
    let rows =
        figures.flat_map(|(figure, of)| (0..of.breakdown.len()).map(move |nth| (figure, nth)));
    rows.collect()
}
