//! CSV of a list of contributions: exactly its rows, in its order, in the page's language, without their total.
//!
//! The columns are those of the table of contributions that a reader has use for, under their titles; a text that is not
//! translated is in the language that stands in for it, as on the page. Form: as of all tables of pages.

use super::csv::line;
use crate::data::{Cell, Column, columns, each_contribution};
use crate::model::contribution::ContributionStatus;
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

/// The rows of a list.
pub(crate) fn contribution_rows(view: &View<'_>, listed: Listed) -> String {
    let data = view.data();
    let all = columns(DataTable::Contributions, data.languages());
    let groups: Vec<Vec<usize>> = COLUMNS
        .iter()
        .map(|base| places(view, &all, base))
        .collect();
    let mut text = String::from('\u{feff}');
    let mut heads = Vec::new();
    for (base, group) in COLUMNS.iter().zip(&groups) {
        match *base {
            AMOUNT => heads.extend(amount_titles(view)),
            _ => heads.extend(group.first().map(|&of| all[of].title_alone(view.lang()))),
        }
    }
    line(&heads, &mut text);
    let contributions = list_in_order(view, listed).into_iter();
    let with_status = contributions.map(|of| (of, view.portal.contributions[of].status));
    let (contributions, statuses): (Vec<_>, Vec<_>) = with_status.unzip();
    let mut statuses = statuses.into_iter();
    each_contribution(&data, contributions, |cells| {
        let status = statuses.next();
        let mut row = Vec::new();
        for (base, group) in COLUMNS.iter().zip(&groups) {
            let mut stated = group.iter().filter(|&&place| cells[place] != Cell::Empty);
            let cell = stated.next();
            let cell = cell.map(|&place| shown(&all[place], &cells[place], view.lang()));
            let cell = cell.unwrap_or_default();
            match *base {
                AMOUNT => {
                    row.extend(
                        ContributionStatus::COUNTED.map(|of| match status == Some(of) {
                            true => cell.clone(),
                            false => String::new(),
                        }),
                    )
                }
                _ => row.push(cell),
            }
        }
        line(&row, &mut text);
    });
    text
}

/// What the columns of amounts are called, as in tables of sums.
fn amount_titles(view: &View<'_>) -> [String; 2] {
    let columns = columns(DataTable::TotalsByYear, &[]);
    ["delivered_amount", "pledged_amount"].map(|name| {
        let column = columns.iter().find(|column| column.name == name);
        column.map_or_else(String::new, |column| column.title(view.lang()))
    })
}

/// The columns of a name, that of the reader's language first, then those that stand in for it.
fn places(view: &View<'_>, all: &[Column], base: &str) -> Vec<usize> {
    let wanted = std::iter::once(view.lang()).chain(view.portal.site.fallback.iter().copied());
    let wanted: Vec<Lang> = wanted.chain(Lang::ALL).collect();
    let rank = |column: &Column| wanted.iter().position(|&lang| Some(lang) == column.lang);
    let with_base = all
        .iter()
        .enumerate()
        .filter(|(_, column)| column.base() == base);
    let mut places: Vec<usize> = with_base.map(|(place, _)| place).collect();
    places.sort_by_key(|&place| rank(&all[place]));
    places
}

/// A cell as readers of a language see it: words of an enumeration by their meaning.
fn shown(column: &Column, cell: &Cell<'_>, lang: Lang) -> String {
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
