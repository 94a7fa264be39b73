//! The tables of awards and of their recipients.

use super::givers;
use crate::data::cell::Cell;
use crate::data::column::{ColumnType, Enumeration};
use crate::data::published::Data;
use crate::data::relation::Relation;
use crate::model::award::{Award, Recipient};
use crate::model::kind::AwardId;
use crate::model::lang::Lang;
use crate::plan::Page;
use crate::plan::data::DataTable;

pub(in crate::data) fn awards() -> Relation<impl Sized> {
    let mut table = Relation::new(|data| data.portal.awards.indices().collect::<Vec<AwardId>>());
    table
        .id("id", |data, row| Some(award(data, row).record.id.as_str()))
        .key();
    table
        .localised("name", |data, row| Some(&award(data, row).record.name))
        .called("column-award-name");
    table
        .date("date", |data, row| Some(award(data, row).record.date))
        .required();
    table
        .region("region", |data, row| award(data, row).region)
        .called("column-award-region-id");
    table
        .cell("recipients", ColumnType::Integer, |data, row| {
            Cell::count(award(data, row).recipients.len())
        })
        .required();
    table.page(|_, &row| Some(Page::Award(row))).required();
    table.boolean("sample", |data, row| award(data, row).record.sample);
    table
}

fn award<'a>(data: &Data<'a>, row: &AwardId) -> &'a Award {
    &data.portal.awards[*row]
}

/// A recipient of an award, and its number in the list.
struct Row {
    award: AwardId,
    number: usize,
    recipient: usize,
}

pub(in crate::data) fn recipients() -> Relation<impl Sized> {
    let mut table = Relation::new(rows);
    table
        .id("award_id", |data, row: &Row| {
            Some(data.portal.awards[row.award].record.id.as_str())
        })
        .to(DataTable::Awards)
        .key();
    table
        .cell("number", ColumnType::Integer, |_, row| {
            Cell::count(row.number)
        })
        .called("column-recipient-number")
        .key();
    table
        .word("recipient", Enumeration::Recipient, |data, row| {
            let named = givers::named(data, recipient(data, row).patron);
            Some(if named.is_some() {
                "patron"
            } else {
                givers::ANONYMOUS
            })
        })
        .required();
    table
        .id("patron_id", |data, row| {
            givers::named_id(data, recipient(data, row).patron)
        })
        .called("column-recipient-patron-id")
        .to(DataTable::Patrons);
    table
        .in_languages("patron_name", ColumnType::Text, |data, row, lang| {
            Cell::text(givers::name(data, recipient(data, row).patron, lang))
        })
        .called("column-recipient-patron-name");
    table
        .word("patron_kind", Enumeration::PatronKind, |data, row| {
            let patron = recipient(data, row).patron;
            Some(data.portal.patrons[patron].record.kind.word())
        })
        .called("column-recipient-patron-kind")
        .required();
    table
        .region("home_region", |data, row| {
            Some(data.portal.patrons[recipient(data, row).patron].region)
        })
        .called("column-recipient-home-region-id")
        .required();
    table.id("category_id", |data, row| {
        let category = recipient(data, row).category?;
        Some(
            data.portal.awards[row.award].record.categories[category]
                .id
                .as_str(),
        )
    });
    table.label("category_name", |data, row| {
        let category = recipient(data, row).category?;
        Some(&data.portal.awards[row.award].record.categories[category].name)
    });
    table
        .localised("note", |data, row| recipient(data, row).note.as_ref())
        .called("column-recipient-note");
    table.boolean("sample", |data, row| {
        data.portal.awards[row.award].record.sample
    });
    table
}

fn recipient<'a>(data: &Data<'a>, row: &Row) -> &'a Recipient {
    &data.portal.awards[row.award].recipients[row.recipient]
}

/// The recipients of each award by category, as its page has them: in the order given, those who must not be named last.
fn rows(data: &Data<'_>) -> Vec<Row> {
    let mut rows = Vec::new();
    for (award, of) in data.portal.awards.iter() {
        let mut order: Vec<usize> = (0..of.recipients.len()).collect();
        order.sort_by_cached_key(|&nth| {
            let recipient = &of.recipients[nth];
            let patron = &data.portal.patrons[recipient.patron];
            let unnamed = patron.is_anonymous().then(|| {
                let note = recipient.note.as_ref();
                let note = Lang::ALL.map(|lang| note.and_then(|note| note.exact(lang)));
                (patron.record.kind.word(), patron.region, note)
            });
            (recipient.category, unnamed)
        });
        let numbered = order.into_iter().zip(1..);
        rows.extend(numbered.map(|(recipient, number)| Row {
            award,
            number,
            recipient,
        }));
    }
    rows
}
