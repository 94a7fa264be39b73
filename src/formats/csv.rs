//! CSV export of a table of sums: exactly the rows that a page shows, without their total.
//!
//! A total among the rows would be added up again. Form: RFC 4180 (commas, CR LF) in UTF-8. It begins with a byte order
//! mark, without which Excel takes the Kazakh letters for another code page. Amounts are whole tenge in plain digits.
//! What is not stated is empty; what has no record is zero, as its number of contributions is. A text that a
//! spreadsheet would run as a formula (CSV injection) begins with an apostrophe, also behind a semicolon or a tab.

use crate::model::money::Amount;
use crate::pages::breakdown::{RowPiece, has_pledged};
use crate::pages::cross::{CrossedRows, crossed_rows};
use crate::pages::message_ids::MessageId;
use crate::pages::per_resident::residents_piece;
use crate::pages::sum_tables::{counts_patrons, sums, tells_residents};
use crate::pages::view::View;
use crate::plan::Page;
use crate::plan::tables::Table;

/// The rows of a table of sums of a page; none if the page has no such table.
pub(crate) fn csv(view: &View<'_>, page: Page, of: Table) -> Option<String> {
    if let Table::YearBy(axis) = of {
        return crossed_rows(view, page, axis).map(|rows| by_year(view, &rows));
    }
    let table = sums(view, page, of)?;
    let rows = view.rows(&table);
    let has_pledged = has_pledged(&rows);
    let patrons = counts_patrons(page, of);
    let amount = |word| format!("{}, ₸", view.word(word));
    let mut head = vec![
        view.word(MessageId::of_axis(table.axis)),
        amount(MessageId::TotalDelivered),
    ];
    if has_pledged {
        head.push(amount(MessageId::TotalPledged));
    }
    head.push(view.word(MessageId::TotalContributions));
    head.push(view.word(MessageId::TotalProjects));
    if patrons {
        head.push(view.word(MessageId::TotalPatrons));
    }
    let residents: Vec<[String; 2]> = rows.iter().map(|row| of_residents(view, row)).collect();
    let is_stated = residents.iter().any(|[residents, _]| !residents.is_empty());
    let residents = Some(residents).filter(|_| is_stated && tells_residents(view, page, of));
    if residents.is_some() {
        head.push(view.word(MessageId::TotalResidents));
        head.push(amount(MessageId::MapPerResident));
    }
    let mut text = String::from('\u{feff}');
    line(&head, &mut text);
    for (place, row) in rows.iter().enumerate() {
        let delivered = &row.sums.delivered;
        let mut cells = vec![view.name_of(row).into_owned(), sum(delivered.amount)];
        if has_pledged {
            cells.push(sum(row.sums.pledged.amount));
        }
        cells.push(delivered.contributions.to_string());
        cells.push(delivered.projects.to_string());
        if patrons {
            cells.push(delivered.patrons.to_string());
        }
        if let Some(residents) = &residents {
            cells.extend_from_slice(&residents[place]);
        }
        line(&cells, &mut text);
    }
    Some(text)
}

/// What was delivered in each year along another axis: a column for each year.
fn by_year(view: &View<'_>, of: &CrossedRows) -> String {
    let mut head = vec![view.word(MessageId::of_axis(of.axis))];
    head.extend(of.years.iter().map(|year| format!("{year}, ₸")));
    let mut text = String::from('\u{feff}');
    line(&head, &mut text);
    for (name, amounts) in &of.rows {
        let mut cells = vec![name.clone()];
        cells.extend(amounts.iter().map(|&amount| sum(amount)));
        line(&cells, &mut text);
    }
    text
}

/// The residents of a row's region, and what was delivered for each: a plain number, `<1` or nothing.
fn of_residents(view: &View<'_>, row: &RowPiece<'_>) -> [String; 2] {
    let Some(of) = residents_piece(view, row.key, row.sums.delivered.amount) else {
        return [String::new(), String::new()];
    };
    let residents = of.residents.map(|residents| residents.to_string());
    let amount = of.amount.map(|amount| amount.0.to_string());
    let below_one = of.below_one.map(|_| "<1".to_owned());
    [residents, amount.or(below_one)].map(Option::unwrap_or_default)
}

pub(super) fn sum(amount: Amount) -> String {
    match amount {
        Amount::Nothing => "0".to_owned(),
        Amount::NotStated => String::new(),
        Amount::Known(amount) => amount.0.to_string(),
    }
}

pub(super) fn line(cells: &[String], text: &mut String) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(&quoted(&harmless(cell)));
    }
    text.push_str("\r\n");
}

/// Against CSV injection: what begins like a formula begins with an apostrophe instead. So does what stands behind a
/// semicolon or a tab: where these part the cells, as on a Russian or Kazakh Windows, another one begins there.
pub(super) fn harmless(cell: &str) -> String {
    let mut text = String::with_capacity(cell.len() + 1);
    for piece in cell.split_inclusive([';', '\t']) {
        let begins = piece.trim_start_matches([' ', '\u{a0}', '"']);
        let is_formula = begins.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
            || piece.starts_with(['\t', '\r']);
        if is_formula {
            text.push('\'');
        }
        text.push_str(piece);
    }
    text
}

pub(super) fn quoted(cell: &str) -> String {
    match cell.contains([',', ';', '\t', '"', '\n', '\r']) {
        true => format!("\"{}\"", cell.replace('"', "\"\"")),
        false => cell.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_kept_whole_and_do_no_harm() {
        let cells = [
            "Абай облысы",
            "5",
            "",
            "a, \"b\"",
            "=HYPERLINK(\"x\")",
            "@x",
            "-1,5",
            "\tx",
            "Foo;@SUM(1)",
            "a\t=1+1; b; -2",
            "a;\"=1\"",
        ];
        let mut text = String::new();
        line(&cells.map(str::to_owned), &mut text);
        assert_eq!(
            text,
            "Абай облысы,5,,\"a, \"\"b\"\"\",\"'=HYPERLINK(\"\"x\"\")\",'@x,\"'-1,5\",\"'\tx\",\"Foo;'@SUM(1)\",\"a\t'=1+1; b;' -2\",\"a;'\"\"=1\"\"\"\r\n"
        );
    }
}
