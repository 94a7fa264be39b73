//! Cross tables: what was delivered by year and another axis, with the sums of rows and columns and a shade for each
//! amount.

use serde::Serialize;

use super::amounts::{SumsPiece, TotalPiece, total_piece};
use super::breakdown::BreakdownPiece;
use super::drawing_piece::{Legend, Swatch};
use super::message_ids::MessageId;
use super::view::{Link, Text, View};
use crate::drawing::scale::{bounds, shade};
use crate::model::axis::{Axis, Key};
use crate::model::money::{Amount, Tenge};
use crate::plan::tables::Table;
use crate::plan::{Listed, Page, Summed};
use crate::totals::{Breakdown, Cross};

/// What was delivered, by year and another axis.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct CrossPiece<'a> {
    axis: Axis,
    pub years: Vec<YearPiece<'a>>,
    rows: Vec<CrossRow<'a>>,
    whole: SumsPiece,
    /// Where the contributions of all stand.
    whole_rows: Option<String>,
    /// What the shades of its cells mean; in millions of tenge.
    legend: Legend,
    /// The address of its rows as CSV.
    csv: Option<String>,
}

/// A year at the head of a column, and what was delivered in it.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "CrossYear"))]
pub(super) struct YearPiece<'a> {
    link: Link<'a>,
    delivered: TotalPiece,
    /// Where its contributions stand.
    rows: Option<String>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct CrossRow<'a> {
    name: Text<'a>,
    url: Option<String>,
    /// One for each year; none where nothing was delivered.
    cells: Vec<Option<Cell>>,
    whole: SumsPiece,
    /// Where the contributions of the whole stand.
    rows: Option<String>,
}

/// What was delivered in a year.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(super) struct Cell {
    /// Whole tenge; none where no amount is known.
    amount: Amount,
    /// `known` or `not-stated`.
    shown: &'static str,
    /// Its shade, as the legend has it: `1` to `5`, or `u` where no amount is known.
    shade: String,
    /// The page of its contributions, if there is one.
    url: Option<String>,
}

/// What was delivered in each year, along the axis whose whole table is given; its rows are in that table's order.
pub(super) fn cross<'a>(
    view: &View<'a>,
    cross: &Cross,
    table: &BreakdownPiece<'a>,
) -> CrossPiece<'a> {
    let columns = columns(cross);
    let steps = bounds(largest(cross));
    let cell = |key: Key, year: i16, column: &Breakdown| {
        let amount = column.get(key).delivered.shown();
        let url = || {
            let listed = Listed::both(Summed::Year(year), Summed::of_key(key)?)?;
            Some(view.url(Page::Contributions(listed)))
        };
        (amount != Amount::Nothing).then(|| Cell {
            amount,
            shown: amount.word(),
            shade: match amount.known() {
                Some(amount) => shade(&steps, amount.0).to_string(),
                None => "u".to_owned(),
            },
            url: url(),
        })
    };
    let rows = table.rows.iter().map(|row| CrossRow {
        name: row.name.clone(),
        url: row.url.clone(),
        cells: columns
            .iter()
            .map(|&(year, column)| cell(row.key, year, column))
            .collect(),
        whole: row.sums,
        rows: row.rows.clone(),
    });
    let axis = cross.axes.1;
    CrossPiece {
        axis,
        years: columns
            .iter()
            .map(|&(year, _)| YearPiece {
                link: view.year(year),
                delivered: total_piece(&view.totals.year(year).delivered),
                rows: view.list_url(Listed::Of(Summed::Year(year))),
            })
            .collect(),
        rows: rows.collect(),
        whole: table.whole,
        whole_rows: table.whole_rows.clone(),
        legend: legend(view, &steps, has_unknown(cross)),
        csv: view.file_url(
            Summed::Campaign.page(),
            Table::YearBy(axis),
            table.rows.len(),
        ),
    }
}

/// The years in which something was delivered, with what each holds along the other axis.
fn columns(cross: &Cross) -> Vec<(i16, &Breakdown)> {
    let rows = cross.rows.iter();
    let years = rows.filter_map(|(key, breakdown)| match key {
        Key::Year(year) => Some((*year, breakdown)),
        _ => None,
    });
    let has_delivered = |of: &Breakdown| of.rows.iter().any(|(_, of)| !of.delivered.is_empty());
    years.filter(|(_, of)| has_delivered(of)).collect()
}

/// The rows of a table by year and another axis, for a file.
pub(crate) struct CrossedRows {
    pub axis: Axis,
    pub years: Vec<i16>,
    /// The name of each and its amounts, one for each year.
    pub rows: Vec<(String, Vec<Amount>)>,
}

/// The rows of a page's table by year and another axis.
pub(crate) fn crossed_rows(view: &View<'_>, page: Page, axis: Axis) -> Option<CrossedRows> {
    let is_whole = matches!(page.summed(), Some(Summed::Campaign));
    let all = [&view.totals.year_region, &view.totals.year_direction];
    let mut all = all.into_iter().filter(|_| is_whole);
    let cross = all.find(|cross| cross.axes.1 == axis)?;
    let columns = columns(cross);
    let rows = view.rows(view.totals.by(axis)).into_iter().map(|row| {
        let amounts = columns.iter().map(|(_, column)| column.get(row.key));
        let amounts = amounts.map(|sums| sums.delivered.shown()).collect();
        (view.name_of(&row).into_owned(), amounts)
    });
    Some(CrossedRows {
        axis,
        years: columns.iter().map(|&(year, _)| year).collect(),
        rows: rows.collect(),
    })
}

fn amounts(cross: &Cross) -> impl Iterator<Item = Amount> {
    let columns = cross.rows.iter().flat_map(|(_, column)| &column.rows);
    columns.map(|(_, sums)| sums.delivered.shown())
}

fn largest(cross: &Cross) -> u128 {
    let known = amounts(cross).filter_map(Amount::known);
    known.map(|amount| amount.0).max().unwrap_or(0)
}

fn has_unknown(cross: &Cross) -> bool {
    amounts(cross).any(|amount| amount == Amount::NotStated)
}

fn legend(view: &View<'_>, steps: &[u128], has_unknown: bool) -> Legend {
    let locale = &view.language.locale;
    let millions = |step: u128| locale.millions(Tenge(step));
    let range = |nth: usize| match (nth.checked_sub(1).map(|at| steps[at]), steps.get(nth)) {
        (None, Some(&to)) => format!("< {}", millions(to)),
        (Some(from), Some(&to)) => format!("{}–{}", millions(from), millions(to)),
        (Some(from), None) => format!("≥ {}", millions(from)),
        (None, None) => String::new(),
    };
    let swatch = |shade: String, text| Swatch {
        class: format!("shade-{shade}"),
        text,
    };
    let known = (0..=steps.len()).filter(|_| !steps.is_empty());
    let mut swatches: Vec<Swatch> = known
        .map(|nth| swatch((nth + 1).to_string(), range(nth)))
        .collect();
    if has_unknown {
        let word = view.word(MessageId::AmountNotStated);
        swatches.push(swatch("u".to_owned(), word));
    }
    Legend {
        title: Some(view.word(MessageId::TotalDelivered)),
        figure: None,
        unit: Some(view.word(MessageId::Millions)),
        swatches,
    }
}
