//! CSV of a table of open data, for programs: RFC 4180 (commas, CR LF) in UTF-8 without a byte order mark.
//!
//! What is unknown is empty. A text that a spreadsheet would run as a formula begins with an apostrophe, as in the tables of
//! pages; numbers, dates and addresses of pages cannot begin so.

use std::fmt::Write;

use crate::data::{Cell, Data, columns, each_row};
use crate::formats::csv::{harmless, quoted};
use crate::plan::data::DataTable;

/// All rows of a table, under the names of its columns.
pub(super) fn csv(data: &Data<'_>, table: DataTable) -> String {
    let mut text = String::new();
    for (place, column) in columns(table, data.languages()).iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        text.push_str(&column.name);
    }
    text.push_str("\r\n");
    each_row(data, table, |cells| line(cells, &mut text));
    text
}

fn line(cells: &[Cell<'_>], text: &mut String) {
    for (place, cell) in cells.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        // Writing to a string cannot fail.
        let _ = match cell {
            Cell::Empty => Ok(()),
            Cell::Text(cell) => text.write_str(&quoted(&harmless(cell))),
            Cell::Integer(number) => write!(text, "{number}"),
            Cell::Decimal(number) => write!(text, "{number}"),
            Cell::Date(date) => write!(text, "{date}"),
            Cell::Boolean(is) => write!(text, "{is}"),
        };
    }
    text.push_str("\r\n");
}
