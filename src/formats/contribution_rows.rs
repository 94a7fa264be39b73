//! CSV of a list of contributions: exactly its rows, in its order, in the page's language, without their total.
//!
//! The columns are those of the table of contributions that a reader has use for, under their titles; a text that is not
//! translated is in the language that stands in for it, as on the page. Form: as of all tables of pages.

use super::csv::line;
use crate::data::{Cell, Column, ReadersColumns, columns};
use crate::model::contribution::ContributionStatus;
use crate::model::index::ContributionId;
use crate::model::lang::Lang;
use crate::pages::list_in_order;
use crate::pages::view::View;
use crate::plan::Listed;
use crate::plan::data::DataTable;

/// What was delivered and what was pledged stand in columns of their own: nobody should add them up.
const AMOUNT: &str = "amount";

/// The columns, by their names without a language.
const COLUMNS: [&str; 20] = [
    "date",
    "patron_name",
    "patron_kind",
    "home_region_name",
    "status",
    AMOUNT,
    "kind",
    "in_kind",
    "project_title",
    "purpose",
    "region_name",
    "district_name",
    "direction_name",
    "object_kind_name",
    "note",
    "source_title",
    "source_url",
    "source_date",
    "sample",
    "id",
];

/// The rows of a list. Each is in many lists, and made once for all of them.
pub(crate) fn contribution_rows(view: &View<'_>, listed: Listed) -> String {
    let mut heads = Vec::new();
    for column in &readers_columns(view).columns {
        match column.name.as_str() {
            AMOUNT => heads.extend(amount_titles(view)),
            _ => heads.push(column.title(view.lang())),
        }
    }
    let mut text = String::from('\u{feff}');
    line(&heads, &mut text);
    for contribution in list_in_order(view, listed) {
        text.push_str(view.rows.csv_row(view.lang(), contribution));
    }
    text
}

/// The row of a contribution, with the end of its line.
pub(crate) fn csv_row(
    view: &View<'_>,
    readers: &ReadersColumns<ContributionId>,
    contribution: ContributionId,
) -> String {
    let status = view.portal.contributions[contribution].status;
    let mut row = Vec::new();
    let cells = readers.row(&view.data(), &contribution);
    for (column, cell) in readers.columns.iter().zip(&cells) {
        let shown = shown(column, cell, view.lang());
        match column.name.as_str() {
            AMOUNT => row.extend(ContributionStatus::COUNTED.map(|of| match of == status {
                true => shown.clone(),
                false => String::new(),
            })),
            _ => row.push(shown),
        }
    }
    let mut text = String::new();
    line(&row, &mut text);
    text
}

pub(crate) fn readers_columns(view: &View<'_>) -> ReadersColumns<ContributionId> {
    ReadersColumns::of_contributions(&COLUMNS, languages(view))
}

/// The reader's language, then those that stand in for it.
pub(super) fn languages(view: &View<'_>) -> Vec<Lang> {
    view.lang().or(&view.portal.site.fallback).collect()
}

/// What the columns of amounts are called, as in tables of sums.
pub(super) fn amount_titles(view: &View<'_>) -> [String; 2] {
    let columns = columns(DataTable::TotalsByYear, &[]);
    ["delivered_amount", "pledged_amount"].map(|name| {
        let column = columns.iter().find(|column| column.name == name);
        column.map_or_else(String::new, |column| column.title(view.lang()))
    })
}

/// A cell as readers of a language see it: words of an enumeration by their meaning.
pub(super) fn shown(column: &Column, cell: &Cell<'_>, lang: Lang) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => match column.enumeration() {
            Some(words) => words.meaning(text, lang),
            None => text.clone().into_owned(),
        },
        Cell::Integer(number) => number.to_string(),
        Cell::Decimal(number) => number.to_string(),
        Cell::Date(date) => date.to_string(),
        Cell::Boolean(true) => column.title(lang),
        Cell::Boolean(false) => String::new(),
    }
}
